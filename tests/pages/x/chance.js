// Chance that falls the same way every time: each post has its own, told by its number and the page's seed.
export function chance(seed, number) {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    /** whether something that happens in one of `1 / part` cases happens now */
    happens: part => next() < part,
    below: limit => Math.floor(next() * limit),
    pick: list => list[Math.floor(next() * list.length)],
  };
}
