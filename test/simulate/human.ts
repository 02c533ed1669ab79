import timing from './timing.json' with { type: 'json' };
import type { Random } from './random.js';

type Quantiles = readonly (readonly number[])[];

/** Draws from a distribution of which only quantiles are known: linear in between, and never beyond the outer ones. */
export function draw(random: Random, quantiles: Quantiles): number {
  const share = random.next();
  const after = quantiles.findIndex(([at]) => share <= at!);
  if (after === 0) return quantiles[0]![1]!;
  if (after < 0) return quantiles.at(-1)![1]!;
  const [lowShare = 0, low = 0] = quantiles[after - 1]!;
  const [highShare = 1, high = 0] = quantiles[after]!;
  return low + ((high - low) * (share - lowShare)) / (highShare - lowShare);
}

/** The spread of movement times around Fitts' law: their quartiles are a factor of 1.6 apart, ln(1.6) / 1.35. */
const MOVE_SPREAD = 0.35;
/** A finger lifts and lands instead of being moved over a pad. A guess; nothing depends on it closely. */
const TOUCH_SHARE = 0.7;
/** Median of all key intervals: a typist's own median, divided by this, is their factor. */
const MEDIAN_KEY_MS = 168;

/** One person's timing: who types fast does so all day. */
export interface Human {
  /** Time to move over `distancePx` and come to rest (Fitts' law). */
  move(distancePx: number): number;
  touch(distancePx: number): number;
  /** How long a button or finger is down. */
  hold(): number;
  /** Between the two clicks of a double click, and between many fast ones. */
  doubleClick(): number;
  burst(): number;
  /** Between two keys. */
  key(): number;
  /** A pause to think, as long as the longest one in a sentence; mostly there is none in a text of so many keys. */
  pause(keys: number): number;
  /** How many keys are taken back at this point: mostly none. */
  mistakes(): number;
  /** The longest time without a movement while reading a page of text, in milliseconds. */
  reading(text?: 'easy' | 'hard'): number;
  /** A glance: to find one's way on a page before doing something. */
  glance(): number;
}

export function createHuman(random: Random, slower = 1): Human {
  const factor = (draw(random, timing.typing.typistKeyMs) / MEDIAN_KEY_MS) * slower;
  const backspaces = draw(random, timing.typing.backspaceShare);
  const { interceptS, slopeS, widthPx } = timing.mouse.fitts;
  // The law gives means; the median of what is skewed so lies below.
  const spread = () => Math.exp(MOVE_SPREAD * random.normal() - MOVE_SPREAD ** 2 / 2) * slower;
  const move = (px: number) => 1_000 * (interceptS + slopeS * Math.log2(px / widthPx + 1)) * spread();
  return {
    move,
    touch: (px) => TOUCH_SHARE * move(px),
    hold: () => draw(random, timing.mouse.holdMs),
    doubleClick: () => draw(random, timing.mouse.doubleClickMs),
    burst: () => draw(random, timing.mouse.burstMs),
    key: () => draw(random, timing.typing.keyMs) * factor,
    pause: (keys) =>
      random.chance(keys / timing.typing.sentenceKeys) ? draw(random, timing.typing.longestPauseMs) : 0,
    mistakes: () =>
      random.chance(backspaces / 2) ? Math.round(draw(random, timing.typing.backspaceRun)) : 0,
    reading: (text = 'easy') => 1_000 * draw(random, timing.reading.longestGapS[text]) * slower,
    // Between one second and half a minute, mostly about three: no data, and on the slow side of what is usual.
    glance: () => 1_000 * Math.min(30, 3 * Math.exp(0.7 * random.normal())) * slower,
  };
}
