import { splitMix32 } from '../../demo/simulated-month/random.js';

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

/** Draws as SplitMix32 does. */
export function createRandom(seed: number): Random {
  const next = splitMix32(seed);
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
