// What came of a press to connect: told only when the page shows that it took effect, and again when it shows that it was undone.
import type { Sighting } from '../protocol';
import type { Controls, Found } from './controls';

/** So long after a press what the page shows is taken for what came of it (ms): an undoing may ask first. */
const WATCHED = 60_000;
/** … where a dialog comes first, in which something may be written. */
const WRITING = 600_000;

interface Watched {
  found: Found;
  sighting: Sighting;
  /** where its absence tells that it took effect */
  within: Element | null;
  done: boolean;
  until: number;
}

export class Effect {
  readonly #controls: Controls;
  readonly #tell: (sighting: Sighting, done: boolean) => void;
  readonly #watched = new Map<string, Watched>();
  readonly #observer = new MutationObserver(() => this.#soon());
  #due = 0;

  constructor(
    controls: Controls,
    sightingOf: (found: Found) => Sighting,
    tell: (sighting: Sighting, done: boolean) => void,
    signal: AbortSignal,
  ) {
    this.#controls = controls;
    this.#tell = tell;
    const pressed = (event: Event): void => {
      if (!event.isTrusted) return;
      const before = controls.pressed(event, 'find');
      const found = before ?? controls.pressed(event, 'done');
      if (found)
        this.#watch({ found, sighting: sightingOf(found), within: controls.within(found), done: !before, until: 0 });
    };
    // after the hold, which stops what is held
    addEventListener('click', pressed, { capture: true, passive: true, signal });
    signal.addEventListener('abort', () => this.#stop());
  }

  #watch(watched: Watched): void {
    const known = this.#watched.get(watched.found.id) ?? watched;
    known.until = performance.now() + (watched.within ? WRITING : WATCHED);
    this.#watched.set(watched.found.id, known);
    this.#observer.observe(document, { subtree: true, childList: true, attributes: true });
  }

  /** Once a frame is enough. */
  #soon(): void {
    this.#due ||= setTimeout(() => {
      this.#due = 0;
      this.#look();
    }, 50);
  }

  #look(): void {
    const now = performance.now();
    for (const [id, watched] of this.#watched) {
      const isDone = this.#controls.isDone(watched.found, watched.within);
      if (isDone !== undefined && isDone !== watched.done) {
        watched.done = isDone;
        this.#tell(watched.sighting, isDone);
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
