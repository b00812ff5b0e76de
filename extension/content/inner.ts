// Elements inside open roots of the page, which the document itself does not tell of.

/** What an event is about: also where the page keeps it in an open root. */
export const innermost = (event: Event): EventTarget | undefined => event.composedPath()[0];

/** What has the focus. */
export function inFocus(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
