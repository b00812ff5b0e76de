// Whether keys are for a text.

export const isTyping = (at: Element | null): boolean =>
  at instanceof HTMLElement &&
  (at.isContentEditable || at.matches('textarea, select, input:not([type="button"], [type="submit"])'));
