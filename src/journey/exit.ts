import { faded, halfLivesTo } from '../core/half-life.js';

/** Half of it is forgotten in this much active time, as struggle is: who stays and goes on is not leaving. */
export const EXIT_HALF_LIFE_MS = 60_000;

/**
 * How much each signal speaks of leaving: 1 is "as good as gone". Other signals say that something is hard; these say
 * that the customer turns to something other than the step.
 */
export const LEAVING: Readonly<Record<string, number>> = {
  /** On the way out with something filled in: the strongest sign there is before the page is gone. */
  'exit-intent': 0.7,
  /** The telephone is in their hand. */
  'phone-seeking': 0.6,
  'contact-seeking': 0.5,
  /** They compare elsewhere, or look for a code; most come back by themselves. */
  'away-and-back': 0.35,
  'cart-churn': 0.35,
  'u-turn': 0.35,
  /** They keep what they need to tell somebody else. */
  'evidence-copy': 0.35,
  /** A look at the total that leads to nothing. */
  hesitation: 0.2,
};

/** How near the customer is to leaving the step. Plain data. */
export interface Exit {
  /** Before it is cut off at 1. */
  sum: number;
  /** Active time at which the sum was that. */
  active: number;
}

export const startExit = (): Exit => ({ sum: 0, active: 0 });

const sumAt = ({ sum, active: since }: Exit, active: number): number =>
  sum * faded((active - since) / EXIT_HALF_LIFE_MS);

/** Between 0 and 1. */
export const exitAt = (exit: Exit, active: number): number => Math.min(1, sumAt(exit, active));

/** Returns whether the signal says anything about leaving. */
export function noteLeaving(exit: Exit, signal: string, active: number): boolean {
  const weight = Object.hasOwn(LEAVING, signal) ? LEAVING[signal]! : 0;
  if (weight === 0) return false;
  exit.sum = sumAt(exit, active) + weight;
  exit.active = active;
  return true;
}

/** Active time at which it will have fallen to `limit`, if nothing else happens. */
export const whenExitFalls = (exit: Exit, limit: number): number | undefined =>
  exit.sum > limit && limit > 0
    ? exit.active + Math.ceil(EXIT_HALF_LIFE_MS * halfLivesTo(exit.sum / limit))
    : undefined;
