// Names near the viewport: only there is a mark asked for, measured and drawn. All measuring waits for the browser's own layout, so that none is forced, and is
// done before anything is written.
import type { Mark } from '../protocol';
import type { Site, Spot } from '../sites/site';
import { Columns } from './columns';
import { type Column, erase, float, lay, type Place, write } from './draw';
import { Marks } from './marks';
import type { Name, Names, Whose } from './names';
import { measurePlace } from './place';
import { Posts } from './posts';

/** A page that is not shown has no layout of its own accord: so long after, it is asked for (ms). */
const UNSHOWN = 200;
/** Screens ahead and behind: as many as sites with endless lists keep, so that a mark is there before its name comes into view. */
const SCREENS = 3;
/** So many names more, and those that are gone from the page are let go: each holds the whole of its post. */
const GROWTH = 30;

export class Near {
  readonly #names: Names;
  readonly #marks: Marks;
  readonly #columns: Columns;
  /** Names to be seen to after the next layout. */
  readonly #due = new Set<Name>();
  /** Whose controls came: whether to hold must be known before the press. */
  readonly #controls = new Map<string, Whose>();
  /** Names that came near, until they are gone from the page. */
  readonly #here = new Set<Name>();
  /** Names that wait until they come near. */
  readonly #far = new WeakSet<Name>();
  /** What a name's mark says for a while instead, and of whom. */
  readonly #said = new Map<Name, { key: string; text: string }>();
  readonly #posts: Posts;
  #grown = GROWTH;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #layout = new ResizeObserver(() => this.#see());
  readonly #viewport = new IntersectionObserver(entries => this.#come(entries), { rootMargin: `${100 * SCREENS}%` });

  constructor(site: Site, names: Names, signal: AbortSignal) {
    const again = () => this.again();
    this.#names = names;
    this.#marks = new Marks(site, keys => this.#told(keys));
    this.#columns = new Columns(again, signal);
    this.#posts = new Posts(site, signal);
    addEventListener('resize', again, { signal });
    document.fonts.addEventListener('loadingdone', again, { signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again, { signal });
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#layout.disconnect();
      this.#viewport.disconnect();
    });
  }

  get here(): Iterable<Name> {
    return this.#here;
  }

  knows(name: Name | undefined): boolean {
    return name !== undefined && (this.#here.has(name) || this.#due.has(name) || this.#far.has(name));
  }

  markOf(name: Whose): Mark | null {
    return this.#marks.of(name) ?? null;
  }

  /** What stands beside a name now: for a while perhaps that something was remembered. */
  shownAt(name: Name): Mark | null {
    return this.#markNow(name) ?? null;
  }

  /** Where a name at such a spot is likely to stand. */
  columnFor(spot: Spot): Column | null {
    return this.#columns.latest(spot);
  }

  /** A name that came, or became somebody else's, or may stand elsewhere now. */
  look(name: Name): void {
    this.#soon();
    this.#due.add(name);
  }

  /** For a while a mark says something else; null: no longer. */
  say(name: Name, text: string | null): void {
    if (text === null) this.#said.delete(name);
    else this.#said.set(name, { key: name.key, text });
    this.look(name);
  }

  /** A control of somebody's, who may have no name near it. */
  lookAtControl(whose: Whose): void {
    if (this.#marks.of(whose) !== undefined) return;
    this.#soon();
    this.#controls.set(whose.key, whose);
  }

  #soon(): void {
    if (this.#due.size + this.#controls.size > 0) return;
    this.#layout.observe(document.documentElement);
    this.#timer = setTimeout(() => this.#see(), UNSHOWN);
  }

  drop(name: Name): void {
    this.#viewport.unobserve(name.drawing.host);
    this.#due.delete(name);
    this.#here.delete(name);
  }

  /** Columns, letters or colours may have changed for all. */
  again(): void {
    this.#columns.clear();
    for (const name of this.#here) this.look(name);
  }

  /** Marks that must be asked for again; what is drawn stays until the answer has come. */
  forget(aliases: string[] | null): void {
    this.#marks.forget(aliases);
    if (!aliases) this.#posts.again();
    for (const name of this.#here) if (this.#marks.of(name) === undefined) this.look(name);
  }

  #come(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const name = isIntersecting && this.#names.get(target);
      if (!name) continue;
      this.#viewport.unobserve(target);
      this.#far.delete(name);
      this.look(name);
    }
  }

  #told(keys: Set<string>): void {
    for (const name of this.#here)
      if (keys.has(name.key) && (name.drawing.text || this.markOf(name)?.text)) this.look(name);
  }

  /** Right after a layout: the root element, observed anew, is reported then. */
  #see(): void {
    this.#layout.unobserve(document.documentElement);
    clearTimeout(this.#timer);
    const near: [Name, Column][] = [];
    const unknown: Whose[] = [];
    const moved: Name[] = [];
    const said: [Name, Column, Mark, Place][] = [];
    const silent: Name[] = [];
    for (const name of this.#due) {
      const { host } = name.drawing;
      const { left, top } = host.getBoundingClientRect();
      if (!isNear(host, left, top)) {
        this.#viewport.observe(host);
        this.#far.add(name);
        continue;
      }
      this.#here.add(name);
      const column = this.#columns.of(name, Math.round(left));
      if (name.column !== column) moved.push(name);
      name.column = column;
      near.push([name, column]);
    }
    this.#due.clear();
    for (const [{ drawing }, { flow }] of near) float(drawing, flow);
    for (const [name, column] of near) {
      const mark = this.#markNow(name);
      this.#posts.see(name);
      if (this.#marks.of(name) === undefined) unknown.push(name);
      if (mark === undefined) continue;
      if (mark?.text) said.push([name, column, mark, measurePlace(name, column)]);
      else if (name.drawing.text) silent.push(name);
    }
    for (const whose of this.#controls.values()) if (this.#marks.of(whose) === undefined) unknown.push(whose);
    this.#controls.clear();
    for (const { drawing, column } of moved) if (column) lay(drawing, column);
    for (const [{ drawing }, column, mark, place] of said) write(drawing, mark, column, place);
    for (const { drawing } of silent) erase(drawing);
    if (unknown.length > 0) this.#marks.want(unknown);
    if (this.#here.size > this.#grown) this.#forgetGone();
  }

  #markNow(name: Name): Mark | null | undefined {
    const said = this.#said.get(name);
    const mark = this.#marks.of(name);
    // nothing, where marks are hidden
    return mark && said?.key === name.key ? { ...mark, text: said.text, full: said.text } : mark;
  }

  #forgetGone(): void {
    for (const name of this.#here) if (!name.block.isConnected) this.#here.delete(name);
    this.#grown = this.#here.size + GROWTH;
  }
}

/** Whether it is shown, and within reach of the viewport. */
function isNear(host: Element, left: number, top: number): boolean {
  if (top === 0 && left === 0 && host.getClientRects().length === 0) return false;
  return top > -SCREENS * innerHeight && top < (SCREENS + 1) * innerHeight;
}
