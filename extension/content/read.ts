// Reads a page by a site's data: which spot a block is, and whose name stands there.
import type { Path, Reader, Site, Spot } from '../sites/site';

export interface Who {
  handle: string | undefined;
  id: string | undefined;
}

/** Marks of direction and of no width, which sites put around handles. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

export function reach(from: Element, path: Path): Element | null {
  const base = path.around ? from.closest(path.around) : from;
  return base && path.find ? base.querySelector(path.find) : base;
}

export function value(from: Element, reader: Reader): string | undefined {
  const at = reach(from, reader);
  const raw = reader.from === 'text' ? at?.textContent?.replace(UNSEEN, '').trim() : at?.getAttribute(reader.from);
  return raw ? reader.as.exec(raw)?.[1] : undefined;
}

function first(from: Element, readers: Reader[] = []): string | undefined {
  for (const reader of readers) {
    const read = value(from, reader);
    if (read) return read;
  }
  return undefined;
}

/** Whose name stands in a block, and at which spot; nobody, where it is to be left alone or does not say. */
export function read(site: Site, block: Element): { spot: Spot; who: Who } | null {
  for (const spot of site.spots) {
    if (!block.matches(spot.find)) continue;
    if (spot.skip && block.matches(spot.skip)) return null;
    const who = { handle: first(block, spot.handle), id: first(block, spot.id) };
    if (who.handle || who.id) return { spot, who };
  }
  return null;
}

/** Equal for two sightings of one account. A handle that turns up with another id is another account. */
export const keyOf = (who: Who): string => `${who.handle?.toLowerCase() ?? ''}#${who.id ?? ''}`;

/** A name as it is read: sites put pictures in place of emoji. */
export function shownName(at: Element): string {
  const parts = [...at.childNodes].map(node => {
    if (node instanceof Text) return node.data;
    if (node instanceof HTMLImageElement) return node.alt;
    return node instanceof HTMLElement ? shownName(node) : '';
  });
  return parts.join('').replace(UNSEEN, '');
}
