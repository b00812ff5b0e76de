// Turning to a name, pressing a mark, opening the popup on a name: what a user does with marks.
import assert from 'node:assert/strict';
import { route } from '../pages/x/feed.mjs';
import { both, until } from './lib/browser.mjs';
import { begin, everybody, HOME, look, nameOf, noteOn, settled } from './lib/marks.mjs';

/** Ana has a long name line with room beside it; Priya is a stranger. */
const NOTED = everybody.filter(handle => handle !== 'priyanair');
const AUTHOR = handle => `article [data-testid="User-Name"] a[href="/${handle}"]:not([tabindex="-1"])`;

const card = async (browser, page) => (await look(browser, page)).card?.text ?? null;
const cardSays = (browser, page, text) =>
  until(async () => (await card(browser, page)) === text, `the card says ${text}`);

async function bottomRight(page) {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.mouse.move(width - 40, height - 120);
}

both('hover and focus of a name show its note whole; Escape and turning away hide it', { route }, async browser => {
  await begin(browser, NOTED);
  const page = await browser.open(`${HOME}?n=8`);
  await settled(browser, page, { noted: NOTED });

  await page.hover(AUTHOR('anar'));
  await cardSays(browser, page, noteOn('anar'));
  const { card: open } = await look(browser, page);
  const [last] = await browser.apply(page, [open.host], host => host === document.documentElement.lastElementChild);
  assert.ok(last, 'the card stands at the end of the page');
  const [seen] = await browser.apply(page, [open.note], note => {
    const { left, top, right, bottom, width } = note.getBoundingClientRect();
    return width > 0 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  });
  assert.ok(seen, 'the card is whole in the window');

  await page.keyboard.press('Escape');
  await cardSays(browser, page, null);
  await bottomRight(page);
  await page.hover(AUTHOR('priyanair'));
  await cardSays(browser, page, 'add a note');
  await bottomRight(page);
  await cardSays(browser, page, null);

  // focus by the keyboard, as the page's own order of links has it
  await page.$eval(AUTHOR('anar'), link => link.closest('article').focus());
  for (let n = 0; n < 4; n += 1) {
    await page.keyboard.press('Tab');
    if (await page.$eval(AUTHOR('anar'), link => link === document.activeElement)) break;
  }
  assert.ok(await page.$eval(AUTHOR('anar'), link => link === document.activeElement), 'the name has the focus');
  await cardSays(browser, page, noteOn('anar'));
  await page.evaluate(() => document.activeElement.blur());
  await cardSays(browser, page, null);
});

/** Where the mark of somebody's post is drawn. */
async function markOf(browser, page, handle) {
  const [{ note }] = nameOf(await look(browser, page), 'author', handle).hosts;
  const [box] = await browser.boxes(page, [note]);
  return box;
}

const personIn = popup =>
  until(
    () => popup.evaluate(() => document.activeElement?.id === 'note' && document.querySelector('.person')?.textContent),
    'the popup is on somebody',
  );

both('a press on a mark opens the popup on that person, and the page hears nothing', { route }, async browser => {
  await begin(browser, NOTED);
  const page = await browser.open(`${HOME}?n=8`);
  await settled(browser, page, { noted: NOTED });
  const pressed = () => page.evaluate(() => window.clicks.map(({ what, handle }) => `${what} ${handle}`));
  // every way in which a press may be heard
  await page.evaluate(() => {
    window.heard = [];
    const on = ({ type }) => window.heard.push(type);
    for (const type of ['click', 'auxclick', 'dblclick']) addEventListener(type, on, true);
  });

  const mark = await markOf(browser, page, 'anar');
  assert.ok(mark.width > 40, `it is drawn ${mark.width} wide`);
  await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
  const popup = await until(() => browser.popup(), 'the popup is open');
  assert.match(await personIn(popup), /anar/);
  assert.deepEqual(await pressed(), []);
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  assert.equal(await page.evaluate(() => location.pathname), '/home');
});

both('a press beside a mark is the page’s own', { route }, async browser => {
  await begin(browser, NOTED);
  const page = await browser.open(`${HOME}?n=8`);
  await settled(browser, page, { noted: NOTED });
  const mark = await markOf(browser, page, 'anar');
  const pressed = () => page.evaluate(() => window.clicks.map(({ what, handle }) => `${what} ${handle}`));
  await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height + 14); // the post's text
  await until(async () => (await pressed()).length === 1, 'the page heard it');
  assert.deepEqual(await pressed(), ['post anar']);
  assert.match(await page.evaluate(() => location.pathname), /^\/anar\/status\//);
  await page.evaluate(() => history.back());
  await settled(browser, page, { noted: NOTED, kinds: ['author'] });
  await page.click(AUTHOR('priyanair'));
  await until(async () => (await pressed()).length === 2, 'the page heard the second');
  assert.deepEqual(await pressed(), ['post anar', 'link priyanair']);
  assert.equal(await browser.popup(), null);
});

for (const way of ['focus', 'pointer'])
  both(`the toolbar's popup is on the name that the ${way} is on`, { route }, async browser => {
    await begin(browser, NOTED);
    const page = await browser.open(`${HOME}?n=8`);
    await settled(browser, page, { noted: NOTED });
    await page.hover(AUTHOR('quietlighthouse'));
    if (way === 'focus') {
      await page.keyboard.press('Tab'); // from here on the focus is the keyboard's
      await page.focus(AUTHOR('anar'));
    } else {
      await page.hover(AUTHOR('anar'));
    }
    await cardSays(browser, page, way === 'focus' ? noteOn('quietlighthouse') : noteOn('anar'));
    await browser.pressIcon(page);
    const popup = await until(() => browser.popup(), 'the popup is open');
    assert.match(await personIn(popup), /anar/);
  });
