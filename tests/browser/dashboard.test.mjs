// People, and what is the user's own: a file out, a file in, a step back.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { both, until } from './lib/browser.mjs';
import { bring, exportAll, importState } from './lib/kith.mjs';
import { ctrlEnter, cursorIn, people, says, send, typed } from './lib/views.mjs';

const MANY = people({
  'x:anar': ['Ana Ruiz', 'met in Oslo', 'the one who gardens'],
  'x:zoem': ['Zoë Müller', 'asked for a Kafka book'],
  'x:lukasz': ['Łukasz Dąbrowski', 'climbs'],
  'x:ivan': ['Иван Петров', 'любит чай'],
  'x:hanako': ['山田 花子', '庭仕事が好き'],
});

const names = page => page.$$eval('[role="option"] .name', all => all.map(name => name.textContent));

async function look(page, query) {
  await page.$eval('#find', field => {
    field.value = '';
    field.focus();
  });
  await page.keyboard.type(query);
}

both('people are found by name, handle and note, in any script, without accents, by prefix', async browser => {
  await bring(browser, MANY);
  const page = await browser.open('dashboard.html');
  await cursorIn(page, '#find');
  await until(async () => (await names(page)).length === 5, 'all of them');
  for (const [query, wanted] of [
    ['zoe mull', 'Zoë Müller'],
    ['GARD', 'Ana Ruiz'],
    ['lukasz dab', 'Łukasz Dąbrowski'],
    ['иван', 'Иван Петров'],
    ['чай', 'Иван Петров'],
    ['山田', '山田 花子'],
    ['庭', '山田 花子'],
    ['hanak', '山田 花子'],
    ['kafka', 'Zoë Müller'],
  ]) {
    await look(page, query);
    await until(async () => (await names(page)).join() === wanted, `"${query}" finds ${wanted} alone`);
  }
  await look(page, 'xyzzy');
  await says(page, '.finder [role="status"]', 'xyzzy');
  assert.deepEqual(await names(page), []);
});

both('a search that was overtaken does not come back', async browser => {
  await bring(browser, MANY);
  const page = await browser.open('dashboard.html');
  await until(async () => (await names(page)).length === 5, 'all of them');
  await page.evaluate(() => {
    const { runtime } = globalThis.browser ?? chrome;
    const send = runtime.sendMessage.bind(runtime);
    window.late = [];
    runtime.sendMessage = async message => {
      const answer = await send(message);
      if (message.ask?.query !== 'z') return answer;
      return new Promise(done => window.late.push(() => done(answer)));
    };
  });
  await page.keyboard.type('z');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('иван');
  await until(async () => (await names(page)).join() === 'Иван Петров', 'the newest answer');
  await until(() => page.evaluate(() => window.late.length), 'the older one is there');
  await page.evaluate(() => window.late.map(go => go()).length);
  await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn))));
  assert.deepEqual(await names(page), ['Иван Петров']);
});

both('one person has a page of their own, where a note can be written', async browser => {
  await bring(browser, MANY);
  const page = await browser.open('dashboard.html');
  await until(async () => (await names(page)).length === 5, 'all of them');
  await look(page, 'climb');
  await until(async () => (await names(page)).length === 1, 'one is found');
  await page.keyboard.press('Enter');
  await says(page, '.person h2', 'Łukasz Dąbrowski');
  await cursorIn(page, '.person h2');
  assert.equal(await page.$eval('#data', data => data.checkVisibility()), false);
  await page.focus('#note');
  await page.keyboard.type('climbs in Bergen now');
  await ctrlEnter(page);
  await says(page, '.items', 'climbs in Bergen now');
  await says(page, '.found', 'climbs in Bergen now');
  await page.keyboard.type('half a thou');
  await page.$eval('nav a[href="#data"]', link => link.click());
  await until(() => page.$eval('#data', data => data.checkVisibility()), 'the rest is back');
  await page.goBack();
  await says(page, '.person h2', 'Łukasz Dąbrowski');
  await until(async () => (await typed(page)) === 'half a thou', 'what was typed is there again');
});

/** A file for the import, without the yes. */
async function choose(browser, content, name = 'kith.json') {
  const file = path.join(fs.mkdtempSync(path.join(browser.downloads, 'in-')), name);
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const page = await browser.open('dashboard.html');
  const input = await page.waitForSelector('[data-action="import"]');
  await input.uploadFile(file);
  const ended = async () => ['preview', 'refused'].includes((await importState(page)).state);
  await until(ended, 'the file is read');
  return page;
}

const without = (whole, ...keys) => Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.includes(key)));

both('what is exported and imported into an empty Kith gives the same file', async browser => {
  await bring(browser, {
    ...MANY,
    people: [
      ...MANY.people,
      {
        name: 'Ben',
        profiles: [{ network: 'x', handle: 'benok', id: '77', former: ['ben'] }],
        needs: [{ text: 'a mentor', time: '2026-03-02', met: false }],
        interactions: [
          { kind: 'reply', direction: 'given', time: '2026-03-02T08:00:00Z', network: 'x', excerpt: 'so' },
        ],
        why: 'we build the same kind of thing',
        unheard: { of: 1 },
      },
    ],
    shelf: [{ key: 'r1', title: 'A guide' }],
  });
  const page = await browser.open('dashboard.html');
  await browser.press(page, '[data-action="export"]');
  await says(page, '.data [role="status"]', 'holds 6 people and 6 notes');
  await page.close();
  const [first] = await until(() => {
    const all = fs.readdirSync(browser.downloads).filter(file => /^kith-\d{4}-\d\d-\d\d\.json$/.test(file));
    return all.length > 0 && all;
  }, 'the file has its name');
  const one = await until(
    () => JSON.parse(fs.readFileSync(path.join(browser.downloads, first), 'utf8')),
    'it is whole',
  );
  fs.rmSync(path.join(browser.downloads, first));

  const wipe = await browser.open('welcome.html');
  await wipe.evaluate(
    () => new Promise(done => Object.assign(indexedDB.deleteDatabase('kith'), { onsuccess: done, onblocked: done })),
  );
  await wipe.close();
  await browser.sleep();
  const empty = await exportAll(browser);
  assert.deepEqual(empty.people, []);
  await until(
    () =>
      fs
        .readdirSync(browser.downloads)
        .every(file => !file.endsWith('.json') || !fs.rmSync(path.join(browser.downloads, file))),
    'gone',
  );

  assert.equal((await bring(browser, one)).state, 'done');
  const two = await exportAll(browser);
  assert.deepEqual(without(two, 'made'), without(one, 'made'));
});

both('a preview changes nothing, and no is no', async browser => {
  const page = await choose(browser, MANY);
  const { state, said } = await importState(page);
  assert.equal(state, 'preview');
  assert.match(said, /5 people \(5 new, 0 known\)/);
  assert.deepEqual((await send(page, { kind: 'find', query: '' })).people, []);
  await browser.press(page, '[data-action="import-cancel"]');
  await says(page, '[data-import-state]', 'Nothing was changed');
  assert.equal((await importState(page)).state, '');
  assert.deepEqual((await send(page, { kind: 'find', query: '' })).people, []);
});

both('the same file twice doubles nothing', async browser => {
  await bring(browser, MANY);
  const one = await exportAll(browser);
  await bring(browser, MANY);
  const page = await browser.open('dashboard.html');
  const { people } = await send(page, { kind: 'find', query: '' });
  assert.equal(people.length, one.people.length);
  const { person } = await send(page, { kind: 'person', who: 'x:anar' });
  assert.equal(person.notes.length, 2);
});

both('an import is taken back with one press, and what was written since stays', async browser => {
  const page = await choose(browser, MANY);
  await browser.press(page, '[data-action="import-confirm"]');
  await until(async () => (await importState(page)).state === 'done', 'it is in');
  await until(async () => (await names(page)).length === 5, 'the list hears of it');
  await send(page, { kind: 'note', who: 'x:anar', text: 'written since' });
  await browser.press(page, '[data-action="import-undo"]');
  await says(page, '[data-import-state]', 'taken back');
  assert.equal((await importState(page)).state, 'done');
  assert.equal(await page.$('[data-action="import-undo"]'), null);
  await until(async () => (await names(page)).join() === 'Ana Ruiz', 'one is left');
  const { person } = await send(page, { kind: 'person', who: 'x:anar' });
  assert.deepEqual(
    person.notes.map(note => note.text),
    ['written since'],
  );
});

both('an earlier import can be taken back later', async browser => {
  await bring(browser, MANY, { name: 'of-may.json' });
  const page = await browser.open('dashboard.html');
  await says(page, '.imports', 'of-may.json');
  await browser.press(page, '.imports li button');
  await says(page, '.imports [role="status"]', 'taken back');
  await until(async () => (await page.$$('.imports li')).length === 0, 'it is off the list');
  assert.deepEqual((await send(page, { kind: 'find', query: '' })).people, []);
});

const BROKEN = {
  'what is no JSON': ['met Ana in Oslo\n', /not a file that Kith knows/],
  'a page saved from the web': ['<!doctype html><p>hello', /not a file that Kith knows/],
  'a file of a newer Kith': [{ kith: 2, people: [{ name: 'A' }] }, /newer version/],
  'another JSON': [{ hello: 'world' }, /not a file that Kith knows/],
  'an empty file': ['', /not a file that Kith knows|cannot be read/],
};
for (const [what, [content, sentence]] of Object.entries(BROKEN)) {
  both(`refused with a sentence: ${what}`, async browser => {
    const page = await choose(browser, content);
    const { state, said } = await importState(page);
    assert.equal(state, 'refused');
    assert.match(said, sentence);
    assert.match(said, /Nothing was changed/);
    assert.equal(await page.$('[data-action="import-confirm"]'), null);
    assert.deepEqual((await send(page, { kind: 'find', query: '' })).people, []);
  });
}

both('a file that is cut off comes in as far as it goes', async browser => {
  const whole = JSON.stringify(MANY);
  const page = await choose(browser, whole.slice(0, whole.indexOf('Иван')));
  assert.match((await importState(page)).said, /damaged/);
  await browser.press(page, '[data-action="import-confirm"]');
  await until(async () => (await importState(page)).state === 'done', 'it is in');
  assert.equal((await send(page, { kind: 'find', query: '' })).people.length, 3);
});

both('wrong types deep inside are left out and listed, the rest comes in', async browser => {
  const broken = Array.from({ length: 60 }, (_, n) => ({
    name: `Bad ${n}`,
    profiles: [{ network: 'x', handle: `bad${n}` }],
    notes: [{ text: n }],
  }));
  const page = await choose(browser, { kith: 1, people: [...MANY.people, ...broken, 7] });
  assert.equal((await importState(page)).state, 'preview');
  const listed = await page.$$eval('.left-out dt', all => all.map(place => place.textContent));
  assert.equal(listed.length, 50);
  assert.match(listed[0], /Bad 0/);
  assert.match(await page.$eval('#data details', details => details.textContent), /and 11 more/);
  await browser.press(page, '[data-action="import-confirm"]');
  await until(async () => (await importState(page)).state === 'done', 'it is in');
  await look(page, 'zoe');
  await until(async () => (await names(page)).join() === 'Zoë Müller', 'the good ones are there');
});

both('a large file shows how far it has come', async browser => {
  const people = Array.from({ length: 4000 }, (_, n) => ({
    name: `Person ${n}`,
    profiles: [{ network: 'x', handle: `p${n}` }],
    notes: [{ text: `note ${n} ${'words '.repeat(300)}` }],
  }));
  const file = path.join(browser.downloads, 'large.json');
  fs.writeFileSync(file, JSON.stringify({ kith: 1, people }));
  const page = await browser.open('dashboard.html');
  const input = await page.waitForSelector('[data-action="import"]');
  await page.evaluate(() => {
    window.seen = [];
    new MutationObserver(() => {
      const bar = document.querySelector('progress');
      if (bar) window.seen.push(bar.value / bar.max, document.querySelector('progress + p').textContent);
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await input.uploadFile(file);
  await until(async () => (await importState(page)).state === 'preview', 'the file is read', { ms: 60000 });
  const seen = await page.evaluate(() => window.seen);
  assert.ok(
    seen.some(value => value > 0 && value < 1),
    'a share of it',
  );
  assert.ok(
    seen.some(text => /\d MB of \d+\.\d MB/.test(text)),
    'in bytes',
  );
  assert.equal(await page.$('progress'), null);
});

both('an export that fails says so and gives no file', async browser => {
  await bring(browser, MANY);
  const page = await browser.open('dashboard.html');
  await page.evaluate(() => {
    const { runtime } = globalThis.browser ?? chrome;
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = async message => {
      const answer = await send(message);
      if (answer.kind === 'export' && answer.next) answer.text = answer.text.slice(0, -20);
      return answer;
    };
  });
  await browser.press(page, '[data-action="export"]');
  await says(page, '.data [role="alert"]', 'could not be read back');
  assert.deepEqual(
    fs.readdirSync(browser.downloads).filter(file => file.endsWith('.json')),
    [],
  );
});

both('a long list of people is shown to its end', async browser => {
  await bring(browser, people(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`x:p${n}`, [`Person ${n}`]]))));
  const page = await browser.open('dashboard.html');
  await says(page, '.finder [role="status"]', '50 people, and there are others');
  await browser.press(page, '[data-action="more-people"]');
  await says(page, '.finder [role="status"]', '60 people');
  assert.equal(await page.$('[data-action="more-people"]'), null);
});
