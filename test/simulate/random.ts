/** Chance that can be repeated: the same seed draws the same numbers, on every machine. */
export interface Random {
  /** From 0 to 1, without 1. */
  next(): number;
  /** From `low` to `high`. */
  between(low: number, high: number): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Standard normal. */
  normal(): number;
}

/** The step of Weyl's sequence in {@link createRandom}: 2^32 divided by the golden ratio. */
const WEYL = 0x9e3779b9;

/** SplitMix32 (the 32-bit finaliser of MurmurHash3 over a Weyl sequence): small, fast, and good enough for drawing people. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + WEYL) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    whole: (low, high) => low + Math.floor((high - low + 1) * next()),
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(list.length * next())]!,
    // Box–Muller; the second number is thrown away to keep the count of draws simple.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
