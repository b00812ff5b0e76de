// What the user does something to: posts, comments, people who ask. Each is somebody's.
import type { Site, Thing } from '../sites/site';
import { type Name, type Names, sighting } from './names';
import { reach, shownName } from './read';

/** A thing of somebody else's, as it stands on the page. */
export interface Standing {
  element: Element;
  thing: Thing;
  /** the name of whose it is */
  name: Name;
  /** tells it from others */
  id: string;
}

export class Things {
  readonly #site: Site;
  readonly #names: Names;
  readonly #find: string;
  readonly #blocks: string;

  constructor(site: Site, names: Names) {
    this.#site = site;
    this.#names = names;
    this.#find = site.things.map(({ find }) => find).join();
    this.#blocks = [...new Set(site.spots.map(({ find }) => find))].join();
  }

  /** The thing in which an element stands. */
  around(element: Element): Standing | null {
    const at = element.closest(this.#find);
    return at && this.#standing(at);
  }

  /** The last of somebody else's before an element, within a part of the page. */
  before(element: Element, within: Element): Standing | null {
    const all = [...within.querySelectorAll(this.#find)].reverse();
    const isBefore = (at: Element): boolean =>
      (at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const last = all.find(isBefore);
    return last ? this.#standing(last) : null;
  }

  /** The same thing as it stands now: the page may have drawn it anew, or made another of its element. */
  again({ element, thing, id }: Standing): Standing | null {
    const still = element.isConnected ? this.#standing(element) : null;
    if (still?.id === id) return still;
    const root = element.isConnected ? (element.getRootNode() as ParentNode) : document;
    for (const each of root.querySelectorAll(thing.find)) {
      const found = this.#standing(each);
      if (found?.id === id) return found;
    }
    return null;
  }

  /** Whose name stands around an element at one of these spots; nobody's, where several are named there. */
  whose(element: Element, kinds: string[]): Name | null {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const names = [...at.querySelectorAll(this.#blocks)].map(block => this.#names.get(block));
      const heads = names.filter(name => name && kinds.includes(name.spot.kind)) as Name[];
      const [first] = heads;
      if (first) return heads.every(({ key }) => key === first.key) ? first : null;
    }
    return null;
  }

  /** A part of a thing, and of no other within it. */
  part({ element }: Standing, find: string): Element | null {
    return this.#own(element, find)[0] ?? null;
  }

  /** What is said in it. */
  text({ element, thing }: Standing): string | undefined {
    const at = thing.text && reach(element, thing.text);
    return (at && shownName(at).trim()) || undefined;
  }

  #own(thing: Element, find: string): Element[] {
    return [...thing.querySelectorAll(find)].filter(each => each.closest(this.#find) === thing);
  }

  #standing(element: Element): Standing | null {
    const thing = this.#site.things.find(({ find }) => element.matches(find));
    if (!thing) return null;
    for (const block of this.#own(element, this.#blocks)) {
      const name = this.#names.get(block);
      // the block of a name, not what its host follows
      if (name?.block !== block || !thing.whose.includes(name.spot.kind)) continue;
      return { element, thing, name, id: `${name.key} ${sighting(this.#site, name).post ?? ''}` };
    }
    return null;
  }
}
