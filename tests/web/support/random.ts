/** Numbers that look random and are the same in every run. */

/** A generator of whole numbers from 0 below `limit` (mulberry32). */
export type Random = (limit: number) => number;

export function random(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** One of the items. */
export function oneOf<T>(next: Random, items: readonly T[]): T {
  const item = items[next(items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}
