// The library's module, loaded when it is first needed, with what the library may not know by itself: clock and dice.
import init, { ask as askCore, writes as writesCore } from './core.js';
import type { Answer, Ask } from './protocol';

let loaded: Promise<unknown> | undefined;

/** Compiled at each wake; a failure is not kept, so that the next ask tries again. */
function load(): Promise<unknown> {
  loaded ??= init().catch(error => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/** What the library may not know by itself: milliseconds since 1970, minutes ahead of UTC, 64 random bits. */
export function world(): [number, number, bigint] {
  const [random = 0n] = crypto.getRandomValues(new BigUint64Array(1));
  return [Date.now(), -new Date().getTimezoneOffset(), random];
}

/** Answers an ask from the store. */
export async function ask(a: Ask): Promise<Answer> {
  try {
    await load();
    return JSON.parse(await askCore(JSON.stringify(a), ...world()));
  } catch (error) {
    return { kind: 'refused', text: `Kith: ${error}` };
  }
}

/** Whether an ask may write. */
export async function writes(a: Ask): Promise<boolean> {
  await load();
  return writesCore(JSON.stringify(a));
}
