// Finds names as they come, change and go. One observer for the whole page; only what was added or changed is looked at.
import type { Site, Spot } from '../sites/site';
import { draw, erase } from './draw';
import type { Name } from './names';
import type { Near } from './near';
import { keyOf, reach, spotOf, value, whose } from './read';

/** A page that takes a host away so often within a second does not want it there. */
const PATIENCE = 5;

export class Watch {
  readonly #site: Site;
  readonly #near: Near;
  /** All blocks, and all places that say who is signed in. */
  readonly #find: string;
  readonly #names = new WeakMap<Element, Name>();
  /** To a block: from itself, and from the node that its host follows. */
  readonly #blocks = new WeakMap<Node, Element>();
  readonly #observer = new MutationObserver(records => this.#hear(records));
  readonly #dressed = new Set<Element>();
  #self: string | undefined;

  constructor(site: Site, near: Near, signal: AbortSignal) {
    this.#site = site;
    this.#near = near;
    this.#find = [...site.spots, ...site.self].map(({ find }) => find).join();
    this.#observer.observe(document, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['href', 'data-testid'],
      // a name without a link becomes somebody else's by its text alone
      characterData: true,
    });
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      for (const block of this.#all()) this.#drop(block);
    });
    this.#check(this.#all());
  }

  /** The innermost name in whose block a node stands. */
  around(node: Node): Name | null {
    for (let up: Node | null = node; up; up = up.parentNode) {
      const name = this.of(up);
      if (name) return name;
    }
    return null;
  }

  /** The name whose block this is, or whose host follows it. */
  of(node: Node): Name | null {
    const block = this.#blocks.get(node);
    return (block && this.#names.get(block)) ?? null;
  }

  #all(): Set<Element> {
    return new Set(document.querySelectorAll(this.#find));
  }

  #hear(records: MutationRecord[]): void {
    const blocks = new Set<Element>();
    const added = new Set<Node>();
    let climbed: Node | null = null;
    for (const { target, type, addedNodes, removedNodes } of records) {
      // a host may have been left behind
      for (const node of removedNodes) this.#gather(node, blocks);
      // what lies in something just added was looked through with it
      const looked = added.has(target);
      for (const node of addedNodes) {
        added.add(node);
        if (looked || !(node instanceof Element)) continue;
        if (node.matches(this.#find)) blocks.add(node);
        if (node.firstElementChild) for (const block of node.querySelectorAll(this.#find)) blocks.add(block);
      }
      if (looked || target === climbed) continue;
      for (let up: Node | null = target; up; up = up.parentNode) this.#gather(up, blocks);
      climbed = target;
      if (type !== 'attributes') continue;
      if (this.#dressed.has(target as Element)) this.#near.again();
      else if ((target as Element).matches(this.#find)) blocks.add(target as Element);
    }
    this.#check(blocks);
    this.#watchColours();
    // what was inserted meanwhile is our own
    this.#observer.takeRecords();
  }

  #gather(node: Node, blocks: Set<Element>): void {
    const block = this.#blocks.get(node);
    if (block) blocks.add(block);
  }

  /** Sites change from light to dark in the attributes of these two. */
  #watchColours(): void {
    for (const element of [document.documentElement, document.body]) {
      if (!element || this.#dressed.has(element)) continue;
      this.#observer.observe(element, { attributes: true, attributeFilter: ['class', 'style', 'dir', 'data-theme'] });
      this.#dressed.add(element);
    }
  }

  #check(blocks: Set<Element>): void {
    const was = this.#self;
    const named: [Element, Spot][] = [];
    for (const block of blocks) {
      const spot = block.isConnected ? spotOf(this.#site, block) : undefined;
      if (spot) named.push([block, spot]);
      else if (this.#blocks.has(block)) this.#drop(block);
      else this.#self = this.#signedIn(block) ?? this.#self;
    }
    if (this.#self !== was) this.#check(this.#all());
    else for (const [block, spot] of named) this.#read(block, spot);
  }

  #signedIn(block: Element): string | undefined {
    const place = this.#site.self.find(({ find }) => block.matches(find));
    return place && value(block, place.handle)?.toLowerCase();
  }

  #read(block: Element, spot: Spot): void {
    this.#blocks.set(block, block);
    const who = whose(block, spot);
    const after = spot.after ? reach(block, spot.after) : block;
    if (!who || !after || (this.#self && who.handle?.toLowerCase() === this.#self)) return this.#drop(block);
    this.#blocks.set(after, block);
    const key = keyOf(who);
    let name = this.#names.get(block);
    if (!name) {
      name = { block, spot, who, key, drawing: draw(), taken: 0, since: 0, left: 0, line: null };
      this.#names.set(block, name);
    } else if (name.key !== key) {
      erase(name.drawing);
      Object.assign(name, { who, key, taken: 0 });
    }
    if (this.#put(name, after)) this.#near.look(name);
  }

  /** Sees to it that the host stands where it should; false where the page does not have it. */
  #put(name: Name, after: Element): boolean {
    const { host } = name.drawing;
    if (host.parentNode === after.parentNode && after.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING) return true;
    const now = performance.now();
    if (now - name.since > 1000) Object.assign(name, { since: now, taken: 0 });
    if (++name.taken > PATIENCE) return false;
    after.after(host);
    return true;
  }

  #drop(block: Element): void {
    const name = this.#names.get(block);
    if (!name) return;
    this.#near.drop(name);
    name.drawing.host.remove();
    this.#names.delete(block);
  }
}
