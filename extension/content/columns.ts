// The columns in which names stand: measured once for a spot and a room, and watched for a change of their width.
import type { Spot } from '../sites/site';
import { Column, float } from './draw';
import type { Name } from './names';
import { flowOf, measureColumn, roomOf } from './place';

interface Measured {
  /** by the place and width of the room */
  columns: Map<string, Column>;
  /** the same by where a host stands, which costs less to know */
  byHost: Map<number, Column>;
  latest: Column;
}

function measure(name: Name): Column {
  float(name.drawing, flowOf(name));
  return new Column(measureColumn(name));
}

/** Hosts that follow text stand at many places. */
const MANY = 200;

export class Columns {
  readonly #spots = new Map<Spot, Measured>();
  /** A room of each column, by which it is watched. */
  readonly #watched = new Map<Column, { room: Element; width: number | undefined }>();
  readonly #observer: ResizeObserver;

  /** `changed` hears that all must be measured again. */
  constructor(changed: () => void, signal: AbortSignal) {
    this.#observer = new ResizeObserver(entries => {
      if (this.#haveChanged(new Map(entries.map(({ target, contentRect }) => [target, contentRect.width])))) changed();
    });
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** Where the last name at such a spot stood: most stand there too. */
  latest(spot: Spot): Column | null {
    return this.#spots.get(spot)?.latest ?? null;
  }

  /** The column of a name whose host stands there. Reads the page's layout. */
  of(name: Name, left: number): Column {
    const measured = this.#spots.get(name.spot);
    const column = measured?.byHost.get(left) ?? this.#find(name, left, measured);
    if (measured) measured.latest = column;
    if (!this.#watched.has(column)) this.#watch(column, roomOf(name));
    return column;
  }

  clear(): void {
    this.#spots.clear();
    this.#watched.clear();
    this.#observer.disconnect();
  }

  #find(name: Name, left: number, measured: Measured | undefined): Column {
    const room = roomOf(name).getBoundingClientRect();
    const key = `${room.left} ${room.width}`;
    const column = measured?.columns.get(key) ?? measure(name);
    if (!measured || measured.byHost.size > MANY) {
      this.#spots.set(name.spot, {
        columns: new Map([[key, column]]),
        byHost: new Map([[left, column]]),
        latest: column,
      });
    } else {
      measured.columns.set(key, column);
      measured.byHost.set(left, column);
    }
    return column;
  }

  #watch(column: Column, room: Element): void {
    this.#watched.set(column, { room, width: undefined });
    this.#observer.observe(room);
  }

  #haveChanged(widths: Map<Element, number>): boolean {
    let changed = false;
    for (const [column, watched] of this.#watched) {
      const width = widths.get(watched.room);
      if (width === undefined) continue;
      if (!watched.room.isConnected) {
        // the page took it out: the next name of the column lends another
        this.#observer.unobserve(watched.room);
        this.#watched.delete(column);
        continue;
      }
      changed ||= watched.width !== undefined && watched.width !== width;
      watched.width = width;
    }
    return changed;
  }
}
