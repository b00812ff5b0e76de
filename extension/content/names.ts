// A name that was found on the page, and what Kith keeps of it while it stands there.
import type { Sighting } from '../protocol';
import type { Site, Spot } from '../sites/site';
import type { Column, Drawing } from './draw';
import { first, nameIn, shownName, type Who } from './read';

export interface Name {
  block: Element;
  spot: Spot;
  who: Who;
  key: string;
  /** what its host follows */
  after: Element;
  drawing: Drawing;
  /** where its drawing was laid */
  column: Column | null;
  /** how often the host had to be put in its place, since when (ms) */
  taken: number;
  since: number;
}

/** From a block, from its host, and from the node that the host follows. */
export type Names = WeakMap<Node, Name>;

/** Whose name or control it is. */
export type Whose = Pick<Name, 'who' | 'key'>;

/** What is asked: whose name it is, no more. */
export function asked(site: Site, { who: { handle, id } }: Whose): Sighting {
  return { network: site.network, ...(handle && { handle }), ...(id && { id }) };
}

/** All there is to say about a name; read only when the user turns to it. */
export function sighting(site: Site, name: Name): Sighting {
  const { block, spot } = name;
  const shown = shownName(nameIn(block, spot)).trim();
  const post = first(block, spot.post);
  return {
    ...asked(site, name),
    spot: spot.kind,
    ...(shown && { name: shown }),
    ...(post && { post: post.startsWith('/') ? new URL(post, location.href).href : post }),
  };
}
