// Precision and recall on really saved pages (../shared/pages, where that folder is there): everybody whom a page's index lists is noted,
// then the marks are counted. Each name has exactly one mark, of the right person; nothing else has one.
import assert from 'node:assert/strict';
import test from 'node:test';
import { both, until } from './lib/browser.mjs';
import { bring, enableAll } from './lib/kith.mjs';
import { FOLDER, routeOf, SAVED } from './lib/saved.mjs';

/** The sites whose marks Kith draws. */
const SITES = ['linkedin', 'x'];

const known = ({ handle, id }) => Boolean(handle || id);

/** A person's profile as Kith's own file holds it; two of the index's forms of an id are LinkedIn's. */
function profileOf({ network, handle, id }) {
  const token = /^AC[ow]/.test(id ?? '');
  const plain = token ? String(Buffer.from(id, 'base64url').readUInt32BE(4)) : id?.replace(/^member:/, '');
  return { network, ...(handle && { handle }), ...(plain && { id: plain }) };
}

/** Ids by handle: the same person stands under a handle on one page, under an id on another. */
const IDS = new Map(
  SAVED.flatMap(page => page.people)
    .filter(({ handle, id }) => handle && id)
    .map(person => [`${person.network}:${person.handle.toLowerCase()}`, profileOf(person).id]),
);

function keyOf(person) {
  const { network, handle, id } = profileOf(person);
  const plain = `${network}:${handle?.toLowerCase()}`;
  const known = id ?? IDS.get(plain);
  return known ? `${network}:#${known}` : plain;
}

/** Everybody on these pages: { key: { name, profile, note } }; the note is nobody else's. */
function everybodyOn(pages) {
  const all = new Map();
  for (const person of pages.flatMap(page => page.people).filter(known)) {
    const key = keyOf(person);
    const before = all.get(key);
    if (!before) all.set(key, { name: person.name, profile: profileOf(person), note: `noted ${all.size}` });
    else before.profile = { ...profileOf(person), ...before.profile };
  }
  return all;
}

/** How often each person's name stands on a page: at least, and at most. */
function timesOn(page) {
  const times = new Map();
  for (const person of page.people.filter(known)) {
    const [least, most] = times.get(keyOf(person)) ?? [0, 0];
    times.set(keyOf(person), [least + (person.optional ? 0 : person.times), most + person.times]);
  }
  return times;
}

/** The marks on a page, by whom they are of; one host may say a thing twice. */
async function count(browser, page, byNote) {
  const found = new Map();
  for (const { elements } of await browser.shadows(page)) {
    const said = new Set(elements.map(({ attributes }) => byNote.get(attributes['data-text'])).filter(Boolean));
    for (const key of said) found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

function compare(times, found) {
  const result = { wanted: 0, right: 0, extra: 0, missed: [], wrong: [] };
  for (const key of new Set([...times.keys(), ...found.keys()])) {
    const [least, most] = times.get(key) ?? [0, 0];
    const there = found.get(key) ?? 0;
    result.wanted += least;
    result.right += Math.min(least, there);
    result.extra += Math.max(0, there - most);
    if (there < least) result.missed.push(key);
    if (there > most) result.wrong.push(key);
  }
  return result;
}

async function measure(browser, pages, say) {
  const all = everybodyOn(pages);
  const byNote = new Map([...all].map(([key, { note }]) => [note, key]));
  await enableAll(browser);
  const people = [...all.values()].map(({ name, profile, note }) => ({
    name,
    profiles: [profile],
    notes: [{ text: note, time: '2026-01-05T10:00:00Z' }],
  }));
  await bring(browser, { kith: 1, people });
  const sum = { wanted: 0, right: 0, extra: 0 };
  for (const each of pages) {
    browser.route = routeOf(each);
    const page = await browser.open('about:blank');
    // so tall that all names are near the window
    await page.setViewport({ width: 1400, height: 30000 });
    await page.goto(each.url, { waitUntil: 'domcontentloaded' });
    const times = timesOn(each);
    let result;
    let before;
    const ask = async () => {
      result = compare(times, await count(browser, page, byNote));
      const now = JSON.stringify(result);
      const still = now === before;
      before = now;
      return still && result.right === result.wanted;
    };
    // what is not there by then is missed
    await until(ask, each.page, { ms: 6000, every: 200 }).catch(() => {});
    const { wanted, right, extra, missed, wrong } = result;
    say(
      `${each.page.replace('.html', '')}  ${right}/${wanted} found, ${extra} too many  ${[...missed, ...wrong].join(' ')}`.trim(),
    );
    for (const key of Object.keys(sum)) sum[key] += result[key];
    await page.close();
  }
  return sum;
}

if (SAVED.length === 0) test('marks on really saved pages', t => t.skip(`no saved pages: ${FOLDER} is not there`));
else
  for (const site of SITES) {
    const pages = SAVED.filter(page => page.site === site);
    both(`each name on the saved pages of ${site} has its mark, nothing else has`, async (browser, t) => {
      const { wanted, right, extra } = await measure(browser, pages, line => t.diagnostic(line));
      assert.ok(wanted > 0);
      assert.equal(extra, 0, 'marks that are too many');
      assert.ok(right >= 0.99 * wanted, `${right} of ${wanted} found`);
    });
  }
