// Tabs that are open already, when Kith comes, is updated, is switched off on a site, or goes.
import assert from 'node:assert/strict';
import { people, route } from '../pages/x/feed.mjs';
import { both, until } from './lib/browser.mjs';
import { bring, enableAll } from './lib/kith.mjs';

const HOME = 'https://x.com/home';
/** Everybody is noted: where all marks are drawn, each host has one. */
const noted = people.map(({ handle }) => handle);
const kith = {
  kith: 1,
  people: noted.map(handle => ({
    name: handle,
    profiles: [{ network: 'x', handle }],
    notes: [{ text: `about ${handle}` }],
  })),
};

/** What the marks of a page say, and how many hosts there are. */
async function drawn(browser, page) {
  const roots = await browser.shadows(page);
  const texts = roots.flatMap(root => root.elements.map(({ attributes }) => attributes['data-text'] ?? ''));
  return { hosts: roots.length, marks: texts.filter(text => text.startsWith('about ')).sort() };
}

const marked = (browser, page) =>
  until(async () => {
    const now = await drawn(browser, page);
    return now.hosts > 0 && now.marks.length === now.hosts && now;
  }, 'a mark in each host');

both(
  'a tab that was open before Kith came gets its marks without a reload',
  { extension: null, route },
  async browser => {
    const page = await browser.open(HOME);
    await page.evaluate(() => {
      window.untouched = true;
    });
    await browser.install();
    await enableAll(browser);
    await bring(browser, kith);
    await page.bringToFront();
    await marked(browser, page);
    assert.ok(await page.evaluate(() => window.untouched));
  },
);

both('after an update open tabs have each mark once, and the new script answers', { route }, async browser => {
  await enableAll(browser);
  await bring(browser, kith);
  const page = await browser.open(HOME);
  const before = await marked(browser, page);
  await browser.install(); // over what is there: to the browsers an update
  await page.bringToFront();
  await until(async () => {
    return JSON.stringify(await drawn(browser, page)) === JSON.stringify(before);
  }, 'the same marks, once');
  const again = await browser.open('dashboard.html');
  const note = { kind: 'note', who: `x:${noted[0]}`, text: 'about the update' };
  await until(
    () =>
      again.evaluate(
        ask => (globalThis.browser ?? chrome).runtime.sendMessage({ ask }).then(a => a.kind === 'note'),
        note,
      ),
    'a note is saved',
  );
  await page.bringToFront();
  await until(async () => (await drawn(browser, page)).marks.includes('about the update'), 'the new note is drawn');
});

both('switched off on a site, Kith takes away what it drew', { route }, async browser => {
  await enableAll(browser);
  await bring(browser, kith);
  const page = await browser.open(HOME);
  await marked(browser, page);
  const own = await browser.open('dashboard.html');
  await own.evaluate(() =>
    (globalThis.browser ?? chrome).runtime.sendMessage({ ask: { kind: 'choose', site: 'x', mode: 'panel' } }),
  );
  await page.bringToFront();
  await until(async () => (await drawn(browser, page)).hosts === 0, 'nothing is left');
  await page.evaluate(() => window.add(10));
  const other = await browser.open(HOME);
  await other.evaluate(() => window.add(10));
  for (const each of [page, other]) assert.equal((await drawn(browser, each)).hosts, 0);
});

both('when Kith is removed nothing of it stays to be seen', { route }, async browser => {
  await enableAll(browser);
  await bring(browser, kith);
  const page = await browser.open(HOME);
  await marked(browser, page);
  await browser.driver.uninstallExtension(browser.id);
  await page.bringToFront();
  await until(async () => {
    const elements = (await browser.shadows(page)).flatMap(root => root.elements);
    const seen = await browser.apply(page, elements, element => getComputedStyle(element).visibility);
    return seen.every(visibility => visibility === 'hidden');
  }, 'nothing is seen any more');
  await page.evaluate(() => window.add(10));
  assert.ok((await page.evaluate(() => document.title)).length > 0);
});
