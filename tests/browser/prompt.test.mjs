// What could you give first? A press on Follow is held, once, and only the user's own next press goes through.
import assert from 'node:assert/strict';
import { people, route } from '../pages/x/feed.mjs';
import { both, one, until } from './lib/browser.mjs';
import { bring, enableAll, exportAll } from './lib/kith.mjs';
import { look, nameOf } from './lib/marks.mjs';
import { card, cards, closed, events, follows, listen, opened } from './lib/prompt.mjs';
import { says } from './lib/views.mjs';

const person = handle => people.find(each => each.handle === handle);
const button = handle => `[data-testid="${person(handle).id}-follow"]`;
const followed = handle => `[data-testid="${person(handle).id}-unfollow"]`;

const NOTED = {
  kith: 1,
  people: [
    {
      key: 'p1',
      name: 'Ben Okafor',
      profiles: [{ network: 'x', handle: 'ben_okafor' }],
      notes: [{ text: 'met at the tea stall', time: '2026-01-05' }],
      needs: [{ text: 'a room for evening courses', time: '2026-03-02' }],
      interactions: [{ kind: 'reply', direction: 'received', time: '2025-02-01' }],
      why: 'he teaches people I care about',
    },
    {
      key: 'p2',
      name: 'Iona Macrae',
      profiles: [{ network: 'x', handle: 'quietlighthouse' }],
      notes: [{ text: 'knows the tides' }],
      interactions: ['2026-10-01', '2026-10-02'].map(time => ({ kind: 'help', direction: 'given', time })),
    },
  ],
};

/** A list of people in which everybody's control is known: marks and holds come together. */
async function list(browser, address = 'https://x.com/anar/followers?n=40') {
  const page = await browser.open(address);
  await until(
    async () =>
      (await look(browser, page)).names.some(({ hosts }) => hosts.some(({ text }) => text?.includes('tea stall'))),
    'the mark of somebody noted',
  );
  await listen(page);
  return page;
}

async function begin(browser) {
  await enableAll(browser);
  await bring(browser, NOTED);
  return list(browser);
}

const stranger = 'jonaslindq';

both('a press on Follow is held, and Enter lets one trusted click through', { route }, async browser => {
  const page = await begin(browser);
  await browser.press(page, button('ben_okafor'));
  const { text } = await opened(browser, page);
  for (const said of [
    'Before you connect with Ben Okafor',
    'met at the tea stall',
    'They replied in February 2025.',
    'In March they needed: a room for evening courses',
    'he teaches people I care about',
    'What could you give first?',
    'Help with what they need: a room for evening courses',
    'Connect anyway',
  ])
    assert.ok(text.includes(said), `${said}\n${text}`);
  assert.deepEqual(await follows(page), []);
  assert.ok(!(await events(page)).some(([type]) => type === 'click'), 'the page hears no click');
  await page.keyboard.press('Enter');
  await page.waitForSelector(followed('ben_okafor'));
  assert.deepEqual(await follows(page), [{ what: 'follow', handle: 'ben_okafor', trusted: true }]);
  assert.ok(!(await events(page)).some(([type]) => type.startsWith('key')), 'the page hears no key');
  await closed(browser, page);

  const { people: all, outcomes } = await until(async () => {
    const file = await exportAll(browser);
    return file.people[0].interactions.length === 2 && file;
  }, 'what came of it is written down');
  const { kind, direction, source, network } = all[0].interactions[1];
  assert.deepEqual([kind, direction, source, network], ['connection', 'given', 'observed', 'x']);
  assert.deepEqual(
    outcomes.map(({ chosen, who }) => [chosen, who.split('#')[0]]),
    [['pass', 'x:ben_okafor']],
  );
});

both('Escape leaves it, and the next press is held again', { route }, async browser => {
  const page = await begin(browser);
  for (const _ of [1, 2]) {
    await browser.press(page, button(stranger));
    await opened(browser, page, 'Read their last posts');
    await page.keyboard.press('Escape');
    await closed(browser, page);
  }
  const heard = await events(page);
  assert.ok(!heard.some(([type]) => type === 'click' || type.startsWith('key')), JSON.stringify(heard));
  assert.deepEqual(await follows(page), []);
  assert.deepEqual(
    (await exportAll(browser)).outcomes.map(({ chosen }) => chosen),
    ['leave', 'leave'],
  );
});

both('the same press again goes through once; a double click does not', { route }, async browser => {
  const page = await begin(browser);
  await page.click(button(stranger), { count: 2, delay: 20 });
  await opened(browser, page);
  assert.deepEqual(await follows(page), []);
  await browser.press(page, button(stranger));
  await page.waitForSelector(followed(stranger));
  await closed(browser, page);
  assert.deepEqual(await follows(page), [{ what: 'follow', handle: stranger, trusted: true }]);
});

both('a double click that lets it through does not undo it', { route }, async browser => {
  const page = await begin(browser);
  await browser.press(page, button(stranger));
  await opened(browser, page);
  await page.click(button(stranger), { count: 2, delay: 20 });
  await page.waitForSelector(followed(stranger));
  await closed(browser, page);
  assert.deepEqual(await follows(page), [{ what: 'follow', handle: stranger, trusted: true }]);
});

both('a control that the page made another of takes the card along', { route }, async browser => {
  const page = await begin(browser);
  await browser.press(page, button('tomasherrera'));
  await opened(browser, page);
  await page.$eval(button('tomasherrera'), element => {
    element.dataset.testid = element.dataset.testid.replace('follow', 'unfollow');
  });
  await closed(browser, page);
  assert.deepEqual(await follows(page), []);
});

both('by keyboard: a key that is held down does not slip through', { route }, async browser => {
  const page = await begin(browser);
  for (const [key, handle] of [
    ['Enter', stranger],
    [' ', 'tomasherrera'],
  ]) {
    await page.focus(button(handle));
    await page.keyboard.down(key);
    if (key === ' ') await page.keyboard.up(key);
    await opened(browser, page);
    for (const _ of [1, 2, 3]) if (key === 'Enter') await page.keyboard.down(key); // repeats
    assert.deepEqual(await follows(page), [], `${key} repeats`);
    assert.ok(await card(browser, page), 'the card stays');
    if (key === 'Enter') await page.keyboard.up(key);
    await events(page);
    await page.keyboard.down(key);
    if (key === 'Enter') await page.waitForSelector(followed(handle));
    for (const _ of [1, 2, 3]) if (key === 'Enter') await page.keyboard.down(key); // would follow no longer
    await page.keyboard.up(key);
    await page.waitForSelector(followed(handle));
    assert.deepEqual(await follows(page), [{ what: 'follow', handle, trusted: true }]);
    assert.ok(!(await events(page)).some(([type]) => type.startsWith('key')), 'the page hears no key');
    await page.evaluate(() => window.clicks.splice(0));
  }
});

both('somebody who was given to lately is let through, and so is a follow taken back', { route }, async browser => {
  const page = await begin(browser);
  await browser.press(page, button('quietlighthouse'));
  await page.waitForSelector(followed('quietlighthouse'));
  assert.equal(await card(browser, page), null);
  const passed = async () => (await exportAll(browser)).people.find(p => p.key === 'p2').interactions.length;
  await until(async () => (await passed()) === 3, 'the follow is written down');
  await page.bringToFront();
  await browser.press(page, followed('quietlighthouse'));
  await page.waitForSelector(button('quietlighthouse'));
  await until(async () => (await passed()) === 2, 'and taken back');
});

both('a stranger who was followed is somebody, and nobody once that is undone', { route }, async browser => {
  const page = await begin(browser);
  const known = async () => (await exportAll(browser)).people.map(({ name }) => name).sort();
  await browser.press(page, button(stranger));
  await opened(browser, page);
  await page.keyboard.press('Enter');
  await page.waitForSelector(followed(stranger));
  await until(async () => (await known()).includes('Jonas Lindqvist'), 'the stranger is somebody');
  await page.bringToFront();
  await until(
    async () => nameOf(await look(browser, page), 'row', stranger).hosts[0].text === 'you followed them today',
    'the mark',
  );
  await browser.press(page, followed(stranger));
  await page.waitForSelector(button(stranger));
  await until(async () => !(await known()).includes('Jonas Lindqvist'), 'and nobody again');
});

both('n, t and s silence it; the settings list that and undo it', { route }, async browser => {
  const page = await begin(browser);
  for (const [key, said] of [
    ['n', 'Nothing is asked about Jonas Lindqvist'],
    ['t', 'Nothing is asked today'],
    ['s', 'Nothing is asked on X'],
  ]) {
    await browser.press(page, button(stranger));
    await opened(browser, page);
    await page.keyboard.press(key);
    await closed(browser, page);
    assert.deepEqual(await follows(page), [], 'a mute is no press');
    const settings = await browser.open('dashboard.html#ask');
    await says(settings, '[data-mutes] li', said);
    await settings.$eval('[data-mutes] button', undo => undo.click());
    await until(() => settings.$$eval('[data-mutes] li', all => all.length === 0), 'the mute is gone');
    await settings.close();
    await page.bringToFront();
  }
  // silent at once, in the tab that is open
  await browser.press(page, button(stranger));
  await opened(browser, page);
  await page.keyboard.press('n');
  await closed(browser, page);
  await until(async () => {
    await browser.press(page, `[data-testid^="${person(stranger).id}-"]`);
    const through = (await follows(page)).length > 0;
    if (!through && (await card(browser, page))) await page.keyboard.press('Escape');
    return through;
  }, 'a press goes through');
});

both('after three in a row, silence for the day is offered first', { route }, async browser => {
  const page = await begin(browser);
  for (const handle of [stranger, 'tomasherrera', 'zsofi_k']) {
    await browser.press(page, button(handle));
    await opened(browser, page);
    await page.keyboard.press('Enter');
    await page.waitForSelector(followed(handle));
  }
  await browser.press(page, button('ase_nordgard'));
  const { rows } = await opened(browser, page);
  assert.deepEqual(rows.map(({ attributes }) => attributes['data-key']).slice(0, 3), ['t', '1', '2']);
});

both('a way opens the popup on it, with words to copy', { route }, async browser => {
  const page = await begin(browser);
  await browser.press(page, button('ben_okafor'));
  await opened(browser, page);
  await page.keyboard.press('1');
  await closed(browser, page);
  assert.deepEqual(await follows(page), []);
  const popup = await until(() => browser.popup().catch(() => null), 'the popup');
  await until(() => popup.evaluate(() => document.querySelector('.give textarea')?.value), 'words to begin with').then(
    words => assert.equal(words, 'Ben, about a room for evening courses: '),
  );
  assert.deepEqual(
    (await exportAll(browser)).outcomes.map(({ chosen }) => chosen),
    ['need'],
  );
});

both('a way is chosen by a press on its row, and the page hears nothing of it', { route }, async browser => {
  const page = await begin(browser);
  await browser.press(page, button('ben_okafor'));
  const { rows } = await opened(browser, page);
  const [box] = await browser.boxes(page, [rows[0]]);
  await events(page);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await closed(browser, page);
  assert.deepEqual(await events(page), []);
  await until(async () => (await exportAll(browser)).outcomes[0]?.chosen === 'need', 'it is written down');
});

both('the row that connects asks for the press itself, which goes through', { route }, async browser => {
  const page = await begin(browser);
  await browser.press(page, button(stranger));
  const { rows } = await opened(browser, page);
  const row = rows.find(({ attributes }) => attributes['data-key'] === '⏎');
  const [box] = await browser.boxes(page, [row]);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await until(async () => (await card(browser, page))?.text === 'Press again to connect.', 'it says so');
  assert.deepEqual(await follows(page), []);
  await until(async () => {
    await browser.press(page, `[data-testid^="${person(stranger).id}-"]`);
    return (await follows(page)).length > 0;
  }, 'the press goes through');
  assert.deepEqual(await follows(page), [{ what: 'follow', handle: stranger, trusted: true }]);
});

both('a control that is drawn anew is found again; one that is gone takes the card along', { route }, async browser => {
  const page = await begin(browser);
  await browser.press(page, button(stranger));
  await opened(browser, page);
  await page.evaluate(selector => {
    const old = document.querySelector(selector);
    window.taken = old;
    const fresh = old.cloneNode(true);
    fresh.addEventListener('click', event => {
      event.stopPropagation();
      window.clicks.push({ what: 'follow', trusted: event.isTrusted });
    });
    old.replaceWith(fresh);
  }, button(stranger));
  await until(
    () => page.evaluate(selector => document.activeElement?.matches(selector), button(stranger)),
    'the focus is on the new one',
  );
  await page.keyboard.press('Enter');
  await closed(browser, page);
  assert.deepEqual(await follows(page), [{ what: 'follow', trusted: true }]);

  await browser.press(page, button('tomasherrera'));
  await opened(browser, page);
  await page.$eval(button('tomasherrera'), gone => gone.remove());
  await closed(browser, page);
});

both('never two cards; the keys go where the focus goes', { route }, async browser => {
  const page = await begin(browser);
  await browser.press(page, button(stranger));
  await opened(browser, page);
  await browser.press(page, button('ben_okafor')); // above: the card lies over the one below
  await opened(browser, page, 'Ben Okafor');
  assert.equal(await cards(browser, page), 1);
  assert.deepEqual(await follows(page), []);
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement('input'));
    field.id = 'field';
    field.focus();
  });
  await closed(browser, page);
  await page.keyboard.type('nts1');
  assert.equal(await page.$eval('#field', field => field.value), 'nts1');
});

both('a background that slept is woken; one that cannot answer lets go and says so', { route }, async browser => {
  const page = await begin(browser);
  await browser.sleep();
  await browser.press(page, button(stranger));
  const slept = await until(() => card(browser, page), 'the card, or the word that it was too late');
  if (slept.rows.length > 0) {
    await opened(browser, page);
    await page.keyboard.press('Escape');
    await closed(browser, page);
  }

  // the store is busy for as long as this page wants
  const busy = await browser.open('dashboard.html');
  await busy.evaluate(async () => {
    const db = await new Promise(done => {
      const opening = indexedDB.open('kith');
      opening.onsuccess = () => done(opening.result);
    });
    const stores = [...db.objectStoreNames];
    const transaction = db.transaction(stores, 'readwrite');
    const store = transaction.objectStore('meta');
    window.busy = true;
    const again = () => {
      if (window.busy) store.get('nothing').onsuccess = again;
    };
    again();
  });
  await page.bringToFront();
  await browser.press(page, button('tomasherrera'));
  await until(async () => (await card(browser, page))?.text.includes('lets go'), 'it says that it lets go');
  assert.deepEqual(await follows(page), []);
  await browser.press(page, button('tomasherrera'));
  await page.waitForSelector(followed('tomasherrera'));
  await busy.evaluate(() => {
    window.busy = false;
  });
});

one('chromium', 'a screen reader hears the card while the focus stays on the control', { route }, async browser => {
  const page = await begin(browser);
  await browser.press(page, button('ben_okafor'));
  await opened(browser, page);
  const heard = await browser.heard(page);
  assert.ok(heard.some(({ role }) => role === 'alert'));
  const names = heard.map(({ name }) => name).join('\n');
  for (const said of ['met at the tea stall', 'Connect anyway']) assert.ok(names.includes(said), names);
  assert.ok(await page.evaluate(selector => document.activeElement.matches(selector), button('ben_okafor')));
});

const WINDOWS = {
  wide: { width: 1400, height: 1000 },
  narrow: { width: 320, height: 700 },
  'at 200 %': { width: 640, height: 400 },
};
both('the card stands inside the window and never on its control', { route }, async browser => {
  await enableAll(browser);
  await bring(browser, NOTED);
  for (const [what, viewport] of Object.entries(WINDOWS))
    for (const rtl of ['', '&rtl']) {
      const page = await list(browser, `https://x.com/anar/followers?n=40${rtl}`);
      await page.setViewport(viewport);
      for (const block of ['center', 'end']) {
        await page.$eval(button('ben_okafor'), (e, at) => e.scrollIntoView({ block: at }), block);
        await browser.press(page, button('ben_okafor'));
        const { box } = await opened(browser, page, 'tea stall').catch(error => {
          throw new Error(`${what}${rtl} ${block}: ${error.message}`);
        });
        const [at] = await browser.boxes(page, [box]);
        const control = await page.$eval(button('ben_okafor'), e => e.getBoundingClientRect().toJSON());
        const inside =
          at.x >= 0 && at.y >= 0 && at.x + at.width <= viewport.width && at.y + at.height <= viewport.height;
        const apart =
          at.x >= control.right ||
          at.x + at.width <= control.left ||
          at.y >= control.bottom ||
          at.y + at.height <= control.top;
        assert.ok(inside && apart, `${what}${rtl} ${block}: ${JSON.stringify([at, control])}`);
        await page.keyboard.press('Escape');
        await closed(browser, page);
      }
      await page.close();
    }
});

both('off by mode: where marks are off, nothing is held', { route }, async browser => {
  const page = await begin(browser);
  const settings = await browser.open('dashboard.html');
  await settings.$eval('[name="x"][value="Panel"]', choice => choice.click());
  await until(
    async () => (await look(browser, page)).names.every(({ hosts }) => hosts.length === 0),
    'the marks are gone',
  );
  await page.bringToFront();
  await browser.press(page, button(stranger));
  await page.waitForSelector(followed(stranger));
});

both('a page that spies learns from the card that a press was held, and no more', { route }, async browser => {
  const page = await begin(browser);
  await page.evaluate(() => {
    window.told = [];
    const types = PerformanceObserver.supportedEntryTypes.filter(type =>
      ['layout-shift', 'largest-contentful-paint', 'element', 'resource', 'longtask'].includes(type),
    );
    new PerformanceObserver(list => {
      for (const each of list.getEntries()) window.told.push([each.entryType, each.value ?? each.size ?? each.name]);
    }).observe({ entryTypes: types.filter(type => type !== 'largest-contentful-paint') });
    window.probe = () => {
      const host = document.documentElement.lastElementChild;
      const { width, height } = host.getBoundingClientRect();
      const { right, bottom } = document.activeElement.getBoundingClientRect();
      const below = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
      getSelection().removeAllRanges();
      const found = ['tea stall', 'What could you give', 'Connect anyway'].filter(words => window.find(words));
      getSelection().selectAllChildren(document.documentElement);
      const selected = getSelection().toString();
      getSelection().removeAllRanges();
      return {
        host: host.outerHTML,
        root: host.shadowRoot,
        size: [width, height, host.offsetWidth, host.offsetHeight],
        // where it is, from the control
        reach: [host.scrollWidth - right, host.scrollHeight - bottom].map(Math.round),
        document: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
        isPages: document.querySelector('#react-root, main, body').contains(below),
        found,
        selected: /tea stall|could you give/.test(selected),
        named: /kith|extension:/i.test(document.documentElement.outerHTML),
        active: document.activeElement.dataset.testid.replace(/\d+/, ''),
        told: window.told.splice(0).filter(([type]) => type !== 'longtask'),
      };
    };
  });
  const learned = [];
  for (const handle of ['ben_okafor', stranger]) {
    await page.$eval(button(handle), e => e.scrollIntoView({ block: 'center' }));
    await browser.press(page, button(handle));
    await opened(browser, page);
    learned.push(await page.evaluate(() => window.probe()));
    await page.keyboard.press('Escape');
    await closed(browser, page);
    await page.evaluate(() => window.told.splice(0));
  }
  const [noted, unknown] = learned;
  assert.deepEqual(noted, unknown);
  assert.deepEqual(
    [noted.root, noted.found, noted.selected, noted.named, noted.told, noted.active, noted.isPages],
    [null, [], false, false, [], '-follow', true],
  );
  assert.equal(noted.host, '<span></span>');
});
