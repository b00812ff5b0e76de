// The spy. It starts every probe, draws the feed, lets the user do what users do, and then looks. A probe tells what it noticed and
// in which row; what it told is taken from here by tests/browser/spy.test.mjs, which compares it with the same rows of other people.
//
// A probe: { name, reveals: what a careless mark would give away, only?: { browser: why not in the other },
//            start?(spy): before the feed is drawn; look?(spy): now and then, changing nothing; end?(spy, guess): when the user is done }
import { drawFeed, people } from './feed.js';
import { boxes } from './probes/boxes.js';
import { events } from './probes/events.js';
import { paint } from './probes/paint.js';
import { style } from './probes/style.js';
import { tree } from './probes/tree.js';
import { words } from './probes/words.js';
import { world } from './probes/world.js';

const probes = [...tree, ...boxes, ...style, ...paint, ...events, ...world, ...words];

const mine = new WeakSet();
const known = new WeakSet();
let findings = {};
const WHO = new RegExp(people.join('|'), 'gi');
const arrivals = [];
let rows = [];

/** What every probe may use. */
const spy = {
  /** Shadow roots that the page got hold of. */
  roots: new Set(),
  /** Whether the page did not make this node. */
  alien: node =>
    node instanceof Node && node !== document && !mine.has(node instanceof Element ? node : node.parentNode),
  aliens: () => [...document.querySelectorAll('*')].filter(spy.alien),
  /** Everything in the rows, and what holds them. */
  all: () => [...document.querySelectorAll('html, body, main, main *:not(i, span)'), ...spy.aliens()],
  /** An element that a probe makes for itself. */
  own(element) {
    mine.add(element);
    return element;
  },
  rowOf(node) {
    for (let at = node; at; at = at.parentNode ?? at.host) if (rows.includes(at)) return rows.indexOf(at);
    return 'page';
  },
  rows: () => rows,
  /** Hears of each element of others when it comes. */
  onArrival: hear => arrivals.push(hear),
  describe: node =>
    node instanceof Element
      ? [
          node.localName,
          ...[...node.attributes].filter(({ name }) => name !== 'elementtiming').map(a => `${a.name}="${a.value}"`),
        ].join(' ')
      : `${node.nodeName} "${node.textContent}"`,
  /** How often it looked. */
  looks: 0,
};

const teller = probe => (where, what) => {
  const row = typeof where === 'number' || where === 'page' ? where : spy.rowOf(where);
  // whose row it is, is no finding
  const said = String(what).replaceAll(WHO, who => who.slice(0, -1));
  findings[probe.name] ??= {};
  findings[probe.name][row] ??= new Set();
  findings[probe.name][row].add(said);
};

/** What was there before us and is none of our own markup came from elsewhere. */
for (const element of document.querySelectorAll(
  'html, head, body, meta, title, main, link, [href^="/spy/"], [src^="/spy/"]',
))
  mine.add(element);

for (const probe of probes) probe.start?.({ ...spy, tell: teller(probe) });
new MutationObserver(() => {
  for (const element of spy.aliens())
    if (!known.has(element)) for (const hear of arrivals) hear(known.add(element) && element);
}).observe(document, { childList: true, subtree: true });

rows = drawFeed(document.querySelector('main'));
for (const element of document.querySelectorAll('main *')) mine.add(element);

/** What was drawn until now has been told to those who observe it. */
async function told() {
  for (let frames = 0; frames < 6; frames++) await new Promise(requestAnimationFrame);
}

async function ask(what, guess) {
  await told();
  spy.looks += 1;
  for (const probe of probes) await probe[what]?.({ ...spy, tell: teller(probe) }, guess);
}

/** For the test. */
globalThis.spy = {
  probes: () => probes.map(({ name, reveals, only }) => ({ name, reveals, only })),
  /** Whether others put something into the page. */
  came: () => spy.aliens().length >= rows.length,
  /** Whether anything is drawn. The page's own words are not. */
  drawn: () => performance.getEntriesByName('first-contentful-paint').length > 0,
  /** Where the first name of each row stands, and where its line ends. */
  lines: () =>
    rows.map(row => {
      const name = row.querySelector('[dir]').getBoundingClientRect();
      const onLine = [...row.querySelectorAll('[dir] span, time')].map(each => each.getBoundingClientRect());
      const end = Math.max(...onLine.filter(({ top }) => top < name.bottom).map(({ right }) => right));
      return { x: name.x + 4, y: name.y + name.height / 2, end };
    }),
  look: () => ask('look'),
  /** `guess`: { words, origin, files } that the page tries. */
  end: guess => ask('end', guess),
  /** What was told since it was last asked for: { probe: { row or "page": [what] } } */
  take() {
    const told = JSON.stringify(findings, (_, value) => (value instanceof Set ? [...value].sort() : value));
    findings = {};
    return JSON.parse(told);
  },
};
