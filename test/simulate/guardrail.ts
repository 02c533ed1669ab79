import { gathering, type Pair } from '../../src/insights/statistics/sequential.js';
import { createRandom, type Random } from './random.js';

/** A trigger as it is in truth, and how it is compared. */
export interface Truth {
  /** Share that completes without the help. */
  readonly base: number;
  /** What the help adds to it; below 0 it harms. */
  readonly effect: number;
  /** Share of visits from which it is held back. */
  readonly control: number;
  /** Visits in all, both arms together. */
  readonly visits: number;
  /** After so many the counts are looked at, as one would every day. */
  readonly batch: number;
  /** The share without help swings by so much, up and down, as weekdays do. */
  readonly swing?: number;
}

/** How it went, over many repetitions. */
export interface Fired {
  readonly trials: number;
  readonly fired: number;
  /** Visits until it fired, in the middle of those that did. */
  readonly medianVisits: number | undefined;
}

const BATCHES_A_WEEK = 7;

function* life({ base, effect, control, visits, batch, swing = 0 }: Truth, random: Random): Generator<Pair> {
  for (let i = 0; i * batch < visits; i++) {
    const today = base + swing * Math.sin((2 * Math.PI * i) / BATCHES_A_WEEK);
    const count = { shown: { hits: 0, of: 0 }, control: { hits: 0, of: 0 } };
    for (let visit = 0; visit < batch; visit++) {
      const arm = random.chance(control) ? count.control : count.shown;
      arm.of++;
      if (random.chance(arm === count.shown ? today + effect : today)) arm.hits++;
    }
    yield count;
  }
}

/** Looks after every batch, and stops at the first that says what is asked: the most tempting way to look. */
export function fires(truth: Truth, trials: number, seed: number, alpha = 0.05): Fired {
  const random = createRandom(seed);
  const at: number[] = [];
  for (let trial = 0; trial < trials; trial++) {
    let seen = 0;
    for (const { pair, evidence } of gathering(life(truth, random))) {
      seen += pair.shown.of + pair.control.of;
      if (evidence.rarer < 1 / alpha) continue;
      at.push(seen);
      break;
    }
  }
  const sorted = at.sort((a, b) => a - b);
  return { trials, fired: at.length, medianVisits: sorted[Math.floor((sorted.length - 1) / 2)] };
}
