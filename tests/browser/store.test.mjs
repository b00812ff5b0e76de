// The store over the real IndexedDB: the same conversations as with its twin in memory, and what happens when things go wrong.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { both, folder, launch } from './lib/browser.mjs';

const CONVERSATIONS = path.resolve(import.meta.dirname, '../conversations');
/** As in tests/conversations.rs: each turn is a minute after the one before. */
const BEGIN = 1_795_599_000_000;

/** The core itself, in a page of the extension, with clock and dice of ours. */
async function core(browser) {
  const page = await browser.open('welcome.html');
  await page.evaluate(async () => {
    window.core = await import('./core.js');
    window.importer = await import('./import.js');
    await Promise.all([window.core.default(), window.importer.default()]);
  });
  const held = page.evaluate.bind(page);
  return {
    page,
    ask: async (ask, nth = 0) =>
      JSON.parse(
        await held(
          (json, now, nth) => window.core.ask(json, now, 0, BigInt(nth)),
          JSON.stringify(ask),
          BEGIN + 60_000 * nth,
          nth,
        ),
      ),
    importFile: async (file, apply, nth) => {
      const text = typeof file === 'string' ? file : JSON.stringify(file);
      return JSON.parse(
        await held(
          (text, apply, now, nth) => {
            const files = [new File([text], 'kith.json')];
            return window.importer.importFiles(files, apply, undefined, now, 0, BigInt(nth), () => {});
          },
          text,
          apply,
          BEGIN + 60_000 * nth,
          nth,
        ),
      );
    },
  };
}

/** As a page of the extension asks: through the background. */
const send = (page, ask) =>
  page.evaluate(
    ask => (globalThis.browser ?? chrome).runtime.sendMessage({ ask }).catch(error => ({ lost: String(error) })),
    ask,
  );

const note = (text, who = 'x:anar') => ({ kind: 'note', who, name: 'Ana Ruiz', text });
const texts = ({ person }) => person.notes.map(n => n.text).sort();

for (const file of fs.readdirSync(CONVERSATIONS)) {
  const { about, turns } = JSON.parse(fs.readFileSync(path.join(CONVERSATIONS, file), 'utf8'));
  both(`conversation: ${about}`, async browser => {
    const { ask, importFile } = await core(browser);
    for (const [nth, turn] of turns.entries()) {
      const got = turn.ask ? await ask(turn.ask, nth) : await importFile(turn.import, turn.apply, nth);
      assert.deepEqual(
        got,
        turn.answer ?? turn.report,
        `turn ${nth}: ${JSON.stringify(turn.ask ?? turn.import).slice(0, 200)}`,
      );
    }
  });
}

both('a hundred saves at once leave a hundred notes', async browser => {
  const page = await browser.open('welcome.html');
  const wanted = Array.from({ length: 100 }, (_, n) => `note ${n}`).sort();
  const answers = await page.evaluate(
    asks => Promise.all(asks.map(ask => (globalThis.browser ?? chrome).runtime.sendMessage({ ask }))),
    wanted.map(text => note(text)),
  );
  assert.deepEqual([...new Set(answers.map(a => a.kind))], ['note']);
  assert.deepEqual(texts(await send(page, { kind: 'person', who: 'x:anar' })), wanted);
});

both('kill -9 right after the acknowledgement loses nothing', { extension: null }, async (_, t) => {
  const kind = _.kind;
  await _.close();
  const profile = folder(t);
  const first = await launch(kind, { profile });
  const page = await first.open('welcome.html');
  assert.equal((await send(page, note('kept'))).kind, 'note');
  await first.kill9();
  const second = await launch(kind, { profile });
  try {
    const again = await second.open('welcome.html');
    assert.deepEqual(texts(await send(again, { kind: 'person', who: 'x:anar' })), ['kept']);
  } finally {
    await second.close();
  }
});

both('a commit that fails midway leaves nothing and says so', async browser => {
  const { page, ask } = await core(browser);
  await ask(note('before'));
  for (const [name, sentence] of [
    ['QuotaExceededError', /no room/],
    ['UnknownError', /could not reach/],
  ]) {
    await page.evaluate(name => {
      const put = IDBObjectStore.prototype.put;
      let left = 1; // the first record of the commit is written, the second is not
      IDBObjectStore.prototype.put = function (...given) {
        if (left-- > 0) return put.apply(this, given);
        IDBObjectStore.prototype.put = put;
        throw new DOMException('made to fail', name);
      };
    }, name);
    const answer = await ask(note('lost', 'x:ben'));
    assert.equal(answer.kind, 'refused');
    assert.match(answer.text, sentence);
    const marks = await ask({
      kind: 'marks',
      sightings: [
        { network: 'x', handle: 'ben' },
        { network: 'x', handle: 'anar' },
      ],
    });
    assert.deepEqual(
      marks.marks.map(m => m.text),
      ['', 'before'],
    );
    assert.equal((await ask({ kind: 'find', query: '' })).people.length, 1);
  }
  assert.equal((await ask(note('after', 'x:ben'))).kind, 'note');
});

both('a database that was closed is told, and nothing is lost', async browser => {
  const { page, ask } = await core(browser);
  await ask(note('before'));
  await page.evaluate(() => {
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = () => {
      IDBDatabase.prototype.transaction = begin;
      throw new DOMException('the connection is closed', 'InvalidStateError');
    };
  });
  assert.match((await ask(note('lost'))).text, /could not reach/);
  assert.deepEqual(texts(await ask({ kind: 'person', who: 'x:anar' })), ['before']);
});

both('a background put to sleep between question and answer does no harm', async browser => {
  const page = await browser.open('welcome.html');
  for (let n = 0; n < 5; n++) {
    const asked = send(page, note(`note ${n}`));
    await browser.sleep();
    const answer = await Promise.race([asked, send(page, { kind: 'settings' }).then(() => asked)]);
    const there = texts(await send(page, { kind: 'person', who: 'x:anar' }));
    // Acknowledged is kept; what was not acknowledged is told, and can be sent again.
    if (answer?.kind === 'note') assert.ok(there.includes(`note ${n}`));
    else assert.equal((await send(page, note(`note ${n}`))).kind, 'note');
  }
  const there = new Set(texts(await send(page, { kind: 'person', who: 'x:anar' })));
  assert.deepEqual(
    [...there],
    [0, 1, 2, 3, 4].map(n => `note ${n}`),
  );
});

both('a store of a newer Kith is refused with a sentence and left untouched', async browser => {
  const { page, ask } = await core(browser);
  await ask(note('of today'));
  const dump = () =>
    page.evaluate(async () => {
      const done = request =>
        new Promise((ok, no) =>
          Object.assign(request, { onsuccess: () => ok(request.result), onerror: () => no(request.error) }),
        );
      const db = await done(indexedDB.open('kith'));
      const all = {};
      for (const name of db.objectStoreNames) all[name] = await done(db.transaction(name).objectStore(name).getAll());
      const { version } = db;
      db.close();
      return { version, all };
    });
  await page.evaluate(
    () =>
      new Promise((ok, no) => {
        const request = indexedDB.open('kith', 99);
        request.onsuccess = () => ok(request.result.close());
        request.onerror = () => no(request.error);
      }),
  );
  const before = await dump();
  for (const asked of [
    note('of yesterday'),
    { kind: 'person', who: 'x:anar' },
    { kind: 'marks', sightings: [{ network: 'x', handle: 'anar' }] },
  ]) {
    const answer = await ask(asked);
    assert.equal(answer.kind, 'refused');
    assert.match(answer.text, /newer version of Kith/);
  }
  assert.equal(before.version, 99);
  assert.deepEqual(await dump(), before);
});

both('a record of a newer Kith is refused with a sentence', async browser => {
  const { page, ask } = await core(browser);
  await ask(note('of today'));
  await page.evaluate(async () => {
    const done = request =>
      new Promise((ok, no) =>
        Object.assign(request, { onsuccess: () => ok(request.result), onerror: () => no(request.error) }),
      );
    const db = await done(indexedDB.open('kith'));
    const people = db.transaction('people', 'readwrite').objectStore('people');
    const [key] = await done(people.getAllKeys());
    await done(people.put({ ...(await done(people.get(key))), v: 99 }, key));
    db.close();
  });
  assert.match((await ask(note('of yesterday'))).text, /newer version of Kith/);
});
