// Elements made one by one, as a page under Trusted Types must, and brought up to date as React does: by what was made, not by what stands in the page.
// Whatever somebody else put in between is left where it is.
const SVG = new Set(['svg', 'g', 'path', 'circle', 'rect']);

/** The children that we made, with null for a place that is empty. */
const own = new WeakMap();
const acts = new WeakMap();
const makers = new WeakMap();

/**
 * `act` is what a press does: { what, handle, run(element) }. `remake` makes the same element anew.
 * A child that is null or false keeps its place empty.
 */
export function el(tag, { act, remake, ...attributes } = {}, ...children) {
  const node = SVG.has(tag) ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
  }
  const made = children
    .flat()
    .map(child => (child instanceof Node ? child : (child ?? false) === false ? null : document.createTextNode(child)));
  for (const child of made) if (child) node.append(child);
  own.set(node, made);
  if (act) acts.set(node, act);
  if (remake) makers.set(node, remake);
  return node;
}

/** What nearly all of X's markup is made of: a box that lays its children out in a column. */
export const view = (attributes, ...children) =>
  el('div', { ...attributes, class: `view ${attributes?.class ?? ''}`.trim() }, ...children);

export const row = (attributes, ...children) =>
  view({ ...attributes, class: `row ${attributes?.class ?? ''}`.trim() }, ...children);

/** The direction of the interface; a post's text has its own. */
export const dir = () => document.documentElement.dir || 'ltr';

/** A line of text; like X's own, its words stand two spans deep. */
export const text = (attributes, ...children) =>
  el(
    'div',
    { dir: dir(), ...attributes, class: `text ${attributes?.class ?? ''}`.trim() },
    el('span', {}, el('span', {}, ...children)),
  );

export const actOf = node => acts.get(node);
export const makerOf = node => makers.get(node);

/** Puts `fresh` in the place of `old`, a child of ours. */
export function replace(old, fresh) {
  const siblings = own.get(old.parentNode);
  if (siblings) siblings[siblings.indexOf(old)] = fresh;
  old.replaceWith(fresh);
}

/** Makes `old` say what `fresh` says: attributes and texts change, elements stay. Answers with what stands there then. */
export function morph(old, fresh) {
  if (old.nodeName !== fresh.nodeName) {
    old.replaceWith(fresh);
    return fresh;
  }
  if (old instanceof Text) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return old;
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const map of [acts, makers]) map.has(fresh) ? map.set(old, map.get(fresh)) : map.delete(old);
  const was = own.get(old);
  const now = own.get(fresh);
  const made = now.map((child, at) => {
    if (was[at] && child) return morph(was[at], child);
    if (child) old.insertBefore(child, was.slice(at + 1).find(next => next?.parentNode === old) ?? null);
    else was[at]?.remove();
    return child;
  });
  for (const child of was.slice(now.length)) child?.remove();
  own.set(old, made);
  return old;
}
