// Archives in by the dashboard: looked at, brought in, seen beside names, twice the same, taken back.
import assert from 'node:assert/strict';
import { me, people, route } from '../pages/linkedin/feed.mjs';
import * as x from '../pages/x/feed.mjs';
import { laid, linkedin } from './lib/archives.mjs';
import { both, until } from './lib/browser.mjs';
import { bring, enableAll, exportAll, importState } from './lib/kith.mjs';
import { LINKEDIN } from './lib/marks.mjs';
import { says } from './lib/views.mjs';

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
  await until(async () => ['preview', 'refused'].includes((await importState(page)).state), 'it was looked at');
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
  await says(again, '[data-import-state="preview"]', 'Everything in it is here already');
  await browser.press(again, '[data-action="import-confirm"]');
  await says(again, '[data-import-state="done"]', 'Everything in it is here already');
  assert.deepEqual((await stored(browser)).whole.people, learned.whole.people);
  await again.close();

  const later = await browser.open('dashboard.html');
  await browser.press(later, '.imports li button');
  await says(later, '.imports [role="status"]', 'taken back');
  const last = await stored(browser);
  assert.deepEqual([last.names, last.whole.loose], [[], []]);
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
