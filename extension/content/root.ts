// A closed root, made from the isolated world: the page sees a bare element and nothing of what is in it.
import { api, send } from '../browser';

/**
 * The tag of the outermost element in a root. Firefox ends a content script without a word when its extension is disabled or removed, and what it drew would
 * stay. There the tag is made up and hidden, and the background lays a style sheet over the page that shows it: one that Firefox takes away with the extension.
 */
const SHOWN = 'dom' in api ? 'div' : `a-${crypto.randomUUID()}`;
const HIDDEN = SHOWN === 'div' ? '' : `${SHOWN} { visibility: hidden }`;

export async function reveal(): Promise<void> {
  if (HIDDEN) await send({ reveal: SHOWN });
}

/** The class of the outermost element. */
export const OURS = 'kith';

export function outermost(): HTMLElement {
  const element = document.createElement(SHOWN);
  element.className = OURS;
  return element;
}

/** A page's letters and rules end here, nothing in a root can be hit, and nothing of it is printed. */
const BASE = `
:host { all: initial !important; width: 0 !important; height: 0 !important; pointer-events: none !important; direction: ltr !important;
  unicode-bidi: isolate !important }
* { pointer-events: none !important }
${HIDDEN}
@media print { * { display: none !important } }
`;

/** Larger than any text beside it, painted for everybody, and never read out: its alternative text is empty. In the flow of its box and no higher, or Firefox does
 *  not count it among what was painted. */
export const filling = (glyphs: number): string =>
  `content: "${'█'.repeat(glyphs)}"; content: "${'█'.repeat(glyphs)}" / ""; color: rgba(128, 128, 128, .005)`;

/** A box of one size that floats over the page, wherever the script puts it; what it says stands in a box of its own inside. */
export const floating = (width: number, height: number, gap: number): string => `
:host { position: fixed !important; inset: 0 auto auto 0 !important; z-index: 2147483647 !important }
.${OURS} { position: absolute; left: 0; top: 0; width: ${width}px; max-width: calc(100vw - ${2 * gap}px); height: ${height}px; overflow: hidden; contain: strict }
.${OURS}::before { font-size: 110px; line-height: ${height}px; white-space: nowrap; ${filling(8)} }
`;

/** Whether a press is within a part of the window. */
export const holds = (rect: DOMRect | null, { clientX: x, clientY: y }: MouseEvent): boolean =>
  !!rect && x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom;

/** A style sheet for many roots. */
export class Sheet {
  readonly #shared = new CSSStyleSheet();
  readonly #rules: string;
  #style: HTMLStyleElement | undefined;

  constructor(rules: string) {
    this.#rules = BASE + rules;
    this.#shared.replaceSync(this.#rules);
  }

  dress(root: ShadowRoot): void {
    if (!this.#style) {
      try {
        root.adoptedStyleSheets = [this.#shared];
        return;
      } catch {
        // Firefox before 153 does not let a content script share a sheet
        this.#style = document.createElement('style');
        this.#style.textContent = this.#rules;
      }
    }
    root.querySelector('style')?.remove();
    root.prepend(this.#style.cloneNode(true));
  }
}

/** Takes away what a former script of ours left behind, also in open roots of the page: one that ended before it could do so itself. */
export function sweep(roots = ''): void {
  const open = roots ? [...document.querySelectorAll(roots)].map(host => host.shadowRoot) : [];
  for (const within of [document, ...open])
    for (const element of within?.querySelectorAll<HTMLElement>('span:empty') ?? []) {
      const root = 'dom' in api ? api.dom.openOrClosedShadowRoot(element) : firefoxRoot(element);
      if (root?.querySelector(`.${OURS}`)) element.remove();
    }
}

const firefoxRoot = (element: HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }): ShadowRoot | null =>
  element.openOrClosedShadowRoot ?? null;
