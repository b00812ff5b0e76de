// The card: a mark's whole text, near the name that the user turned to. One host for all names, its box the same for everybody.
import type { Mark } from '../protocol';
import { isDark } from './colour';
import type { Name } from './names';
import { nameIn } from './read';
import { floating, OURS, outermost, Sheet } from './root';

const WIDTH = 360;
const HEIGHT = 128;
/** Between name and card, and between card and window. */
const GAP = 6;
/** So that it does not flicker where the pointer only passes, and can be reached. */
const PAUSE = 150;

const sheet = new Sheet(`
${floating(WIDTH, HEIGHT, GAP)}
.${OURS} { font: 13px/18px system-ui, sans-serif }
.${OURS}:not(.open) { display: none }
.text { position: absolute; inset-inline-start: 0; bottom: 0; box-sizing: border-box; max-width: 100%; max-height: 100%; overflow: hidden; overflow-wrap: anywhere;
  padding: 6px 10px; border: 1px solid #d5dcd9; border-radius: 8px; background: #fbfdfc; color: #26332f }
.below .text { top: 0; bottom: auto }
.text::after { content: attr(data-text) }
.dark .text { border-color: #3a4642; background: #1b2320; color: #dfe8e5 }
`);

export class Card {
  readonly #host = document.createElement('span');
  readonly #box = outermost();
  #text = document.createElement('div');
  readonly #markOf: (name: Name) => Mark | null;
  readonly #signal: AbortSignal;
  #shown: Name | null = null;
  #open = new AbortController();
  #soon = 0;
  /** where the pointer was last seen while the card is open */
  #point = { x: -1, y: -1 };

  constructor(markOf: (name: Name) => Mark | null, signal: AbortSignal) {
    this.#markOf = markOf;
    this.#signal = signal;
    const root = this.#host.attachShadow({ mode: 'closed' });
    root.append(this.#box);
    sheet.dress(root);
    signal.addEventListener('abort', () => {
      this.hide();
      this.#host.remove();
    });
  }

  /** The name whose card is open. */
  get of(): Name | null {
    return this.#shown;
  }

  /** The user turned to a name, or away from all. */
  turn(name: Name | null): void {
    clearTimeout(this.#soon);
    if (name === this.#shown) return;
    this.#soon = setTimeout(() => {
      if (name) this.#show(name);
      else if (!this.#reached()) this.hide();
    }, PAUSE);
  }

  hide(): void {
    clearTimeout(this.#soon);
    this.#open.abort();
    this.#shown = null;
    this.#box.classList.remove('open');
    this.#text.remove();
  }

  /** Where it stands in the window, if it is open. */
  extent(): DOMRect | null {
    return this.#shown && this.#text.getBoundingClientRect();
  }

  #show(name: Name): void {
    const mark = this.#markOf(name);
    if (!mark || !name.block.isConnected) {
      this.hide();
      return;
    }
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
    // A new one each time: a box whose size changes counts as a shift of the page's layout, and tells it the size.
    this.#text = document.createElement('div');
    this.#text.className = 'text';
    this.#text.dataset.text = mark.full;
    this.#box.replaceChildren(this.#text);
    this.#place(name);
    if (!this.#shown) this.#listen();
    this.#shown = name;
  }

  /** Above the name, for what a site shows for a name stands below it; inside the window. */
  #place({ block, spot }: Name): void {
    const at = nameIn(block, spot).getBoundingClientRect();
    const below = at.top < HEIGHT + GAP;
    const rtl = getComputedStyle(block).direction === 'rtl';
    const left = Math.min(Math.max(GAP, rtl ? at.right - WIDTH : at.left), innerWidth - WIDTH - GAP);
    const top = below ? at.bottom + GAP : at.top - GAP - HEIGHT;
    this.#box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    this.#box.style.direction = rtl ? 'rtl' : 'ltr';
    this.#box.classList.toggle('below', below);
    this.#box.classList.toggle('dark', isDark(block));
    this.#box.classList.add('open');
  }

  /** What closes it; listened to only while it is open. */
  #listen(): void {
    this.#open = new AbortController();
    const signal = AbortSignal.any([this.#open.signal, this.#signal]);
    const options = { capture: true, passive: true, signal };
    addEventListener('scroll', () => this.hide(), options);
    addEventListener('keydown', ({ code }) => code === 'Escape' && this.hide(), options);
    addEventListener(
      'pointermove',
      ({ clientX: x, clientY: y }) => {
        const was = this.#reached();
        this.#point = { x, y };
        if (was && !this.#reached()) this.turn(null);
      },
      options,
    );
  }

  /** Whether the pointer is on the card, or on the way to it. */
  #reached(): boolean {
    const at = this.extent();
    const { x, y } = this.#point;
    return !!at && x > at.left - GAP && x < at.right + GAP && y > at.top - GAP && y < at.bottom + GAP;
  }
}
