// Archives in by the dashboard: looked at, brought in, seen beside names, twice the same, taken back.
import assert from 'node:assert/strict';
import path from 'node:path';
import { me, people, route } from '../pages/linkedin/feed.mjs';
import * as x from '../pages/x/feed.mjs';
import { laid, linkedin } from './lib/archives.mjs';
import { linkedinArchive } from './lib/big-archives.mjs';
import { both, folder, launch, until } from './lib/browser.mjs';
import { bring, enableAll, exportAll, importState } from './lib/kith.mjs';
import { LINKEDIN } from './lib/marks.mjs';
import { ctrlEnter, popupOn, says } from './lib/views.mjs';

const [marta, henrik] = people;
const COUNTS = ['connection/mutual', 'message/given', 'message/received'];

/** Who is in the store, and how often what passed. */
async function stored(browser) {
  const whole = await exportAll(browser);
  const counts = {};
  for (const { kind, direction } of whole.people.flatMap(person => person.interactions ?? []))
    counts[`${kind}/${direction}`] = (counts[`${kind}/${direction}`] ?? 0) + 1;
  return { whole, counts, names: whole.people.map(({ name }) => name).sort() };
}

async function chosen(browser, files) {
  const page = await browser.open('dashboard.html');
  const input = await page.waitForSelector('[data-action="import"]');
  await input.uploadFile(...laid(browser, files));
  await until(async () => ['preview', 'done', 'refused'].includes((await importState(page)).state), 'it was looked at');
  return page;
}

const marks = async (browser, page) =>
  (await browser.shadows(page)).flatMap(root => root.elements.map(({ attributes }) => attributes['data-text'] ?? ''));

both('an archive of LinkedIn comes in, is seen in the feed, and goes again', { route }, async browser => {
  await enableAll(browser);
  const page = await chosen(browser, { 'Basic_LinkedInDataExport.zip': linkedin() });
  const { state, said } = await importState(page);
  assert.equal(state, 'preview');
  for (const part of ['2 people (2 new, 0 known)', '6 new interactions', 'From 2018 to 2023', '1 thing you did'])
    assert.ok(said.includes(part), `${part}: ${said}`);
  await says(page, '.left-out', 'Connections.csv, line 8');
  await says(page, '.left-out', 'there is no such day: 31 Feb 2019');
  assert.deepEqual((await stored(browser)).names, [], 'nothing is written before the yes');

  await browser.press(page, '[data-action="import-confirm"]');
  await says(page, '[data-import-state="done"]', 'It is in Kith now');
  const first = await stored(browser);
  assert.deepEqual(first.names, [henrik.name, marta.name].sort());
  assert.deepEqual(first.counts, Object.fromEntries(COUNTS.map(count => [count, 2])));
  assert.deepEqual(first.whole.settings.own, [`linkedin:${me.slug}`]);
  assert.equal(first.whole.loose.length, 1);

  const feed = await browser.open(`${LINKEDIN}/in/${marta.slug}/`);
  await until(
    async () => (await marks(browser, feed)).some(text => text.includes('3 messages since 2019')),
    'her line tells of the messages',
  );
  await feed.close();

  const learned = await stored(browser); // the page told her number
  await page.close();
  const again = await chosen(browser, { 'Basic_LinkedInDataExport (1).zip': linkedin() });
  await says(again, '[data-import-state="done"]', 'Everything in it is here already');
  assert.deepEqual((await stored(browser)).whole.people, learned.whole.people);
  await again.close();

  const later = await browser.open('dashboard.html');
  await browser.press(later, '.imports li button');
  await says(later, '.imports [role="status"]', 'taken back');
  const last = await stored(browser);
  assert.deepEqual([last.names, last.whole.loose], [[], []]);
});

both('an import is taken back after a restart, and what was typed since stays', { extension: null }, async (_, t) => {
  const kind = _.kind;
  await _.close();
  const profile = folder(t);
  const first = await launch(kind, { profile });
  const { state, said } = await bring(first, Buffer.from(linkedin()), { name: 'linkedin.zip' });
  assert.equal(state, 'done', said);
  const page = await popupOn(first, `linkedin:${marta.slug}`);
  await page.keyboard.type('knows the old bridge');
  await ctrlEnter(page);
  await says(page, '.items', 'knows the old bridge');
  await first.close();

  const second = await launch(kind, { profile });
  try {
    const later = await second.open('dashboard.html');
    await says(later, '.imports li', 'linkedin.zip');
    await second.press(later, '.imports li button');
    await says(later, '.imports [role="status"]', 'taken back');
    const { whole } = await stored(second);
    const left = whole.people.map(({ name, notes, interactions = [] }) => [name, notes.map(n => n.text), interactions]);
    assert.deepEqual(left, [[marta.name, ['knows the old bridge'], []]]);
  } finally {
    await second.close();
  }
});

both(
  'what an archive says was done on a post joins its author when the post is met',
  { route: x.route },
  async browser => {
    await enableAll(browser);
    const before = await browser.open('https://x.com/home?n=4');
    const link = await before.waitForSelector('article a[href*="/status/"]:has(time)');
    const [, handle, , id] = new URL(await link.evaluate(each => each.href)).pathname.split('/');
    await before.close();
    const like = { like: { tweetId: id, fullText: 'On fog', expandedUrl: `https://twitter.com/i/web/status/${id}` } };
    const told = await bring(browser, `window.YTD.like.part0 = [ ${JSON.stringify(like)} ]`, { name: 'like.js' });
    assert.equal(told.state, 'done', told.said);
    assert.deepEqual((await stored(browser)).names, []);
    const page = await browser.open('https://x.com/home?n=4');
    await until(
      async () => (await marks(browser, page)).some(text => text.includes('you liked their post')),
      'the mark of its author',
    );
    const { whole } = await stored(browser);
    assert.deepEqual(
      whole.people.map(({ profiles }) => profiles[0].handle),
      [handle],
    );
    assert.deepEqual(whole.loose ?? [], []);
  },
);

/** Lets files fall onto the page, as the browser tells a page of it. */
const drop = (page, files) =>
  page.evaluate(
    files => {
      const carried = new DataTransfer();
      for (const [name, bytes] of files)
        carried.items.add(new File([Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0))], name));
      const event = new DragEvent('drop', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'dataTransfer', { value: carried });
      document.querySelector('h1, h2').dispatchEvent(event);
    },
    Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
  );

both(
  'archives of several sites dropped together come in; Kith’s own file brings the same store back',
  async browser => {
    const page = await browser.open('dashboard.html');
    await page.waitForSelector('[data-action="import"]');
    const follower = 'window.YTD.follower.part0 = [ {"follower": {"accountId": "900123"}} ]';
    await drop(page, {
      'Basic_LinkedInDataExport.zip': linkedin(),
      'follower.js': follower,
      'shopping.txt': 'milk and eggs',
    });
    await says(page, '[data-import-state="preview"]', '3 people (3 new, 0 known)');
    await says(page, '.left-out', 'shopping.txt');
    assert.equal(
      await page.evaluate(() => document.activeElement?.hasAttribute('data-import-state')),
      true,
      'the eyes are led to what was found',
    );
    await browser.press(page, '[data-action="import-confirm"]');
    await says(page, '[data-import-state="done"]', 'It is in Kith now');
    await page.close();
    const { whole } = await stored(browser);
    assert.deepEqual(
      whole.imports.map(({ file }) => file),
      ['Basic_LinkedInDataExport.zip, follower.js, shopping.txt'],
    );

    const other = await launch(browser.kind);
    try {
      await bring(other, whole);
      const { whole: back } = await stored(other);
      const sorted = ({ people, made, by, ...rest }) => ({
        ...rest,
        people: people.toSorted((a, b) => a.key.localeCompare(b.key)),
      });
      assert.deepEqual(sorted(back), sorted(whole));
      // what an archive told is known again
      const told = await bring(other, Buffer.from(linkedin()), { name: 'again.zip' });
      assert.match(told.said, /Everything in it is here already/);
    } finally {
      await other.close();
    }
  },
);

both('the columns of a table are chosen by keyboard, and how its dates are meant', async browser => {
  const table = 'Who,On,What\nAnn Bee,03/04/2020,met at the fair\nBo Cey,05/04/2020,tea\n';
  const page = await chosen(browser, { 'people.csv': Buffer.from(table) });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-column'));
  const choose = async (column, key, wanted) => {
    await page.focus(`[data-column="${column}"]`);
    await page.keyboard.press(key);
    await until(
      async () => (await page.$eval(`[data-column="${column}"]`, select => select.value)) === wanted,
      `${column} is chosen`,
    );
    await until(async () => (await importState(page)).state === 'preview', 'it was looked at anew');
    assert.equal(await focused(), column, 'the focus stays');
  };
  await choose('columnLast', 'w', '0');
  await choose('columnLast', 'ArrowUp', '');
  await choose('columnOrder', 'ArrowUp', 'day');
  await browser.press(page, '[data-action="import-confirm"]');
  await says(page, '[data-import-state="done"]', 'It is in Kith now');
  await page.close();
  const { whole } = await stored(browser);
  const notes = whole.people.flatMap(({ name, notes }) => notes.map(({ text, time }) => [name, text, time]));
  assert.deepEqual(notes.toSorted(), [
    ['Ann Bee', 'met at the fair', '2020-04-03'],
    ['Bo Cey', 'tea', '2020-04-05'],
  ]);
});

/** An archive that takes a while, on its way in. */
async function underWay(browser) {
  const many = Array.from({ length: 900 }, (_, n) => [`Ann Number${n}`, `ann-${n}`]);
  const file = linkedinArchive(path.join(browser.downloads, 'large.zip'), 300_000, many);
  const page = await browser.open('dashboard.html');
  const input = await page.waitForSelector('[data-action="import"]');
  await input.uploadFile(file);
  await until(async () => (await importState(page)).state === 'preview', 'it was looked at', { ms: 60000 });
  await browser.press(page, '[data-action="import-confirm"]');
  await until(
    () => page.evaluate(() => document.querySelector('progress + p')?.textContent.includes('interactions found')),
    'something came in',
    { ms: 60000 },
  );
  return { file, page };
}

both('an import is stopped at any time, and nothing of it stays', async browser => {
  const { file, page } = await underWay(browser);
  await browser.press(page, '[data-action="import-stop"]');
  await until(async () => (await importState(page)).said.includes('Nothing of it stays'), 'it is taken back', {
    ms: 60000,
  });
  const input = await page.waitForSelector('[data-action="import"]');
  await input.uploadFile(file);
  await browser.press(page, '[data-action="import-stop"]');
  await says(page, '[data-import-state=""]', 'Stopped. Nothing of it stays.');
  const { whole } = await stored(browser);
  assert.deepEqual([whole.people, whole.imports, whole.loose], [[], [], []]);
});

both('an import that broke off says so, and can be taken back', async browser => {
  const { page } = await underWay(browser);
  const later = await browser.open('dashboard.html');
  await says(later, '.imports li', 'being brought in by another tab');
  await page.close();
  await says(later, '.imports li', 'Broken off');
  await browser.press(later, '.imports li button');
  await until(() => later.$('.imports li').then(row => !row), 'it is taken back', { ms: 60000 });
  assert.deepEqual((await stored(browser)).whole.people, []);
});

both('what is no archive is refused with a sentence', async browser => {
  for (const [name, bytes, why] of [
    ['holiday.zip', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 'cannot be opened'],
    ['text.txt', 'Dear diary, it rained.', 'not a file that Kith knows'],
  ]) {
    const { state, said } = await bring(browser, Buffer.from(bytes), { name });
    assert.equal(state, 'refused', said);
    assert.ok(said.includes(why) && said.includes('Nothing was changed'), said);
  }
});
