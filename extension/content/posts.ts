// Posts that stand on the page with their authors: what the user did on one long ago, as an archive says, may wait for its author.
import type { Sighting } from '../protocol';
import type { Site } from '../sites/site';
import { type Name, sighting } from './names';
import { askThroughPort } from './port';

/** The spot at which an author's name stands. */
const AUTHOR = 'author';
/** What comes within this is asked together (ms). */
const TOGETHER = 300;

export class Posts {
  readonly #site: Site;
  readonly #asked = new Set<string>();
  #waiting: Sighting[] = [];
  /** nothing waits for anybody */
  #none = false;
  #due = 0;

  constructor(site: Site, signal: AbortSignal) {
    this.#site = site;
    signal.addEventListener('abort', () => clearTimeout(this.#due));
  }

  /** A name came near. */
  see(name: Name): void {
    if (this.#none || name.spot.kind !== AUTHOR) return;
    const seen = sighting(this.#site, name);
    if (!seen.post || this.#asked.has(seen.post)) return;
    this.#asked.add(seen.post);
    this.#waiting.push(seen);
    this.#due ||= setTimeout(() => this.#ask(), TOGETHER);
  }

  /** An archive may have come. */
  again(): void {
    this.#none = false;
    this.#asked.clear();
  }

  async #ask(): Promise<void> {
    this.#due = 0;
    const sightings = this.#waiting;
    this.#waiting = [];
    const answer = await askThroughPort({ kind: 'posts', sightings });
    if (answer?.kind === 'posts') this.#none = !answer.any;
  }
}
