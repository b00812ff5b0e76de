// What the background said of whom: asked in as few messages as will do, and kept for names that come again.
import { ask } from '../browser';
import type { Mark } from '../protocol';
import type { Site } from '../sites/site';
import { asked, type Name } from './names';

/** As many are kept; the oldest goes first. */
const KEPT = 2000;
/** While names rush by, they are asked for no more often than this (ms); the first ones at once. */
const PAUSE = 100;

export class Marks {
  readonly #site: Site;
  readonly #told: (keys: Set<string>) => void;
  /** null: nobody's */
  readonly #known = new Map<string, Mark | null>();
  readonly #waiting = new Map<string, Name>();
  readonly #asking = new Set<string>();
  #epoch = 0;
  #last = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `told` hears whose marks have come. */
  constructor(site: Site, told: (keys: Set<string>) => void, signal: AbortSignal) {
    this.#site = site;
    this.#told = told;
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#waiting.clear();
    });
  }

  /** The mark, as far as it is known; undefined where it has to be asked for. */
  of(name: Name): Mark | null | undefined {
    return this.#known.get(name.key);
  }

  want(names: Name[]): void {
    for (const name of names) if (!this.#asking.has(name.key)) this.#waiting.set(name.key, name);
    if (this.#waiting.size === 0 || this.#timer !== undefined) return;
    const wait = this.#last + PAUSE - performance.now();
    if (wait <= 0) this.#ask();
    else this.#timer = setTimeout(() => this.#ask(), wait);
  }

  /** These must be asked for again; null for all. */
  forget(aliases: string[] | null): void {
    const { network } = this.#site;
    const changed = aliases && new Set(aliases);
    for (const key of this.#known.keys()) {
      const [handle, id] = key.split('#');
      if (!changed || changed.has(`${network}:${handle}`) || changed.has(`${network}:#${id}`)) this.#known.delete(key);
    }
    // an answer that is on its way may be older than the change
    this.#epoch += 1;
    this.#asking.clear();
  }

  async #ask(): Promise<void> {
    this.#timer = undefined;
    this.#last = performance.now();
    const names = [...this.#waiting.values()].filter(({ block }) => block.isConnected);
    this.#waiting.clear();
    if (names.length === 0) return;
    const keys = new Set(names.map(({ key }) => key));
    for (const key of keys) this.#asking.add(key);
    const epoch = this.#epoch;
    const answer = await ask({ kind: 'marks', sightings: names.map(name => asked(this.#site, name)) }).catch(() => null);
    if (epoch !== this.#epoch) return;
    for (const key of keys) this.#asking.delete(key);
    // Refused, or the background is being replaced: they are asked for when their names come by again.
    if (answer?.kind !== 'marks') return;
    names.forEach(({ key }, at) => this.#keep(key, answer.marks[at] ?? null));
    this.#told(keys);
  }

  #keep(key: string, mark: Mark | null): void {
    this.#known.set(key, mark);
    if (this.#known.size <= KEPT) return;
    const [oldest] = this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}
