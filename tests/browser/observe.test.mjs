// What the user does on a page is remembered without typing: once it took effect, once, and taken back with it.
import assert from 'node:assert/strict';
import { route } from '../pages/x/feed.mjs';
import { both, until } from './lib/browser.mjs';
import { enableAll, exportAll } from './lib/kith.mjs';
import { look } from './lib/marks.mjs';

/** All that Kith observed, as `kind direction place excerpt`, by handle. */
async function observed(browser) {
  const { people: all } = await exportAll(browser);
  return Object.fromEntries(
    all.map(({ profiles: [{ handle }], interactions = [] }) => [
      handle,
      interactions
        .filter(each => each.source === 'observed')
        .map(({ kind, direction, place = '', excerpt = '' }) => [kind, direction, place, excerpt].join(' ')),
    ]),
  );
}

const first = async page =>
  page.evaluate(() => {
    const post = document.querySelector('article[data-testid="tweet"]:has(time)');
    post.id = 'post';
    const [name] = post.querySelectorAll('[data-testid="User-Name"] a');
    return {
      handle: name.getAttribute('href').slice(1),
      place: post.querySelector('a:has(time)').href,
      text: post.querySelector('[data-testid="tweetText"]').textContent,
    };
  });

/** What the marks of the page say. */
const said = async (browser, page) =>
  ((await look(browser, page))?.names ?? []).flatMap(({ hosts }) => hosts.map(({ text }) => text).filter(Boolean));

both('a like is remembered with its post, once, and goes with it', { route }, async browser => {
  await enableAll(browser);
  const page = await browser.open('https://x.com/home?n=12');
  const post = await first(page);
  await until(async () => (await look(browser, page))?.names.some(({ hosts }) => hosts.length > 0), 'hosts');
  await browser.press(page, '#post [data-testid="like"]');
  await until(
    async () => (await said(browser, page)).includes('remembered: you liked their post · press to undo'),
    'that it was remembered',
  );
  const {
    [post.handle]: [like, ...more],
  } = await observed(browser);
  assert.deepEqual(more, []);
  assert.equal(like, `reaction given ${post.place} ${post.text.slice(0, 80)}`.trim());
  await until(
    async () => (await said(browser, page)).includes('you liked their post today'),
    'the mark, after some seconds',
    { ms: 9000 },
  );
  await browser.press(page, '#post [data-testid="unlike"]');
  await until(async () => !(post.handle in (await observed(browser))), 'nothing of it');
});
