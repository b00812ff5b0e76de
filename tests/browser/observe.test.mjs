// What the user does on a page is remembered without typing: once it took effect, once, and taken back with it.
import assert from 'node:assert/strict';
import * as linkedin from '../pages/linkedin/feed.mjs';
import { me, route } from '../pages/x/feed.mjs';
import { both, until } from './lib/browser.mjs';
import { bring, enableAll, exportAll } from './lib/kith.mjs';
import { look } from './lib/marks.mjs';

const REMEMBERED = 'remembered · undo';

/** All that Kith observed: handle -> [kind direction place excerpt]. */
async function observed(browser) {
  const { people } = await exportAll(browser);
  const said = ({ kind, direction, place = '', excerpt = '' }) => [kind, direction, place, excerpt].join(' ').trim();
  const of = ({ profiles: [{ handle }], interactions = [] }) => [
    handle,
    interactions.filter(({ source }) => source === 'observed').map(said),
  ];
  return Object.fromEntries(people.map(of).filter(([, all]) => all.length > 0));
}

const are = (browser, expected) =>
  until(
    async () => {
      const found = await observed(browser);
      assert.deepEqual(found, expected);
      return true;
    },
    'what was observed',
    { ms: 8000, every: 200 },
  );

/** What the marks of the page say. */
const said = async (browser, page) =>
  ((await look(browser, page))?.names ?? []).flatMap(({ hosts }) => hosts.map(({ text }) => text).filter(Boolean));
const says = (browser, page, text, options) =>
  until(async () => (await said(browser, page)).includes(text), text, options);
const hosts = (browser, page) =>
  until(async () => (await look(browser, page))?.names.some(({ hosts }) => hosts.length > 0), 'hosts');
const remembers = (browser, page) => says(browser, page, REMEMBERED);

/** Opens our own X, and gives one of its posts the id `post`: { handle, place, text }. */
async function onX(browser, address = '/home?n=12', find = 'article[data-testid="tweet"]:has(time)') {
  await enableAll(browser);
  const page = await browser.open(`https://x.com${address}`);
  await page.waitForSelector(find);
  await hosts(browser, page);
  const post = await page.evaluate(selector => {
    const element = document.querySelector(selector);
    element.id = 'post';
    return {
      handle: element.querySelector('[data-testid="User-Name"] a').getAttribute('href').slice(1),
      place: element.querySelector('a:has(time)').href,
      text: element.querySelector('[data-testid="tweetText"]').textContent.slice(0, 80).trim(),
    };
  }, find);
  return { page, post };
}

/** As a view of Kith's asks. */
async function ask(browser, asked) {
  const own = await browser.open('dashboard.html');
  await own.evaluate(ask => (globalThis.browser ?? chrome).runtime.sendMessage({ ask }), asked);
  await own.close();
}

const type = async (page, selector, text) => {
  const box = await page.waitForSelector(selector);
  await box.focus();
  await page.keyboard.type(text);
};

both('a like is remembered with its post, once, and goes with it', { route }, async browser => {
  const { page, post } = await onX(browser);
  await browser.press(page, '#post [data-testid="like"]');
  await remembers(browser, page);
  await are(browser, { [post.handle]: [`reaction given ${post.place} ${post.text}`] });
  await says(browser, page, 'you liked their post today: “Fog over the harbour, so the bench got…”', { ms: 9000 });
  // drawn anew, and scrolled past, it is the same like
  await page.evaluate(() => window.redraw());
  await browser.press(page, '#post [data-testid="unlike"]');
  await are(browser, {});
});

both('a repost takes effect when its menu was answered, and a key does it as well', { route }, async browser => {
  const { page, post } = await onX(browser);
  await browser.press(page, '#post [data-testid="retweet"]');
  await page.waitForSelector('[data-testid="retweetConfirm"]');
  await are(browser, {});
  await browser.press(page, '[data-testid="retweetConfirm"]');
  await remembers(browser, page);
  await are(browser, { [post.handle]: [`share given ${post.place} ${post.text}`] });
  // sites have keys of their own: the page changes, and no control was pressed
  await page.evaluate(() =>
    document.getElementById('post').addEventListener('keydown', ({ key }) => {
      if (key === 'l') document.querySelector('#post [data-testid="like"]').click();
    }),
  );
  await page.focus('#post');
  await page.keyboard.press('l');
  await remembers(browser, page);
  await browser.press(page, '#post [data-testid="unretweet"]');
  await browser.press(page, '[data-testid="unretweetConfirm"]');
  await are(browser, { [post.handle]: [`reaction given ${post.place} ${post.text}`] });
});

both('what the page changes by itself is nothing that the user did', { route }, async browser => {
  const { page } = await onX(browser);
  await page.evaluate(() => document.querySelector('#post [data-testid="like"]').click());
  await page.waitForSelector('#post [data-testid="unlike"]');
  // a like of another post is heard: so was everything before it
  await page.evaluate(() => {
    const other = [...document.querySelectorAll('article[data-testid="tweet"]:has(time)')][2];
    other.id = 'other';
  });
  await browser.press(page, '#other [data-testid="like"]');
  await remembers(browser, page);
  assert.equal(Object.values(await observed(browser)).flat().length, 1);
});

both('a press on the mark takes back what was just remembered', { route }, async browser => {
  const { page } = await onX(browser);
  await browser.press(page, '#post [data-testid="like"]');
  await remembers(browser, page);
  const { names } = await look(browser, page);
  const { note } = names.flatMap(each => each.hosts).find(({ text }) => text === REMEMBERED);
  const [mark] = await browser.boxes(page, [note]);
  await page.mouse.click(mark.x + 12, mark.y + mark.height / 2);
  await are(browser, {});
  assert.equal(await page.$('#post [data-testid="like"]'), null, 'the page still shows it: Kith does nothing there');
});

both('a reply is remembered when it appears, and goes when it is deleted', { route }, async browser => {
  const words = 'Which key did you start from? I have two of them in C.';
  const { page, post } = await onX(browser, '/home?n=12');
  await browser.press(page, '#post [data-testid="reply"]');
  await type(page, '[role="dialog"] [contenteditable]', words);
  await are(browser, {});
  await browser.press(page, '[data-testid="tweetButton"]');
  await remembers(browser, page);
  await are(browser, { [post.handle]: [`reply given ${post.place} ${words}`] });
  // under the post itself, by its key
  const more = 'And thank you for the tide tables.';
  await page.evaluate(href => document.querySelector(`a[href="${href}"]`).click(), new URL(post.place).pathname);
  await type(page, '[data-testid="inline_reply_offscreen"] [contenteditable]', more);
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  const both = [`reply given ${post.place} ${words}`, `reply given ${post.place} ${more}`];
  await are(browser, { [post.handle]: both });
  await page.waitForSelector(`article a[href="/${me.handle}"]`);
  await page.evaluate(handle => {
    for (const article of document.querySelectorAll('article'))
      if (article.querySelector(`[data-testid="User-Name"] a[href="/${handle}"]`)) article.id = 'own';
  }, me.handle);
  await browser.press(page, '#own [data-testid="caret"]');
  await browser.press(page, '[data-testid="confirmationSheetConfirm"]');
  await are(browser, { [post.handle]: both.slice(0, 1) });
});

both('what is written and not sent is nothing; a post of one’s own is to nobody', { route }, async browser => {
  const { page } = await onX(browser);
  await browser.press(page, '#post [data-testid="reply"]');
  await type(page, '[role="dialog"] [contenteditable]', 'Never mind.');
  await browser.press(page, '[data-testid="app-bar-close"]');
  await page.waitForSelector('[role="dialog"]', { hidden: true });
  await browser.press(page, '#post [data-testid="like"]');
  await remembers(browser, page);
  assert.equal(Object.values(await observed(browser)).flat().length, 1);
});

both('a message is remembered when it stands in the conversation', { route }, async browser => {
  await enableAll(browser);
  const page = await browser.open('https://x.com/i/chat/890017-908042');
  await hosts(browser, page);
  const handle = await page.$eval('[data-testid="dm-conversation-header"] a', each =>
    each.getAttribute('href').slice(1),
  );
  await type(page, '[data-testid="dm-composer-textarea"]', 'Thursday it is.');
  await page.keyboard.press('Enter');
  await are(browser, { [handle]: ['message given  Thursday it is.'] });
});

both('notifications say what others did, once', { route }, async browser => {
  await enableAll(browser);
  const page = await browser.open('https://x.com/notifications');
  const own = 'Does anybody know who still repairs bellows?';
  const place = handle => page.$eval(`article a[href^="/${handle}/status/"]`, each => each.href);
  const expected = async () => ({
    ben_okafor: [`reaction received  ${own}`],
    jonaslindq: [`reaction received  ${own}`],
    quietlighthouse: ['connection received https://x.com/quietlighthouse'],
    eleni_karra: [`share received  ${own}`],
    oskar_rides: [`reply received ${await place('oskar_rides')} Ask at the old organ works.`],
    tomasherrera: [`mention received ${await place('tomasherrera')} Ask at the old organ works. @${me.handle}`],
  });
  await page.waitForSelector('article a[href^="/tomasherrera/status/"]');
  await are(browser, await expected());
  await page.reload().catch(() => {});
  await page.waitForSelector('article a[href^="/tomasherrera/status/"]');
  await hosts(browser, page);
  await browser.press(page, 'article:has(a[href^="/oskar_rides/status/"]) [data-testid="like"]');
  await until(async () => (await observed(browser)).oskar_rides.length === 2, 'what was done after it was read again');
  const found = await observed(browser);
  found.oskar_rides = found.oskar_rides.filter(each => each.startsWith('reply'));
  assert.deepEqual(found, await expected());
});

both('each kind can be switched off, and nothing is observed where there are no marks', { route }, async browser => {
  const { page, post } = await onX(browser);
  const own = await browser.open('dashboard.html#sites');
  await browser.press(own, '#observe-reaction');
  await until(
    () =>
      own.evaluate(async () => {
        const { settings } = await (globalThis.browser ?? chrome).runtime.sendMessage({ ask: { kind: 'settings' } });
        return settings.unobserved?.includes('reaction') && !document.getElementById('observe-reaction').checked;
      }),
    'it is switched off',
  );
  await own.close();
  await browser.press(page, '#post [data-testid="like"]');
  await browser.press(page, '#post [data-testid="retweet"]');
  await browser.press(page, '[data-testid="retweetConfirm"]');
  await are(browser, { [post.handle]: [`share given ${post.place} ${post.text}`] });
  await ask(browser, { kind: 'choose', site: 'x', mode: 'panel' });
  await until(async () => (await browser.shadows(page)).length === 0, 'no marks');
  await browser.press(page, '#post [data-testid="unlike"]');
  await browser.press(page, '#post [data-testid="like"]');
  await are(browser, { [post.handle]: [`share given ${post.place} ${post.text}`] });
});

const POST = { old: '[data-urn^="urn:li:activity:"]', new: '[role="listitem"][componentkey*="FeedType_"]' };

for (const front of ['old', 'new'])
  both(`LinkedIn, ${front} front: a like, a comment, and both undone`, { route: linkedin.route }, async browser => {
    await enableAll(browser);
    const page = await browser.open(`https://www.linkedin.com/feed/?n=4&front=${front}`);
    await page.waitForSelector(POST[front]);
    await page.evaluate(find => {
      document.querySelector(find).id = 'post';
    }, POST[front]);
    await until(async () => (await browser.shadows(page)).length > 0, 'hosts');
    const post = linkedin.postAt(1, 0);
    const place = linkedin.addressOf(post, front);
    const excerpt = 'The footbridge at the mill opens on Saturday. Eleven metres, one crane, nobody h';
    const like = {
      old: '.react-button__trigger',
      new: 'button:has(svg:is(#thumbs-up-outline-small, #like-consumption-small))',
    }[front];
    const comment = {
      old: '#post button:has([data-test-icon="comment-small"])',
      new: '#post button:has(svg#comment-small)',
    }[front];
    await browser.press(page, `#post ${like}`);
    await are(browser, { [post.by.slug]: [`reaction given ${place} ${excerpt}`] });
    await browser.press(page, comment);
    await type(page, '#post [contenteditable]', 'Which crane was it?');
    await browser.press(
      page,
      front === 'old' ? '.comments-comment-box__submit-button--cr' : 'button[componentkey*="commentButtonSection"]',
    );
    await are(browser, {
      [post.by.slug]: [`reaction given ${place} ${excerpt}`, `comment given ${place} Which crane was it?`],
    });
    await browser.press(page, `#post ${like}`);
    await are(browser, { [post.by.slug]: [`comment given ${place} Which crane was it?`] });
    await page.evaluate(() => {
      for (const button of document.querySelectorAll('#post button'))
        if (button.textContent.trim() === 'Delete') button.id = 'delete';
    });
    await browser.press(page, '#delete');
    await are(browser, {});
  });

both(
  'LinkedIn: a message by Enter, an invitation accepted, another ignored',
  { route: linkedin.route },
  async browser => {
    await enableAll(browser);
    await bring(browser, {
      kith: 1,
      people: [
        {
          key: 'p1',
          name: 'Adaeze',
          profiles: [
            {
              network: 'linkedin',
              handle: 'adaeze-nwosu-4410',
              id: String(linkedin.people.find(each => each.slug === 'adaeze-nwosu-4410').number),
            },
          ],
        },
      ],
    });
    const page = await browser.open('https://www.linkedin.com/messaging/thread/adaeze-nwosu-4410/');
    await until(async () => (await browser.shadows(page)).length > 0, 'hosts');
    await type(page, '.msg-form__contenteditable', 'Tomorrow at nine?');
    await page.keyboard.press('Enter');
    await are(browser, { 'adaeze-nwosu-4410': ['message given  Tomorrow at nine?'] });
    await page.close();
    const asks = await browser.open('https://www.linkedin.com/mynetwork/invitation-manager/received/');
    const find = '[componentkey^="urn:li:invitation:"]';
    await asks.waitForSelector(find);
    await until(async () => (await browser.shadows(asks)).length > 0, 'hosts');
    await asks.evaluate(each => {
      for (const [n, card] of document.querySelectorAll(each).entries()) card.id = `card${n}`;
    }, find);
    await browser.press(asks, '#card1 button:last-of-type');
    await asks.waitForSelector('#card1', { hidden: true });
    await browser.press(asks, '#card0 button');
    await are(browser, {
      'adaeze-nwosu-4410': ['message given  Tomorrow at nine?'],
      'pedro-h-salgueiro': ['connection mutual https://www.linkedin.com/in/pedro-h-salgueiro/'],
    });
  },
);
