// What background, pages and content scripts say to each other. What is asked of the core stands in protocol.ts.
import type { Answer, Ask, Choice, Mode, Sighting, Way } from './protocol';

/** The answer to an ask: of the same kind, or a refusal with a sentence for the user. */
export type AnswerTo<A extends Ask> = Extract<Answer, { kind: A['kind'] }> | Extract<Answer, { kind: 'refused' }>;

/** To the background. */
export type Message =
  /** Answered with an `Answer`. From a page only `FROM_PAGES` is allowed. */
  | { ask: Ask }
  /** A mark was pressed: open the popup on that person. */
  | { open: Sighting }
  /**
   * From a content script in Firefox, where it dies without a word when Kith is switched off: shows the elements of this
   * (made-up) name by a sheet that the browser takes away together with Kith, so that nothing stays drawn.
   */
  | { reveal: string }
  /** From a content script: whether names stand on its page and are not recognised. */
  | { blind: boolean }
  /** Something was chosen on the card; a way opens the popup on it. */
  | { chosen: Sighting; choice: Choice }
  /** Whom is this view about? Answered with a `Target`, or null. */
  | { target: 'popup' | 'panel' }
  /** Who stands on an open tab: this one (as `who` writes), or anybody? Answered with `Someone`, or null. */
  | { someone: string | null }
  /** Bring this tab to the front. */
  | { show: number }
  /** An import ended: every mark may have changed. */
  | { imported: true }
  /** An export went to the downloads, under this name. */
  | { exported: string }
  /** Answered with `Keeps`. */
  | { keeps: true }
  /** The store was emptied, and the user begins anew. */
  | { anew: true };

/** A name on a page, and what its mark says. */
export interface Seen {
  sighting: Sighting;
  text: string;
}

/** The same, on which tab. */
export interface Someone {
  who: string;
  name: string;
  tab: number;
  text: string;
}

/** What is known of the store from beside it. Times in ms since 1970. */
export interface Keeps {
  /** Its notes are gone. */
  emptied: boolean;
  since: number | null;
  exported: { at: number; file: string } | null;
}

/** What a content script may ask: it runs in the page's process. */
export const FROM_PAGES: Ask['kind'][] = ['marks', 'own', 'posts', 'prompt', 'gesture', 'noticed'];

/** What a content script asks through its port; `FROM_PAGES` says what is answered. */
export interface PortAsk {
  id: number;
  ask: Ask;
}

/** Answers may come in another order than the asks. */
export interface PortAnswer {
  id: number;
  answer: Answer | null;
}

/** To the content script. */
export type PageMessage =
  /** These aliases (`x:anar`, `x:#900123`) must be asked again; null for all. */
  | { changed: string[] | null }
  /** Whose name is in focus, or was pointed at last? Answered with a `Sighting`, or null. */
  | { whom: true }
  /** Who stands on this page: this one, or anybody? Answered with `Seen`, or null. */
  | { someone: string | null }
  /** The site was switched off: take everything away. */
  | { stop: true };

/** Whom the popup is about. */
export interface Target {
  /** null: somebody is still to be chosen, for the text */
  who: string | null;
  name: string | null;
  /** The address that a note written now should keep. */
  post: string | null;
  /** What the user wants to give. */
  way: Way | null;
  /** What was selected on a page, to begin the note with. */
  text: string | null;
}

export type { Mode, Sighting };
