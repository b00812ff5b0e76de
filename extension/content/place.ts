// Where a mark may stand: measured, because a host that is placed nowhere lands at the start of a flex row, on top of the name.
import { isDark, quietColour } from './colour';
import { type Column, DOT, type Flow, HEIGHT, type Measures, type Place } from './draw';
import type { Name } from './names';
import { nameIn, reach } from './read';

/** Free on either side of a mark. */
const GAP = 8;
/** So far into the gap before the next thing a dot may reach that has nowhere else to be: 2 pixels stay free. */
const REACH = GAP - 2;
/** Free at the edge of a column. */
const EDGE = 16;
/** A narrower mark is only a dot. */
const NARROW = 80;
/** So far above the middle of its line stands the dot of a name in a sentence. */
const RAISED = 6;

/** A stretch along the line of reading: from the right where a page is written from the right. */
type Stretch = [start: number, end: number];
const along = (rect: DOMRect, rtl: boolean): Stretch => (rtl ? [-rect.right, -rect.left] : [rect.left, rect.right]);

const crosses = (rect: DOMRect, height: number): boolean => rect.width > 0 && rect.top < height && rect.bottom > height;
const middleOf = (rect: DOMRect): number => rect.top + rect.height / 2;

/** The box of an element; of one that has none of its own, what its content takes. */
function boxOf(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  if (box.width > 0 || !element.firstElementChild) return box;
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

/** What a box shows, text by text and picture by picture; the box itself, and those in it, may be wider. */
function* partsOf(box: Element): Generator<DOMRect> {
  const range = document.createRange();
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      range.selectNodeContents(node);
      yield* range.getClientRects();
    } else if ((node as Element).matches('img, svg')) yield (node as Element).getBoundingClientRect();
  }
}

/** The first line of the name as it is shown. */
function nameRect({ block, spot }: Name): DOMRect {
  const box = nameIn(block, spot);
  for (const part of partsOf(box)) if (part.width > 0) return part;
  return box.getBoundingClientRect();
}

const sentenceOf = ({ block, spot }: Name): Element | null => (spot.sentence ? block.closest(spot.sentence) : null);

/** Where what stands on the name's line ends: boxes stand along it in the order of the page. */
function endOf(name: Name, shown: DOMRect, rtl: boolean): number {
  const { block, spot } = name;
  const sentence = sentenceOf(name);
  const boxes = sentence ? [sentence] : spot.line ? block.querySelectorAll(spot.line) : [];
  if (!sentence && !spot.line) return along(block.getBoundingClientRect(), rtl)[1];
  const height = middleOf(shown);
  let end = along(shown, rtl)[1];
  for (let n = boxes.length - 1; n >= 0; n -= 1) {
    const box = boxes[n] as Element;
    const outer = box.getBoundingClientRect();
    if (!crosses(outer, height)) continue;
    const edge = along(outer, rtl)[1];
    let isLast = false;
    for (const rect of partsOf(box)) {
      if (!crosses(rect, height)) continue;
      end = Math.max(end, Math.min(edge, along(rect, rtl)[1]));
      isLast = true;
    }
    if (isLast) break;
  }
  return end;
}

/** Where the free room ends: at the first thing that stands further along the line, or at the room's edge. */
function limitOf(name: Name, end: number, height: number, rtl: boolean): number {
  const room = roomOf(name);
  let limit = along(room.getBoundingClientRect(), rtl)[1] - EDGE;
  const look = (other: Element): void => {
    if (!other.firstChild) return;
    const rect = boxOf(other);
    if (!crosses(rect, height)) return;
    const [start] = along(rect, rtl);
    if (start >= end - 1) limit = Math.min(limit, start - GAP);
  };
  for (let at: Element | null = name.drawing.host; at && at !== room; at = at.parentElement) {
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) look(next);
    // in the order of the page it may also come before
    for (let last = at.previousElementSibling; last; last = last.previousElementSibling) look(last);
  }
  return limit;
}

/** What has to keep its width for the marks of a column to be where they belong. */
export const roomOf = ({ block, spot }: Name): Element => block.closest(spot.room) ?? document.documentElement;

const startOf = ({ drawing: { host } }: Name, rtl: boolean): number => along(host.getBoundingClientRect(), rtl)[0];

const SCROLLS = /auto|scroll/;

/** Whether a name is in a part of the page that scrolls by itself, but a host out of the flow is not, because nothing in there is what it would be placed against. */
function isAdrift({ drawing: { host } }: Name): boolean {
  for (let at = host.parentElement; at && at !== host.offsetParent && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (SCROLLS.test(overflowX) || SCROLLS.test(overflowY)) return true;
  }
  return false;
}

/** How its host has to stand. Reads styles. */
export function flowOf(name: Name): Flow {
  if (!isAdrift(name)) return null;
  let at = name.drawing.host.parentElement;
  while (at && getComputedStyle(at).display === 'contents') at = at.parentElement;
  if (!at) return null;
  const { display, flexDirection, columnGap, rowGap } = getComputedStyle(at);
  // a cell of its own would move the others
  if (display.includes('grid')) return null;
  // a float without size moves no line, and keeps no margins apart
  if (!display.includes('flex')) return 'float: left !important';
  const [side, gap] = flexDirection.startsWith('column') ? ['top', rowGap] : ['left', columnGap];
  return `flex: none !important; margin-${side}: ${-(Number.parseFloat(gap) || 0)}px !important`;
}

export function measureColumn(name: Name): Measures {
  const { block, spot, drawing } = name;
  const rtl = getComputedStyle(drawing.host.parentElement ?? block).direction === 'rtl';
  const shown = nameRect(name);
  const height = middleOf(shown);
  const host = startOf(name, rtl);
  const start = Math.min(host, along(shown, rtl)[0]);
  return {
    before: Math.round(host - start),
    width: Math.round(limitOf(name, endOf(name, shown, rtl), height, rtl) - start) + REACH,
    top: Math.round(height - HEIGHT / 2 - drawing.host.getBoundingClientRect().top),
    rtl,
    colour: quietColour((spot.tone && reach(block, spot.tone)) ?? block),
    dark: isDark(block),
    flow: drawing.flow,
  };
}

export function measurePlace(name: Name, { rtl }: Column): Place {
  const host = startOf(name, rtl);
  const shown = nameRect(name);
  const end = endOf(name, shown, rtl);
  const limit = limitOf(name, end, middleOf(shown), rtl);
  const free = limit - end - GAP;
  const sentence = sentenceOf(name);
  const alone = !sentence || sentence.querySelectorAll(name.spot.find).length < 2;
  if (free >= NARROW && alone) return { start: end + GAP - host, width: free };
  // in a sentence it stands above the end of the name, where no other word is
  if (sentence) return { start: along(shown, rtl)[1] - host, width: DOT, raised: RAISED };
  // A dot may stand closer, and where there is no room even for that, it takes the last of the line.
  return { start: Math.min(end + GAP, limit + REACH - DOT) - host, width: DOT };
}
