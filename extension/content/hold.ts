// A press to connect, stopped once before the page hears of it. Kith never makes a press of its own: it lets the next one through.
import { api, send } from '../browser';
import type { Choice, PromptView, Sighting } from '../protocol';
import type { Controls, Found } from './controls';
import { inFocus, innermost } from './inner';
import { askThroughPort } from './port';
import type { Prompt } from './prompt';
import { isTyping } from './typing';

/** A hold whose card cannot be shown by then lets go (ms). */
const PATIENCE = 300;
/** What comes so soon after the press belongs to it (ms). */
const SAME_PRESS = 400;
/** How long the sentence stays that says that Kith let go (ms). */
const SAID = 5000;

/** A press on a control, and what belongs to it: repeats, a second click, whatever comes soon. */
interface Press {
  id: string;
  since: number;
  /** the key that made it, until it is released */
  key: string | null;
}

interface Held {
  found: Found;
  sighting: Sighting;
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
  /** the last press that was held or let through */
  #press: Press | null = null;
  /** where on the card the pointer went down */
  #downOn: Choice | null = null;
  #chosenAt = 0;
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
    for (const type of [
      'pointerdown',
      'mousedown',
      'pointerup',
      'mouseup',
      'dblclick',
      'auxclick',
      'contextmenu',
    ] as const)
      addEventListener(type, event => this.#onCard(event), options);
    // known long ago and forgotten since: asked for again before the press
    addEventListener('pointerover', event => controls.turnTo(event), { ...options, passive: true });
    addEventListener('pointermove', event => this.#held?.shown && this.#prompt.point(event), {
      ...options,
      passive: true,
    });
    addEventListener('keydown', event => this.#keyDown(event), options);
    addEventListener('keypress', event => this.#keep(event), options);
    addEventListener('keyup', event => this.#keyUp(event), options);
    addEventListener('focusin', event => this.#focus(event), { ...options, passive: true });
    addEventListener('blur', event => event.target === window && this.#release(), { ...options, passive: true });
    signal.addEventListener('abort', () => this.#close());
  }

  #click(event: MouseEvent): void {
    if (!event.isTrusted) return;
    const held = this.#held;
    if (event.detail > 0 && this.#prompt.holds(event)) {
      stop(event);
      const choice = this.#prompt.choiceAt(event);
      if (held && choice && choice === this.#downOn && !this.#belongs(held.found.id)) this.#pressRow(held, choice);
      return;
    }
    if (event.detail > 1 && performance.now() - this.#chosenAt < SAME_PRESS) {
      stop(event);
      return;
    }
    const found = this.#controls.pressed(event, 'find');
    const id = found?.id ?? this.#controls.pressed(event, 'done')?.id;
    if (held?.letting && id === held.found.id && found) {
      this.#pass(this.#pressingKey());
      return;
    }
    if (id !== undefined && this.#belongs(id, event.detail > 1)) {
      stop(event);
      return;
    }
    if (held && found?.id === held.found.id) {
      this.#pass(event.detail === 0 ? this.#pressingKey() : null);
      return;
    }
    if (held) {
      const target = innermost(event);
      const isAnothers = target instanceof Node && held.found.element.contains(target);
      this.#leave();
      // what was pressed is not what the card was about
      if (isAnothers) stop(event);
      if (isAnothers) return;
    }
    if (!found || this.#passed.has(found.key) || !this.#controls.isHeld(found)) return;
    // a script that has outlived its extension holds nothing
    if (api.runtime?.id === undefined) return;
    stop(event);
    this.#hold(found, event.detail === 0);
  }

  #pressingKey(): string | null {
    return PRESSING.find(code => this.#down.has(code)) ?? null;
  }

  /** Whether what happens to a control now is part of the last press on it. */
  #belongs(id: string, again = false): boolean {
    const press = this.#press;
    return press?.id === id && (again || press.key !== null || performance.now() - press.since < SAME_PRESS);
  }

  #hold(found: Found, byKey: boolean): void {
    const held: Held = { found, sighting: this.#sightingOf(found), shown: false, letting: false };
    this.#press = { id: found.id, since: performance.now(), key: byKey ? this.#pressingKey() : null };
    this.#hush();
    this.#held = held;
    // Enter is for the control; not every browser focuses what is clicked.
    if (inFocus() !== found.element) found.element.focus({ preventScroll: true });
    const late = setTimeout(() => this.#letGo(held), PATIENCE);
    askThroughPort({ kind: 'prompt', sighting: held.sighting }).then(answer => {
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
    if (this.#findAgain(held) && this.#prompt.follow(held.found.element))
      requestAnimationFrame(() => this.#follow(held));
    else this.#leave();
  }

  /** The page may have drawn the control anew, or made another one of it. */
  #findAgain(held: Held): boolean {
    if (this.#controls.isStill(held.found)) return true;
    const again = this.#controls.find(held.found);
    if (!again) return false;
    held.found = again;
    again.element.focus({ preventScroll: true });
    return true;
  }

  #letGo(held: Held): void {
    if (this.#held === held) this.#open(held, 'promptLate');
  }

  /** The next press goes through, and a sentence says so. */
  #open(held: Held, why: string): void {
    this.#passed.add(held.found.key);
    this.#held = null;
    this.#prompt.say(api.i18n.getMessage(why), held.found.element);
    this.#said = setTimeout(() => this.#prompt.hide(), SAID);
  }

  #hush(): void {
    clearTimeout(this.#said);
    this.#prompt.hide();
  }

  /** The press goes through: the browser's own, on its way to the page. What belongs to it does not: it would undo it. */
  #pass(key: string | null): void {
    const held = this.#held;
    if (!held) return;
    this.#press = { id: held.found.id, since: performance.now(), key };
    this.#passed.add(held.found.key);
    this.#done({ kind: 'pass' });
  }

  #leave(): void {
    this.#done({ kind: 'leave' });
  }

  /** A press on a row of the card. Kith makes no press of its own: to connect, the user presses the control once more. */
  #pressRow(held: Held, choice: Choice): void {
    this.#chosenAt = performance.now();
    this.#done(choice);
    if (choice.kind === 'pass') this.#open(held, 'promptAgain');
  }

  #done(choice: Choice): void {
    const held = this.#held;
    this.#close();
    if (held?.shown || (held && choice.kind === 'pass')) send({ chosen: held.sighting, choice }).catch(() => {});
  }

  #close(): void {
    this.#held = null;
    this.#hush();
  }

  /** What is pressed on the card is not for the page that lies behind it, and takes no focus. */
  #onCard(event: MouseEvent): void {
    const on = this.#prompt.holds(event);
    if (event.type === 'pointerdown') this.#downOn = on ? this.#prompt.choiceAt(event) : null;
    if (on || (event.detail > 1 && performance.now() - this.#chosenAt < SAME_PRESS)) stop(event);
  }

  #keyDown(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    const { code } = event;
    if (event.repeat) {
      // Held down, it would press again what it pressed.
      if (this.#ours.has(code)) this.#take(event);
      else if (PRESSING.includes(code) && this.#press?.key === code) stop(event);
      return;
    }
    this.#ours.delete(code);
    // no keyup is heard of a key that went down together with this one
    if (!event.metaKey) this.#down.add(code);
    const held = this.#held;
    if (!held || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    // the control took no focus: what is typed elsewhere is not for the card
    if (isTyping(inFocus())) return;
    const early = this.#belongs(held.found.id);
    if (PRESSING.includes(code)) {
      if (early) this.#take(event);
      else this.#pressByKey(held, event);
      return;
    }
    const choice = held.shown ? this.#prompt.choiceBy(code) : code === 'Escape' && ({ kind: 'leave' } as const);
    if (!choice) return;
    this.#take(event);
    if (!early || choice.kind === 'leave') this.#done(choice);
  }

  /** Enter on the control is left to the browser, which makes a click of it, and kept from the page, which may make another. */
  #pressByKey(held: Held, event: KeyboardEvent): void {
    const was = held.found.element;
    if (!this.#findAgain(held) || held.found.element !== was || !was.contains(inFocus())) {
      this.#take(event);
      held.found.element.focus({ preventScroll: true });
      return;
    }
    if (isNative(was)) {
      held.letting = true;
      this.#ours.set(event.code, 'hidden');
      event.stopImmediatePropagation();
    } else {
      // the page's own way of pressing it, without any click
      this.#pass(event.code);
    }
  }

  #keyUp(event: KeyboardEvent): void {
    this.#down.delete(event.code);
    this.#keep(event);
    this.#ours.delete(event.code);
    if (this.#press?.key === event.code) this.#press.key = null;
    const held = this.#held;
    // the click that Space makes comes after this
    if (held?.letting) setTimeout(() => Object.assign(held, { letting: false }));
  }

  /** The window lost the focus: where keys go up now is not heard. */
  #release(): void {
    this.#down.clear();
    this.#ours.clear();
    if (this.#press) this.#press.key = null;
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
  #focus(event: FocusEvent): void {
    const held = this.#held;
    const target = innermost(event);
    if (held?.found.element.isConnected && target instanceof Node && !held.found.element.contains(target))
      this.#leave();
  }
}

/** Whether the browser itself makes a click of Enter. */
const isNative = (element: Element): boolean => element.matches('button, a[href], input, summary');

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
