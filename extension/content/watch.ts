// Finds names as they come, change and go. One observer for the whole page; only what was added or changed is looked at.
import type { Site, Spot } from '../sites/site';
import type { Controls } from './controls';
import { draw, erase } from './draw';
import type { Name, Names } from './names';
import type { Near } from './near';
import { askThroughPort } from './port';
import { keyOf, nameIn, reach, read, shownName, value, type Who } from './read';
import { Rush } from './rush';

/** A page that takes a host away so often within a second does not want it there. */
const PATIENCE = 5;

export class Watch {
  readonly #site: Site;
  readonly #near: Near;
  readonly #names: Names;
  readonly #controls: Controls;
  readonly #came: () => void;
  /** Every block, and every place that says who is signed in. */
  readonly #find: string;
  /** Blocks that were read, also those in which nobody was recognised. */
  readonly #blocks = new WeakSet<Node>();
  /** What holds a host, and would keep it when the name beside it is taken out. */
  readonly #parents = new WeakSet<Node>();
  /** Blocks by what else they have to be read again with: the sentence after which a host stands, and would stay; the post that says whether it is an advert. */
  readonly #within = new WeakMap<Node, Set<Element>>();
  readonly #observer = new MutationObserver(records => this.#hear(records));
  readonly #rush: Rush;
  /** What came while names rushed by. */
  readonly #missed = new Set<Node>();
  /** The document, and open roots in which the page keeps parts of itself. */
  readonly #roots = new Set<Document | ShadowRoot>();
  /** Elements that are to have such a root and had none: no observer tells when they get it. */
  readonly #bare = new Set<Element>();
  #self: { handle?: string | undefined; name?: string | undefined } = {};
  #coloured = false;

  /** `came` is told whenever something came to the page. */
  constructor(site: Site, near: Near, names: Names, controls: Controls, came: () => void, signal: AbortSignal) {
    this.#site = site;
    this.#near = near;
    this.#names = names;
    this.#controls = controls;
    this.#came = came;
    this.#rush = new Rush(() => this.#lookAtMissed(), signal);
    const finds = new Set([...site.spots, ...site.controls, ...site.self].map(({ find }) => find));
    this.#find = `:is(${[...finds, ...(site.roots ? [site.roots] : [])].join()})`;
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      for (const block of this.#all()) this.#drop(block);
    });
    this.#enter(document);
    this.#watchColours();
    this.#check(this.#all());
    this.#observer.takeRecords();
    came();
  }

  /** The handle of who is signed in, as far as it is known. */
  get self(): string | undefined {
    return this.#self.handle;
  }

  #enter(root: Document | ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#observer.observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['href', 'data-testid', 'componentkey'],
      // a name without a link becomes somebody else's by its text alone
      characterData: true,
    });
  }

  /** How many people are recognised on the page, up to so many; you among them, but not in a box of the page's own that only shows you. */
  people(most: number): number {
    const people = new Set<string>();
    for (const block of this.#all()) {
      if (people.size >= most) break;
      const found = read(this.#site, block);
      const isFrame = found?.spot.kind === 'card' && !this.#names.has(block);
      if (found?.who && !isFrame) people.add(keyOf(found.who));
    }
    return people.size;
  }

  /** The innermost name in whose block a node stands. */
  around(node: Node): Name | null {
    for (let up: Node | null = node; up; up = up.parentNode) {
      const name = this.#names.get(up);
      if (name) return name;
    }
    return null;
  }

  #all(): Set<Element> {
    const all = new Set<Element>();
    for (const root of this.#roots) for (const block of root.querySelectorAll(this.#find)) all.add(block);
    return all;
  }

  /** Sites change from light to dark, and from left to right, in the attributes of these two. */
  #watchColours(): void {
    if (this.#coloured || !document.body) return;
    this.#coloured = true;
    for (const element of [document.documentElement, document.body])
      this.#observer.observe(element, { attributes: true, attributeFilter: ['class', 'style', 'dir', 'data-theme'] });
  }

  #hear(records: MutationRecord[]): void {
    const blocks = new Set<Element>(this.#bare);
    const added = new Set<Node>();
    const rushing = this.#rush.on;
    const missed = this.#missed.size;
    const climbed = new Set<Node>();
    for (const record of records) {
      const { target, type } = record;
      if (type === 'childList') {
        if (this.#parents.has(target)) this.#gatherRemoved(record.removedNodes, blocks);
        // what lies in something that was just added is looked through with it
        if (this.#gatherAdded(record.addedNodes, added, rushing ? null : blocks, added.has(target))) continue;
      } else if (type === 'attributes') {
        if (target === document.documentElement || target === document.body) this.#near.again();
        else if ((target as Element).matches(this.#find)) blocks.add(target as Element);
      }
      for (let up: Node | null = target; up && !climbed.has(up); up = up.parentNode) {
        climbed.add(up);
        if (this.#blocks.has(up)) blocks.add(up as Element);
        this.#gatherWithin(up, blocks);
      }
    }
    const names = blocks.size > 0 ? this.#check(blocks) : 0;
    if (!rushing) this.#rush.came(names);
    else if (this.#missed.size > missed) this.#rush.more();
    this.#watchColours();
    // what was inserted meanwhile is our own
    this.#observer.takeRecords();
    this.#came();
  }

  /** Without `blocks` for later. Returns whether all of it is looked through with what it was added to. */
  #gatherAdded(nodes: NodeList, added: Set<Node>, blocks: Set<Element> | null, inside: boolean): boolean {
    for (let n = 0; n < nodes.length; n += 1) {
      const node = nodes[n] as Node;
      added.add(node);
      if (inside || !(node instanceof Element)) continue;
      if (blocks) this.#gatherIn(node, blocks);
      else this.#missed.add(node);
    }
    return inside;
  }

  #gatherIn(element: Element, blocks: Set<Element>): void {
    if (element.matches(this.#find)) blocks.add(element);
    if (!element.firstElementChild) return;
    const found = element.querySelectorAll(this.#find);
    for (let n = 0; n < found.length; n += 1) blocks.add(found[n] as Element);
  }

  /** After names rushed by: what came and is still there. */
  #lookAtMissed(): number {
    const all = new Set<Element>();
    for (const node of this.#missed) if (node instanceof Element && node.isConnected) this.#gatherIn(node, all);
    this.#missed.clear();
    const blocks = [...all].filter(block => !this.#near.knows(this.#names.get(block)));
    const fresh = blocks.filter(block => !this.#blocks.has(block)).length;
    this.#check(blocks);
    this.#observer.takeRecords();
    return fresh;
  }

  /** A host may have been left behind, or taken away from its name. */
  #gatherRemoved(nodes: NodeList, blocks: Set<Element>): void {
    for (const node of nodes) {
      const name = this.#names.get(node);
      if (name) blocks.add(name.block);
      this.#gatherWithin(node, blocks);
    }
  }

  #gatherWithin(node: Node, blocks: Set<Element>): void {
    const within = this.#within.get(node);
    if (within) for (const block of within) blocks.add(block);
  }

  #readWith(node: Node, block: Element): void {
    this.#within.set(node, (this.#within.get(node) ?? new Set()).add(block));
  }

  /** Returns how many of them may hold a name. */
  #check(blocks: Iterable<Element>): number {
    const was = this.#self;
    let names = 0;
    for (const block of blocks) {
      if (this.#site.roots && block.matches(this.#site.roots)) {
        names += this.#lookInto(block);
      } else if (this.#controls.look(block)) {
        this.#blocks.add(block);
      } else {
        this.#read(block);
        names += 1;
      }
    }
    if (this.#self !== was) for (const block of this.#all()) this.#read(block);
    return names;
  }

  /** A part of the page that stands in a root of its own. */
  #lookInto(host: Element): number {
    const root = host.shadowRoot;
    if (!root && host.isConnected) this.#bare.add(host);
    else this.#bare.delete(host);
    if (!root || this.#roots.has(root)) return 0;
    this.#enter(root);
    return this.#check(root.querySelectorAll(this.#find));
  }

  #read(block: Element): void {
    this.#blocks.add(block);
    const found = block.isConnected ? read(this.#site, block) : null;
    if (!found?.who) {
      // what says that it is to be left alone may not have come whole
      if (found) this.#readWith(block.closest(found.spot.room) ?? document, block);
      this.#readSelf(block);
      this.#drop(block);
      return;
    }
    if (this.#isSelf(block, found.spot, found.who)) {
      this.#drop(block);
      return;
    }
    const after = (found.spot.after && reach(block, found.spot.after)) ?? block;
    const name = this.#nameOf(block, found.spot, found.who, after);
    if (this.#put(name)) this.#near.look(name);
  }

  #readSelf(block: Element): void {
    for (const { find, handle, name } of this.#site.self) {
      if (!block.matches(find)) continue;
      const read = {
        handle: (handle && value(block, handle)?.toLowerCase()) ?? this.#self.handle,
        name: (name && value(block, name)) ?? this.#self.name,
      };
      if (read.handle && read.handle !== this.#self.handle)
        askThroughPort({ kind: 'own', sighting: { network: this.#site.network, handle: read.handle } });
      if (read.handle !== this.#self.handle || read.name !== this.#self.name) this.#self = read;
    }
  }

  /** Of who shows no handle, a name that is the same is believed: yours is never worth a mark. */
  #isSelf(block: Element, spot: Spot, who: Who): boolean {
    const { handle, name } = this.#self;
    const shown = (): string => shownName(nameIn(block, spot)).trim();
    if (handle && who.handle) {
      const isSelf = who.handle.toLowerCase() === handle;
      if (isSelf) this.#self.name ??= shown();
      return isSelf;
    }
    return name !== undefined && shown() === name.trim();
  }

  #nameOf(block: Element, spot: Spot, who: Who, after: Element): Name {
    const key = keyOf(who);
    let name = this.#names.get(block);
    if (name && name.spot !== spot) {
      this.#drop(block);
      name = undefined;
    }
    if (!name) {
      const column = this.#near.columnFor(spot);
      name = { block, spot, who, key, after, drawing: draw(column), column, taken: 0, since: 0 };
      this.#names.set(block, name).set(name.drawing.host, name);
    } else if (name.key !== key) {
      // in the same task in which the page wrote another name there
      erase(name.drawing);
      Object.assign(name, { who, key, taken: 0 });
    }
    if (spot.sentence) this.#readWith(after, block);
    else this.#names.set(after, name);
    name.after = after;
    return name;
  }

  /** Sees to it that the host stands where it should; false where the page does not have it. */
  #put(name: Name): boolean {
    const { after, drawing } = name;
    const parent = after.parentNode;
    if (
      drawing.host.parentNode === parent &&
      after.compareDocumentPosition(drawing.host) & Node.DOCUMENT_POSITION_FOLLOWING
    )
      return true;
    if (!parent || !this.#mayPut(name)) return false;
    // several names of one sentence: in their order, for whoever listens
    let last: Node = after;
    while (last.nextSibling && this.#names.get(last.nextSibling)?.drawing.host === last.nextSibling)
      last = last.nextSibling;
    parent.insertBefore(drawing.host, last.nextSibling);
    this.#parents.add(parent);
    return true;
  }

  #mayPut(name: Name): boolean {
    name.taken += 1;
    if (name.taken <= PATIENCE) return true;
    const now = performance.now();
    if (now - name.since > 1000) Object.assign(name, { since: now, taken: 1 });
    return name.taken <= PATIENCE;
  }

  #drop(block: Element): void {
    const name = this.#names.get(block);
    if (!name) return;
    this.#near.drop(name);
    this.#within.get(name.after)?.delete(block);
    name.drawing.host.remove();
    for (const node of [block, name.after, name.drawing.host]) this.#names.delete(node);
  }
}
