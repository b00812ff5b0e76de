// Names near the viewport: only there is a mark asked for, measured and drawn. First all is read, then all is written, right after the browser's own layout:
// so none is forced.
import { ask } from '../browser';
import type { Mark } from '../protocol';
import type { Site, Spot } from '../sites/site';
import { erase, type Line, lay, type Place, write } from './draw';
import { asked, type Name } from './names';
import { measureLine, measurePlace } from './place';

/** Three screens ahead and behind: as much as sites with endless lists keep, so that marks are there before the name comes into view. */
const AROUND = '300%';
/** Marks kept for people whose names come again; the oldest goes first. */
const KEPT = 2000;

export class Near {
  readonly #site: Site;
  readonly #names = new WeakMap<Element, Name>();
  readonly #here = new Set<Name>();
  /** null: not a person */
  readonly #marks = new Map<string, Mark | null>();
  readonly #asking = new Set<string>();
  readonly #lines = new Map<Spot, Map<number, Line>>();
  readonly #viewport: IntersectionObserver;
  readonly #rooms: ResizeObserver;
  readonly #widths = new WeakMap<Element, number>();

  constructor(site: Site, signal: AbortSignal) {
    this.#site = site;
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
    return this.#marks.get(name.key) ?? null;
  }

  /** A name that came, or is somebody else's now, or stands elsewhere: looked at after the next layout. */
  look(name: Name): void {
    this.#names.set(name.drawing.host, name);
    this.#viewport.unobserve(name.drawing.host);
    this.#viewport.observe(name.drawing.host);
  }

  drop(name: Name): void {
    this.#viewport.unobserve(name.drawing.host);
    this.#leave(name);
  }

  /** What stands where has changed for all of them: columns, letters, colours. */
  again(): void {
    this.#lines.clear();
    for (const name of this.#here) this.look(name);
  }

  /** Marks that must be asked again; what is drawn stays until the answer comes. */
  forget(aliases: string[] | null): void {
    const network = this.#site.network;
    const changed = aliases && new Set(aliases);
    for (const key of this.#marks.keys()) {
      const [handle, id] = key.split('#');
      if (!changed || changed.has(`${network}:${handle}`) || changed.has(`${network}:#${id}`)) this.#marks.delete(key);
    }
    // an answer on its way may be of before the change
    this.#asking.clear();
    this.#show([...this.#here]);
  }

  #seen(entries: IntersectionObserverEntry[]): void {
    const come: Name[] = [];
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const name = this.#names.get(target);
      if (!name) continue;
      if (!isIntersecting) {
        this.#leave(name);
        continue;
      }
      this.#here.add(name);
      name.left = Math.round(boundingClientRect.left);
      come.push(name);
    }
    this.#show(come);
  }

  #leave(name: Name): void {
    if (!this.#here.delete(name)) return;
    erase(name.drawing);
    this.#rooms.unobserve(name.block.closest(name.spot.room) ?? name.block);
  }

  #resized(entries: ResizeObserverEntry[]): void {
    let changed = false;
    for (const { target, contentRect } of entries) {
      const was = this.#widths.get(target);
      this.#widths.set(target, contentRect.width);
      changed ||= was !== undefined && was !== contentRect.width;
    }
    if (changed) this.again();
  }

  #show(names: Name[]): void {
    const laid: [Name, Line][] = [];
    const said: [Name, Line, Mark, Place][] = [];
    const silent: Name[] = [];
    const unknown = new Map<string, Name>();
    for (const name of names) {
      const line = this.#lineOf(name);
      if (name.line !== line) laid.push([name, line]);
      const mark = this.#marks.get(name.key);
      if (mark?.text) said.push([name, line, mark, measurePlace(name, line)]);
      else if (mark !== undefined) silent.push(name);
      else if (!this.#asking.has(name.key)) unknown.set(name.key, name);
    }
    for (const [name, line] of laid) {
      lay(name.drawing, line);
      name.line = line;
    }
    for (const [name, line, mark, place] of said) {
      write(name.drawing, mark, line, place);
      this.#rooms.observe(name.block.closest(name.spot.room) ?? name.block);
    }
    for (const name of silent) erase(name.drawing);
    if (unknown.size > 0) this.#ask(unknown);
  }

  #lineOf(name: Name): Line {
    let lines = this.#lines.get(name.spot);
    if (!lines) this.#lines.set(name.spot, (lines = new Map()));
    let line = lines.get(name.left);
    if (!line) lines.set(name.left, (line = measureLine(name)));
    return line;
  }

  async #ask(names: Map<string, Name>): Promise<void> {
    const keys = [...names.keys()];
    for (const key of keys) this.#asking.add(key);
    try {
      const answer = await ask({ kind: 'marks', sightings: [...names.values()].map(name => asked(this.#site, name)) });
      if (answer.kind !== 'marks') return;
      keys.forEach((key, at) => this.#keep(key, answer.marks[at] ?? null));
    } catch {
      // The background is gone or being replaced; the names are asked for when they come by again.
      return;
    } finally {
      for (const key of keys) this.#asking.delete(key);
    }
    this.#show([...this.#here].filter(name => names.has(name.key)));
  }

  #keep(key: string, mark: Mark | null): void {
    this.#marks.set(key, mark);
    if (this.#marks.size <= KEPT) return;
    const [oldest] = this.#marks.keys();
    if (oldest !== undefined) this.#marks.delete(oldest);
  }
}
