import { logProbability } from './hypergeometric.js';
import type { Proportion } from './intervals.js';

/** One stretch of time, closed: nobody in it is still on the way. */
export interface Pair {
  readonly shown: Proportion;
  readonly control: Proportion;
}

/**
 * The effects looked for, as logarithms of the odds ratio: from a point or so of a share in the middle (0.05) to most
 * of it (1.6), evenly on a scale of factors. A mixture costs at most ln 11 against knowing the effect beforehand.
 */
const EFFECTS = Array.from({ length: 11 }, (_, i) => 0.05 * 2 ** (i / 2));

const logSumExp = (values: readonly number[]): number => {
  const most = Math.max(...values);
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
};

/** Only where both arms have somebody is there anything to compare; until then stretches are put together. */
export function* compared(pairs: Iterable<Pair>): Generator<Pair> {
  let shown: Proportion = { hits: 0, of: 0 };
  let control: Proportion = { hits: 0, of: 0 };
  for (const pair of pairs) {
    shown = { hits: shown.hits + pair.shown.hits, of: shown.of + pair.shown.of };
    control = { hits: control.hits + pair.control.hits, of: control.of + pair.control.of };
    if (shown.of === 0 || control.of === 0) continue;
    yield { shown, control };
    shown = control = { hits: 0, of: 0 };
  }
}

/** Evidence that grows with every stretch of time. Values are factors: 20 is 20 to 1. */
export interface Evidence {
  /** That the outcome is rarer where help is shown. The highest so far is what counts. */
  readonly rarer: number;
  /** That it is more frequent. */
  readonly moreFrequent: number;
}

/**
 * An always-valid bound for two streams of yes and no. Each stretch of time (a day) is a 2×2 table; given its margins, the
 * number of hits in the control arm has Fisher's noncentral hypergeometric distribution, in which only the odds ratio is
 * left. The product over the stretches of likelihood ratios against "no difference", mixed over a fixed list of effects, is a
 * nonnegative martingale where there is none, and a supermartingale where the difference has the other sign (the ratio is
 * monotone in the odds ratio). By Ville's inequality it ever exceeds 1/α with probability at most α, however often and
 * whenever one looks. It is exact, needs no normal approximation, copes with arms of any size (5 % against 95 %), and how
 * often people complete may drift from day to day.
 *
 * The construction is that of the anytime-valid logrank test (ter Schure, Pérez-Ortiz, Ly & Grünwald, NEJSDS 2024, section
 * on ties) applied to days; stratified counts: Turner & Grünwald, "Safe sequential testing and effect estimation in
 * stratified count data", AISTATS 2023; 2×2 tables in general: Turner, Ly & Grünwald, JSPI 2024.
 * It asks that who is in which arm is drawn by chance, and that stretches are closed without a look at outcomes.
 */
export function evidence(pairs: Iterable<Pair>): Evidence {
  let last: Evidence = { rarer: 1, moreFrequent: 1 };
  for (const { evidence: highest } of gathering(pairs)) last = highest;
  return last;
}

/** The same as it grows, after every pair that says something. */
export function* gathering(pairs: Iterable<Pair>): Generator<{ pair: Pair; evidence: Evidence }> {
  const rarer = EFFECTS.map(() => 0);
  const moreFrequent = EFFECTS.map(() => 0);
  let highest: Evidence = { rarer: 1, moreFrequent: 1 };
  for (const pair of compared(pairs)) {
    const { shown, control } = pair;
    const margins = { first: control.of, second: shown.of, hits: shown.hits + control.hits };
    // All or nobody: the table says nothing.
    if (margins.hits === 0 || margins.hits === control.of + shown.of) continue;
    const none = logProbability(control.hits, margins, 0);
    EFFECTS.forEach((effect, i) => {
      rarer[i]! += logProbability(control.hits, margins, effect) - none;
      moreFrequent[i]! += logProbability(control.hits, margins, -effect) - none;
    });
    highest = {
      rarer: Math.max(highest.rarer, mean(rarer)),
      moreFrequent: Math.max(highest.moreFrequent, mean(moreFrequent)),
    };
    yield { pair, evidence: highest };
  }
}

const mean = (logs: readonly number[]): number => Math.exp(logSumExp(logs) - Math.log(logs.length));
