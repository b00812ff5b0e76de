// What stands beside a name: a host that looks the same for everybody, and the mark in its closed root.
//
// host       no attribute, no size
// └ .kith    one size everywhere, so that the host's scroll size tells nothing; clips, paints nothing
//   └ .line  the free room of the line, the same for all names at a place; clips the filling
//     └ .text  what is said, as generated content (no page can find or select it), in a box of its own (no page can measure it)
import type { Mark } from '../protocol';
import { FILLING, OURS, SHOWN, Sheet } from './root';

export const HEIGHT = 20;
export const DOT = 6;
/** Half the size of the outermost box: wider than any column. */
const REACH = 3000;

const sheet = new Sheet(`
:host { position: absolute !important; width: 0 !important; height: 0 !important; contain: layout style !important }
.${OURS} { position: absolute; inset: -${REACH}px; overflow: clip; contain: strict; visibility: hidden }
.line { position: absolute; left: ${REACH}px; top: ${REACH}px; width: 0; height: ${HEIGHT}px; overflow: hidden; contain: strict;
  font: 13px/${HEIGHT}px system-ui, sans-serif; white-space: nowrap }
div.line { visibility: visible }
.line::before { position: absolute; inset: 0; overflow: hidden; font-size: 60px; ${FILLING} }
.text { position: absolute; inset-block-start: 0; inset-inline-start: 0; overflow: hidden; text-overflow: ellipsis }
.text[data-text]::before { content: ""; display: inline-block; box-sizing: border-box; width: ${DOT}px; height: ${DOT}px; border: 3px solid #1d7a68; border-radius: 50%;
  margin-inline-end: 6px; vertical-align: 2px }
.text[data-text]::after { content: attr(data-text); unicode-bidi: isolate }
.dark .text::before { border-color: #4fb8a2 }
`);

/** Where a mark may stand, in pixels from its host; the same for every name at a place. */
export interface Line {
  left: number;
  top: number;
  width: number;
  rtl: boolean;
  colour: string;
  dark: boolean;
}

/** Where in its line a text begins, and how wide it may be. */
export interface Place {
  start: number;
  width: number;
}

export interface Drawing {
  host: HTMLElement;
  line: HTMLElement;
  text: HTMLElement;
}

const pattern = document.createElement('div');
pattern.className = OURS;
pattern.appendChild(document.createElement(SHOWN)).className = 'line';
pattern.firstElementChild?.appendChild(document.createElement('div')).setAttribute('class', 'text');

export function draw(): Drawing {
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  const outer = root.appendChild(pattern.cloneNode(true) as HTMLElement);
  sheet.dress(root);
  const line = outer.firstElementChild as HTMLElement;
  return { host, line, text: line.firstElementChild as HTMLElement };
}

/** Puts the line where it belongs, for a noted person and a stranger alike. */
export function lay({ line: { style, classList } }: Drawing, line: Line): void {
  style.width = `${line.width}px`;
  // A transform, because a box that moves otherwise counts as a shift of the page's layout.
  style.transform = `translate(${line.left}px, ${line.top}px)`;
  style.direction = line.rtl ? 'rtl' : 'ltr';
  classList.toggle('dark', line.dark);
}

export function write({ text }: Drawing, mark: Mark, line: Line, place: Place): void {
  text.dataset.text = mark.text;
  text.style.color = line.colour;
  text.style.maxWidth = `${place.width}px`;
  text.style.textOverflow = place.width > DOT ? 'ellipsis' : 'clip';
  text.style.transform = `translate(${line.rtl ? -place.start : place.start}px)`;
}

export function erase({ text }: Drawing): void {
  delete text.dataset.text;
}

/** The part of the window in which the mark's text is seen, if there is one. */
export function extent({ line, text }: Drawing): DOMRect | null {
  if (!text.dataset.text) return null;
  const [outer, inner] = [line.getBoundingClientRect(), text.getBoundingClientRect()];
  const left = Math.max(outer.left, inner.left);
  return new DOMRect(left, outer.top, Math.min(outer.right, inner.right) - left, outer.height);
}
