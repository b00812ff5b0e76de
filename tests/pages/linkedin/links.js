// Links lead on without a reload, and each press is written down.
import { go } from '../x/navigate.js';
import { el } from './element.js';
import { options } from './options.js';

const HOST = 'https://www.linkedin.com';

/** Where a person's own page is; with `token`, by the permanent id. */
export const home = person =>
  options.broken ? `${HOST}/p/${person.number}/` : `${HOST}/in/${encodeURIComponent(person.slug)}/`;
export const tokenHome = person => (options.broken ? home(person) : `${HOST}/in/${person.token}`);

/** As the old front writes it in lists and in the feed: with the permanent id behind it. */
export const urnHome = (person, kind = 'fsd_profile') =>
  `${home(person).replace(/\/$/, '')}?miniProfileUrn=${encodeURIComponent(`urn:li:${kind}:${person.token}`)}`;

export const companyHome = ({ slug }) => `${HOST}/company/${slug}/posts/`;

export const compose = person =>
  `/messaging/compose/?profileUrn=${encodeURIComponent(`urn:li:fsd_profile:${person.token}`)}&recipient=${person.token}&interop=msgOverlay`;

export const invitation = (person, way) => `/preload/${way}/?vanityName=${encodeURIComponent(person.slug)}`;

const local = href => {
  const { pathname, search } = new URL(href, HOST);
  return pathname + search;
};

/** `act` may replace where the link leads to. */
export const link = (href, { handle = null, what = 'link', act, ...attributes } = {}, ...children) =>
  el('a', { href, ...attributes, act: act ?? { what, handle, run: () => go(local(href)) } }, ...children);

export const personLink = (person, attributes, ...children) =>
  link(home(person), { handle: person.slug, ...attributes }, ...children);
