// The lines on which marks stand: measured once for a spot and a column, and watched for a change of its width.
import type { Spot } from '../sites/site';
import { type Column, Line } from './draw';
import type { Name } from './names';
import { lineOf, measureColumn, roomOf } from './place';

interface Measured {
  /** by place and width of the room */
  columns: Map<string, Column>;
  /** by where the host stands */
  lines: Map<number, Line>;
  latest: Line;
}

/** Where hosts stand after text, each has a line of its own. */
const MANY = 500;

export class Lines {
  readonly #spots = new Map<Spot, Measured>();
  /** One room of each column, by which it is watched. */
  readonly #samples = new Map<Element, { spot: Spot; width: number | undefined }>();
  readonly #observer: ResizeObserver;

  /** `changed` hears that all must be measured again. */
  constructor(changed: () => void, signal: AbortSignal) {
    this.#observer = new ResizeObserver(entries => {
      if (entries.filter(entry => this.#hasChanged(entry)).length > 0) changed();
    });
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** Where the last name at such a spot stood: most stand there too. */
  latest(spot: Spot): Line | null {
    return this.#spots.get(spot)?.latest ?? null;
  }

  /** The line of a name whose host stands there. Reads the page's layout. */
  of(name: Name, left: number): Line {
    const measured = this.#spots.get(name.spot);
    const line = measured?.lines.get(left) ?? this.#measure(name, left);
    if (measured) measured.latest = line;
    return line;
  }

  clear(): void {
    this.#spots.clear();
    this.#samples.clear();
    this.#observer.disconnect();
  }

  #measure(name: Name, left: number): Line {
    const { spot } = name;
    const room = roomOf(name);
    const rect = room.getBoundingClientRect();
    const key = `${rect.left} ${rect.width}`;
    const measured = this.#spots.get(spot);
    const known = measured?.columns.get(key);
    const column = known ?? measureColumn(name);
    const line = lineOf(name, column);
    if (measured && measured.lines.size < MANY) {
      measured.columns.set(key, column);
      measured.lines.set(left, line);
    } else {
      this.#spots.set(spot, { columns: new Map([[key, column]]), lines: new Map([[left, line]]), latest: line });
    }
    if (!known) {
      this.#samples.set(room, { spot, width: undefined });
      this.#observer.observe(room);
    }
    return line;
  }

  #hasChanged({ target, contentRect }: ResizeObserverEntry): boolean {
    const sample = this.#samples.get(target);
    if (!sample) return false;
    if (target.isConnected) {
      const was = sample.width;
      sample.width = contentRect.width;
      return was !== undefined && was !== sample.width;
    }
    // the page took it out: another room is measured when the next name comes
    this.#samples.delete(target);
    this.#observer.unobserve(target);
    this.#spots.delete(sample.spot);
    return false;
  }
}
