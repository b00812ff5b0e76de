// Several people at once, and the user's own words for them.
import assert from 'node:assert/strict';
import { both, until } from './lib/browser.mjs';
import { bring, exportAll } from './lib/kith.mjs';
import { ctrlEnter, cursorIn, people, popupOn, rows, says } from './lib/views.mjs';

const SOME = people({ 'x:anar': ['Ana Ruiz', 'met in Oslo'], 'x:benok': ['Ben Okafor', 'mentors beginners'] });

both('one note is written for everybody at a table', async browser => {
  await bring(browser, SOME);
  const page = await popupOn(browser, 'x:anar');
  await page.keyboard.type('dinner in Oslo');
  await browser.press(page, '[data-action="also"]');
  await cursorIn(page, '#also');
  await page.keyboard.type('ben');
  await says(page, '#also-list', 'Ben Okafor');
  await page.keyboard.press('Enter');
  await says(page, '.also .chips', 'Ben Okafor');
  await cursorIn(page, '#note');
  await ctrlEnter(page);
  await says(page, '.items', 'dinner in Oslo');
  const other = await popupOn(browser, 'x:benok');
  await until(async () => (await rows(other)).some(row => row.startsWith('dinner in Oslo')), 'he has it too');
});

both('number keys give labels, and search finds them', async browser => {
  await bring(browser, SOME);
  const page = await popupOn(browser, 'x:anar');
  await page.click('.labels summary');
  await page.waitForSelector('#label', { visible: true });
  await page.type('#label', 'gardener');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.labels [aria-pressed="true"]');
  const other = await popupOn(browser, 'x:benok');
  await other.keyboard.down('Alt');
  await other.keyboard.press('1');
  await other.keyboard.up('Alt');
  await other.waitForSelector('.labels [aria-pressed="true"]');
  assert.equal(await other.$eval('#note', box => box.value), '', 'the key writes nothing');
  const search = await browser.open('dashboard.html');
  await cursorIn(search, '#find');
  await search.keyboard.type('gard');
  await until(async () => (await search.$$('[role="option"]')).length === 2, 'both are found');
});

both('a label that is taken off keeps its place and its number', async browser => {
  await bring(browser, {
    kith: 1,
    people: [{ name: 'Ana Ruiz', profiles: [{ network: 'x', handle: 'anar' }], labels: ['teaches', 'Oslo'] }],
  });
  const page = await popupOn(browser, 'x:anar');
  const chips = () =>
    page.$$eval('.labels .chip', all => all.map(chip => `${chip.textContent.split(' ')[0]} ${chip.ariaPressed}`));
  const altOne = async () => {
    await page.keyboard.down('Alt');
    await page.keyboard.press('1');
    await page.keyboard.up('Alt');
  };
  const are = wanted => until(async () => (await chips()).join() === wanted.join(), `the labels are ${wanted}`);
  await are(['teaches true', 'Oslo true']);
  await altOne();
  await are(['teaches false', 'Oslo true']);
  await altOne();
  await are(['teaches true', 'Oslo true']);
});

both('somebody new is written down by name, with what was selected on a page', async browser => {
  const page = await browser.open(`popup.html?text=${encodeURIComponent('mends clocks')}`);
  await cursorIn(page, '#find');
  await page.keyboard.type('Nobody Yet');
  await says(page, '[data-action="new-person"]', 'New person: “Nobody Yet”');
  await page.keyboard.press('Enter');
  await cursorIn(page, '#note');
  await ctrlEnter(page);
  await says(page, '.items', 'mends clocks');
  const { people: all } = await exportAll(browser);
  assert.deepEqual(
    all.map(({ name, notes }) => [name, notes[0].text]),
    [['Nobody Yet', 'mends clocks']],
  );
});
