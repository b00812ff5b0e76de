// What an address asks of the page.
const asked = new URLSearchParams(location.search);
const number = (name, otherwise) => (asked.has(name) ? Number(asked.get(name)) : otherwise);

/** An old page that is shown inside a new one. */
const framed = location.pathname.startsWith('/preload/frame');

export const options = {
  /** which generation of the site, where a page exists in both */
  front: framed ? 'old' : (asked.get('front') ?? 'new'),
  framed,
  /** which month's markup the new front has */
  shape: asked.get('shape') ?? 'september',
  /** how much stands there at the start */
  n: number('n', 12),
  /** whether more comes when the end is near: not where a number was asked for */
  endless: !asked.has('n'),
  seed: number('seed', 1),
  rtl: asked.has('rtl'),
  lang: asked.get('lang') ?? (asked.has('rtl') ? 'ar' : 'en'),
  /** it looks as ever, but nothing is called what it was called */
  broken: asked.has('broken'),
};
