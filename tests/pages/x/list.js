// A list as long as one likes, of which only what is near the window stands in the page: cells in a box of their own, placed by transform.
// Cells come and go, or with `recycle` the same cells are used again for other entries.
import { el, morph, view } from './element.js';
import { options } from './options.js';

/** So many cells stand in the page, unless the window shows more. */
const KEEP = options.recycle ? 24 : 60;
/** So far outside the window a cell still stands (px). */
const AROUND = options.recycle ? 500 : 1000;
/** As many as a site fetches at once. */
const BATCH = 10;

export class List {
  element = view({ class: 'list' });
  #make;
  #draw;
  /** { entry, height, top, cell } */
  #rows = [];
  #live = new Set();
  #resized = new ResizeObserver(() => this.#measure());
  #end = new AbortController();

  /** `make(number)` is an entry of that number, or null at the end; `draw(entry)` is what stands in its cell. */
  constructor(make, draw) {
    this.#make = make;
    this.#draw = draw;
    addEventListener('scroll', () => this.#see(), { passive: true, signal: this.#end.signal });
    addEventListener('resize', () => this.#see(), { passive: true, signal: this.#end.signal });
  }

  get length() {
    return this.#rows.length;
  }

  add(count) {
    for (let left = count; left > 0; left -= BATCH) {
      const fresh = [];
      for (let n = Math.min(BATCH, left); n > 0; n--) {
        const entry = this.#make(this.#rows.length);
        if (!entry) break;
        const row = { entry, number: this.#rows.length, height: 0, top: 0, cell: null };
        this.#rows.push(row);
        fresh.push(row);
      }
      this.#showAll(fresh);
    }
  }

  close() {
    this.#end.abort();
    this.#resized.disconnect();
  }

  #showAll(rows) {
    for (const row of rows) this.#show(row);
    this.#measure();
    for (const row of this.#far()) this.#hide(row);
  }

  #show(row) {
    const inside = view({ class: 'inside' }, this.#draw(row.entry));
    const [old] = options.recycle ? this.#far(1) : [];
    if (old) {
      row.cell = old.cell;
      old.cell = null;
      this.#live.delete(old);
      morph(row.cell.firstChild, inside);
    } else {
      row.cell = el('div', { class: 'view cell', 'data-testid': 'cellInnerDiv' }, inside);
      this.element.insertBefore(row.cell, this.#after(row));
      this.#resized.observe(row.cell);
    }
    this.#live.add(row);
    this.#place(row);
    if (options.recycle) this.#measure();
  }

  /** In the page cells stand in the order of the list. */
  #after({ number }) {
    let next = null;
    for (const row of this.#live) if (row.number > number && (!next || row.number < next.number)) next = row;
    return next?.cell ?? null;
  }

  #place({ cell, top }) {
    cell.style.transform = `translateY(${top}px)`;
  }

  #hide(row) {
    this.#live.delete(row);
    this.#resized.unobserve(row.cell);
    row.cell.remove();
    row.cell = null;
  }

  /** Reads all heights, then places what stands below a change. */
  #measure() {
    let first = this.#rows.length;
    for (const row of this.#live) {
      const height = row.cell.offsetHeight;
      if (height === row.height) continue;
      row.height = height;
      first = Math.min(first, row.number);
    }
    if (first === this.#rows.length) return;
    const before = this.#rows[first - 1];
    let top = before ? before.top + before.height : 0;
    for (const row of this.#rows.slice(first)) {
      if (row.top !== top) {
        row.top = top;
        if (row.cell) this.#place(row);
      }
      top += row.height;
    }
    this.element.style.minHeight = `${top}px`;
  }

  /** The stretch of the list that is near the window. */
  #near() {
    const start = -this.element.getBoundingClientRect().top - AROUND;
    return { start, end: start + innerHeight + 2 * AROUND };
  }

  #see() {
    const { start, end } = this.#near();
    this.#showAll(this.#rows.filter(row => !row.cell && row.top < end && row.top + row.height > start));
    if (options.endless && this.element.offsetHeight < end) this.add(BATCH);
  }

  /** Rows that have to go, `coming` of them for others to come: outside the window, the farthest first. */
  #far(coming = 0) {
    const over = this.#live.size + coming - KEEP;
    if (over <= 0) return [];
    const { start, end } = this.#near();
    const away = ({ top, height }) => Math.max(start - top - height, top - end);
    return [...this.#live]
      .filter(row => away(row) > 0)
      .sort((a, b) => away(b) - away(a))
      .slice(0, over);
  }
}
