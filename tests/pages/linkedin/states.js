// Who was invited and who is followed, and the buttons that say so.
import { replace } from './element.js';

const states = new Map();
const shown = [];

const keyOf = (one, matter) => `${matter} ${one.slug}`;

export const stateOf = (one, matter) => states.get(keyOf(one, matter)) ?? null;

/** An element that is made anew when that person's state in this matter changes. */
export function stateful(one, matter, make) {
  const each = { key: keyOf(one, matter), element: make(), make };
  shown.push(each);
  return each.element;
}

export function change(one, matter, state) {
  states.set(keyOf(one, matter), state);
  for (const each of shown) {
    if (each.key !== keyOf(one, matter) || !each.element.isConnected) continue;
    const fresh = each.make();
    replace(each.element, fresh);
    each.element = fresh;
  }
}

export const toggleFollow = one => change(one, 'follow', stateOf(one, 'follow') === 'following' ? null : 'following');

/** What a post's Like says: `make(on, act)` draws it. */
export function likeable(post, make) {
  const one = { slug: `post ${post.activity}` };
  return stateful(one, 'like', () => {
    const on = stateOf(one, 'like') === 'liked';
    const run = () => change(one, 'like', on ? null : 'liked');
    return make(on, { what: on ? 'unlike' : 'like', handle: post.by.slug, run });
  });
}

/** Elements of a view that is gone. */
export const forget = () => {
  shown.length = 0;
};
