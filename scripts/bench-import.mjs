// What an archive costs, in Chromium: a million messages brought in, beside reading and parsing them alone, and beside the same job in plain JavaScript with the
// usual libraries, in one run; the memory of a 5 GB archive; how long a note waits meanwhile. MESSAGES=n for fewer.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { linkedinArchive, xArchive } from '../tests/browser/lib/big-archives.mjs';
import { launch } from '../tests/browser/lib/launch.mjs';
import { until } from '../tests/browser/lib/until.mjs';

const MESSAGES = Number(process.env.MESSAGES ?? 1_000_000);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'archives-'));
const seconds = ms => `${(ms / 1000).toFixed(1)} s`;

/** A worker of the extension's, with a file of the disk: `run(work)` evaluates there, where `self.file` is the file. */
async function worker(browser, file) {
  const page = await browser.open('dashboard.html');
  const input = await page.evaluateHandle(() =>
    document.body.appendChild(Object.assign(document.createElement('input'), { type: 'file' })),
  );
  await input.uploadFile(file);
  const created = new Promise(done => page.once('workercreated', done));
  await page.evaluate(input => {
    globalThis.ours = new Worker('import.worker.js', { type: 'module' });
    globalThis.give = () => globalThis.ours.postMessage({ files: [], file: input.files[0] });
  }, input);
  const inside = await created;
  await inside.evaluate(() => {
    const given = new Promise(done => addEventListener('message', ({ data }) => done(data.file), { once: true }));
    globalThis.given = given.then(file => Object.assign(globalThis, { file }));
  });
  await page.evaluate(() => globalThis.give());
  await inside.evaluate(() => globalThis.given.then(() => {}));
  return { page, run: work => inside.evaluate(work) };
}

/** In the worker: reads and parses; the time in ms. */
const reads = async () => {
  const { default: init, readFiles } = await import('/import.js');
  await init();
  const since = performance.now();
  const told = readFiles([globalThis.file], () => {});
  return { ms: performance.now() - since, told };
};

/** In the worker: brings the file in; the time, and the memory that the worker took beside an idle one, both with the module loaded (MB). */
const brings = async () => {
  const { default: init, importFiles } = await import('/import.js');
  const { memory } = await init();
  const size = () => (memory.buffer.byteLength + (performance.memory?.usedJSHeapSize ?? 0)) / 2 ** 20;
  const idle = size();
  let most = idle;
  const since = performance.now();
  const note = () => {
    most = Math.max(most, size());
  };
  const report = JSON.parse(await importFiles([globalThis.file], true, undefined, Date.now(), 0, 7n, note));
  return { ms: performance.now() - since, memory: most - idle, said: report.text, state: report.state };
};

/** The same job as most would write it: fflate, PapaParse, one record for each interaction. */
const PLAIN = `
import { Unzip, UnzipInflate } from 'fflate';
import Papa from 'papaparse';
globalThis.plain = async file => {
  const since = performance.now();
  const chunks = [];
  const unzip = new Unzip(stream => {
    if (stream.name !== 'messages.csv') return;
    stream.ondata = (_, data) => chunks.push(data);
    stream.start();
  });
  unzip.register(UnzipInflate);
  for await (const chunk of file.stream()) unzip.push(chunk);
  unzip.push(new Uint8Array(), true);
  const text = await new Blob(chunks).text();
  const { data } = Papa.parse(text, { header: true, skipEmptyLines: true });
  const parsed = performance.now() - since;
  const db = await new Promise(done => {
    const opening = indexedDB.open('plain', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('interactions', { autoIncrement: true }).createIndex('person', 'person');
    opening.onsuccess = () => done(opening.result);
  });
  const me = 'https://www.linkedin.com/in/robin-sample';
  for (let from = 0; from < data.length; from += 10000) {
    const writing = db.transaction('interactions', 'readwrite');
    const store = writing.objectStore('interactions');
    for (const row of data.slice(from, from + 10000)) {
      const given = row['SENDER PROFILE URL'] === me;
      store.put({
        person: given ? row['RECIPIENT PROFILE URLS'] : row['SENDER PROFILE URL'],
        name: given ? row.TO : row.FROM,
        kind: 'message',
        direction: given ? 'given' : 'received',
        time: new Date(row.DATE.replace(' UTC', 'Z').replace(' ', 'T')).toISOString(),
        excerpt: row.CONTENT.slice(0, 80),
      });
    }
    await new Promise((done, fail) => Object.assign(writing, { oncomplete: done, onerror: fail }));
  }
  return { ms: performance.now() - since, parsed, rows: data.length };
};
`;

async function plainly(file) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: PLAIN, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'iife',
  });
  const route = () => ({ body: '<!doctype html><title>plain</title><input type="file">' });
  const browser = await launch('chromium', { route, extension: null });
  try {
    const page = await browser.open('https://plain.example/');
    await page.evaluate(outputFiles[0].text);
    const input = await page.waitForSelector('input');
    await input.uploadFile(file);
    // longer than a driver waits for an answer
    await page.evaluate(() => {
      globalThis.plain(document.querySelector('input').files[0]).then(result => Object.assign(globalThis, { result }));
    });
    return await until(() => page.evaluate(() => globalThis.result), 'the plain import', { ms: 1_200_000, every: 500 });
  } finally {
    await browser.close();
  }
}

/** How long each note of another page waits while `work` goes on (ms). */
async function notesDuring(browser, work) {
  const page = await browser.open('popup.html');
  let going = true;
  const ended = work.finally(() => {
    going = false;
  });
  const times = [];
  while (going) {
    times.push(
      await page.evaluate(async n => {
        const ask = {
          kind: 'note',
          who: 'x:somebody',
          name: 'Somebody',
          text: `note ${n}`,
          place: null,
          passed: null,
          also: [],
        };
        const since = performance.now();
        const answer = await chrome.runtime.sendMessage({ ask });
        if (answer.kind !== 'note') throw new Error(answer.text);
        await new Promise(done => setTimeout(done, 300));
        return performance.now() - since - 300;
      }, times.length),
    );
  }
  return { done: await ended, longest: Math.max(...times), count: times.length };
}

export async function archives() {
  const people = Array.from({ length: Math.ceil(MESSAGES / 300) }, (_, n) => [`Person ${n}`, `person-${n}`]);
  const file = linkedinArchive(path.join(folder, 'linkedin.zip'), MESSAGES, people);
  const alone = await withBrowser(async browser => (await worker(browser, file)).run(reads));
  const ours = await withBrowser(async browser => {
    const { page, run } = await worker(browser, file);
    await page.bringToFront();
    return run(brings);
  });
  if (ours.state !== 'done') throw new Error(ours.said);
  const plain = await plainly(file);
  console.log(
    `import: ${MESSAGES} messages, ${(fs.statSync(file).size / 1e6).toFixed(0)} MB zipped: ${seconds(ours.ms)}`,
  );
  console.log(`  ${(ours.ms / alone.ms).toFixed(1)} times reading and parsing them alone (${seconds(alone.ms)})`);
  console.log(
    `  plain JavaScript takes ${(plain.ms / ours.ms).toFixed(1)} times as long: ${seconds(plain.ms)}, of which ${seconds(plain.parsed)} to parse`,
  );
  console.log(`  memory above an idle worker: ${ours.memory.toFixed(0)} MB`);
  const waits = await withBrowser(async browser => notesDuring(browser, (await worker(browser, file)).run(brings)));
  console.log(`  a note meanwhile waits ${waits.longest.toFixed(0)} ms at most (${waits.count} notes)`);
  const media = xArchive(path.join(folder, 'twitter.zip'), 300_000, 5e9);
  const large = await withBrowser(async browser => (await worker(browser, media)).run(brings));
  if (large.state !== 'done') throw new Error(large.said);
  console.log(
    `import: 5 GB of X, 300000 posts: ${seconds(large.ms)}, ${large.memory.toFixed(0)} MB above an idle worker`,
  );
  fs.rmSync(folder, { recursive: true });
}

async function withBrowser(work) {
  const browser = await launch('chromium', {});
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
