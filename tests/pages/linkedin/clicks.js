// Every press that reached the page: `window.clicks` holds { what, handle, trusted }. One listener for all.
import { actOf } from '../x/element.js';

export const clicks = [];

function perform(event) {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // the path leads into the shadow root of the outlet, where the target does not
  for (const at of event.composedPath()) {
    const act = actOf(at);
    if (!act) continue;
    event.preventDefault();
    clicks.push({ what: act.what, handle: act.handle ?? null, trusted: event.isTrusted });
    act.run?.(at);
    return;
  }
}

/** Boxes that stand for a button take the Enter key as one. */
function onKey(event) {
  const [at] = event.composedPath();
  if (event.key === 'Enter' && at.matches?.('[tabindex="0"]:not(a, button, textarea, input)')) perform(event);
}

export function listen() {
  document.addEventListener('click', perform);
  document.addEventListener('keydown', onKey);
}
