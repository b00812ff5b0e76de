// The card that asks what could be given first: drawn like a mark, at the control, with nothing in it to hit or to focus. What is chosen is told by keys and coordinates.
import { api } from '../browser';
import type { Choice, PromptView, Row } from '../protocol';
import { isDark } from './colour';
import { floating, holds, OURS, outermost, Sheet } from './root';

const WIDTH = 360;
const HEIGHT = 480;
/** Between control and card, and between card and window. */
const GAP = 8;
/** Less room than this, and it says less. */
const TIGHT = 300;

const sheet = new Sheet(`
${floating(WIDTH, HEIGHT, GAP)}
.${OURS} { font: 14px/20px system-ui, sans-serif }
.card { --line: #d5dcd9; --quiet: #52625c; --tint: #edf4f1; --accent: #1d7a68; position: absolute; left: 0; bottom: 0; box-sizing: border-box; width: 100%; max-height: 100%; overflow: hidden;
  display: flex; flex-direction: column; gap: 8px; padding: 16px; border: 1px solid var(--line); border-radius: 12px; background: #fbfdfc; color: #1c2824; overflow-wrap: anywhere }
.below .card { top: 0; bottom: auto }
.dark .card { --line: #3a4642; --quiet: #a3b3ad; --tint: #26322e; --accent: #4fb8a2; background: #1b2320; color: #e4ece9 }
.card > *, .card > * > * { flex: none }
/* what does not fit stands in a column of its own, out of sight: no line is cut in two */
.said { width: 100% }
/* Kith's own language, whichever way the page is read */
[data-text]::after { content: attr(data-text); unicode-bidi: isolate; direction: ${api.i18n.getMessage('direction')} }
.title { font-weight: 600; font-size: 15px }
.card > .about { flex: 0 1 auto; min-height: 0; overflow: hidden; display: flex; flex-flow: column wrap; align-content: start; gap: 4px; color: var(--quiet); font-size: 13px; line-height: 18px }
.question { padding-top: 8px; border-top: 1px solid var(--line); font-weight: 600 }
.ways { display: flex; flex-direction: column; gap: 4px }
.row { display: flex; gap: 8px; border-radius: 8px }
.way { padding: 8px; background: var(--tint) }
.row::before { content: attr(data-key); flex: none; box-sizing: border-box; min-width: 20px; height: 20px; padding: 0 4px; border: 1px solid var(--line); border-radius: 4px; color: var(--quiet);
  font-size: 12px; line-height: 18px; text-align: center }
.way::before { border-color: var(--accent); color: var(--accent) }
.last, .mutes { display: flex; flex-wrap: wrap; gap: 4px 16px }
.mutes { color: var(--quiet); font-size: 12px }
.over { text-decoration: underline; text-underline-offset: 3px }
.tight .card { gap: 4px; padding: 8px 12px; font-size: 13px }
.tight .about { display: none }
.tight .way { padding: 4px 8px }
`);

/** The part of the window in which something may be. */
interface Room {
  left: number;
  top: number;
  height: number;
  below: boolean;
}

export class Prompt {
  readonly #host = document.createElement('span');
  #box = outermost();
  #card = document.createElement('div');
  #rows = new Map<HTMLElement, Row>();
  #at = '';

  constructor(signal: AbortSignal) {
    const root = this.#host.attachShadow({ mode: 'closed' });
    root.append(this.#box);
    sheet.dress(root);
    signal.addEventListener('abort', () => this.hide());
  }

  /** Shows the card at a control; below the page's root element, where no page looks for it. */
  show(view: PromptView, control: Element): void {
    this.#begin();
    const ways = this.#group('ways');
    const last = this.#group('last');
    const mutes = this.#group('mutes');
    const groups = { way: ways, last, mute: mutes };
    for (const row of view.rows) {
      const element = line('row', row.text);
      element.classList.toggle('way', row.kind === 'way');
      element.dataset.key = row.key;
      this.#rows.set(element, row);
      groups[row.kind].append(element);
    }
    const about = this.#group('about');
    about.append(...view.about.map(said => line('said', said)));
    this.#card.append(line('title', view.title));
    if (view.about.length > 0) this.#card.append(about);
    this.#card.append(line('question', view.question), ways, last, mutes);
    this.#end(control);
  }

  /** Shows a sentence at a control. */
  say(text: string, control: Element): void {
    this.#begin();
    this.#card.append(line('said', text));
    this.#end(control);
  }

  hide(): void {
    this.#host.remove();
    this.#card.remove();
    this.#rows.clear();
    this.#at = '';
  }

  /** Keeps it at its control; false where that has left the window. */
  follow(control: Element): boolean {
    const at = control.getBoundingClientRect();
    if (at.bottom < 0 || at.top > innerHeight || at.right < 0 || at.left > innerWidth || at.width === 0) return false;
    const now = [at.left, at.top, at.right, at.bottom, innerWidth, innerHeight].join();
    if (now !== this.#at) this.#place(control, at);
    this.#at = now;
    return true;
  }

  holds(event: MouseEvent): boolean {
    return this.#host.isConnected && holds(this.#card.getBoundingClientRect(), event);
  }

  /** What is chosen by a press on the card. */
  choiceAt(event: MouseEvent): Choice | null {
    return this.#rowAt(event)?.[1].choice ?? null;
  }

  /** What is chosen by a key. */
  choiceBy(code: string): Choice | null {
    for (const row of this.#rows.values()) if (row.codes.includes(code)) return row.choice;
    return null;
  }

  /** Shows which row the pointer is on. */
  point(event: MouseEvent): void {
    const at = this.#rowAt(event)?.[0];
    for (const element of this.#rows.keys()) element.classList.toggle('over', element === at);
  }

  #rowAt(event: MouseEvent): [HTMLElement, Row] | undefined {
    return [...this.#rows].find(([element]) => holds(element.getBoundingClientRect(), event));
  }

  /** A new box and a new card each time: one whose size changes counts as a shift of the page's layout, and tells it the size. */
  #begin(): void {
    this.hide();
    const box = outermost();
    this.#box.replaceWith(box);
    this.#box = box;
    this.#card = document.createElement('div');
    this.#card.className = 'card';
    // read out as it comes, while the focus stays where it is
    this.#card.role = 'alert';
  }

  #end(control: Element): void {
    document.documentElement.append(this.#host);
    this.#box.append(this.#card);
    this.#box.classList.toggle('dark', isDark(control.parentElement ?? control));
    this.#box.style.direction = getComputedStyle(control).direction;
    this.follow(control);
  }

  #group(name: string): HTMLElement {
    const element = document.createElement('div');
    element.className = name;
    return element;
  }

  #place(control: Element, at: DOMRect): void {
    this.#card.style.maxHeight = '';
    this.#box.classList.remove('tight');
    const { height } = this.#card.getBoundingClientRect();
    const room = roomFor(at, getComputedStyle(control).direction === 'rtl');
    this.#box.classList.toggle('below', room.below);
    this.#box.classList.toggle('tight', room.height < Math.min(height, TIGHT));
    this.#card.style.maxHeight = `${Math.min(room.height, HEIGHT)}px`;
    const top = room.below ? room.top : room.top - HEIGHT;
    this.#box.style.transform = `translate(${Math.round(room.left)}px, ${Math.round(top)}px)`;
  }
}

/** Under the control, over it, or beside it; where none has room enough, where there is most. By the size of the box, whatever the card says: a page can tell where it is. */
function roomFor(at: DOMRect, rtl: boolean): Room {
  const width = Math.min(WIDTH, innerWidth - 2 * GAP);
  const left = inside(rtl ? at.left : at.right - width, width, innerWidth);
  const under = { left, top: at.bottom + GAP, height: innerHeight - at.bottom - 2 * GAP, below: true };
  const over = { left, top: at.top - GAP, height: at.top - 2 * GAP, below: false };
  if (under.height >= HEIGHT) return under;
  if (over.height >= HEIGHT) return over;
  const top = inside(at.top, Math.min(HEIGHT, innerHeight - 2 * GAP), innerHeight);
  const beside = { top, height: innerHeight - top - GAP, below: true };
  if (at.left >= width + 2 * GAP) return { ...beside, left: at.left - GAP - width };
  if (innerWidth - at.right >= width + 2 * GAP) return { ...beside, left: at.right + GAP };
  return under.height >= over.height ? under : over;
}

const inside = (start: number, size: number, whole: number): number =>
  Math.max(GAP, Math.min(start, whole - size - GAP));

function line(name: string, text: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  element.dataset.text = text;
  return element;
}
