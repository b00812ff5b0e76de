// Numbers that look random and never change: for hashed class names, element keys and the bytes behind an id.
export function hash(text) {
  let state = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) state = Math.imul(state ^ text.charCodeAt(n), 0x01000193);
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
  return (state ^ (state >>> 15)) >>> 0;
}

const hex = text => hash(text).toString(16).padStart(8, '0');

/** The class under which a look is served; the site's own names change with every release. */
export const classOf = look => `_${hex(`look ${look}`)}`;

export function uuid(text) {
  const digits = ['a', 'b', 'c', 'd'].map(part => hex(`${text} ${part}`)).join('');
  return digits.replace(/^(.{8})(.{4}).(.{3})(.{4})(.{12})$/, '$1-$2-4$3-$4-$5');
}

/** So many bytes that belong to a text. */
export const bytes = (text, count) => Array.from({ length: count }, (_, n) => hash(`${text} ${n}`) & 255);
