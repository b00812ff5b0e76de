// A closed root, made from the isolated world: the page sees a bare element and nothing of what is in it.
import { api, send } from '../browser';

/**
 * The tag of what shows in a root. Firefox ends a content script without a word when its extension is disabled or removed, and what it drew would stay. There
 * the tag is made up and hidden, and the background lays a style sheet over the page that shows it: one that Firefox takes away together with the extension.
 */
export const SHOWN = 'dom' in api ? 'div' : `a-${crypto.randomUUID()}`;
const hidden = SHOWN === 'div' ? '' : `${SHOWN} { visibility: hidden }`;

export async function reveal(): Promise<void> {
  if (hidden) await send({ reveal: SHOWN });
}

/** Rules that every root has. A page's fonts and rules end here, and nothing in a root can be hit. */
const BASE = `
:host { all: initial !important; pointer-events: none !important; direction: ltr !important; unicode-bidi: isolate !important }
* { pointer-events: none !important }
${hidden}
@media print { * { display: none !important } }
`;

/** Larger than any text beside it, painted for everybody, and never read out: its alternative text is empty. */
export const FILLING = `content: "${'█'.repeat(60)}"; content: "${'█'.repeat(60)}" / ""; color: rgba(128, 128, 128, .005)`;

/** A style sheet for many roots. */
export class Sheet {
  readonly #shared = new CSSStyleSheet();
  readonly #own = document.createElement('style');

  constructor(rules: string) {
    this.#shared.replaceSync(BASE + rules);
    this.#own.textContent = BASE + rules;
  }

  dress(root: ShadowRoot): void {
    try {
      root.adoptedStyleSheets = [this.#shared];
    } catch {
      // Firefox before 153 does not let a content script share one
      root.prepend(this.#own.cloneNode(true));
    }
  }
}

/** The class of the outermost element in each of our roots. */
export const OURS = 'kith';

/** Takes away what a former script of ours left behind: it ended before it could do so itself. */
export function sweep(): void {
  for (const element of document.querySelectorAll<HTMLElement>('span:empty')) {
    const root = 'dom' in api ? api.dom.openOrClosedShadowRoot(element) : firefoxRoot(element);
    if (root?.querySelector(`.${OURS}`)) element.remove();
  }
}

const firefoxRoot = (element: HTMLElement): ShadowRoot | null =>
  (element as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
