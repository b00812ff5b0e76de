// Each selector of a site's data finds what it says, as often as it says: on really saved pages (../shared/pages, where that folder is there) and on our own.
// What it finds is counted by the reading code itself, in the page.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import * as esbuild from 'esbuild';
import * as linkedin from '../pages/linkedin/feed.mjs';
import * as x from '../pages/x/feed.mjs';
import { both, until } from './lib/browser.mjs';
import { ROOT } from './lib/launch.mjs';
import { FOLDER, routeOf, SAVED } from './lib/saved.mjs';

const HOME = { linkedin: 'https://www.linkedin.com', x: 'https://x.com' };
const OURS = { linkedin, x };

/** Makes `count(network)`: { spots: [3, …], controls: […], things: […], acts: […], self: […] }, how often each is found on the page. */
const COUNT = `
import { sites } from './sites';
import { read, value } from './content/read';
globalThis.count = network => {
  const site = sites.find(each => each.network === network);
  const roots = [document, ...(site.roots ? [...document.querySelectorAll(site.roots)].map(host => host.shadowRoot).filter(Boolean) : [])];
  const all = find => roots.flatMap(root => [...root.querySelectorAll(find)]);
  const blocks = new Set(site.spots.flatMap(({ find }) => all(find)));
  const found = [...blocks].map(block => read(site, block)).map(each => each?.who && each.spot);
  return {
    spots: site.spots.map(spot => found.filter(each => each === spot).length),
    controls: site.controls.map(({ find }) => all(find).length),
    things: site.things.map(({ find }) => all(find).length),
    acts: site.acts.map(({ find, done = find }) => all(find + ',' + done).length),
    self: site.self.map(({ find, handle, name }) => all(find).filter(each => value(each, handle ?? name)).length),
  };
};
globalThis.wanted = network => {
  const { spots, ...others } = sites.find(each => each.network === network);
  const seen = list => others[list].map(({ seen }) => ({ seen }));
  return { spots: spots.map(({ kind, seen }) => ({ kind, seen })), controls: seen('controls'), things: seen('things'), acts: seen('acts'), self: seen('self') };
};
`;

const { outputFiles } = await esbuild.build({
  stdin: { contents: COUNT, resolveDir: path.join(ROOT, 'extension'), loader: 'ts' },
  bundle: true,
  write: false,
  format: 'iife',
});
const code = outputFiles[0].text;
// the same, here
const wanted = (() => {
  new Function('location', code)({ pathname: '' });
  return globalThis.wanted;
})();

/** Comes only when a name is pointed at: looked for in spots.test.mjs. */
const ELSEWHERE = ['hover card'];
const LISTS = ['spots', 'controls', 'things', 'acts', 'self'];

/** Where a site's data says that something is to be found. */
const pagesIn = network =>
  new Set(LISTS.flatMap(list => wanted(network)[list].flatMap(({ seen }) => Object.keys(seen ?? {}))));

/** What is found on a page, against what is said. */
async function counted(page, network, name) {
  await page.evaluate(code);
  const says = wanted(network);
  const expected = Object.fromEntries(LISTS.map(list => [list, says[list].map(({ seen }) => seen?.[name] ?? 0)]));
  let found;
  const ask = async () => {
    found = await page.evaluate(each => window.count(each), network);
    return JSON.stringify(found) === JSON.stringify(expected);
  };
  await until(ask, name, { ms: 4000, every: 100 }).catch(() => {});
  return { found, expected };
}

function compare(name, { found, expected }, say) {
  if (process.env.KITH_SEEN) say(`${name} ${JSON.stringify(found)}`);
  else assert.deepEqual(found, expected, name);
}

if (SAVED.length === 0) test('what is found on saved pages', t => t.skip(`no saved pages: ${FOLDER} is not there`));

for (const network of Object.keys(OURS)) {
  test(`each selector of ${network} says where it is found`, () => {
    for (const list of LISTS)
      for (const [at, { seen, kind }] of wanted(network)[list].entries())
        assert.ok(ELSEWHERE.includes(kind) || Object.keys(seen ?? {}).length > 0, `${list} ${at}`);
    const saved = new Set(SAVED.map(({ page }) => page.replace('.html', '')));
    for (const name of pagesIn(network))
      assert.ok(name.startsWith('/') || saved.size === 0 || saved.has(name), `${name} is no page`);
  });

  if (SAVED.length > 0)
    both(`on the saved pages of ${network} each selector finds what it says`, async (browser, t) => {
      for (const each of SAVED.filter(({ site }) => site === network)) {
        browser.route = routeOf(each);
        const page = await browser.open(each.url);
        const name = each.page.replace('.html', '');
        compare(name, await counted(page, network, name), line => t.diagnostic(line));
        await page.close();
      }
    });

  both(
    `on our own pages of ${network} each selector finds what it says`,
    { route: OURS[network].route },
    async (browser, t) => {
      const own = process.env.KITH_SEEN?.startsWith('/')
        ? process.env.KITH_SEEN.split(' ')
        : [...pagesIn(network)].filter(name => name.startsWith('/'));
      for (const name of own) {
        const page = await browser.open(`${HOME[network]}${name}`);
        compare(name, await counted(page, network, name), line => t.diagnostic(line));
        await page.close();
      }
    },
  );
}
