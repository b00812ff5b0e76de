// What an address asks of the page.
const asked = new URLSearchParams(location.search);
const number = (name, otherwise) => (asked.has(name) ? Number(asked.get(name)) : otherwise);

export const options = {
  /** how much stands there at the start */
  n: number('n', 12),
  /** whether more comes when the end is near: not where a number was asked for */
  endless: !asked.has('n'),
  seed: number('seed', 1),
  rtl: asked.has('rtl'),
  lang: asked.get('lang') ?? (asked.has('rtl') ? 'ar' : 'en'),
  narrow: asked.has('narrow') || location.hostname === 'pro.x.com',
  mobile: location.hostname.startsWith('mobile.'),
  /** cells are used again for other posts */
  recycle: asked.has('recycle'),
};
