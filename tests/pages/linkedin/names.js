// Where names stand. Nothing in the page tells that a name is one; the tests ask `window.names()`.
import { replace } from './element.js';
import { outlet } from './outlet.js';
import { me } from './people.js';

const known = new WeakMap();

/**
 * `make()` draws an element that says somebody's name. `kind` is the spot; null for one that must get no mark (adverts).
 * `more`: { optional } where a mark is welcome but not needed, { address } of the post it stands in.
 */
export function named(kind, person, make, more = {}) {
  const element = make();
  known.set(element, { kind, person, again: () => named(kind, person, make, more), ...more });
  return element;
}

const roots = () => [document, ...(outlet.isConnected ? [outlet.shadowRoot] : [])];

function* all() {
  for (const root of roots())
    for (const element of root.querySelectorAll('*')) {
      const name = known.get(element);
      if (name) yield { element, ...name };
    }
}

/** In the order of the page: { kind, handle, element, optional, address }. Of yourself and of adverts none. */
export const names = () =>
  [...all()]
    .filter(({ kind, person }) => kind && person !== me)
    .map(({ kind, person, element, optional = false, address = null }) => ({
      kind,
      handle: person.slug,
      element,
      optional,
      address,
    }));

/** Names are drawn anew, as a front does when something about a person changed: new elements, the same words. */
export function redraw() {
  for (const { element, again } of [...all()]) if (element.isConnected) replace(element, again());
}
