// The form of a site's data: where names stand, whose they are, and where a mark may stand beside them. Pure data: what is done with it stands in `content/`. The
// build refuses data of another form (scripts/sites.mjs); at run time nothing of this file is left.
//
// Hooks, in order of trust: the shape of an address in `href`; an id written into an attribute; `data-testid` and roles; that an attribute is there at all;
// structure. Never a word of a language, never a class made by a build.
import { parse, type Selector } from 'css-what';
import * as v from 'valibot';

/** A browser drops what it does not know out of a list of selectors, without a word: here it is refused. */
function isSelector(text: string): boolean {
  const nests = (parts: Selector[][], inHas: boolean): boolean =>
    parts.flat().some(part => {
      if (part.type !== 'pseudo' || !Array.isArray(part.data)) return false;
      return (inHas && part.name === 'has') || nests(part.data, inHas || part.name === 'has');
    });
  try {
    return !nests(parse(text), false);
  } catch {
    return false;
  }
}

const selector = v.pipe(v.string(), v.check(isSelector, 'not a selector, or :has() within :has()'));
const pattern = v.pipe(
  v.instance(RegExp),
  v.check(
    as => new RegExp(`${as.source}|`, as.flags).exec('')?.length === 2 && !as.global,
    'not a pattern of one group',
  ),
);

/** A way from one element to another. Both parts may be missing: then it stays where it is. */
const path = v.strictObject({
  /** first up: the nearest ancestor (or the element itself) that matches */
  around: v.exactOptional(selector),
  /** then down: the first descendant that matches */
  find: v.exactOptional(selector),
});

/** A way to a value: an attribute, or the text, of which `as` keeps its one group (of an address: decoded). What does not match is not read. */
const reader = v.strictObject({ ...path.entries, from: v.string(), as: pattern });

/**
 * How often something is found, and on which pages: really saved ones by their file's name, our own (`tests/pages`) by their address. `tests/browser/sites.test.mjs`
 * counts; what stands there twice, shown and closed, counts twice.
 */
const seen = v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1)));

/** A kind of place where a person's name stands. The element that `find` names is the spot's *block*: all paths start at it, and a change inside it makes it read again. */
const spot = v.strictObject({
  /** what kind of place it is, for whoever hears of the sighting */
  kind: v.string(),
  seen,
  /** tried on every element that comes: a simple one, the same for as many spots as will do */
  find: selector,
  /** what else has to be true of the block; tried again whenever something in it changed */
  where: v.exactOptional(selector),
  /** a block that matches holds no name to mark: an advert, a hidden copy */
  skip: v.exactOptional(selector),
  /** … but does, where this reads something after all */
  unless: v.exactOptional(reader),
  /** whose name it is: the first reader that reads something is believed */
  handle: v.array(reader),
  id: v.exactOptional(v.array(reader)),
  /** the name as it is shown, and nothing else; the mark stands on its first line, or on the block's where there is no such element */
  name: v.exactOptional(path),
  /** the node that the mark's host follows as next sibling; the block itself where it is missing */
  after: v.exactOptional(path),
  /** boxes in the block that stand on the name's line, before the mark; each counts as far as what it shows reaches */
  line: v.exactOptional(selector),
  /** the nearest ancestor whose words stand on the name's line, where the name is part of a sentence: the mark stands after the sentence; where others are named in
   *  it too, or no room is left, it is a dot at the name itself */
  sentence: v.exactOptional(selector),
  /** the ancestor (or the block itself) whose edge ends the free room beside the name, unless something else does sooner */
  room: selector,
  /** something that the site itself keeps quiet, whose colour the mark takes */
  tone: v.exactOptional(path),
  /** what is pointed at or gets the focus when the name is; the name itself where it is missing */
  link: v.exactOptional(selector),
  /** a focusable ancestor that stands for the name where the name itself takes no focus */
  holder: v.exactOptional(selector),
  /** what looks the same can be a button: where it leads to the page on which it stands, it is a name only if it says the name in the page's head */
  button: v.exactOptional(v.boolean()),
  /** the post that the name stands on: its address, or what the library makes one of */
  post: v.exactOptional(v.array(reader)),
});

/** A control by which the user connects with somebody, of those that `docs/architecture.md` lets be held. Paths start at the control. */
const control = v.strictObject({
  seen,
  /** as it is before */
  find: selector,
  /** as it is once the page shows that it took effect; where it is only taken away then, what it must be taken out of while that stays */
  done: v.union([selector, v.strictObject({ within: selector })]),
  /** whose it is, read before and after; the first of the two that is there tells it from others */
  id: v.exactOptional(reader),
  handle: v.exactOptional(reader),
});

/** What the user does something to: a post, a comment, somebody who asks. Paths start at it, and what stands in another thing within it is not its own. */
const thing = v.strictObject({
  seen,
  find: selector,
  /** kinds of spots at which the name stands of whose it is */
  whose: v.array(v.string()),
  /** what is said in it */
  text: v.exactOptional(path),
  /** what is written under it is one of these */
  answer: v.exactOptional(v.picklist(['comment', 'reply'])),
});

/** Something that the user does to a thing by a press, told by the state of a control of the thing's own. */
const act = v.strictObject({
  seen,
  kind: v.picklist(['reaction', 'share', 'connection']),
  /** both at once, else from the user */
  mutual: v.exactOptional(v.boolean()),
  /** the control before */
  find: selector,
  /** … and once it took effect; where it is only taken away then, nothing */
  done: v.exactOptional(selector),
});

/** Where something is written to somebody. That it was sent is told by its words, which appear elsewhere on the page. */
const writing = v.strictObject({
  /** the boxes under or after a thing */
  box: selector,
  /** a dialog for it: what it answers stands in it, or else is the thing whose control opened it */
  dialog: v.exactOptional(v.strictObject({ find: selector, opens: selector })),
  /** … and where the box stands beside what it answers: the part of the page in which that is the last thing before it */
  beside: v.exactOptional(selector),
  /** the boxes of a conversation; whose it is, is said by the one name at such a spot around it */
  message: v.strictObject({ box: selector, whose: v.array(v.string()) }),
  /** the words, where they appear once they are sent */
  said: selector,
  /** what else appears only then */
  sent: v.exactOptional(selector),
});

/** What somebody did towards the user, as a page of notifications shows it. In its selectors `$SELF` stands for the user's own handle. */
const notice = v.strictObject({
  kind: v.picklist(['reaction', 'share', 'reply', 'mention', 'connection']),
  find: v.string(),
  /** one for each person in it */
  who: v.strictObject({ find: selector, handle: reader }),
  /** their name, where `$HANDLE` stands for whose it is */
  name: v.string(),
  post: v.exactOptional(reader),
  text: path,
  time: reader,
});

/** Where a page says who is signed in. */
const self = v.strictObject({
  seen,
  find: selector,
  handle: v.exactOptional(reader),
  /** where only the name stands; it is believed of whoever shows no handle that says otherwise */
  name: v.exactOptional(reader),
});

export const form = v.strictObject({
  network: v.picklist(['x', 'linkedin', 'facebook', 'mastodon', 'bluesky', 'threads', 'web']),
  /** host names, in full */
  hosts: v.array(v.string()),
  /** shows parts of its pages in frames of its own */
  frames: v.exactOptional(v.boolean()),
  /** elements that keep part of the page in an open root of their own */
  roots: v.exactOptional(selector),
  /** in order: the first spot whose `find` matches an element, and which reads a person there, is the element's */
  spots: v.array(spot),
  controls: v.array(control),
  things: v.array(thing),
  acts: v.array(act),
  writing,
  notices: v.exactOptional(
    v.strictObject({
      /** the page, by the part of its address after the host */
      page: v.instance(RegExp),
      /** in order: the first whose `find` matches an element is the element's */
      kinds: v.array(notice),
    }),
  ),
  /** who is signed in, and gets no mark: found anywhere in the page */
  self: v.array(self),
  /** what tells that people stand on a page, whether or not their names are recognised */
  people: v.strictObject({
    /** pages on which there are always some, by the part of their address after the host */
    pages: v.instance(RegExp),
    /** elements that trace a person, and whom */
    traces: v.strictObject({ find: selector, from: v.string(), as: pattern }),
    /** where the page is shown in a frame, which sees to itself */
    elsewhere: v.exactOptional(selector),
  }),
  /** on a person's own page: whose it is, by its address, and where the head has their name */
  owner: v.exactOptional(v.strictObject({ address: pattern, name: selector })),
});

export type Path = v.InferOutput<typeof path>;
export type Reader = v.InferOutput<typeof reader>;
export type Spot = v.InferOutput<typeof spot>;
export type Control = v.InferOutput<typeof control>;
export type Thing = v.InferOutput<typeof thing>;
export type Act = v.InferOutput<typeof act>;
export type Notice = v.InferOutput<typeof notice>;
export type Site = v.InferOutput<typeof form>;
