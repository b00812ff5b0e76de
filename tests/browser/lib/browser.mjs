// What a test imports: `both` registers it for Chromium and for Firefox and gives it a `Browser` (launch.mjs).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { DRIVERS, launch, ROOT, running } from './launch.mjs';
import { until } from './until.mjs';

export { launch, until };

const FAILURES = path.join(ROOT, 'target/failures');
/** A test's longest time in seconds. Not the runner's own limit: that one would leave the browser running, and no picture. */
const LIMIT = 120;
/** KITH_BROWSER=firefox runs the tests in that one only. */
const KINDS = process.env.KITH_BROWSER ? [process.env.KITH_BROWSER] : Object.keys(DRIVERS);

/** A browser that a test forgot to close would keep its file from ending. */
after(() => Promise.all([...running].map(browser => browser.kill9())));

/** Registers `name` once per browser. `options` are those of `launch`; `fn(browser, t)` finds the browser running. */
export function both(name, ...rest) {
  const fn = rest.pop();
  for (const kind of KINDS) one(kind, name, ...rest, fn);
}

/** The same for one browser, where the other has no such thing. */
export function one(kind, name, ...rest) {
  const fn = rest.pop();
  if (!KINDS.includes(kind)) return;
  test(`${name} (${kind})`, async t => {
    const browser = await launch(kind, rest[0]);
    try {
      await Promise.race([fn(browser, t), tooLong()]);
    } catch (error) {
      if (browser.alive) await browser.pictures(path.join(FAILURES, `${name} ${kind}`.replaceAll(/\W+/g, '-')));
      throw error;
    } finally {
      await browser.close();
    }
  });
}

async function tooLong() {
  await pause(LIMIT * 1000, undefined, { ref: false });
  throw new Error(`no end in ${LIMIT} s`);
}

/** A folder that is gone when the test is over; for a profile that outlives its browser. */
export function folder(t, name = 'kith-') {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), name));
  t.after(() => fs.rmSync(made, { recursive: true, force: true, maxRetries: 5 }));
  return made;
}
