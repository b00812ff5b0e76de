// Every press that reached the page: `window.clicks` holds { what, handle, trusted }. One listener for all, as React has.
import { actOf } from './element.js';

export const clicks = [];

function perform(event) {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  for (let at = event.target; at; at = at.parentNode) {
    const act = actOf(at);
    if (!act) continue;
    event.preventDefault();
    clicks.push({ what: act.what, handle: act.handle ?? null, trusted: event.isTrusted });
    act.run?.(at);
    return;
  }
}

/** Boxes that stand for a link take the Enter key as one. */
function onKey(event) {
  if (event.key === 'Enter' && event.target.matches('[tabindex="0"]:not(a, button)')) perform(event);
}

export function listen() {
  document.body.addEventListener('click', perform);
  document.body.addEventListener('keydown', onKey);
}
