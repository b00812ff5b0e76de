// Pictures of people and companies, drawn: nothing is loaded, and nobody is shown.
import { chance } from '../x/chance.js';
import { el, ember } from './element.js';
import { hash } from './hash.js';

const SKY = ['#d6e4d9', '#e9dcc8', '#d4dbe9', '#ecd9d6', '#dfe3cc', '#d2e5ea'];
const SKIN = ['#7d5036', '#c28a62', '#e3b48f', '#f1cfae', '#5f3b29', '#a9704b'];
const CLOTH = ['#3f5f70', '#9a4f3a', '#4d6b4a', '#6f5480', '#a37f34', '#35547f'];
const HAIR = ['#2a211b', '#553722', '#b5afa6', '#86552a', '#383841', '#c69c54'];
const drawn = new Map();

function draw({ slug, company }) {
  const luck = chance(7, hash(slug) % 100000);
  const inside = company
    ? `<path d="M14 34V16h10v18zM24 34V22h10v12z" fill="${luck.pick(CLOTH)}"/>`
    : `<circle cx="24" cy="18" r="11" fill="${luck.pick(HAIR)}"/><circle cx="24" cy="21" r="9" fill="${luck.pick(SKIN)}"/>` +
      `<ellipse cx="24" cy="48" rx="19" ry="16" fill="${luck.pick(CLOTH)}"/>`;
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path d="M0 0h48v48H0z" fill="${luck.pick(SKY)}"/>${inside}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(text)}`;
}

function source(one) {
  if (!drawn.has(one.slug)) drawn.set(one.slug, draw(one));
  return drawn.get(one.slug);
}

const shape = (one, size) => `picture ${one.company ? 'square' : 'round'} ${size}`;

/** New front: the drawn stand-in and the picture stand together. */
export const photo = (one, size, attributes) =>
  el('img', { src: source(one), alt: '', loading: 'lazy', look: shape(one, size), ...attributes });

/** Old front. */
export const oldPhoto = (one, size, attributes) =>
  el('img', { src: source(one), alt: one.name, id: ember(), look: shape(one, size), ...attributes });
