// What came of a press: told only when the page shows that it took effect, and again when it shows that it was undone.

/** Something that a press may bring about. */
export interface Watched {
  /** tells it from others; watched once */
  id: string;
  /** Whether the page shows it; undefined where it does not say. */
  isDone(): boolean | undefined;
  /** what the page shows now */
  done: boolean;
  /** how long after a press what the page shows is taken for what came of it (ms) */
  patience: number;
  tell(done: boolean): void;
}

/** An undoing may ask first (ms). */
export const WATCHED = 60_000;
/** … where a dialog comes first, in which something may be written. */
export const WRITING = 600_000;
/** Changes of the page within this are looked at together (ms). */
const TOGETHER = 50;

export class Effect {
  readonly #watched = new Map<string, Watched & { until: number }>();
  readonly #observer = new MutationObserver(() => this.#soon());
  #due = 0;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.#stop());
  }

  /** To be called before the page hears of the press. */
  watch(watched: Watched): void {
    const known = this.#watched.get(watched.id);
    const until = performance.now() + watched.patience;
    // what the page showed before the first press is what counts
    this.#watched.set(watched.id, Object.assign(known ?? watched, { until }));
    this.#observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }

  #soon(): void {
    this.#due ||= setTimeout(() => {
      this.#due = 0;
      this.#look();
    }, TOGETHER);
  }

  #look(): void {
    const now = performance.now();
    for (const [id, watched] of this.#watched) {
      const isDone = watched.isDone();
      if (isDone !== undefined && isDone !== watched.done) {
        watched.done = isDone;
        watched.tell(isDone);
      }
      if (now > watched.until) this.#watched.delete(id);
    }
    if (this.#watched.size === 0) this.#stop();
  }

  #stop(): void {
    this.#observer.disconnect();
    clearTimeout(this.#due);
    this.#due = 0;
  }
}
