// Connect and Follow on LinkedIn: held where the control itself names the person, in the front that does so; everywhere else the press passes untouched.
import assert from 'node:assert/strict';
import { people, route } from '../pages/linkedin/feed.mjs';
import { both, until } from './lib/browser.mjs';
import { bring, enableAll, exportAll } from './lib/kith.mjs';
import { LINKEDIN } from './lib/marks.mjs';
import { card, closed, opened } from './lib/prompt.mjs';
import { send } from './lib/views.mjs';

const clicks = page => page.evaluate(() => window.clicks.splice(0));
const byDegree = degree =>
  people.find(each => each.degree === degree && !each.followed && /^[a-z0-9-]+$/.test(each.slug));
const stranger = byDegree(2);
const invite = ({ slug }) => `a[href*="custom-invite/?vanityName=${slug}"]`;

/** Somebody noted, so that a mark tells when the page is known. */
const NOTED = {
  kith: 1,
  people: [
    {
      name: stranger.name,
      profiles: [{ network: 'linkedin', handle: stranger.slug, id: String(stranger.number) }],
      notes: [{ text: 'met at the tea stall', time: '2026-01-05' }],
    },
  ],
};

async function begin(browser, address) {
  await enableAll(browser);
  await bring(browser, NOTED);
  return go(browser, address);
}

/** A page on which it is known whom to hold: marks and holds come together. */
async function go(browser, address) {
  const page = await browser.open(`${LINKEDIN}${address}`);
  await until(
    async () =>
      (await browser.shadows(page)).some(({ elements }) =>
        elements.some(({ attributes }) => attributes['data-text'] === 'met at the tea stall'),
      ),
    'the mark of somebody noted',
  );
  return page;
}

/** What passed with them, as the file tells it. */
const passed = async (browser, { slug }) => {
  const { people: all } = await exportAll(browser);
  const person = all.find(({ profiles }) => profiles.some(({ handle }) => handle === slug));
  return person?.interactions ?? [];
};

const inOutlet = (page, selector) =>
  page.evaluateHandle(each => document.querySelector('#interop-outlet').shadowRoot.querySelector(each), selector);

async function pressInOutlet(page, selector) {
  const handle = await until(async () => {
    const found = await inOutlet(page, selector);
    return (await found.evaluate(each => each !== null)) && found;
  }, `${selector} in the open root`);
  await handle.click();
}

both('a link that invites is held, and Enter opens the dialog, which takes what is typed', { route }, async browser => {
  const page = await begin(browser, `/in/${stranger.slug}/`);
  await browser.press(page, `main ${invite(stranger)}`);
  const { text } = await opened(browser, page);
  assert.ok(text.includes(`Before you connect with ${stranger.name}`), text);
  assert.ok(text.includes('met at the tea stall'), text);
  assert.deepEqual(await clicks(page), [], 'the page hears no press');
  await page.keyboard.press('Enter');
  await closed(browser, page);
  await until(
    async () => (await inOutlet(page, '#custom-message')).evaluate(each => each !== null),
    'the dialog is open',
  );
  assert.deepEqual(
    (await clicks(page)).map(({ what, handle, trusted }) => [what, handle, trusted]),
    [['connect', stranger.slug, true]],
  );
  // nothing of Kith is in the way of the dialog
  await pressInOutlet(page, '#custom-message');
  await page.keyboard.type('1 question: n, t and s?');
  assert.equal(
    await (await inOutlet(page, '#custom-message')).evaluate(field => field.value),
    '1 question: n, t and s?',
  );
  assert.deepEqual(await passed(browser, stranger), [], 'not before it is sent');
  await page.bringToFront();
  await pressInOutlet(page, '.artdeco-button--primary');
  assert.ok((await clicks(page)).some(({ what }) => what === 'send'));
  const [interaction] = await until(async () => {
    const all = await passed(browser, stranger);
    return all.length > 0 && all;
  }, 'the invitation is written down');
  const { kind, direction, network, source } = interaction;
  assert.deepEqual([kind, direction, network, source], ['connection', 'given', 'linkedin', 'observed']);
});

both('an invitation that is not sent is not written down; left alone it stays', { route }, async browser => {
  const page = await begin(browser, `/in/${stranger.slug}/`);
  await browser.press(page, `main ${invite(stranger)}`);
  await opened(browser, page);
  await page.keyboard.press('Escape');
  await closed(browser, page);
  assert.deepEqual(await clicks(page), []);
  await browser.press(page, `main ${invite(stranger)}`);
  await opened(browser, page);
  // the same press again
  await browser.press(page, `main ${invite(stranger)}`);
  await pressInOutlet(page, '.artdeco-button--secondary');
  assert.deepEqual(
    (await clicks(page)).map(({ what }) => what),
    ['connect', 'cancel'],
  );
  await page.evaluate(() => history.pushState({}, '', '/feed/') || dispatchEvent(new PopStateEvent('popstate')));
  await page.waitForSelector('[data-testid="mainFeed"]');
  assert.deepEqual(await passed(browser, stranger), []);
});

both(
  'in rows of people found, whose row it is does not matter: the link names the person',
  { route },
  async browser => {
    const page = await begin(browser, '/search/results/people/');
    await browser.press(page, invite(stranger));
    const { text } = await opened(browser, page);
    assert.ok(text.includes(`Before you connect with ${stranger.name}`), text);
    await page.keyboard.press('Escape');
    await closed(browser, page);
    assert.deepEqual(await clicks(page), [], 'the row that holds the link is not opened either');
  },
);

both('a control that sends at once is held by its key, and written down by its key', { route }, async browser => {
  const page = await begin(browser, '/mynetwork/grow/');
  const key = state => `[componentkey="ConnectButtonstate:invitation:urn:li:member:${stranger.number}_${state}"]`;
  await browser.press(page, key('connect'));
  const { text } = await opened(browser, page);
  assert.ok(text.includes(stranger.name), text);
  assert.deepEqual(await clicks(page), []);
  await browser.press(page, key('connect'));
  await page.waitForSelector(key('pending'));
  assert.deepEqual(
    (await clicks(page)).map(({ what, trusted }) => [what, trusted]),
    [['connect', true]],
  );
  await until(async () => (await passed(browser, stranger)).length === 1, 'it is written down');
  // a press that withdraws is nobody's business
  await page.bringToFront();
  await browser.press(page, key('pending'));
  assert.equal(await card(browser, page), null);
});

both('Follow with a key is held; bare buttons and the older front are left alone', { route }, async browser => {
  const page = await begin(browser, '/feed/?n=14');
  const follow = await page.$$eval('[componentkey^="FollowButtonurn"]', all =>
    all.map(each => each.getAttribute('componentkey')),
  );
  assert.ok(follow.length > 0);
  const selector = `[componentkey="${follow[0]}"]`;
  await page.$eval(selector, each => each.scrollIntoView({ block: 'center' }));
  await browser.press(page, selector);
  await opened(browser, page);
  await page.keyboard.press('Enter');
  await page.waitForSelector(selector.replace('_follow"', '_following"'));
  assert.deepEqual(
    (await clicks(page)).map(({ what }) => what),
    ['follow'],
  );

  // an icon and a word, and nothing that says whose it is
  const side = await go(browser, `/in/${stranger.slug}/`);
  await browser.press(
    side,
    'aside button:has(svg#connect-small), [componentkey^="profileAside"] button:has(svg#connect-small)',
  );
  assert.deepEqual(
    (await clicks(side)).map(({ what }) => what),
    ['connect'],
  );
  assert.equal(await card(browser, side), null);

  const old = await go(browser, `/in/${stranger.slug}/?front=old`);
  await browser.press(old, 'section[data-member-id] button:has([data-test-icon="connect-small"])');
  assert.deepEqual(
    (await clicks(old)).map(({ what }) => what),
    ['connect'],
  );
  assert.equal(await card(browser, old), null);
});

both('where only the panel was chosen, nothing is inserted, watched or held', { route }, async browser => {
  const page = await begin(browser, `/in/${stranger.slug}/`);
  const own = await browser.open('dashboard.html');
  await send(own, { kind: 'choose', site: 'linkedin', mode: 'panel' });
  await until(async () => (await browser.shadows(page)).every(({ mode }) => mode === 'open'), 'all hosts are gone');
  await page.bringToFront();
  await page.reload();
  await page.waitForSelector(`main ${invite(stranger)}`);
  await browser.press(page, `main ${invite(stranger)}`);
  assert.deepEqual(
    (await clicks(page)).map(({ what, trusted }) => [what, trusted]),
    [['connect', true]],
    'the first press goes through',
  );
  assert.ok(
    (await browser.shadows(page)).every(({ mode }) => mode === 'open'),
    'the page has only its own root',
  );
  const scripts = await own.evaluate(() => (globalThis.browser ?? chrome).scripting.getRegisteredContentScripts());
  assert.ok(!scripts.some(({ id }) => id === 'linkedin'));
  // the address is read when the button is pressed
  await page.bringToFront();
  await browser.pressIcon(page);
  const popup = await until(() => browser.popup(), 'the popup is open');
  await until(
    () => popup.evaluate(name => document.querySelector('.person h2')?.textContent === name, stranger.name),
    'it is on whose page it is',
  );
});
