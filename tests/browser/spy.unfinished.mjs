import fs from 'node:fs';
import path from 'node:path';
import { both, until } from './lib/browser.mjs';
import { bring, enableAll } from './lib/kith.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SPY = path.join(ROOT, 'tests/pages/spy');
const CARELESS = path.join(SPY, 'careless');

/** Of each pair `ana1` is noted, `ana2` is not. */
const NOTES = JSON.parse(fs.readFileSync(path.join(CARELESS, 'notes.json'), 'utf8'));
const NAMES = Object.keys(NOTES).map(who => who.slice(0, -1));
const feed = digits => NAMES.map((name, n) => name + digits[n]).join('.');

const ALL_OR_NONE = ['111111', '222222'];
const BY_TURNS = ['121212', '212121'];

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
function route(host, address) {
  const { pathname } = new URL(address, 'https://x.com');
  const file = path.join(SPY, pathname.startsWith('/spy/') ? pathname.slice(5) : 'index.html');
  if (host !== 'x.com' || !(pathname === '/home' || pathname.startsWith('/spy/'))) return null;
  const headers = { 'content-security-policy': "style-src 'self'; style-src-attr 'unsafe-inline'" };
  return { body: fs.readFileSync(file), type: `${TYPES[path.extname(file)]}; charset=utf-8`, headers };
}

const wordsOf = text => text.match(/\p{L}{3,}/gu) ?? [];
const WORDS = Object.values(NOTES).flatMap(wordsOf);

/** What no finding may contain. */
const secrets = words => new RegExp(`(?<!\\p{L})(?:${[...new Set(words)].join('|')})(?!\\p{L})|kith|-extension:`, 'iu');

/** What two visits tell: { probe: [what is said of one and not of the other, or holds a secret] }. */
function leaks([one, other], secret = secrets(WORDS)) {
  const found = {};
  for (const probe of new Set([...Object.keys(one), ...Object.keys(other)]))
    for (const row of new Set([...Object.keys(one[probe] ?? {}), ...Object.keys(other[probe] ?? {})])) {
      const [here, there] = [one, other].map(told => new Set(told[probe]?.[row]));
      for (const what of new Set([...here, ...there]))
        if (here.has(what) !== there.has(what) || secret.test(what)) {
          found[probe] ??= [];
          found[probe].push(
            `row ${row}, ${here.has(what) ? 'noted' : ''} ${there.has(what) ? 'unnoted' : ''}: ${what}`,
          );
        }
    }
  return found;
}

const files = folder =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)));

/** Opens the feed and looks at it: at rest, with a name pointed at, and after all that a user does; then something is pressed. */
async function visit(browser, who, { extension, ready, turned = () => {}, away = () => {} }) {
  const { length } = browser.requests;
  const page = await browser.open(`https://x.com/home?who=${who}`);
  const guess = { words: WORDS, origin: new URL(browser.url('')).href.replace(/\/$/, ''), files: files(extension) };
  const look = () => page.evaluate(() => globalThis.spy.look());
  const take = () => page.evaluate(() => globalThis.spy.take());
  const lines = await page.evaluate(() => globalThis.spy.lines());
  const { mouse, keyboard } = page;

  await ready(page);
  await look();
  for (const [row, { x, y, end }] of lines.entries()) {
    await turned(page, row, async () => {
      await mouse.move(5, 5);
      await mouse.move(x, y);
    });
    await mouse.move(x, y - 40, { steps: 4 }); // over the card
    await mouse.move(x, y);
    await mouse.move(end + 60, y, { steps: 12 }); // over the mark
    await mouse.move(end + 200, y, { steps: 6 });
  }
  const [{ x, y, end }] = lines;
  await turned(page, 0, async () => {
    await mouse.move(5, 5);
    await mouse.move(x, y);
  });
  await look();

  const at = top => until(() => page.evaluate(top => scrollY > 0 === top, top), 'the page is scrolled');
  await mouse.move(end + 12, y);
  await mouse.wheel({ deltaY: 200 });
  await at(true);
  await mouse.wheel({ deltaY: -400 });
  await at(false);
  await mouse.click(end + 12, y, { button: 'middle' });
  await mouse.move(x, y + 30);
  await mouse.down();
  await mouse.move(end + 60, y + 200, { steps: 10 }); // selects what lies between
  await mouse.up();
  for (const _ of lines) for (const key of ['Tab', 'Tab', 'j', 'Escape']) await keyboard.press(key);
  await keyboard.down('Control');
  await keyboard.press('a');
  await keyboard.up('Control');
  await look();
  await page.evaluate(guess => globalThis.spy.end(guess), guess);
  const told = await take();
  told['letters at the server'] = {
    page: browser.requests
      .slice(length)
      .map(({ path }) => path)
      .filter(path => path.startsWith('/letter/')),
  };

  await mouse.click(5, 5); // no name is in focus any more
  await mouse.click(end + 12, y);
  await mouse.move(5, 5);
  await away(page);
  await look();
  const pressed = await take();
  await page.close();
  return { told, pressed };
}

/** Both of a pair, one after the other. */
async function visits(browser, feeds, options) {
  const each = [];
  for (const digits of feeds) each.push(await visit(browser, feed(digits), options(digits)));
  return { told: each.map(({ told }) => told), pressed: each.map(({ pressed }) => pressed) };
}

both('each probe of the spy catches a careless mark', { extension: CARELESS, route }, async (browser, t) => {
  const ready = page => until(() => page.evaluate(() => globalThis.spy.aliens() > 20), 'the marks');
  const { told, pressed } = await visits(browser, ALL_OR_NONE, () => ({ extension: CARELESS, ready }));
  const caught = leaks(told);
  for (const [probe, found] of Object.entries(leaks(pressed))) caught[probe] ??= found;
  const page = await browser.open(`https://x.com/home?who=${feed('111111')}`);
  for (const { name, reveals, only } of await page.evaluate(() => globalThis.spy.probes())) {
    const elsewhere = only && !(browser.kind in only);
    t.diagnostic(
      `${name}: ${caught[name]?.length ?? Object.values(only ?? {})[0] ?? 'NOTHING'} ${caught[name]?.[0]?.slice(0, 150) ?? ''}`,
    );
    if (Boolean(caught[name]) === Boolean(elsewhere)) console.log('WRONG', `${name}: ${reveals}`);
  }
});

const PEOPLE = {
  kith: 1,
  people: Object.entries(NOTES).map(([who, text]) => ({
    name: who,
    profiles: [{ network: 'x', handle: who }],
    ...(who === 'dov1'
      ? { interactions: [{ kind: 'message', direction: 'received', time: '2026-03-02', network: 'x', excerpt: text }] }
      : { notes: [{ text, time: '2026-01-05' }] }),
  })),
};

/** What Kith shows: [{ text, card }]. */
async function shown(browser, page) {
  const roots = await browser.shadows(page);
  const last = await browser.apply(
    page,
    roots.map(({ host }) => host),
    host => host.parentNode === document.documentElement,
  );
  return roots.flatMap(({ elements }, n) =>
    elements.flatMap(({ attributes }) =>
      attributes['data-text'] ? { text: attributes['data-text'], card: last[n] } : [],
    ),
  );
}

both('a page that spies learns nothing of whom the user noted or what', { route }, async (browser, t) => {
  await enableAll(browser);
  await bring(browser, PEOPLE);
  const said = new Set();
  const texts = async (page, wanted) => {
    const all = (await shown(browser, page)).filter(({ card }) => card === wanted).map(({ text }) => text);
    for (const text of all) said.add(text);
    return all;
  };
  const options = digits => ({
    extension: path.join(ROOT, 'dist', browser.kind),
    ready: page =>
      until(async () => {
        const marks = await texts(page, false);
        return (
          marks.length === digits.split('1').length - 1 &&
          (await page.evaluate(() => globalThis.spy.aliens())) >= NAMES.length
        );
      }, 'the marks'),
    turned: (page, row, turn) =>
      until(async () => {
        await turn();
        return until(async () => (await texts(page, true))[0], 'the card', { ms: 1500 });
      }, `the card of row ${row}`),
    away: page => until(async () => (await texts(page, true)).length === 0, 'the card closes'),
  });
  for (const feeds of [ALL_OR_NONE, BY_TURNS]) {
    const { told, pressed } = await visits(browser, feeds, options);
    t.diagnostic(JSON.stringify([...said]));
    console.log(JSON.stringify(leaks(told)).slice(0, 6000));
    console.log('PRESSED', JSON.stringify(leaks(pressed)).slice(0, 2000));
  }
});
