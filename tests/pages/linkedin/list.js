// A list that grows and loses nothing: what once stood in the page stays.
import { options } from './options.js';

/** As many as a site fetches at once. */
const BATCH = 10;

export class List {
  #make;
  #draw;
  #count = 0;
  #end = new AbortController();

  /** `make(number)` is an entry of that number, or null at the end; `draw(entry)` what stands for it in `element`. */
  constructor(element, make, draw) {
    this.element = element;
    this.#make = make;
    this.#draw = draw;
    if (!options.endless) return;
    // the new front scrolls in a box of its own
    addEventListener('scroll', () => this.#see(), { passive: true, capture: true, signal: this.#end.signal });
  }

  add(count) {
    const fresh = document.createDocumentFragment();
    for (let left = count; left > 0; left--) {
      const entry = this.#make(this.#count);
      if (!entry) break;
      this.#count += 1;
      fresh.append(this.#draw(entry));
    }
    this.element.append(fresh);
  }

  close() {
    this.#end.abort();
  }

  #see() {
    if (this.element.getBoundingClientRect().bottom < 2 * innerHeight) this.add(BATCH);
  }
}
