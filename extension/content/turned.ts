// The name that the user turns to: in focus, or pointed at. Read off the page's own elements, for nothing of ours can be hit or focused.
import type { Site } from '../sites/site';
import { inFocus, innermost } from './inner';
import type { Name } from './names';
import { nameIn } from './read';
import type { Watch } from './watch';

export class Turned {
  readonly #watch: Watch;
  readonly #site: Site;
  #focused: Name | null = null;
  /** Focused, also while the window itself is not: the popup takes the focus before it asks whom it is about. */
  #kept: Name | null = null;
  #pointed: Name | null = null;
  #last: Name | null = null;

  /** `hear` is told each change; nobody, where the user turned away. */
  constructor(watch: Watch, site: Site, hear: (name: Name | null) => void, signal: AbortSignal) {
    this.#watch = watch;
    this.#site = site;
    const listen = <K extends keyof WindowEventMap>(type: K, act: (event: WindowEventMap[K]) => void): void =>
      addEventListener(
        type,
        event => {
          const was = this.now;
          act(event);
          this.#last = this.#pointed ?? this.#last;
          if (this.now !== was) hear(this.now);
        },
        { capture: true, passive: true, signal },
      );
    listen('pointerover', event => {
      this.#pointed = this.#nameOf(innermost(event));
    });
    listen('pointerout', ({ relatedTarget }) => {
      if (!relatedTarget) this.#pointed = null;
    });
    listen('focusin', event => {
      const target = innermost(event);
      this.#focused = target instanceof Element && target.matches(':focus-visible') ? this.#nameOf(target) : null;
      this.#kept = this.#focused;
    });
    listen('focusout', event => {
      this.#focused = null;
      if (inFocus() !== innermost(event)) this.#kept = null;
    });
  }

  get now(): Name | null {
    return this.#pointed ?? this.#focused;
  }

  /** Whom a command is about: the name in focus, else the one that was pointed at last and is still there. */
  get meant(): Name | null {
    const name = this.#kept ?? this.#last;
    return name?.block.isConnected ? name : null;
  }

  /** The name that an element of the page stands for. */
  #nameOf(target: EventTarget | undefined): Name | null {
    if (!(target instanceof Element)) return null;
    const name = this.#watch.around(target);
    if (name) return belongs(name, target) ? name : null;
    for (const { holder, find } of this.#site.spots) {
      const block = holder && target.matches(holder) && target.querySelector(find);
      if (block) return this.#watch.around(block);
    }
    return null;
  }
}

/** Whether an element in a name's block, or around it, is what stands for the name. */
function belongs({ block, spot }: Name, target: Element): boolean {
  if (target.contains(block)) return true;
  const part = spot.link ? target.closest(spot.link) : nameIn(block, spot);
  return !!part && block.contains(part) && part.contains(target);
}
