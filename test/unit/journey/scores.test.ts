import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Signal } from '../../../src/core/happenings.js';
import { noteArrival, startEffort, USUAL_STEP_MS } from '../../../src/journey/effort.js';
import { noteLeaving, startExit } from '../../../src/journey/exit.js';
import { scoreOf, whenCrosses, type Scores } from '../../../src/journey/scores.js';
import { addSignal, startStruggle } from '../../../src/journey/struggle.js';

const NAMES = ['struggle', 'effort', 'exit'] as const;
const fresh = (): Scores => ({ struggle: startStruggle(), effort: startEffort(), exit: startExit() });
const signal = (weight: number) => ({ name: 'x', target: 'y', weight, evidence: {} }) as unknown as Signal;
const ARRIVAL = {
  stay: 1,
  step: 'pay',
  journey: 'checkout',
  back: false,
  expectedMs: undefined,
  pace: undefined,
};

/** A step that was entered at some time, with signals at others. */
function after(entered: number, signals: readonly (readonly [number, number])[]) {
  const scores = fresh();
  let active = entered;
  noteArrival(scores.effort, ARRIVAL, active);
  for (const [later, weight] of signals) {
    active += later;
    addSignal(scores.struggle, signal(weight), active);
    noteLeaving(scores.exit, 'exit-intent', active);
  }
  return { scores, active };
}

describe('when a score crosses a limit by itself', () => {
  const moment = fc.nat(300_000);
  const weight = fc.double({ min: 0.05, max: 1, noNaN: true });
  it.each(NAMES)('%s: to about a millisecond, and not before', (name) => {
    fc.assert(
      fc.property(
        moment,
        fc.array(fc.tuple(moment, weight), { maxLength: 4 }),
        moment,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (entered, signals, later, limit) => {
          const { scores, active: last } = after(entered, signals);
          const now = last + later;
          const isAbove = (active: number) => scoreOf(scores, name, active) > limit;
          const at = whenCrosses(scores, name, limit, now);
          if (at === undefined) {
            // What fades is below already, what grows is above.
            expect(isAbove(now)).toBe(name === 'effort');
            return;
          }
          expect(isAbove(now)).toBe(name !== 'effort');
          expect(at).toBeGreaterThan(now);
          expect(isAbove(Math.max(now, at - 3))).toBe(isAbove(now));
          expect(isAbove(at + 1)).toBe(!isAbove(now));
        },
      ),
    );
  });
  it('is the next millisecond at the soonest, so that nobody looks again at once', () => {
    const { scores } = after(0, [[0, 0.5]]);
    // Half of the usual effort is reached now; "more than that" begins after it.
    expect(whenCrosses(scores, 'effort', 0.5, USUAL_STEP_MS)).toBe(USUAL_STEP_MS + 1);
    expect(whenCrosses(scores, 'struggle', 0.5 - 1e-9, 0)).toBe(1);
    const late = after(0, []);
    noteLeaving(late.scores.exit, 'exit-intent', 1_000);
    const at = whenCrosses(late.scores, 'exit', 0.35, 1_000)!;
    for (let now = at - 5; now < at + 5; now++)
      expect(whenCrosses(late.scores, 'exit', 0.35, now) ?? Infinity).toBeGreaterThan(now);
  });
  it('is in the end, however low the limit', () => {
    const { scores } = after(0, [[0, 0.5]]);
    for (const name of ['struggle', 'exit'] as const)
      expect(whenCrosses(scores, name, Number.MIN_VALUE, 0)).toBeGreaterThan(3_600_000);
  });
  it('is never for what is at its limit, or cannot cross it', () => {
    const { scores } = after(0, [[0, 0.5]]);
    expect(whenCrosses(scores, 'struggle', 0.5, 0)).toBeUndefined();
    expect(whenCrosses(scores, 'exit', 0.7, 0)).toBeUndefined();
    // Fading, it comes ever nearer to nothing.
    expect(whenCrosses(scores, 'struggle', 0, 0)).toBeUndefined();
    expect(whenCrosses(scores, 'exit', 0, 0)).toBeUndefined();
    expect(whenCrosses(scores, 'effort', 1, 0)).toBeUndefined();
    for (const name of ['struggle', 'exit'] as const)
      expect(whenCrosses(fresh(), name, 0.5, 0)).toBeUndefined();
  });
});
