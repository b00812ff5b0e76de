// The form of a site's data: where names stand, whose they are, and where a mark may stand beside them. Pure data: what is done with it stands in `content/`.
//
// Hooks, in order of trust: the shape of an address in `href`; an id written into an attribute; `data-testid` and roles; that an attribute is there at all;
// structure. Never a word of a language, never a class made by a build. Each hook says on which pages it was seen.

export type Network = 'x' | 'linkedin' | 'facebook' | 'mastodon' | 'bluesky' | 'threads' | 'web';

/** A way from one element to another. Both parts may be missing: then it stays where it is. */
export interface Path {
  /** first up: the nearest ancestor (or the element itself) that matches */
  around?: string;
  /** then down: the first descendant that matches */
  find?: string;
}

/** A way to a value: an attribute, or the text, of which `as` keeps its first group. What does not match is not read. */
export interface Reader extends Path {
  from: 'text' | (string & {});
  as: RegExp;
}

/** A kind of place where a person's name stands. The element that `find` names is the spot's *block*: all paths start at it, and a change inside it makes it read again. */
export interface Spot {
  /** what kind of place it is, for whoever hears of the sighting */
  kind: string;
  /** one compound selector, for it is tried on every element that comes */
  find: string;
  /** a block that matches holds no name to mark: an advert, a hidden copy */
  skip?: string;
  /** whose name it is: the first reader that reads something is believed */
  handle: Reader[];
  id?: Reader[];
  /** the name as it is shown, and nothing else; the mark stands on its first line, or on the block's where there is no such element */
  name?: Path;
  /** the node that the mark's host follows as next sibling; the block itself where it is missing */
  after?: Path;
  /** boxes in the block that stand on the name's line, before the mark; each counts as far as its first child reaches, for a box may be wider than what it shows */
  line?: string;
  /** the ancestor (or the block itself) whose edge ends the free room beside the name, unless something else does sooner */
  room: string;
  /** something that the site itself keeps quiet, whose colour the mark takes */
  tone?: Path;
  /** what is pointed at or gets the focus when the name is; the name itself where it is missing */
  link?: string;
  /** a focusable ancestor that stands for the name where the name itself takes no focus */
  holder?: string;
  /** the address of the post that the name stands on */
  post?: Reader;
}

/** A control by which the user connects with somebody, of those that `docs/architecture.md` lets be held. Paths start at the control. */
export interface Control {
  /** as it is before: one compound selector */
  find: string;
  /** as it is once the page shows that it took effect */
  done: string;
  /** whose it is, read before and after */
  id: Reader;
  handle?: Reader;
}

export interface Site {
  network: Network;
  /** host names, in full */
  hosts: string[];
  /** in order: the first spot whose `find` matches an element, and which reads a person there, is the element's */
  spots: Spot[];
  controls: Control[];
  /** who is signed in, and gets no mark: found anywhere in the page */
  self: { find: string; handle: Reader }[];
}
