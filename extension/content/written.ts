// What the user writes to somebody: a comment, a reply, a message. Whatever sends it, it was sent when its words appear on the page.
import type { Did } from '../protocol';
import type { Site } from '../sites/site';
import type { Tell } from './acts';
import { type Effect, WATCHED, type Watched } from './effect';
import { inFocus, innermost } from './inner';
import type { Name } from './names';
import type { Standing, Things } from './things';

/** So soon after a press what goes from the page was taken away by it (ms). */
const TAKEN = 10_000;
/** As many sent texts are looked after, in case they are deleted. */
const KEPT = 50;
/** So much of a text tells it from others: sites cut long ones. */
const TOLD = 80;

export class Written {
  readonly #site: Site;
  readonly #things: Things;
  readonly #effect: Effect;
  readonly #tell: Tell;
  readonly #message: (to: Name, did: Did, done: boolean) => void;
  readonly #boxes: string;
  /** the thing whose control opened a dialog */
  #opened: Standing | null = null;
  readonly #sent: Watched[] = [];
  #pressed = 0;
  #scrolled = 0;

  constructor(
    site: Site,
    things: Things,
    effect: Effect,
    tell: Tell,
    message: (to: Name, did: Did, done: boolean) => void,
    signal: AbortSignal,
  ) {
    this.#site = site;
    this.#things = things;
    this.#effect = effect;
    this.#tell = tell;
    this.#message = message;
    this.#boxes = `${site.writing.box},${site.writing.message.box}`;
    const options = { capture: true, passive: true, signal };
    addEventListener('click', event => event.isTrusted && this.#click(innermost(event)), options);
    addEventListener('keydown', event => event.isTrusted && !event.isComposing && this.#key(event), options);
    addEventListener('scroll', () => this.#moved(), options);
  }

  #moved(): void {
    this.#scrolled = performance.now();
  }

  #click(target: EventTarget | undefined): void {
    if (!(target instanceof Element)) return;
    this.#pressed = performance.now();
    // what was sent may be deleted
    for (const each of this.#sent) this.#effect.watch(each);
    const { dialog } = this.#site.writing;
    if (dialog && !target.closest(dialog.find))
      this.#opened = target.closest(dialog.opens) && this.#things.around(target);
    for (let at: Element | null = target; at; at = at.parentElement) {
      const boxes = [...at.querySelectorAll(this.#boxes)].filter(box => textOf(box) !== '');
      if (boxes.length === 0) continue;
      for (const box of boxes) this.#look(box);
      return;
    }
  }

  #key({ code }: KeyboardEvent): void {
    if (code !== 'Enter' && code !== 'NumpadEnter') return;
    const box = inFocus()?.closest(this.#boxes);
    if (box) this.#look(box);
  }

  /** What stands in a box may be sent by what is pressed now. */
  #look(box: Element): void {
    const text = textOf(box);
    if (text === '') return;
    if (box.matches(this.#site.writing.message.box)) {
      const to = this.#things.whose(box, this.#site.writing.message.whose);
      if (to) this.#watch(box, to.key, text, 'message', (did, done) => this.#message(to, did, done));
      return;
    }
    const on = this.#answered(box);
    const kind = on?.thing.answer;
    if (on && kind)
      this.#watch(box, on.id, text, kind, (did, done) => this.#tell(this.#things.again(on) ?? on, did, done));
  }

  /** What is written in a box answers this. */
  #answered(box: Element): Standing | null {
    const { dialog, beside } = this.#site.writing;
    const around = this.#things.around(box);
    if (around) return around;
    const inDialog = dialog && box.closest(dialog.find);
    if (inDialog) return this.#things.before(box, inDialog) ?? this.#opened;
    const part = beside && box.closest(beside);
    return part ? this.#things.before(box, part) : null;
  }

  #watch(box: Element, whom: string, text: string, kind: string, tell: (did: Did, done: boolean) => void): void {
    const { said, sent } = this.#site.writing;
    const root = box.getRootNode() as ParentNode;
    const start = beginning(text);
    const count = (): number =>
      [...root.querySelectorAll(said)].filter(at => beginning(at.textContent) === start).length;
    const signs = (): number => (sent ? document.querySelectorAll(sent).length : 0);
    const [before, signsBefore] = [count(), signs()];
    let seen = 0;
    const watched: Watched = {
      id: `${kind} ${whom} ${start}`,
      done: false,
      patience: WATCHED,
      isDone: () => {
        const now = count();
        if (now > before) {
          seen = now;
          return true;
        }
        if (!watched.done) return signs() > signsBefore && textOf(box) !== text ? true : undefined;
        // gone by a press, not by scrolling on
        const taken = performance.now() - this.#pressed < TAKEN && this.#pressed > this.#scrolled;
        return seen > 0 && taken && now < seen ? false : undefined;
      },
      tell: done => {
        tell({ kind, direction: 'given', text }, done);
        if (done) this.#keep(watched);
      },
    };
    this.#effect.watch(watched);
  }

  #keep(watched: Watched): void {
    if (!this.#sent.includes(watched)) this.#sent.push(watched);
    if (this.#sent.length > KEPT) this.#sent.shift();
  }
}

const textOf = (box: Element): string =>
  // biome-ignore lint/performance/useDomNodeTextContent: each line of an editor is a box of its own
  (box instanceof HTMLTextAreaElement ? box.value : box instanceof HTMLElement ? box.innerText : '').trim();

/** As it is compared: editors and pages break lines each in their own way. */
const beginning = (text: string): string => text.replace(/\s+/g, '').slice(0, TOLD);
