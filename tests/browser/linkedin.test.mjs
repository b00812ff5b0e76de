// A mark beside each name on LinkedIn, in both of its fronts, at every kind of place, and nowhere else.
import assert from 'node:assert/strict';
import { addressOf, me, people, postAt, route, seller } from '../pages/linkedin/feed.mjs';
import { both, until } from './lib/browser.mjs';
import { bring, enableAll, exportAll } from './lib/kith.mjs';
import { beginOnLinkedin, everybodyOnLinkedin, LINKEDIN, look, noteAllOn, noteOn, settled } from './lib/marks.mjs';
import { send } from './lib/views.mjs';

const { slug } = people[0];

/** What stands at an address. */
const VIEWS = [
  ['/feed/?n=14', ['author', 'above', 'comment', 'reply', 'card']],
  ['/feed/?n=14&shape=june', ['author', 'above', 'comment']],
  ['/feed/?n=14&shape=march', ['author', 'above', 'comment']],
  ['/feed/?n=14&front=old', ['author', 'quoted', 'above', 'comment', 'reply']],
  [`/in/${slug}/`, ['profile', 'author', 'card']],
  [`/in/${slug}/?front=old`, ['profile', 'author', 'card']],
  ['/search/results/people/', ['row', 'mutual']],
  ['/search/results/people/?shape=2025', ['row', 'mutual']],
  ['/search/results/people/?front=old', ['row', 'mutual']],
  ['/search/results/content/', ['author']],
  ['/search/results/content/?front=old', ['author', 'quoted']],
  ['/mynetwork/grow/', ['invitation', 'suggestion']],
  ['/mynetwork/invitation-manager/received/', ['invitation']],
  ['/mynetwork/invite-connect/connections/', ['row']],
  ['/mynetwork/network-manager/people-follow/followers/', ['row']],
  ['/company/tideline-instruments/people/', ['lockup']],
  ['/notifications/', ['notification']],
  ['/messaging/thread/adaeze-nwosu-4410/', ['thread', 'message']],
  ['/preload/frame/', ['lockup']],
];

/**
 * Rows of conversations have neither a link nor an id: nothing tells whose name it is. Nothing on pages but the newer feed tells the page's script who is signed
 * in, so that your own name may have a host there, as every name has; the library keeps it silent.
 */
const options = { noted: everybodyOnLinkedin, without: ['conversation'], silent: true };

both('each name on LinkedIn has one mark, of the right person', { route }, async (browser, t) => {
  await beginOnLinkedin(browser);
  for (const [address, kinds] of VIEWS) {
    const page = await browser.open(`${LINKEDIN}${address}`);
    const found = await settled(browser, page, { ...options, kinds });
    const wider = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('main')].map(each => each.scrollWidth - each.clientWidth),
    );
    assert.ok(
      wider.every(by => by <= 0),
      `${address}: nothing can be scrolled sideways (${wider})`,
    );
    const counts = {};
    for (const { kind, hosts } of found.names) counts[kind] = (counts[kind] ?? 0) + hosts.length;
    t.diagnostic(
      `${address}: ${Object.entries(counts)
        .map(each => each.join(' '))
        .join(', ')}`,
    );
    await page.close();
  }
});

both('no mark on adverts, on companies, on yourself', { route }, async browser => {
  await beginOnLinkedin(browser);
  const addresses = ['/feed/?n=14', '/feed/?n=14&shape=june', '/feed/?n=14&shape=march', '/feed/?n=14&front=old'];
  // known from the feed, also where nothing tells
  addresses.push('/search/results/content/', '/messaging/thread/adaeze-nwosu-4410/', `/in/${me.slug}/`);
  for (const address of addresses) {
    const page = await browser.open(`${LINKEDIN}${address}`);
    const { names, stray } = await settled(browser, page, options);
    const said = [...names.flatMap(({ hosts }) => hosts), ...stray].map(({ text }) => text);
    for (const each of [me, seller]) assert.ok(!said.includes(noteOn(each.slug)), `${address}: ${each.slug}`);
    await page.close();
  }
});

both('marks follow through the single page of LinkedIn, back, and on what is added', { route }, async browser => {
  await beginOnLinkedin(browser);
  for (const front of ['new', 'old']) {
    const page = await browser.open(`${LINKEDIN}/feed/?n=12&front=${front}`);
    await page.evaluate(() => {
      window.untouched = true;
    });
    await settled(browser, page, { ...options, kinds: ['author'] });
    const go = (address, kinds) =>
      page
        .evaluate(to => {
          history.pushState({}, '', to);
          dispatchEvent(new PopStateEvent('popstate'));
        }, `${address}?front=${front}`)
        .then(() => settled(browser, page, { ...options, kinds }));
    await go(`/in/${slug}/`, ['profile', 'card']);
    await go('/search/results/people/', ['row', 'mutual']);
    await page.goBack();
    await settled(browser, page, { ...options, kinds: ['profile'] });
    await page.goBack();
    await settled(browser, page, { ...options, kinds: ['author'] });
    await page.evaluate(() => window.add(12));
    const more = await settled(browser, page, { ...options, kinds: ['author'] });
    assert.ok(more.names.length > 20);
    await page.evaluate(() => window.redraw());
    await settled(browser, page, options);
    assert.equal(await page.evaluate(() => window.untouched), true, 'the page was not loaded anew');
    await page.close();
  }
});

both('names inside the open root and inside a frame have their marks', { route }, async browser => {
  await beginOnLinkedin(browser);
  const page = await browser.open(`${LINKEDIN}/feed/?n=4`);
  await settled(browser, page, options);
  await page.evaluate(() => window.chat('adaeze-nwosu-4410'));
  const { names } = await settled(browser, page, { ...options, kinds: ['overlay'] });
  assert.ok(names.some(({ kind, hosts }) => kind === 'overlay' && hosts[0].text === noteOn('adaeze-nwosu-4410')));

  const jobs = await browser.open(`${LINKEDIN}/jobs/`);
  const frame = await until(
    () => jobs.frames().find(each => each.url().includes('/preload/frame/')) ?? null,
    'the frame is there',
  );
  await until(
    () =>
      frame.evaluate(() => {
        const hosts = [...document.querySelectorAll('span')].filter(
          each => !each.attributes.length && !each.firstChild,
        );
        const names = window.names();
        const has = ({ element }) => hosts.some(host => host.previousElementSibling?.contains(element));
        return names.length === 2 && names.every(has);
      }),
    'both names in the frame have their host',
  );
});

/** Parts of a post and into what they go, in the order in which a page may get them: until the last has come it could be an advert. */
const PARTS = {
  old: [
    ['main', '<div data-urn="urn:li:activity:1" class="feed-shared-update-v2"></div>'],
    [
      '[data-urn]',
      '<div class="update-components-header"><span class="update-components-header__text-view"><a href="/in/ana-ruiz/">Ana</a> likes this</span></div>',
    ],
    [
      '[data-urn]',
      '<div class="update-components-actor__container"><a href="/in/ana-ruiz/"><span class="update-components-actor__title"><span aria-hidden="true">Ana</span></span></a></div>',
    ],
    ['.update-components-actor__container', '<span class="update-components-actor__sub-description">2h</span>'],
  ],
  new: [
    ['main', '<div data-testid="mainFeed"><div role="listitem" componentkey="cardFeedType_MAIN_FEED"></div></div>'],
    ['[role="listitem"]', '<p><a href="/in/ana-ruiz/"><strong>Ana</strong></a> likes this</p>'],
    ['[role="listitem"]', '<a href="/in/ana-ruiz/"><p>Ana</p></a>'],
    ['[role="listitem"]', '<button><svg id="close-small"></svg></button>'],
  ],
};

both('a post that comes piece by piece has its names, as soon as it is known for one', async browser => {
  browser.route = () => ({ body: '<!doctype html><main></main>' });
  await enableAll(browser);
  await bring(browser, noteAllOn('linkedin', ['ana-ruiz']));
  for (const [front, parts] of Object.entries(PARTS)) {
    const page = await browser.open(`${LINKEDIN}/feed/?${front}`);
    for (const [into, html] of parts)
      await page.evaluate(
        (into, html) => {
          document.querySelector(into).insertAdjacentHTML('beforeend', html);
          // each in a frame of its own
          return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        },
        into,
        html,
      );
    await until(async () => {
      const said = (await browser.shadows(page)).flatMap(({ elements }) =>
        elements.map(e => e.attributes['data-text']),
      );
      return said.filter(text => text === noteOn('ana-ruiz')).length === 2;
    }, `both names of the ${front} post`);
    await page.close();
  }
});

/** Turns to a name with the pointer, and answers with what the page's script says about it. */
async function sightingAt(own, page, handle, kind) {
  await page.bringToFront();
  await until(
    () =>
      page.evaluate(
        (handle, kind) => {
          const name = window.names().find(each => each.handle === handle && each.kind === kind);
          name?.element.scrollIntoView({ block: 'center' });
          window.target = name?.element;
          return Boolean(name);
        },
        handle,
        kind,
      ),
    `${kind} ${handle}`,
  );
  const { x, y } = await page.evaluate(() => window.target.getBoundingClientRect().toJSON());
  await page.mouse.move(x + 4, y + 6);
  await page.mouse.move(x + 6, y + 7);
  const { href } = new URL(page.url());
  return until(
    () =>
      own.evaluate(async address => {
        const { tabs } = globalThis.browser ?? chrome;
        const [tab] = await tabs.query({ url: `${address.split('?')[0]}*` });
        return tabs.sendMessage(tab.id, { whom: true });
      }, href),
    'the script says whose name that is',
  );
}

both('a note keeps the address of the post, also out of the tokens of the newer feed', { route }, async browser => {
  await beginOnLinkedin(browser);
  const own = await browser.open('dashboard.html');
  const kinds = new Set();
  for (const front of ['new', 'old']) {
    const page = await browser.open(`${LINKEDIN}/feed/?n=14&front=${front}`);
    await until(async () => (await look(browser, page)).names.some(({ hosts }) => hosts.length > 0), 'some marks');
    const authors = await page.evaluate(() =>
      window
        .names()
        .filter(({ kind, optional, address }) => kind === 'author' && !optional && address)
        .map(({ handle, address }) => [handle, address]),
    );
    assert.ok(authors.length > 4);
    const seen = new Set();
    for (const [handle, address] of authors) {
      if (seen.has(handle)) continue;
      seen.add(handle);
      const sighting = await sightingAt(own, page, handle, 'author');
      assert.equal(sighting.handle, handle);
      const who = `linkedin:${handle}`;
      const answer = await send(own, { kind: 'note', who, text: `at ${front}`, place: sighting.post });
      assert.equal(answer.person.notes[0].place, address, `${front} ${handle}`);
      kinds.add(/urn:li:(\w+)/.exec(address)[1]);
    }
    await page.close();
  }
  assert.ok(kinds.has('activity') && kinds.has('ugcPost'), [...kinds].join());
  const numbers = Array.from({ length: 12 }, (_, number) => postAt(0, number));
  assert.ok(numbers.some(post => addressOf(post, 'new')?.includes('groupPost')));
});

both('token, member number and slug meet in one person', { route }, async browser => {
  await beginOnLinkedin(browser);
  const own = await browser.open('dashboard.html');
  // somebody of whom only the id was known until they stood on a page with both
  const stranger = { slug: 'only-by-number', number: 987654321, token: tokenOf(987654321) };
  const note = await send(own, { kind: 'note', who: `linkedin:#${stranger.token}`, name: 'Met', text: 'by letter' });
  const [profile] = note.person.profiles;
  assert.equal(profile.label, String(stranger.number));
  const ask = sighting => send(own, { kind: 'marks', sightings: [{ network: 'linkedin', ...sighting }] });
  for (const id of [stranger.token, `urn:li:member:${stranger.number}`, `urn:li:fsd_profile:${stranger.token}`])
    assert.equal((await ask({ id })).marks[0].text, 'by letter', id);
  assert.equal((await ask({ handle: stranger.token })).marks[0].text, 'by letter', 'a link that holds the token');
  await ask({ handle: stranger.slug, id: stranger.token });
  await until(async () => (await ask({ handle: stranger.slug })).marks[0].text === 'by letter', 'the slug is learned');
  // wrong and foreign tokens do no harm
  for (const id of [`${stranger.token}x`, stranger.token.replace('ACoA', 'ACwA'), 'ACoA', 'urn:li:fsd_profile:'])
    assert.equal((await ask({ id })).marks[0], null, id);
  const found = (await exportAll(browser)).people.filter(({ name }) => name === 'Met');
  assert.deepEqual(
    found.map(({ profiles }) => profiles),
    [[{ network: 'linkedin', handle: stranger.slug, id: String(stranger.number) }]],
  );
});

function tokenOf(number) {
  const bytes = Buffer.alloc(29);
  bytes.writeUInt8(0x2a, 1);
  bytes.writeUInt32BE(number, 4);
  return bytes.toString('base64url');
}
