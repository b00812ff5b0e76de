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
  const read = raw ? reader.as.exec(raw)?.[1] : undefined;
  return read?.includes('%') && reader.from === 'href' ? decoded(read) : read;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a sign of per cent that stands for itself
  }
}

export function first(from: Element, readers: Reader[] = []): string | undefined {
  for (const reader of readers) {
    const read = value(from, reader);
    if (read) return read;
  }
  return undefined;
}

/** A name, and at which spot; or a spot at which a block is left alone, as long as what stands around it says so. */
export type Read = { spot: Spot; who: Who } | { spot: Spot; who: null };

/** Whose name stands in a block; null, where it does not say. */
export function read(site: Site, block: Element): Read | null {
  for (const spot of site.spots) {
    if (!block.matches(spot.find) || (spot.where && !block.matches(spot.where))) continue;
    if (spot.skip && block.matches(spot.skip) && !(spot.unless && value(block, spot.unless)))
      return { spot, who: null };
    const who = { handle: first(block, spot.handle), id: first(block, spot.id) };
    if ((who.handle || who.id) && isName(site, block, spot, who)) return { spot, who };
  }
  return null;
}

/** What shows the name; the block itself where it does not say. */
export const nameIn = (block: Element, { name }: Spot): Element => (name && reach(block, name)) ?? block;

/** Whether something is written there, and not a button's word that leads to the page on which it stands. */
function isName(site: Site, block: Element, spot: Spot, who: Who): boolean {
  const at = nameIn(block, spot);
  if (!/\S/.test(at.textContent) && !at.querySelector('img')) return false;
  const owner = spot.button && site.owner;
  const page = owner && who.handle && decoded(owner.address.exec(location.pathname)?.[1] ?? '');
  if (!page || page.toLowerCase() !== who.handle?.toLowerCase()) return true;
  const own = document.querySelector(owner.name);
  return own !== null && shownName(own).trim() === shownName(at).trim();
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
