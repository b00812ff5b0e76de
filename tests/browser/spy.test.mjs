// A page that spies learns nothing of whom the user noted or what. The same rows are shown twice, with noted people and with others
// whose names are equally wide: whatever the probes of tests/pages/spy tell must be the same, and hold no word of a note, no name of
// ours and no address of the extension. Before that, each probe is seen to catch marks that were drawn without care.
import assert from 'node:assert/strict';
import path from 'node:path';
import { both, until } from './lib/browser.mjs';
import { bring, enableAll } from './lib/kith.mjs';
import { ROOT } from './lib/launch.mjs';
import { CARELESS, compare, NOTES, route, SPIES, wordsOf } from './lib/spy.mjs';

const ALL_OR_NONE = ['111111', '222222'];
const BY_TURNS = ['121212', '212121'];

both('each probe of the spy catches a careless mark', { extension: CARELESS, route }, async (browser, t) => {
  let probes = [];
  const ready = async page => {
    probes = await page.evaluate(() => globalThis.spy.probes());
    await until(() => page.evaluate(() => globalThis.spy.came()), 'the marks');
  };
  const { told, pressed } = await compare(browser, ALL_OR_NONE, CARELESS, { ready });
  const caught = { ...pressed, ...told };
  for (const { name, reveals, only } of probes) {
    const [what] = caught[name] ?? [];
    t.diagnostic(`${name}: ${what?.slice(0, 160) ?? `nothing, for ${Object.values(only ?? {})}`}`);
    assert.equal(Boolean(what), !only || browser.kind in only, `${name}: ${reveals}`);
  }
});

/** Dov has a history and no note. */
const peopleOf = network => ({
  kith: 1,
  people: Object.entries(NOTES).map(([handle, text]) => ({
    name: handle,
    profiles: [{ network, handle }],
    ...(handle === 'dov1'
      ? { interactions: [{ kind: 'message', direction: 'received', time: '2026-03-02', network, excerpt: text }] }
      : { notes: [{ text, time: '2026-01-05' }] }),
  })),
});

/** What says something: marks, or the card at the end of the page. */
async function speaking(browser, page, ofCard) {
  const roots = await browser.shadows(page);
  const hosts = roots.map(({ host }) => host);
  const last = await browser.apply(page, hosts, host => host.parentNode === document.documentElement);
  const elements = roots.filter((_, n) => last[n] === ofCard).flatMap(root => root.elements);
  return elements.filter(({ attributes }) => attributes['data-text']);
}

/**
 * What a page may learn (DESIGN, rule 2): that something is drawn beside names, the same beside all; and that a press was held. The
 * press on a noted person's mark never becomes a click, and takes the focus away.
 */
const HELD = /^row (0|page), (first: (blur|focusout|DOMFocusOut)|second: click)$/;

const spied = (network, spy) => async browser => {
  await enableAll(browser);
  await bring(browser, peopleOf(network));
  const said = new Set();
  const hear = async (page, ofCard) => {
    const heard = await speaking(browser, page, ofCard);
    for (const { attributes } of heard) said.add(attributes['data-text']);
    return heard;
  };
  const user = {
    spy,
    ready: async (page, digits) => {
      const noted = digits.split('1').length - 1;
      await until(async () => (await hear(page, false)).length === noted, 'the marks');
      await until(() => page.evaluate(() => globalThis.spy.drawn()), 'something is drawn, also where nobody is noted');
    },
    turn: (page, { x, y }, move) =>
      until(async () => {
        await move();
        return until(
          async () => {
            const [box] = await browser.boxes(page, await hear(page, true));
            return Math.abs(box.x - x) < 20 && Math.abs(box.y + box.height - y) < 40;
          },
          'it opens',
          { ms: 1500 },
        );
      }, 'the card above the name'),
    away: page => until(async () => (await hear(page, true)).length === 0, 'the card closes'),
  };
  for (const feeds of [ALL_OR_NONE, BY_TURNS]) {
    const dist = path.join(ROOT, 'dist', browser.kind);
    const { told, pressed } = await compare(browser, feeds, dist, user, () => [...said].flatMap(wordsOf));
    assert.deepEqual(told, {});
    const { events = [], ...rest } = pressed;
    assert.deepEqual(rest, {});
    assert.ok(events.includes('row 0, second: click'), 'the press on the mark was held');
    assert.deepEqual(
      events.filter(event => !HELD.test(event)),
      [],
    );
  }
  for (const [who, note] of Object.entries(NOTES)) if (who !== 'dov1') assert.ok(said.has(note), `${note} was shown`);
  assert.ok(said.has('add a note'), 'the card of a stranger was shown');
};

for (const [network, spy] of Object.entries(SPIES))
  both(
    `a page that spies in ${network}'s markup learns nothing of whom the user noted or what`,
    { route },
    spied(network, spy),
  );
