// What stands beside a name: a host that looks the same for everybody, and the mark in its closed root.
//
// host      no attribute, no size
// └ .kith   one size everywhere, so that the host's scroll size tells nothing; seen only where the free room of the line is, the same for all names of a column
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

/**
 * How a host stands in the page. `null`: out of its flow, so that nothing moves and nothing clips it. Else in it and without size, as it has to be within what the
 * page scrolls by itself: with these rules, which take back the gap that it makes there.
 */
export type Flow = string | null;

const rules = (flow: Flow): string => `
:host { contain: layout style !important; ${flow === null ? 'position: absolute !important' : `position: relative !important; ${flow}`} }
.${OURS} { display: block; position: absolute; inset: -${FAR.y}px -${FAR.x}px; overflow: clip; contain: strict; clip-path: inset(50%);
  font: 13px/${HEIGHT}px system-ui, sans-serif; white-space: nowrap }
.${OURS}::before { font-size: 100px; line-height: ${2 * FAR.y}px; ${filling(56)} }
.text { position: absolute; left: ${FAR.x}px; top: ${FAR.y}px; overflow: hidden; text-overflow: ellipsis }
.rtl .text { left: auto; right: ${FAR.x}px; direction: rtl }
.text::before { content: ""; display: inline-block; box-sizing: border-box; width: ${DOT}px; height: ${DOT}px; border: 3px solid #1d7a68; border-radius: 50%;
  margin-inline-end: 6px; vertical-align: 2px }
.dark .text::before { border-color: #4fb8a2 }
.text::after { content: attr(data-text); unicode-bidi: isolate }
.dot { text-overflow: clip }
`;

const sheets = new Map<Flow, Sheet>();

function sheetFor(flow: Flow): Sheet {
  const sheet = sheets.get(flow) ?? new Sheet(rules(flow));
  sheets.set(flow, sheet);
  return sheet;
}

/** What the lines of a column have in common, as distances from the host of each name. */
export interface Measures {
  /** how far before the host the line begins, along the line of reading */
  before: number;
  width: number;
  top: number;
  rtl: boolean;
  colour: string;
  dark: boolean;
  flow: Flow;
}

/** The lines of a column: the same box, beside every name, whoever it is. */
export class Column {
  readonly rtl: boolean;
  readonly top: number;
  readonly flow: Flow;
  readonly #pattern = outermost();

  constructor({ before, width, top, rtl, colour, dark, flow }: Measures) {
    this.rtl = rtl;
    this.flow = flow;
    this.top = top;
    const start = FAR.x - Math.min(before, LONGEST);
    const end = FAR.x + before - Math.min(width, LONGEST);
    const [left, right] = rtl ? [end, start] : [start, end];
    this.#pattern.style.clipPath = `inset(${FAR.y + top}px ${right}px ${FAR.y - top - HEIGHT}px ${left}px)`;
    this.#pattern.style.color = colour;
    this.#pattern.classList.toggle('rtl', rtl);
    this.#pattern.classList.toggle('dark', dark);
  }

  copy(): HTMLElement {
    return this.#pattern.cloneNode() as HTMLElement;
  }
}

/** Where a text begins, as a distance from its host along the line of reading, and how wide it may be. */
export interface Place {
  start: number;
  width: number;
  /** above the middle of the line */
  raised?: number;
}

export interface Drawing {
  host: HTMLElement;
  root: ShadowRoot;
  flow: Flow;
  outer: HTMLElement;
  text: HTMLElement | null;
}

const nowhere = outermost();
const unsaid = document.createElement('div');

/** For a new name, in the column of the last one at such a spot: most stand there too. */
export function draw(column: Column | null): Drawing {
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  const outer = root.appendChild(column ? column.copy() : (nowhere.cloneNode() as HTMLElement));
  const flow = column?.flow ?? null;
  sheetFor(flow).dress(root);
  return { host, root, flow, outer, text: null };
}

/** Puts the host into the page's flow, or out of it. */
export function float(drawing: Drawing, flow: Flow): void {
  if (drawing.flow === flow) return;
  drawing.flow = flow;
  sheetFor(flow).dress(drawing.root);
}

/** Puts the box where it belongs, for a noted person and a stranger alike. */
export function lay(drawing: Drawing, column: Column): void {
  const outer = column.copy();
  if (drawing.text) outer.append(drawing.text);
  drawing.outer.replaceWith(outer);
  drawing.outer = outer;
}

export function write(drawing: Drawing, mark: Mark, { rtl, top }: Column, { start, width, raised = 0 }: Place): void {
  const text = drawing.text ?? (unsaid.cloneNode() as HTMLElement);
  text.setAttribute('data-text', mark.text);
  text.className = width > DOT ? 'text' : 'text dot';
  text.style.maxWidth = `${width}px`;
  // A transform, because a box that moves otherwise counts as a shift of the page's layout.
  text.style.transform = `translate(${rtl ? -start : start}px, ${top - raised}px)`;
  if (!drawing.text) drawing.outer.append(text);
  drawing.text = text;
}

export function erase(drawing: Drawing): void {
  drawing.text?.remove();
  drawing.text = null;
}

/** The part of the window in which the mark's text is seen, if there is one. */
export const extent = ({ text }: Drawing): DOMRect | null => text?.getBoundingClientRect() ?? null;
