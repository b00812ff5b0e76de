// Permanent ids in the forms in which LinkedIn writes them.
import { bytes } from './hash.js';

const base64 = list => btoa(String.fromCharCode(...list)).replace(/=+$/, '');
const base64url = list => base64(list).replaceAll('+', '-').replaceAll('/', '_');

/** The number of a member stands in bytes 4 to 7 of the token. */
export const memberToken = number =>
  base64url([
    0,
    0x2a,
    0,
    0,
    number >>> 24,
    (number >>> 16) & 255,
    (number >>> 8) & 255,
    number & 255,
    ...bytes(`member ${number}`, 21),
  ]);

/** 43 characters that stand in every key of one post. */
export const postKey = id => base64url(bytes(`post ${id}`, 32));

function varint(number) {
  const list = [];
  let left = BigInt(number) * 2n; // zigzag
  for (; left > 127n; left >>= 7n) list.push(Number(left & 127n) | 128);
  return [...list, Number(left)];
}

const message = (field, inside) => base64([field, inside.length, ...inside]);

/** What stands for a post in the keys of the new front. */
export function postToken({ kind, id, group }) {
  if (kind === 'groupPost') return message(0x1a, [0x08, ...varint(group), 0x10, ...varint(id)]);
  return message(kind === 'ugcPost' ? 0x12 : 0x0a, [0x08, ...varint(id)]);
}

export const urnText = ({ kind, id, group }) => `urn:li:${kind}:${group ? `${group}-${id}` : id}`;
