// A press to connect, stopped once before the page hears of it. Kith never makes a press of its own: it lets the next one through.
import { api, send } from '../browser';
import type { Choice, PromptView, Sighting } from '../protocol';
import type { Controls, Found } from './controls';
import { askThroughPort } from './port';
import type { Prompt } from './prompt';

/** A hold whose card cannot be shown by then lets go (ms). */
const PATIENCE = 300;
/** What comes so soon after the press belongs to it (ms). */
const SAME_PRESS = 400;
/** How long the sentence stays that says that Kith let go (ms). */
const SAID = 5000;

interface Held {
  found: Found;
  sighting: Sighting;
  since: number;
  /** the key that made the press, until it is released */
  key: string | null;
  /** the card is there */
  shown: boolean;
  /** Enter or Space went down on the control: the click that the browser makes of it is let through */
  letting: boolean;
}

const PRESSING = ['Enter', 'NumpadEnter', 'Space'];

export class Hold {
  readonly #controls: Controls;
  readonly #prompt: Prompt;
  readonly #sightingOf: (found: Found) => Sighting;
  #held: Held | null = null;
  /** whose press went through on this page, or was let go: not asked again */
  readonly #passed = new Set<string>();
  /** keys that are down */
  readonly #down = new Set<string>();
  /** keys that went down for the card: the page hears nothing of them until they are up again */
  readonly #ours = new Map<string, 'taken' | 'hidden'>();
  #said = 0;

  constructor(controls: Controls, prompt: Prompt, sightingOf: (found: Found) => Sighting, signal: AbortSignal) {
    this.#controls = controls;
    this.#prompt = prompt;
    this.#sightingOf = sightingOf;
    const options = { capture: true, signal };
    addEventListener('click', event => this.#click(event), options);
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'auxclick', 'contextmenu'] as const)
      addEventListener(type, event => this.#onCard(event), options);
    addEventListener('pointermove', event => this.#held?.shown && this.#prompt.point(event), {
      ...options,
      passive: true,
    });
    addEventListener('keydown', event => this.#keyDown(event), options);
    addEventListener('keypress', event => this.#keep(event), options);
    addEventListener('keyup', event => this.#keyUp(event), options);
    addEventListener('focusin', event => this.#focus(event), { ...options, passive: true });
    addEventListener('blur', event => event.target === window && this.#down.clear(), { ...options, passive: true });
    signal.addEventListener('abort', () => this.#close());
  }

  #click(event: MouseEvent): void {
    if (!event.isTrusted) return;
    const held = this.#held;
    if (held && event.detail > 0 && held.shown && this.#prompt.holds(event)) {
      stop(event);
      const choice = this.#prompt.choiceAt(event);
      if (choice && !isSamePress(held)) this.#choose(choice);
      return;
    }
    const found = this.#controls.pressed(event, 'find');
    if (held && found?.id === held.found.id) {
      if (!held.letting && (event.detail > 1 || isSamePress(held))) stop(event);
      else this.#pass();
      return;
    }
    if (held) this.#leave();
    if (!found || this.#passed.has(found.key) || !this.#controls.isHeld(found)) return;
    // a script that has outlived its extension holds nothing
    if (api.runtime?.id === undefined) return;
    stop(event);
    this.#hold(found, event.detail === 0);
  }

  #hold(found: Found, byKey: boolean): void {
    const sighting = this.#sightingOf(found);
    const key = byKey ? (PRESSING.find(code => this.#down.has(code)) ?? null) : null;
    const held: Held = { found, sighting, since: performance.now(), key, shown: false, letting: false };
    this.#hush();
    this.#held = held;
    // Enter is for the control; not every browser focuses what is clicked.
    if (document.activeElement !== found.element) found.element.focus({ preventScroll: true });
    const late = setTimeout(() => this.#letGo(held), PATIENCE);
    askThroughPort({ kind: 'prompt', sighting }).then(answer => {
      clearTimeout(late);
      if (this.#held !== held) return;
      if (answer?.kind === 'prompt') this.#show(held, answer.prompt);
      else this.#letGo(held);
    });
  }

  #show(held: Held, view: PromptView): void {
    held.shown = true;
    this.#prompt.show(view, held.found.element);
    this.#follow(held);
  }

  /** While it is there: at its control, also where the page has drawn that anew. */
  #follow(held: Held): void {
    if (this.#held !== held) return;
    if (!held.found.element.isConnected) {
      const again = this.#controls.find(held.found, 'find');
      if (again) {
        held.found = again;
        again.element.focus({ preventScroll: true });
      }
    }
    const { element } = held.found;
    if (element.isConnected && this.#prompt.follow(element)) requestAnimationFrame(() => this.#follow(held));
    else this.#leave();
  }

  #letGo(held: Held): void {
    if (this.#held !== held) return;
    this.#passed.add(held.found.key);
    this.#held = null;
    this.#prompt.say(api.i18n.getMessage('promptLate'), held.found.element);
    this.#said = setTimeout(() => this.#prompt.hide(), SAID);
  }

  #hush(): void {
    clearTimeout(this.#said);
    this.#prompt.hide();
  }

  /** The press goes through: the browser's own, on its way to the page. */
  #pass(): void {
    this.#done({ kind: 'pass' });
  }

  #leave(): void {
    this.#done({ kind: 'leave' });
  }

  #choose(choice: Choice): void {
    if (choice.kind !== 'pass') this.#done(choice);
  }

  #done(choice: Choice): void {
    const held = this.#held;
    this.#close();
    if (!held) return;
    if (choice.kind === 'pass') this.#passed.add(held.found.key);
    if (held.shown || choice.kind === 'pass') send({ chosen: held.sighting, choice }).catch(() => {});
  }

  #close(): void {
    this.#held = null;
    this.#hush();
  }

  /** What is pressed on the card is not for the page that lies behind it, and takes no focus. */
  #onCard(event: MouseEvent): void {
    if (this.#held?.shown && this.#prompt.holds(event)) stop(event);
  }

  #keyDown(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    const { code } = event;
    this.#down.add(code);
    const held = this.#held;
    if (!held || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      if (event.repeat) this.#keep(event);
      return;
    }
    const early = event.repeat || isSamePress(held);
    if (PRESSING.includes(code)) {
      if (early) this.#take(event);
      else this.#press(held, event);
      return;
    }
    const choice = held.shown ? this.#prompt.choiceBy(code) : code === 'Escape' && ({ kind: 'leave' } as const);
    if (!choice) return;
    this.#take(event);
    if (!early || choice.kind === 'leave') this.#choose(choice);
  }

  /** Enter on the control is left to the browser, which makes a click of it, and kept from the page, which may make another. */
  #press(held: Held, event: KeyboardEvent): void {
    if (!held.found.element.contains(document.activeElement)) {
      this.#take(event);
      held.found.element.focus({ preventScroll: true });
      return;
    }
    if (isNative(held.found.element)) {
      held.letting = true;
      this.#ours.set(event.code, 'hidden');
      event.stopImmediatePropagation();
    } else {
      // the page's own way of pressing it, without any click
      this.#pass();
    }
  }

  #keyUp(event: KeyboardEvent): void {
    this.#down.delete(event.code);
    this.#keep(event);
    this.#ours.delete(event.code);
    const held = this.#held;
    if (held?.key === event.code) Object.assign(held, { key: null, since: performance.now() - SAME_PRESS });
    // the click that Space makes comes after this
    if (held?.letting) setTimeout(() => Object.assign(held, { letting: false }));
  }

  #take(event: KeyboardEvent): void {
    this.#ours.set(event.code, 'taken');
    stop(event);
  }

  #keep(event: KeyboardEvent): void {
    const ours = this.#ours.get(event.code);
    if (ours === 'taken') stop(event);
    else if (ours) event.stopImmediatePropagation();
  }

  /** The keys belong to whatever has the focus. */
  #focus({ target }: FocusEvent): void {
    const held = this.#held;
    if (held?.found.element.isConnected && target instanceof Node && !held.found.element.contains(target))
      this.#leave();
  }
}

/** What comes before the key is released, or so soon, belongs to the press that is held. */
const isSamePress = (held: Held): boolean => held.key !== null || performance.now() - held.since < SAME_PRESS;

/** Whether the browser itself makes a click of Enter. */
const isNative = (element: Element): boolean => element.matches('button, a[href], input, summary');

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
