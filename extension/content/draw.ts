// What stands beside a name: a host that looks the same for everybody, and the mark in its closed root.
//
// host      no attribute, no size
// └ .kith   one size everywhere, so that the host's scroll size tells nothing; seen only where the free room of the line is, the same for all names at a place
//   ├ ::before  the filling, larger than any note
//   └ .text     what is said, as generated content (no page can find or select it), in a box of its own (no page can measure it)
import type { Mark } from '../protocol';
import { filling, OURS, outermost, Sheet } from './root';

export const HEIGHT = 20;
export const DOT = 6;
/** How far a mark may be from its host. */
const FAR = { x: 1600, y: 60 };
/** A line is not longer than this, however wide the window. */
const LONGEST = 1500;

const sheet = new Sheet(`
:host { position: absolute !important; contain: layout style !important }
.${OURS} { display: block; position: absolute; inset: -${FAR.y}px -${FAR.x}px; overflow: clip; contain: strict; clip-path: inset(50%);
  font: 13px/${HEIGHT}px system-ui, sans-serif; white-space: nowrap }
.${OURS}::before { position: absolute; inset: 0; font-size: 200px; line-height: ${2 * FAR.y}px; ${filling(28)} }
.text { position: absolute; left: ${FAR.x}px; top: ${FAR.y}px; overflow: hidden; text-overflow: ellipsis }
.rtl .text { left: auto; right: ${FAR.x}px; direction: rtl }
.text::before { content: ""; display: inline-block; box-sizing: border-box; width: ${DOT}px; height: ${DOT}px; border: 3px solid #1d7a68; border-radius: 50%;
  margin-inline-end: 6px; vertical-align: 2px }
.dark .text::before { border-color: #4fb8a2 }
.text::after { content: attr(data-text); unicode-bidi: isolate }
.dot { text-overflow: clip }
`);

/** What the names of a column have in common. */
export interface Column {
  /** where its lines end: a distance from the window's left edge, or from the right one, as negative number, where a page is written from the right */
  limit: number;
  /** from the host down to the line */
  top: number;
  rtl: boolean;
  colour: string;
  dark: boolean;
}

/** The free room of a line, in pixels from its host; the same for every name at a place. */
export class Line {
  readonly left: number;
  readonly width: number;
  readonly column: Column;
  readonly #pattern = outermost();

  constructor(left: number, width: number, column: Column) {
    this.left = left;
    this.width = Math.max(0, Math.min(width, LONGEST));
    this.column = column;
    const { top, rtl, colour, dark } = column;
    const right = FAR.x - left - this.width;
    this.#pattern.style.clipPath = `inset(${FAR.y + top}px ${right}px ${FAR.y - top - HEIGHT}px ${FAR.x + left}px)`;
    this.#pattern.style.color = colour;
    this.#pattern.classList.toggle('rtl', rtl);
    this.#pattern.classList.toggle('dark', dark);
  }

  copy(): HTMLElement {
    return this.#pattern.cloneNode() as HTMLElement;
  }
}

/** Where in its line a text begins, and how wide it may be. */
export interface Place {
  start: number;
  width: number;
}

export interface Drawing {
  host: HTMLElement;
  outer: HTMLElement;
  text: HTMLElement | null;
}

const nowhere = outermost();
const speechless = document.createElement('div');

/** For a new name, on the line where the last one at such a spot stood: most stand there too. */
export function draw(line: Line | null): Drawing {
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  const outer = root.appendChild(line ? line.copy() : (nowhere.cloneNode() as HTMLElement));
  sheet.dress(root);
  return { host, outer, text: null };
}

/** Puts the line where it belongs, for a noted person and a stranger alike. */
export function lay(drawing: Drawing, line: Line): void {
  const outer = line.copy();
  if (drawing.text) outer.append(drawing.text);
  drawing.outer.replaceWith(outer);
  drawing.outer = outer;
}

export function write(drawing: Drawing, mark: Mark, { left, width, column }: Line, place: Place): void {
  const text = drawing.text ?? (speechless.cloneNode() as HTMLElement);
  text.setAttribute('data-text', mark.text);
  text.className = place.width > DOT ? 'text' : 'text dot';
  text.style.maxWidth = `${place.width}px`;
  // A transform, because a box that moves otherwise counts as a shift of the page's layout.
  const x = column.rtl ? left + width - place.start : left + place.start;
  text.style.transform = `translate(${x}px, ${column.top}px)`;
  if (!drawing.text) drawing.outer.append(text);
  drawing.text = text;
}

export function erase(drawing: Drawing): void {
  drawing.text?.remove();
  drawing.text = null;
}

/** The part of the window in which the mark's text is seen, if there is one. */
export const extent = ({ text }: Drawing): DOMRect | null => text && text.getBoundingClientRect();
