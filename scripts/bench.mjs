// What Kith costs, in Chromium: on each site beside the same feed without it, from a name in the page to its mark on the screen, and
// at each wake of the background; what an archive costs (bench-import.mjs). Each figure is a median or a 95th percentile; RUNS=n for more runs, SITES=linkedin for one site.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { linkedinArchive } from '../tests/browser/lib/big-archives.mjs';
import { bring, enableAll } from '../tests/browser/lib/kith.mjs';
import { launch } from '../tests/browser/lib/launch.mjs';
import { until } from '../tests/browser/lib/until.mjs';
import * as linkedin from '../tests/pages/linkedin/feed.mjs';
import * as x from '../tests/pages/x/feed.mjs';
import { archives } from './bench-import.mjs';

const RUNS = Number(process.env.RUNS ?? 3);
const POSTS = 1000;
const BATCH = 10;
const STORES = process.env.STORES?.split(',').map(Number) ?? [1000, 100000];
/** Imported interactions. */
const HISTORIES = process.env.HISTORIES?.split(',').map(Number) ?? [1000, 100000, 1000000];

const noted = (network, handle, name, n) => ({
  name,
  profiles: [{ network, handle }],
  notes: [{ text: `note ${n}`, time: '2026-01-05T10:00:00Z' }],
});
const isFifth = (_, n) => n % 5 === 0;

/** Where a feed stands, who is noted there, and where the first link in a post leads to its author. */
const SITES = {
  x: {
    home: `https://x.com/home?n=${BATCH}`,
    route: x.route,
    people: x.people.filter(isFifth).map(({ handle, name }, n) => noted('x', handle, name, n)),
    post: '[data-testid="cellInnerDiv"]',
    author: '[data-testid="User-Name"] a',
    handle: '^/([^/]+)$',
  },
  linkedin: {
    home: `https://www.linkedin.com/feed/?n=${BATCH}`,
    route: linkedin.route,
    people: linkedin.people.filter(isFifth).map(({ slug, name }, n) => noted('linkedin', slug, name, n)),
    post: '[data-lazy-mount-id]',
    author: '[role="listitem"] a:has(p)[href*="/in/"]',
    handle: '/in/([^/]+)',
  },
};

/** A feed of 1,000 posts, ten at a time, a fifth of the people noted: with Kith and without, in turns. */
async function feed(site) {
  const runs = { without: [], with: [] };
  for (let run = 0; run < RUNS; run += 1)
    for (const which of Object.keys(runs)) runs[which].push(await scroll(SITES[site], which === 'with'));
  const figures = ['script', 'layout', 'work', 'long', 'memory'];
  const of = which => Object.fromEntries(figures.map(figure => [figure, median(runs[which].map(run => run[figure]))]));
  const [bare, kith] = [of('without'), of('with')];
  console.log(
    `${site}: feed of ${POSTS} posts, medians of ${RUNS} runs (script, style and layout, all work: ms; heap: MB)`,
  );
  for (const [name, row] of Object.entries({ without: bare, with: kith })) {
    console.log(`  ${name.padEnd(8)} ${figures.map(figure => `${figure} ${row[figure].toFixed(1)}`).join('  ')}`);
  }
  const share = (100 * (kith.script - bare.script)) / bare.work;
  console.log(
    `  Kith adds ${share.toFixed(1)} % of the page's own work in script, ${kith.long - bare.long} long frames`,
  );
}

async function scroll({ home, route, people }, withKith) {
  const browser = await launch('chromium', { route, ...(withKith ? {} : { extension: null }) });
  try {
    if (withKith) await prepare(browser, people);
    const page = await browser.open(home);
    if (withKith) await firstMark(browser, page);
    else await page.waitForFunction(() => globalThis.add);
    const client = await page.createCDPSession();
    await client.send('Performance.enable');
    await page.evaluate(() => {
      // what a content script does is no long task to the page, but it makes a frame long
      globalThis.long = [];
      new PerformanceObserver(list => globalThis.long.push(...list.getEntries())).observe({
        type: 'long-animation-frame',
      });
    });
    const before = await metrics(client);
    for (let n = 0; n < POSTS; n += BATCH) {
      await more(page);
      await pause(30); // as fast as nobody scrolls
    }
    await page.evaluate(() => new Promise(done => requestIdleCallback(done)));
    const after = await metrics(client);
    await client.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize } = await metrics(client);
    const ms = name => (after[name] - before[name]) * 1000;
    return {
      script: ms('ScriptDuration'),
      layout: ms('LayoutDuration') + ms('RecalcStyleDuration'),
      work: ms('TaskDuration'),
      long: await page.evaluate(() => globalThis.long.length),
      memory: JSHeapUsedSize / 2 ** 20,
    };
  } finally {
    await browser.close();
  }
}

/** The next posts, and the end of the feed in view: some sites scroll a part of the page. */
const more = page =>
  page.evaluate(count => {
    globalThis.add(count);
    const scrolled = document.querySelector('main#workspace') ?? document.documentElement;
    scrolled.scrollTop = scrolled.scrollHeight;
  }, BATCH);

/** From the frame in which a post comes to the one in which its author's note is there. */
async function marks(site, size, history = 0) {
  const { home, route, people, post, author, handle } = SITES[site];
  const others = Array.from({ length: size - people.length }, (_, n) => noted(site, `other${n}`, `Other ${n}`, n));
  const browser = await launch('chromium', { route });
  try {
    await prepare(browser, [...people, ...others]);
    if (history > 0) await bringHistory(browser, people, history);
    const page = await browser.open(home);
    await firstMark(browser, page);
    const inScript = await world(browser, page);
    const handles = people.map(person => person.profiles[0].handle);
    await inScript(stopwatch, { noted: handles, post, author, handle });
    for (let n = 0; n < POSTS / 5; n += BATCH) {
      await more(page);
      await pause(100);
    }
    const times = await inScript(() => globalThis.times);
    console.log(
      `${site}: mark of a noted name, ${size} people${history ? ` and ${history} imported interactions` : ''} in the store: median ${median(times).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms (${times.length} marks)`,
    );
  } finally {
    await browser.close();
  }
}

/** Messages with the noted and with many others, by an archive of LinkedIn. */
async function bringHistory(browser, people, messages) {
  const noted = people.map(({ name, profiles: [{ handle }] }) => [name, encodeURIComponent(handle)]);
  const others = Array.from({ length: Math.ceil(messages / 300) }, (_, n) => [`Person ${n}`, `person-${n}`]);
  const file = linkedinArchive(path.join(browser.downloads, 'linkedin.zip'), messages, [...noted, ...others]);
  const { state, said } = await bring(browser, fs.readFileSync(file), { name: 'linkedin.zip', ms: 600000 });
  if (state !== 'done') throw new Error(said);
}

/** Runs in the content script's world, which alone can look into its roots; it waits for posts of the noted only. */
function stopwatch({ noted, post: posts, author, handle }) {
  globalThis.times = [];
  const waiting = new Map();
  const authorOf = post => {
    const { pathname } = new URL(post.querySelector(author)?.href ?? 'about:blank');
    return decodeURIComponent(new RegExp(handle).exec(pathname)?.[1] ?? '');
  };
  const drawn = element =>
    element instanceof HTMLElement && chrome.dom.openOrClosedShadowRoot(element)?.querySelector('[data-text^="note "]');
  new MutationObserver(changes => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        const post = node.nodeType === 1 && node.matches(posts);
        if (post && noted.includes(authorOf(node))) waiting.set(node, performance.now());
      }
    }
  }).observe(document, { subtree: true, childList: true });
  const look = () => {
    for (const [post, since] of waiting) {
      if (![...post.querySelectorAll('*')].some(drawn)) continue;
      globalThis.times.push(performance.now() - since);
      waiting.delete(post);
    }
    requestAnimationFrame(look);
  };
  look();
}

/** Workers that hold nothing: one that answers at once, and one that first reads a record, as whoever keeps notes must. */
const WORKERS = {
  'an empty one': 'chrome.runtime.onMessage.addListener((_, __, respond) => respond(null));',
  'one that reads a record': `chrome.runtime.onMessage.addListener((_, __, respond) => {
    const opening = indexedDB.open('store', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('people');
    opening.onsuccess = () => {
      const reading = opening.result.transaction('people').objectStore('people').get('anar');
      reading.onsuccess = () => respond(null);
    };
    return true;
  });`,
};

/** A background that sleeps, from the question to the answer, beside others. */
async function wake() {
  const ask = { kind: 'marks', sightings: [{ network: 'x', handle: 'anar' }] };
  const said = [`Kith ${(await wakes(undefined, 'popup.html', ask)).toFixed(0)} ms`];
  for (const [name, script] of Object.entries(WORKERS)) {
    const extension = extensionOf(script);
    said.push(`${name} ${(await wakes(extension, 'page.html', ask)).toFixed(0)} ms`);
    fs.rmSync(extension, { recursive: true });
  }
  console.log(`background wakes and answers: ${said.join(', ')}`);
}

async function wakes(extension, from, ask) {
  const browser = await launch('chromium', { extension });
  try {
    const page = await browser.open(from);
    const answer = () =>
      page.evaluate(async ask => {
        const since = performance.now();
        await chrome.runtime.sendMessage({ ask });
        return performance.now() - since;
      }, ask);
    await answer();
    const times = [];
    for (let n = 0; n < 15; n += 1) {
      await browser.sleep();
      times.push(await answer());
    }
    return median(times);
  } finally {
    await browser.close();
  }
}

function extensionOf(script) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'worker-'));
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name: 'worker',
      version: '1',
      background: { service_worker: 'background.js' },
    }),
    'background.js': script,
    'page.html': '<!doctype html><title>empty</title>',
  };
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
}

const FIRST = ['Ana', 'Ben', 'Chiara', 'Dmitri', 'Edith', 'Femi', 'Grace', 'Hiro', 'Ines', 'Jamal'];
const LAST = ['Ruiz', 'Okafor', 'Marlow', 'Petrov', 'Nakamura', 'Quintela', 'Silva', 'Weber', 'Yilmaz', 'Zhang'];
const ABOUT = ['gardens', 'mentors beginners', 'met in Oslo', 'builds compilers', 'teaches Rust', 'plays chess'];
/** One key, a name, a word of a note with a name, nobody. */
const QUERIES = ['a', 'ana ruiz', 'gard chi', 'xyzzy'];

/** Somebody with a name of many, notes, and so many interactions. */
function somebody(n, interactions = 0) {
  return {
    name: `${FIRST[n % 10]} ${LAST[Math.floor(n / 10) % 10]}${n < 100 ? '' : ` ${n}`}`,
    profiles: [{ network: 'x', handle: `person${n}` }],
    notes: [{ text: `${ABOUT[n % 6]}, ${ABOUT[(n * 7) % 6]}`, time: '2026-01-05T10:00:00Z' }],
    interactions: Array.from({ length: interactions }, (_, i) => ({
      kind: ['message', 'reply', 'comment'][i % 3],
      direction: ['given', 'received'][i % 2],
      time: new Date(Date.UTC(2016, 0, 1) + i * 6_000_000).toISOString(),
      network: 'x',
      excerpt: `some words of no weight, number ${i}`,
    })),
  };
}

/** Kith's own views with few people beside the same with many, and with a long history beside a short one. */
async function views() {
  for (const [people, interactions] of [
    [10, 10],
    [10_000, 50_000],
  ]) {
    const browser = await launch('chromium', {});
    try {
      const all = Array.from({ length: people }, (_, n) => somebody(n, n === 0 ? interactions : 0));
      await prepare(browser, all);
      const page = await browser.open('popup.html');
      const found = [];
      for (const query of QUERIES) {
        const times = await page.evaluate(async query => {
          const times = [];
          for (let n = 0; n < 15; n += 1) {
            const since = performance.now();
            await chrome.runtime.sendMessage({ ask: { kind: 'find', query } });
            times.push(performance.now() - since);
          }
          return times;
        }, query);
        found.push(`"${query}" ${median(times).toFixed(0)}`);
      }
      const opens = await opening(browser, 'dashboard.html#person=x%3Aperson0', '.item');
      const cursor = await opening(browser, 'popup.html?person=x:person0', '#note:focus');
      console.log(
        `views, ${people} people, one of them with ${interactions} interactions (ms): search ${found.join(', ')}; ` +
          `that person open ${opens.toFixed(0)}; popup to cursor ${cursor.toFixed(0)}`,
      );
    } finally {
      await browser.close();
    }
  }
}

/** From the beginning of a page to the moment at which an element is there; the median of several. */
async function opening(browser, address, selector) {
  const times = [];
  for (let n = 0; n < 7; n += 1) {
    const page = await browser.driver.newPage();
    await page.evaluateOnNewDocument(selector => {
      const look = () => {
        if (document.querySelector(selector)) globalThis.there = performance.now();
        else requestAnimationFrame(look);
      };
      look();
    }, selector);
    await page.bringToFront();
    await page.goto(browser.url(address));
    times.push(await until(() => page.evaluate(() => globalThis.there), selector));
    await page.close();
  }
  return median(times);
}

async function prepare(browser, people) {
  await enableAll(browser);
  const { state, said } = await bring(browser, { kith: 1, people }, { ms: 600000 });
  if (state !== 'done') throw new Error(said);
}

const firstMark = (browser, page) => until(async () => (await browser.shadows(page)).length > 0, 'the first mark');

/** Evaluates functions in the world of Kith's content script. */
async function world(browser, page) {
  const client = await page.createCDPSession();
  const contexts = [];
  client.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await client.send('Runtime.enable');
  const ours = await until(
    async () => contexts.find(({ origin }) => origin === browser.url('').slice(0, -1)),
    'the script',
  );
  return async (work, ...given) => {
    const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
      expression: `(${work})(...${JSON.stringify(given)})`,
      contextId: ours.id,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}

async function metrics(client) {
  const { metrics } = await client.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function median(values) {
  return percentile(values, 0.5);
}

for (const site of process.env.SITES?.split(',') ?? Object.keys(SITES)) {
  await feed(site);
  for (const size of STORES) await marks(site, size);
}
if (!process.env.SITES || process.env.SITES.includes('linkedin'))
  for (const history of HISTORIES) await marks('linkedin', 1000, history);
await archives();
await views();
await wake();
