// What rows in any markup are made of.

/** Strips that lie under the line of a name, whose boxes tell when something is laid over them. */
export const strips = Array.from({ length: 72 }, (_, n) => `<i style="--n: ${n}"></i>`).join('');

export const nameOf = who => who[0].toUpperCase() + who.slice(1, -1);
