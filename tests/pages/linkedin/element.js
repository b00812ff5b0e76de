// Elements in the site's two ways of writing: `look` is how one looks (served as hashed classes), `class` is what the old front calls it.
import { el as make } from '../x/element.js';
import { classOf, uuid } from './hash.js';
import { options } from './options.js';

export { replace } from '../x/element.js';

const HOOK = /^(componentkey|data-.*|id|role|type)$/;

const intact = ({ look, class: named, ...rest }) => {
  const classes = [named, ...(look ? look.split(' ').map(classOf) : [])].filter(Boolean).join(' ');
  return { class: classes || null, ...rest };
};

/** Whatever an address says of a person or a post. */
const mute = href =>
  href
    .replace(/\?.*/, '')
    .replace(/\/(?:preload|company)\//, '/x/')
    .replace('/feed/update/urn:li:', '/y/');

function broken({ class: _, ...rest }) {
  const left = Object.entries(intact(rest)).filter(([name, value]) => !HOOK.test(name) || value === 'button');
  return Object.fromEntries(left.map(([name, value]) => [name, name === 'href' ? mute(value) : value]));
}

export const el = (tag, attributes, ...children) =>
  make(tag, (options.broken ? broken : intact)(attributes ?? {}), ...children);

export const div = (attributes, ...children) => el('div', attributes, ...children);
export const span = (attributes, ...children) => el('span', attributes, ...children);
export const p = (attributes, ...children) => el('p', attributes, ...children);

/** The new front wraps nearly everything once more than it shows. */
export const slot = (...children) => div({ 'data-display-contents': 'true', look: 'slot' }, ...children);

let keys = 0;

/** A key as most elements of the new front have: another one each time. */
export const key = () => uuid(`key ${keys++}`);

let numbers = 0;

/** The old front numbers what it draws. */
export const ember = () => `ember${numbers++}`;
