export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** An estimate and its interval. */
export interface Estimate extends Interval {
  readonly value: number;
}

/** What was counted in one arm. */
export interface Proportion {
  readonly hits: number;
  readonly of: number;
}

/** The quantile of the normal distribution that leaves 2.5 % on either side: intervals cover 95 %. */
const Z = 1.959963984540054;

/** Wilson's score interval (Wilson 1927): it stays within 0 and 1, and is honest at both ends. */
export function wilson({ hits, of }: Proportion): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const p = hits / of;
  const centre = p + Z ** 2 / (2 * of);
  const half = Z * Math.sqrt((p * (1 - p) + Z ** 2 / (4 * of)) / of);
  const scale = 1 + Z ** 2 / of;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}

/**
 * The interval of the difference `a − b` of two proportions: Newcombe's hybrid score method (Newcombe 1998, "Interval
 * estimation for the difference between independent proportions", method 10). Unlike Wald's it keeps its word with few cases and near 0 and 1.
 */
export function difference(a: Proportion, b: Proportion): Estimate | undefined {
  if (a.of === 0 || b.of === 0) return undefined;
  const [p, q] = [a.hits / a.of, b.hits / b.of];
  const [ofA, ofB] = [wilson(a), wilson(b)];
  const value = p - q;
  return {
    value,
    low: value - Math.hypot(p - ofA.low, ofB.high - q),
    high: value + Math.hypot(ofA.high - p, q - ofB.low),
  };
}
