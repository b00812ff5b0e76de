// What the user does to a post by a press: a like, a repost, a follow. It shows in the state of the post's own controls, whatever was pressed: the button,
// something in a menu of the page's, or a key.

import type { Did } from '../protocol';
import type { Act, Site } from '../sites/site';
import { type Effect, WATCHED } from './effect';
import { inFocus, innermost } from './inner';
import type { Standing, Things } from './things';
import { isTyping } from './typing';

/** A press elsewhere so soon after one on a thing may be on a menu of it (ms). */
const MENU = 30_000;

export type Tell = (on: Standing, did: Did, done: boolean) => void;

export class Acts {
  readonly #site: Site;
  readonly #things: Things;
  readonly #effect: Effect;
  readonly #tell: Tell;
  #last: { on: Standing; at: number } | null = null;

  constructor(site: Site, things: Things, effect: Effect, tell: Tell, signal: AbortSignal) {
    this.#site = site;
    this.#things = things;
    this.#effect = effect;
    this.#tell = tell;
    const options = { capture: true, passive: true, signal };
    addEventListener('click', event => event.isTrusted && this.#pressed(innermost(event)), options);
    addEventListener('keydown', event => event.isTrusted && this.#typed(event), options);
    // a menu can open where the pointer only rests
    addEventListener('pointerover', event => this.#rest(innermost(event)), options);
  }

  #typed({ altKey, ctrlKey, metaKey }: KeyboardEvent): void {
    const at = inFocus();
    if (at && !altKey && !ctrlKey && !metaKey && !isTyping(at)) this.#pressed(at);
  }

  #rest(target: EventTarget | undefined): void {
    if (!(target instanceof Element)) return;
    if (!this.#site.acts.some(({ find, done }) => target.closest(done ? `${find},${done}` : find))) return;
    const on = this.#things.around(target);
    if (on) this.#last = { on, at: performance.now() };
  }

  #pressed(target: EventTarget | undefined): void {
    const on = target instanceof Element ? this.#things.around(target) : null;
    if (on) this.#last = { on, at: performance.now() };
    if (this.#last && performance.now() - this.#last.at < MENU)
      for (const act of this.#site.acts) this.#watch(this.#last.on, act);
  }

  #watch(on: Standing, act: Act): void {
    const isDone = (): boolean | undefined => {
      const now = this.#things.again(on);
      if (!now) return undefined;
      const before = this.#things.part(now, act.find) !== null;
      const after = act.done ? this.#things.part(now, act.done) !== null : !before;
      return before === after ? undefined : after;
    };
    const done = isDone();
    if (done === undefined) return;
    const text = this.#things.text(on);
    const { kind } = act;
    const did: Did = { kind, direction: act.mutual ? 'mutual' : 'given', ...(text && { text }) };
    const tell = (done: boolean): void => this.#tell(this.#things.again(on) ?? on, did, done);
    this.#effect.watch({ id: `${kind} ${on.id}`, isDone, done, patience: WATCHED, tell });
  }
}
