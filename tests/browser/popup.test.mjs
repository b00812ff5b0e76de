// Writing a note: two keystrokes to an open box, kept while it is typed, never lost, never doubled.
import assert from 'node:assert/strict';
import { both, until } from './lib/browser.mjs';
import { bring, enableAll } from './lib/kith.mjs';
import { ctrlEnter, cursorIn, people, popupOn, rows, says, send, typed } from './lib/views.mjs';

const ANA = people({ 'x:anar': ['Ana Ruiz', 'met in Oslo'] });

both('the popup opens with the cursor in the box, Ctrl+Enter saves, and what is saved stands on top', async browser => {
  await bring(browser, ANA);
  const page = await popupOn(browser, 'x:anar');
  assert.equal(await page.$eval('label[for="note"]', label => label.textContent), 'Note on Ana Ruiz');
  await page.keyboard.type('moved to Bergen');
  await ctrlEnter(page);
  await says(page, '.items', 'moved to Bergen');
  assert.deepEqual(await rows(page), ['moved to Bergen today', 'met in Oslo in January']);
  assert.equal(await typed(page), '');
  await says(page, '[role="status"]', 'Saved.');
  await cursorIn(page, '#note');
  await page.keyboard.type('a second one');
  await browser.press(page, '.note-box button');
  await says(page, '.items', 'a second one');
  assert.deepEqual((await rows(page)).length, 3);
});

both('a note on a stranger keeps the name and the post of the page', async browser => {
  const post = 'https://x.com/benok/status/7';
  const page = await browser.open(`popup.html?person=x:benok&name=Ben%20Okafor&post=${encodeURIComponent(post)}`);
  await cursorIn(page, '#note');
  await page.keyboard.type('mentors beginners');
  await ctrlEnter(page);
  await says(page, '.items', 'mentors beginners');
  const link = await page.$eval('.item a', link => [link.href, link.textContent, link.rel]);
  assert.deepEqual(link, [post, 'on x.com', 'noreferrer']);
  const { person } = await send(page, { kind: 'person', who: 'x:benok' });
  assert.equal(person.name, 'Ben Okafor');
});

both('an exact time stands on hover', async browser => {
  await bring(browser, ANA);
  const page = await popupOn(browser, 'x:anar');
  const time = await page.$eval('.item time', time => [time.textContent, time.title]);
  assert.equal(time[0], 'in January');
  assert.match(time[1], /1 January 2026/);
});

both('what is typed survives closing the popup at once', async browser => {
  let page = await popupOn(browser, 'x:anar');
  await page.keyboard.type('half a thou');
  await page.close();
  page = await popupOn(browser, 'x:anar');
  assert.equal(await typed(page), 'half a thou');
  await page.keyboard.type('ght'); // the cursor stands at the end
  assert.equal(await typed(page), 'half a thought');
  await until(
    async () => (await send(page, { kind: 'person', who: 'x:anar' })).person.draft === 'half a thought',
    'it is kept',
  );
});

both('a draft under way does not come back after its note was saved', async browser => {
  let page = await popupOn(browser, 'x:anar');
  await page.evaluate(() => {
    const { runtime } = globalThis.browser ?? chrome;
    const send = runtime.sendMessage.bind(runtime);
    window.held = [];
    runtime.sendMessage = message => {
      if (message.ask?.kind !== 'draft') return send(message);
      return new Promise(done => window.held.push(() => done(send(message))));
    };
  });
  await page.keyboard.type('once');
  await until(() => page.evaluate(() => window.held.length), 'the draft is under way');
  await ctrlEnter(page);
  await page.evaluate(() => window.held.map(go => go()).length);
  await says(page, '.items', 'once');
  await page.close();
  page = await popupOn(browser, 'x:anar');
  assert.equal(await typed(page), '');
  assert.equal((await rows(page)).length, 1);
});

both('a save that gets no answer is told at once, with the text still in the box', async browser => {
  const page = await popupOn(browser, 'x:anar');
  await page.evaluate(() => {
    const { runtime } = globalThis.browser ?? chrome;
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = async message => {
      if (window.well) return send(message);
      throw new Error('Could not establish connection. Receiving end does not exist.');
    };
  });
  await page.keyboard.type('not lost');
  await ctrlEnter(page);
  await says(page, '[role="alert"]', 'did not answer');
  assert.equal(await typed(page), 'not lost');
  await page.evaluate(() => {
    window.well = true;
  });
  await ctrlEnter(page);
  await says(page, '.items', 'not lost');
  assert.equal(await page.$eval('.note-box [role="alert"]', alert => alert.textContent), '');
});

both('a save that is refused says why, with the text still in the box', async browser => {
  const page = await popupOn(browser, 'x:anar');
  await page.evaluate(
    () =>
      new Promise((ok, no) => {
        const request = indexedDB.open('kith', 99); // as a newer Kith would leave it
        request.onsuccess = () => ok(request.result.close());
        request.onerror = () => no(request.error);
      }),
  );
  await page.keyboard.type('not lost');
  await ctrlEnter(page);
  await says(page, '[role="alert"]', 'newer version of Kith');
  assert.equal(await typed(page), 'not lost');
  assert.deepEqual(await rows(page), []);
});

both('without a person the popup searches: arrows and Enter open, Escape leads back', async browser => {
  await bring(browser, people({ 'x:anar': ['Ana Ruiz', 'met in Oslo'], 'x:zoem': ['Zoë Müller', 'gardens'] }));
  const page = await browser.open('popup.html');
  await cursorIn(page, '#find');
  await until(() => page.$$eval('[role="option"]', all => all.length === 2), 'the recent people');
  await page.keyboard.type('zoe mul');
  await until(() => page.$$eval('[role="option"]', all => all.length === 1), 'one is found');
  await page.keyboard.press('ArrowDown');
  const [active, option] = await page.evaluate(() => [
    document.activeElement.getAttribute('aria-activedescendant'),
    document.querySelector('[aria-selected="true"]').id,
  ]);
  assert.equal(active, option);
  await page.keyboard.press('Enter');
  await cursorIn(page, '#note');
  assert.equal(await page.$eval('.person h2', name => name.textContent), 'Zoë Müller');
  await page.keyboard.press('Escape');
  await cursorIn(page, '#find');
  await page.keyboard.type('nobody has this');
  await says(page, '.finder [role="status"]', 'nobody has this');
});

both('the popup at the toolbar is on the person of the tab', async (browser, t) => {
  browser.route = () => ({ body: '<!doctype html><title>x</title>' });
  await enableAll(browser);
  const page = await browser.open('https://x.com/anar');
  await browser.pressIcon(page);
  const popup = await until(() => browser.popup(), 'the popup is open');
  await until(() => popup.evaluate(() => document.activeElement?.id === 'note'), 'the cursor is in the note box');
  assert.equal(await popup.evaluate(() => document.querySelector('.person h2').textContent), '@anar');
  await until(
    () =>
      popup.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement;
        return clientWidth === 380 && scrollWidth <= 380 && document.defaultView.innerWidth < 380 + 15;
      }),
    'it is as wide as it should be, and nothing is cut off',
  );
  if (browser.kind !== 'chromium') return t.diagnostic('what is typed there can be driven in Chromium only');
  await popup.keyboard.type('from the toolbar');
  await ctrlEnter(popup);
  await says(popup, '.items', 'from the toolbar');
  assert.equal(await popup.$eval('.item a', link => link.href), 'https://x.com/anar');
});

both('what is typed at the toolbar survives the popup, however it closes', async browser => {
  browser.route = () => ({ body: '<!doctype html><title>x</title>' });
  await enableAll(browser);
  const page = await browser.open('https://x.com/anar');
  await browser.pressIcon(page);
  const popup = await until(() => browser.popup(), 'the popup is open');
  await until(
    () =>
      popup.evaluate(() => {
        const box = document.querySelector('#note');
        if (!box) return false;
        box.value = 'half a thought';
        box.dispatchEvent(new document.defaultView.Event('input', { bubbles: true }));
        document.defaultView.setTimeout(() => document.defaultView.close());
        return true;
      }),
    'something is typed, and the popup closed at once',
  );
  const own = await browser.open('welcome.html');
  const draft = async () => (await send(own, { kind: 'person', who: 'x:anar' })).person.draft;
  await until(async () => (await draft()) === 'half a thought', 'it is kept');
});

both('a handle that has a new owner is told once', async browser => {
  await bring(browser, {
    kith: 1,
    people: [
      { name: 'Ana Ruiz', profiles: [{ network: 'x', handle: 'anar', id: '1' }], notes: [{ text: 'met in Oslo' }] },
    ],
  });
  const first = await popupOn(browser, 'x:#1');
  await send(first, { kind: 'met', sightings: [{ network: 'x', handle: 'anar', id: '2' }] });
  const page = await popupOn(browser, 'x:anar');
  await says(page, '.notices', 'belongs to another account now');
  await browser.press(page, '.notices button.second');
  await until(() => page.$$eval('.notices', all => all.length === 0), 'it was read');
  const again = await popupOn(browser, 'x:anar');
  assert.deepEqual((await send(again, { kind: 'notices' })).notices, []);
  assert.equal(await again.$('.notices'), null);
});

both('a long history comes in parts', async browser => {
  const interactions = Array.from({ length: 1200 }, (_, n) => ({
    kind: 'message',
    direction: 'given',
    time: new Date(Date.UTC(2024, 0, 1) + n * 3600000).toISOString(),
    network: 'x',
    excerpt: `message ${n}`,
  }));
  await bring(browser, {
    kith: 1,
    people: [{ name: 'Ana', profiles: [{ network: 'x', handle: 'anar' }], interactions }],
  });
  const page = await popupOn(browser, 'x:anar');
  const seen = () =>
    page.evaluate(() => [...document.querySelectorAll('.item blockquote')].map(each => each.textContent));
  let before = (await seen()).length;
  assert.equal(before, 20);
  while (before < interactions.length) {
    await page.evaluate(() => document.querySelector('[data-action="more"]').click());
    before = await until(async () => {
      const now = (await seen()).length;
      return now > before && now;
    }, 'more is shown');
  }
  assert.equal(await page.$('[data-action="more"]'), null);
  assert.deepEqual(await seen(), interactions.map(each => each.excerpt).reverse());
});
