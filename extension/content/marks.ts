// What the background said of whom: asked in as few messages as will do, and kept for names that come again.
import type { Ask, Mark } from '../protocol';
import type { Site } from '../sites/site';
import { asked, type Whose } from './names';
import { askThroughPort } from './port';

/** As many are kept; the oldest goes first. */
const KEPT = 2000;

export class Marks {
  readonly #site: Site;
  readonly #told: (keys: Set<string>) => void;
  /** null: nobody's */
  readonly #known = new Map<string, Mark | null>();
  readonly #asking = new Set<string>();
  #epoch = 0;

  /** `told` hears whose marks have come. */
  constructor(site: Site, told: (keys: Set<string>) => void) {
    this.#site = site;
    this.#told = told;
  }

  /** The mark, as far as it is known; undefined where it has to be asked for. */
  of(name: Whose): Mark | null | undefined {
    return this.#known.get(name.key);
  }

  /** Asks for all of them at once, each person once. */
  async want(wanted: Whose[]): Promise<void> {
    const names: Whose[] = [];
    const keys = new Set<string>();
    for (const name of wanted) {
      if (this.#asking.has(name.key)) continue;
      this.#asking.add(name.key);
      keys.add(name.key);
      names.push(name);
    }
    if (names.length === 0) return;
    const epoch = this.#epoch;
    const ask: Ask = { kind: 'marks', sightings: names.map(name => asked(this.#site, name)) };
    const answer = await askThroughPort(ask);
    if (epoch !== this.#epoch) return;
    for (const key of keys) this.#asking.delete(key);
    // Refused, or the background is being replaced: they are asked for when their names come by again.
    if (answer?.kind !== 'marks') return;
    for (const [at, { key }] of names.entries()) this.#keep(key, answer.marks[at] ?? null);
    this.#told(keys);
  }

  /** These must be asked for again; null for all. */
  forget(aliases: string[] | null): void {
    const { network } = this.#site;
    const changed = aliases && new Set(aliases);
    for (const key of this.#known.keys()) {
      const [handle, id] = key.split('#');
      // an id that a page writes in a form of its own is not the alias that changed, and may be the same person's
      const isForeign = /\D/.test(id ?? '');
      if (!changed || isForeign || changed.has(`${network}:${handle}`) || changed.has(`${network}:#${id}`))
        this.#known.delete(key);
    }
    // an answer that is on its way may be older than the change
    this.#epoch += 1;
    this.#asking.clear();
  }

  #keep(key: string, mark: Mark | null): void {
    this.#known.set(key, mark);
    if (this.#known.size <= KEPT) return;
    const [oldest] = this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}
