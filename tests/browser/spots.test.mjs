// A mark beside each name, at every spot that X has, on every host it answers to, and nowhere else.
import assert from 'node:assert/strict';
import { route } from '../pages/x/feed.mjs';
import { both, until } from './lib/browser.mjs';
import { begin, follow, HOME, look, nameOf, noteOn, settled } from './lib/marks.mjs';

/** What stands at an address, as the tests read it. */
const VIEWS = [
  ['x.com', '/home?n=30', ['author', 'quoted', 'card', 'above', 'suggestion', 'drawer']],
  ['x.com', '/anar', ['profile', 'author', 'above', 'suggestion']],
  ['x.com', '/anar/followers', ['row', 'suggestion']],
  ['x.com', '/i/lists/1/members', ['row']],
  ['x.com', '/eleni_karra/status/1', ['reply']],
  ['x.com', '/messages', ['conversation']],
  ['x.com', '/i/chat/890017-908042', ['chat']],
  ['twitter.com', '/home', ['author', 'quoted', 'above']],
  ['twitter.com', '/anar/followers', ['row']],
  ['mobile.x.com', '/home?n=30', ['author', 'quoted', 'card', 'above', 'suggestion']],
  ['mobile.x.com', '/anar', ['profile', 'author']],
  ['mobile.twitter.com', '/home', ['author']],
  ['pro.x.com', '/home?n=30', ['author', 'quoted', 'card', 'above', 'suggestion']],
];

both('each name at each spot has one mark, of the right person', { route }, async (browser, t) => {
  await begin(browser);
  for (const [host, address, kinds] of VIEWS) {
    const page = await browser.open(`https://${host}${address}`);
    const { names } = await settled(browser, page, { kinds });
    const counts = {};
    for (const { kind } of names) counts[kind] = (counts[kind] ?? 0) + 1;
    t.diagnostic(
      `${host}${address}: ${Object.entries(counts)
        .map(each => each.join(' '))
        .join(', ')}`,
    );
    await page.close();
  }
});

both('no mark on adverts, on yourself, on copies', { route }, async browser => {
  await begin(browser);
  const page = await browser.open(`${HOME}?n=30`);
  await settled(browser, page);
  const there = await page.evaluate(() => {
    const all = [...document.querySelectorAll('article [data-testid="User-Name"]')].map(each => each.textContent);
    return ['@wickandember', '@robin_vale'].map(who => all.filter(text => text.includes(who)).length);
  });
  assert.ok(
    there.every(count => count > 0),
    `an advert and a post of one's own are there: ${there}`,
  );
  const { names, stray } = await look(browser, page);
  const said = [...names.flatMap(({ hosts }) => hosts), ...stray].map(({ text }) => text);
  assert.ok(said.includes(noteOn('anar')));
  for (const who of ['wickandember', 'robin_vale']) assert.ok(!said.includes(noteOn(who)), who);
  await page.close();

  const profile = await browser.open('https://x.com/anar');
  const found = await settled(browser, profile, { kinds: ['profile'] });
  const copies = await profile.evaluate(
    () => document.querySelectorAll('[data-testid="primaryColumn"] h2 .shown').length,
  );
  assert.equal(copies, 1, 'the title of the column holds a copy of the name');
  assert.equal(found.names.filter(({ kind }) => kind === 'profile').length, 1);

  const own = await browser.open('https://x.com/robin_vale');
  await until(async () => (await look(browser, own)).names.some(({ hosts }) => hosts.length > 0), 'some marks');
  const mine = await look(browser, own);
  const all = [...mine.names.flatMap(({ hosts }) => hosts), ...mine.stray];
  assert.ok(!all.some(({ text }) => text === noteOn('robin_vale')));
  assert.deepEqual(mine.stray, []);
});

both('marks follow through the single page, back, and on what is added', { route }, async browser => {
  await begin(browser);
  const page = await browser.open(`${HOME}?n=20`);
  await page.evaluate(() => {
    window.untouched = true;
  });
  const kinds = [
    ['/anar', ['profile', 'author']],
    ['/anar/following', ['row']],
    ['/messages', ['conversation']],
    ['/i/lists/1/members', ['row']],
  ];
  await settled(browser, page, { kinds: ['author'] });
  for (const [href, expected] of kinds) {
    await follow(page, href);
    await settled(browser, page, { kinds: expected });
  }
  for (const [, expected] of kinds.slice(0, -1).reverse()) {
    await page.evaluate(() => history.back());
    await settled(browser, page, { kinds: expected });
  }
  await page.evaluate(() => history.back());
  const before = await settled(browser, page, { kinds: ['author', 'quoted'] });
  await page.evaluate(() => window.add(20));
  const after = await settled(browser, page);
  assert.ok(after.names.length > before.names.length);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await settled(browser, page);
  assert.ok(await page.evaluate(() => window.untouched));
});

both('the hover card has its mark, also when it is used again', { route }, async browser => {
  await begin(browser);
  const page = await browser.open(`${HOME}?n=20`);
  await settled(browser, page);
  for (const handle of ['jonaslindq', 'leilani_surveys']) {
    await page.hover(`aside a[href="/${handle}"]:not([tabindex="-1"]):not([aria-hidden])`);
    await until(
      async () => nameOf(await look(browser, page), 'hover card', handle)?.hosts[0]?.text === noteOn(handle),
      `the card of ${handle}`,
    );
    await settled(browser, page, { kinds: ['hover card'] });
  }
});
