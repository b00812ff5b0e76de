// Names near the viewport: only there is a mark asked for, measured and drawn. First all is read, then all is written, right after the browser's own layout:
// so none is forced.
import type { Mark } from '../protocol';
import type { Site, Spot } from '../sites/site';
import { erase, type Line, lay, type Place, write } from './draw';
import { Marks } from './marks';
import type { Name, Names } from './names';
import { measureLine, measurePlace } from './place';

/** Three screens ahead and behind: as much as sites with endless lists keep, so that marks are there before the name comes into view. */
const AROUND = '300%';

export class Near {
  readonly #names: Names;
  readonly #marks: Marks;
  /** Names that came near, until they are gone from the page. */
  readonly #here = new Set<Name>();
  #prune = 100;
  /** By spot and by where its host stands: the names of a column share their line. */
  readonly #lines = new Map<Spot, Map<number, Line>>();
  readonly #latest = new Map<Spot, Line>();
  readonly #viewport: IntersectionObserver;
  readonly #rooms: ResizeObserver;
  readonly #widths = new WeakMap<Element, number>();

  constructor(site: Site, names: Names, signal: AbortSignal) {
    this.#names = names;
    this.#marks = new Marks(site, keys => this.#show([...this.#here].filter(({ key }) => keys.has(key))), signal);
    this.#viewport = new IntersectionObserver(entries => this.#seen(entries), { rootMargin: AROUND });
    this.#rooms = new ResizeObserver(entries => this.#resized(entries));
    addEventListener('resize', () => this.again(), { signal });
    document.fonts.addEventListener('loadingdone', () => this.again(), { signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.again(), { signal });
    signal.addEventListener('abort', () => {
      this.#viewport.disconnect();
      this.#rooms.disconnect();
    });
  }

  get here(): Iterable<Name> {
    return this.#here;
  }

  markOf(name: Name): Mark | null {
    return this.#marks.of(name) ?? null;
  }

  /** The line where the last name at such a spot stood. */
  latest(spot: Spot): Line | null {
    return this.#latest.get(spot) ?? null;
  }

  /** A name that came, or became somebody else's, or may stand elsewhere now: seen to when it is near, after the next layout. */
  look({ drawing: { host } }: Name): void {
    this.#viewport.unobserve(host);
    this.#viewport.observe(host);
  }

  drop(name: Name): void {
    this.#viewport.unobserve(name.drawing.host);
    this.#rooms.unobserve(roomOf(name));
    this.#here.delete(name);
  }

  /** Columns, letters or colours may have changed for all. */
  again(): void {
    this.#lines.clear();
    for (const name of this.#here) this.look(name);
  }

  /** Marks that must be asked for again; what is drawn stays until the answer has come. */
  forget(aliases: string[] | null): void {
    this.#marks.forget(aliases);
    for (const name of this.#here) if (this.#marks.of(name) === undefined) this.look(name);
  }

  #seen(entries: IntersectionObserverEntry[]): void {
    const near: Name[] = [];
    const moved: Name[] = [];
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const name = isIntersecting && this.#names.get(target);
      if (!name) continue;
      this.#viewport.unobserve(target);
      near.push(name);
      const line = this.#lineOf(name, Math.round(boundingClientRect.left));
      if (line === name.line) continue;
      name.line = line;
      moved.push(name);
    }
    for (const name of near) this.#here.add(name);
    this.#show(near, moved);
    if (this.#here.size > this.#prune) this.#forgetGone();
  }

  #lineOf(name: Name, left: number): Line {
    let lines = this.#lines.get(name.spot);
    if (!lines) this.#lines.set(name.spot, (lines = new Map()));
    let line = lines.get(left);
    if (!line) lines.set(left, (line = measureLine(name)));
    this.#latest.set(name.spot, line);
    return line;
  }

  #show(names: Name[], moved: Name[] = []): void {
    const said: [Name, Line, Mark, Place][] = [];
    const silent: Name[] = [];
    const unknown: Name[] = [];
    for (const name of names) {
      const mark = this.#marks.of(name);
      if (mark === undefined) unknown.push(name);
      else if (mark?.text && name.line) said.push([name, name.line, mark, measurePlace(name, name.line)]);
      else silent.push(name);
    }
    for (const { drawing, line } of moved) if (line) lay(drawing, line);
    for (const [name, line, mark, place] of said) {
      write(name.drawing, mark, line, place);
      this.#rooms.observe(roomOf(name));
    }
    for (const { drawing } of silent) erase(drawing);
    if (unknown.length > 0) this.#marks.want(unknown);
  }

  #resized(entries: ResizeObserverEntry[]): void {
    let changed = false;
    for (const { target, contentRect } of entries) {
      if (!target.isConnected) continue;
      const was = this.#widths.get(target);
      this.#widths.set(target, contentRect.width);
      changed ||= was !== undefined && was !== contentRect.width;
    }
    if (changed) this.again();
  }

  #forgetGone(): void {
    for (const name of this.#here) if (!name.block.isConnected) this.drop(name);
    this.#prune = 2 * this.#here.size + 100;
  }
}

/** What has to keep its width for a mark to be where it belongs. */
const roomOf = ({ block, spot }: Name): Element => block.closest(spot.room) ?? block;
