// Nobody reads names that rush by. While more of them come than that, they are looked for when the page has come to rest, or now and then; those that are gone by
// then cost nothing.

/** So many names within so many milliseconds are looked at as they come. */
const MANY = 40;
const WITHIN = 200;
/** So long without anything new is rest (ms). */
const REST = 150;
/** However long they rush, they are looked at as often as this (ms). */
const LONGEST = 1000;

export class Rush {
  readonly #lookThrough: (roots: Element[]) => number;
  #rushing = false;
  #since = 0;
  #found = 0;
  #waiting: Element[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `lookThrough` returns how many names it found. */
  constructor(lookThrough: (roots: Element[]) => number, signal: AbortSignal) {
    this.#lookThrough = lookThrough;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** These were added to the page. */
  look(roots: Element[]): void {
    const now = performance.now();
    if (this.#rushing) {
      this.#waiting.push(...roots);
      this.#restFrom(now);
      return;
    }
    if (now - this.#since > WITHIN) {
      this.#since = now;
      this.#found = 0;
    }
    this.#found += this.#lookThrough(roots);
    if (this.#found > MANY) this.#begin(now);
  }

  #begin(now: number): void {
    this.#rushing = true;
    this.#since = now;
    this.#restFrom(now);
  }

  #restFrom(now: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), Math.max(0, Math.min(REST, this.#since + LONGEST - now)));
  }

  #rest(): void {
    const roots = this.#waiting;
    this.#waiting = [];
    this.#found = this.#lookThrough(roots);
    this.#rushing = false;
    if (this.#found > MANY) this.#begin(performance.now());
  }
}
