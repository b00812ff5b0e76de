// For some seconds a mark says that something was written down, and a press on it takes that back.
import type { Did, Sighting } from '../protocol';
import type { Name } from './names';
import type { Near } from './near';
import { askThroughPort } from './port';

/** So long (ms). */
const SAID = 6000;

export class Remembered {
  readonly #near: Near;
  #now: { name: Name; undo: () => void; end: number } | null = null;

  constructor(near: Near, signal: AbortSignal) {
    this.#near = near;
    signal.addEventListener('abort', () => clearTimeout(this.#now?.end));
  }

  /** Tells Kith of it, and says beside the name what became of that. */
  async tell(name: Name | null, sighting: Sighting, did: Did, done: boolean): Promise<void> {
    const ask = { kind: 'gesture', sighting, did, done } as const;
    const answer = await askThroughPort(ask);
    if (answer?.kind !== 'gesture') return;
    if (!done || !answer.remembered) this.#hide();
    else if (name) this.#show(name, answer.remembered, () => askThroughPort({ ...ask, done: false }));
  }

  /** Whether a press on a name's mark took something back. */
  undo(name: Name): boolean {
    if (this.#now?.name !== name) return false;
    this.#now.undo();
    this.#hide();
    return true;
  }

  #show(name: Name, text: string, undo: () => void): void {
    this.#hide();
    this.#now = { name, undo, end: setTimeout(() => this.#hide(), SAID) };
    this.#near.say(name, text);
  }

  #hide(): void {
    if (!this.#now) return;
    clearTimeout(this.#now.end);
    this.#near.say(this.#now.name, null);
    this.#now = null;
  }
}
