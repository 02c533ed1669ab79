/** Coefficients of Lanczos' approximation with g = 7: 15 digits. */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const;

/** Small ones are asked for all the time. */
const KEPT = 4096;
const kept = new Float64Array(KEPT).fill(Number.NaN);

/** ln(n!) */
export function logFactorial(n: number): number {
  if (n >= KEPT) return lanczos(n);
  const known = kept[n]!;
  return Number.isNaN(known) ? (kept[n] = lanczos(n)) : known;
}

function lanczos(n: number): number {
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (n + i);
  const t = n + 7.5;
  return (n + 0.5) * Math.log(t) - t + 0.5 * Math.log(2 * Math.PI) + Math.log(sum);
}

/** Terms smaller than this, next to the largest, are below the last digit of the sum. */
const NEGLIGIBLE = 1e-17;

/** Two arms of one stretch of time: how many there were, and how many of both together had the outcome. */
export interface Margins {
  readonly first: number;
  readonly second: number;
  readonly hits: number;
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/**
 * ln of the probability that `x` of the hits are in the first arm, given the margins, where the odds of a hit in the first
 * arm are `exp(logOdds)` times those in the second: Fisher's noncentral hypergeometric distribution. Without the margins in
 * it, how often a hit happens at all plays no part.
 */
export function logProbability(x: number, { first, second, hits }: Margins, logOdds: number): number {
  const least = Math.max(0, hits - second);
  const most = Math.min(first, hits);
  const odds = Math.exp(logOdds);
  const weight = (at: number) => logChoose(first, at) + logChoose(second, hits - at) + logOdds * at;
  // Each term from its neighbour, outwards from the largest, until they no longer matter.
  const up = (at: number) => (((first - at) * (hits - at)) / ((at + 1) * (second - hits + at + 1))) * odds;
  const mode = modeOf({ first, second, hits }, odds, least, most);
  let sum = 1;
  for (let at = mode, term = 1; at < most; at++) {
    term *= up(at);
    if (term < NEGLIGIBLE) break;
    sum += term;
  }
  for (let at = mode, term = 1; at > least; at--) {
    term /= up(at - 1);
    if (term < NEGLIGIBLE) break;
    sum += term;
  }
  return weight(x) - weight(mode) - Math.log(sum);
}

/** Where the ratio of neighbours passes 1: the root of a quadratic (Liao & Rosen 2001). */
function modeOf({ first, second, hits }: Margins, odds: number, least: number, most: number): number {
  const a = odds - 1;
  const b = -((first + hits + 2) * odds + second - hits);
  const c = (first + 1) * (hits + 1) * odds;
  // The form of the root that does not cancel, and is right for odds of 1 as well.
  const root = (-2 * c) / (b - Math.sqrt(Math.max(0, b * b - 4 * a * c)));
  return Math.min(most, Math.max(least, Math.floor(root)));
}
