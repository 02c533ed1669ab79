import type { By } from '../core/records.js';

/**
 * Keys, assistive technology and fingers are slower and touch twice by accident about three times as often as a
 * mouse (signals.md, "Machinery"): the customer's own time windows double and one more press is asked for.
 * How long the *page* may take to answer does not depend on who asked.
 */
const isCoarse = (by: By): boolean => by === 'key' || by === 'assist' || by === 'touch';

export const ownTime = (ms: number, by: By): number => (isCoarse(by) ? ms * 2 : ms);
export const ownCount = (count: number, by: By): number => (isCoarse(by) ? count + 1 : count);

/** Both, of settings that have both. */
export const ownLimits = (
  { withinMs, min }: { readonly withinMs: number; readonly min: number },
  by: By,
): { withinMs: number; min: number } => ({ withinMs: ownTime(withinMs, by), min: ownCount(min, by) });

const HOW: Readonly<Record<By, string>> = {
  mouse: '',
  pen: ' (pen)',
  touch: ' (touch)',
  key: ' (keyboard)',
  assist: ' (assistive technology)',
};
/** For sentences: how it was done, where that is not the usual way. */
export const sayBy = (by: By): string => HOW[by];
