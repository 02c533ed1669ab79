import { createRandom } from './random.js';

/** Intervals cover 95 %. */
const Z = 1.959963984540054;
const BOOTSTRAPS = 1_000;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's score interval for `hits` of `n` (Wilson 1927; it stays within 0 and 1 and is honest at both ends). */
export function wilson(hits: number, n: number): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const p = hits / n;
  const centre = p + Z ** 2 / (2 * n);
  const half = Z * Math.sqrt((p * (1 - p) + Z ** 2 / (4 * n)) / n);
  const scale = 1 + Z ** 2 / n;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}

/** Byar's interval for a Poisson count (Breslow & Day 1987, p. 69); for none at all the exact one. */
export function byar(count: number): Interval {
  const more = count + 1;
  return {
    low: count === 0 ? 0 : count * (1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count))) ** 3,
    high: count === 0 ? -Math.log(0.025) : more * (1 - 1 / (9 * more) + Z / (3 * Math.sqrt(more))) ** 3,
  };
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** By linear interpolation between the two nearest. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The area under the ROC curve: how often one of `bad` scores higher than one of `good`; ties count half. */
export function auc(bad: readonly number[], good: readonly number[]): number {
  let wins = 0;
  for (const b of bad) for (const g of good) wins += b > g ? 1 : b === g ? 0.5 : 0;
  return wins / (bad.length * good.length);
}

/** The middle 95 % of a figure over groups that are drawn again and again with replacement. */
export function bootstrap<T>(
  groups: readonly T[],
  figure: (drawn: readonly T[]) => number,
  seed = 1,
): Interval {
  const random = createRandom(seed);
  const figures: number[] = [];
  for (let i = 0; i < BOOTSTRAPS; i++) {
    const value = figure(groups.map(() => random.pick(groups)));
    if (Number.isFinite(value)) figures.push(value);
  }
  return { low: quantile(figures, 0.025), high: quantile(figures, 0.975) };
}
