// Visits to the page that spies (tests/pages/spy): what a user does there, and what the page has to tell of it afterwards.
import fs from 'node:fs';
import path from 'node:path';
import { until } from './browser.mjs';
import { ROOT } from './launch.mjs';

const PAGES = path.join(ROOT, 'tests/pages/spy');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** An extension that draws marks with every fault there is. */
export const CARELESS = path.join(PAGES, 'careless');

/** `ana1` is noted; `ana2`, whose name is equally wide, is not. */
export const NOTES = JSON.parse(fs.readFileSync(path.join(CARELESS, 'notes.json'), 'utf8'));
const NAMES = Object.keys(NOTES).map(who => who.slice(0, -1));

export const wordsOf = text => text.match(/\p{L}{4,}/gu) ?? [];
const WORDS = Object.values(NOTES).flatMap(wordsOf);

/** Where the page stands that spies, in each site's markup. */
export const SPIES = { x: 'https://x.com/home', linkedin: 'https://www.linkedin.com/feed/' };

export function route(host, address) {
  const { pathname } = new URL(address, 'https://x.com');
  const file = ['/home', '/feed/'].includes(pathname) ? 'index.html' : pathname.replace(/^\/spy\//, '');
  if (
    !Object.values(SPIES).some(spy => new URL(spy).hostname === host) ||
    !(path.extname(file) in TYPES) ||
    !fs.existsSync(path.join(PAGES, file))
  )
    return null;
  return {
    body: fs.readFileSync(path.join(PAGES, file)),
    type: `${TYPES[path.extname(file)]}; charset=utf-8`,
    headers: { 'content-security-policy': "style-src 'self'; style-src-attr 'unsafe-inline'" },
  };
}

/** A feed of the same names, in the same places: `digits` says of each row whether its person is the noted one (1) or the other (2). */
const addressOf = (spy, digits) => `${spy}?who=${NAMES.map((name, n) => name + digits[n]).join('.')}`;

function filesOf(folder) {
  const all = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return all.map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/**
 * One visit: what the page told before anything was pressed, and after: { told, pressed }, each { probe: { row or "page": [what] } }.
 * `ready(page)`: the marks are there. `turn(page, point, move)`: moves until the card at that point is open. `away(page)`: it is closed.
 */
async function visit(
  browser,
  digits,
  extension,
  { spy = SPIES.x, ready, turn = (_page, _point, move) => move(), away = () => {} },
) {
  const before = browser.requests.length;
  const page = await browser.open(addressOf(spy, digits));
  const { mouse, keyboard } = page;
  const look = () => page.evaluate(() => globalThis.spy.look());
  const take = () => page.evaluate(() => globalThis.spy.take());
  const lines = await page.evaluate(() => globalThis.spy.lines());
  const [{ x, y, end }] = lines;
  const point = line =>
    turn(page, line, async () => {
      await mouse.move(5, 5);
      await mouse.move(line.x, line.y);
    });

  await ready(page, digits);
  await look();

  for (const line of lines) {
    await point(line);
    await mouse.move(line.x, line.y - 40, { steps: 2 }); // over the card
    await mouse.move(line.x, line.y);
    await mouse.move(line.end + 200, line.y, { steps: 10 }); // over the mark
  }
  await point(lines[0]);
  await look();

  // until it rests. A turn of the wheel is heard before the page moved or after, as it happens: under the pointer must be the same then
  const turned = async deltaY => {
    await mouse.wheel({ deltaY });
    let was;
    await until(async () => {
      const now = await page.evaluate(() => scrollY);
      const rests = now === was;
      was = now;
      return rests && now > 0 === deltaY > 0;
    }, 'the page scrolls');
  };
  await mouse.move(end + 12, y);
  await turned(4);
  await turned(-8);
  await mouse.move(1, y);
  await turned(200);
  await turned(-400);
  await mouse.move(end + 12, y);
  await mouse.click(end + 12, y, { button: 'middle' });
  await mouse.move(x, y + 30);
  await mouse.down();
  await mouse.move(end + 60, y + 240, { steps: 10 }); // selects what lies between, and ends on the next mark
  await mouse.up();
  for (const _ of lines) for (const key of ['Tab', 'Tab', 'j', 'Escape']) await keyboard.press(key);
  await mouse.click(5, 5); // no name is in focus any more
  await away(page);
  await keyboard.down('Control');
  await keyboard.press('a');
  await keyboard.up('Control');
  await look();
  await page.evaluate(guess => globalThis.spy.end(guess), {
    words: WORDS,
    origin: browser.url('').slice(0, -1),
    files: filesOf(extension),
  });
  const told = await take();
  const asked = browser.requests.slice(before).map(request => request.path);
  told['letters at the server'] = { page: asked.filter(address => address.startsWith('/letter/')) };

  await mouse.click(end + 12, y);
  await mouse.move(5, 5);
  await away(page);
  await look();
  const pressed = await take();
  await page.close();
  return { told, pressed };
}

/** Two visits, and what they give away: { told, pressed }, each { probe: [what] }. */
export async function compare(browser, [one, other], extension, user, words = () => WORDS) {
  const first = await visit(browser, one, extension, user);
  const second = await visit(browser, other, extension, user);
  const secret = secretOf([...WORDS, ...words()]);
  return { told: leaks(first.told, second.told, secret), pressed: leaks(first.pressed, second.pressed, secret) };
}

/** What no page may say: a word of a note, our name, an address of an extension. */
const secretOf = words =>
  new RegExp(`(?<!\\p{L})(?:${[...new Set(words)].join('|')})(?!\\p{L})|kith|-extension:`, 'iu');

/** All that was told in one visit and not in the other, and all that holds a secret. */
function leaks(first, second, secret) {
  const found = {};
  for (const probe of new Set([...Object.keys(first), ...Object.keys(second)])) {
    for (const row of new Set([...Object.keys(first[probe] ?? {}), ...Object.keys(second[probe] ?? {})])) {
      const [one, other] = [first, second].map(told => new Set(told[probe]?.[row]));
      for (const what of new Set([...one, ...other])) {
        const where = one.has(what) ? (other.has(what) ? 'both' : 'first') : 'second';
        if (where === 'both' && !secret.test(what)) continue;
        found[probe] ??= [];
        found[probe].push(`row ${row}, ${where}: ${what}`);
      }
    }
  }
  return found;
}
