// Waiting for a condition, never for a time.
import { setTimeout as pause } from 'node:timers/promises';

/** One ask must answer within this: what is asked of a page on its way elsewhere may never be answered. */
const PATIENCE = 5000;

/** Asks until the answer is true-ish and returns it. An ask that throws counts as not yet. */
export async function until(ask, what, { ms = 15000, every = 50 } = {}) {
  const end = Date.now() + ms;
  let last;
  for (;;) {
    try {
      const answer = await Promise.race([ask(), unanswered()]);
      if (answer) return answer;
      last = JSON.stringify(answer)?.slice(0, 400);
    } catch (error) {
      last = String(error?.message ?? error).split('\n')[0];
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${ms / 1000} s; last: ${last}`);
    await pause(every);
  }
}

async function unanswered() {
  await pause(PATIENCE, undefined, { ref: false });
  throw new Error('no answer');
}
