// Nobody reads names that rush by. While more of them come than that, they are looked for when the page has come to rest, or now and then; those that are gone by
// then cost nothing.

/** So many names within so many milliseconds are looked at as they come. */
const MANY = 30;
const WITHIN = 200;
/** So long without anything new is rest (ms). */
const REST = 150;
/** However long they rush, they are looked for as often as this (ms). */
const LONGEST = 2500;

export class Rush {
  readonly #lookForAll: () => number;
  #on = false;
  #since = 0;
  #latest = 0;
  #found = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `lookForAll` returns how many new names it found. */
  constructor(lookForAll: () => number, signal: AbortSignal) {
    this.#lookForAll = lookForAll;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Whether what is new is left alone for now. */
  get on(): boolean {
    return this.#on;
  }

  /** Something came, and was left alone. */
  more(): void {
    this.#latest = performance.now();
  }

  /** So many names came, and were looked at. */
  came(names: number): void {
    const now = performance.now();
    if (now - this.#since > WITHIN) {
      this.#since = now;
      this.#found = 0;
    }
    this.#found += names;
    if (this.#found > MANY) this.#begin(now);
  }

  #begin(now: number): void {
    this.#on = true;
    this.#since = now;
    this.#latest = now;
    this.#timer = setTimeout(() => this.#rest(), REST);
  }

  #rest(): void {
    const now = performance.now();
    const wait = Math.min(this.#latest + REST, this.#since + LONGEST) - now;
    if (wait > 0) {
      this.#timer = setTimeout(() => this.#rest(), wait);
      return;
    }
    this.#on = false;
    this.#found = this.#lookForAll();
    if (this.#found > MANY) this.#begin(now);
  }
}
