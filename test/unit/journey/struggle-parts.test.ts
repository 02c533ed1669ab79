import { describe, expect, it } from 'vitest';
import type { Signal } from '../../../src/core/happenings.js';
import {
  addSignal,
  explain,
  relieve,
  scoreAt,
  startStruggle,
  updateLevel,
  whenLevelFalls,
} from '../../../src/journey/struggle.js';

const MINUTE = 60_000;
const signal = (name: string, target: string, weight: number, evidence: object = {}) =>
  ({ name, target, weight, evidence }) as unknown as Signal;
/** A step with these signals, each at its active time. */
const step = (...signals: readonly (readonly [active: number, signal: Signal])[]) => {
  const struggle = startStruggle();
  for (const [active, one] of signals) addSignal(struggle, one, active);
  return struggle;
};

describe('the score', () => {
  it('is the sum of what is left of each, and never more than 1', () => {
    const two = step([0, signal('a', 'x', 0.4)], [MINUTE, signal('b', 'x', 0.3)]);
    expect(scoreAt(two, MINUTE)).toBeCloseTo(0.5);
    expect(scoreAt(two, 3 * MINUTE)).toBeCloseTo(0.125);
    expect(scoreAt(step([0, signal('a', 'x', 0.8)], [0, signal('b', 'x', 0.8)]), 0)).toBe(1);
    expect(scoreAt(step(), 0)).toBe(0);
  });
  it('does not count twice what one signal takes over from another, about the same thing', () => {
    const more = { replaces: 'dead-click' };
    const first = [0, signal('dead-click', 'pay', 0.3)] as const;
    expect(scoreAt(step(first, [0, signal('rage-click', 'pay', 0.5, more)]), 0)).toBeCloseTo(0.5);
    expect(scoreAt(step(first, [0, signal('rage-click', 'other', 0.5, more)]), 0)).toBeCloseTo(0.8);
    expect(scoreAt(step(first, [0, signal('rage-click', 'pay', 0.5)]), 0)).toBeCloseTo(0.8);
    expect(
      scoreAt(step([0, signal('slow-click', 'pay', 0.3)], [0, signal('rage-click', 'pay', 0.5, more)]), 0),
    ).toBeCloseTo(0.8);
  });
  it('nor twice what it takes over from two others', () => {
    const both = { replaces: 'dead-click', alsoReplaces: 'slow-click' };
    const before = ['dead-click', 'slow-click', 'u-turn'].map(
      (name) => [0, signal(name, 'pay', 0.2)] as const,
    );
    expect(scoreAt(step(...before, [0, signal('rage-click', 'pay', 0.5, both)]), 0)).toBeCloseTo(0.7);
    expect(scoreAt(step(...before, [0, signal('rage-click', 'other', 0.3, both)]), 0)).toBeCloseTo(0.9);
  });
  it('forgets what no longer explains anything', () => {
    const struggle = step([0, signal('a', 'x', 0.64)]);
    addSignal(struggle, signal('b', 'x', 0.1), 6 * MINUTE);
    expect(struggle.parts.map(({ name }) => name)).toEqual(['a', 'b']);
    addSignal(struggle, signal('c', 'x', 0.1), 6 * MINUTE + 1);
    expect(struggle.parts.map(({ name }) => name)).toEqual(['b', 'c']);
  });
});

describe('its explanation', () => {
  it('has what is left of each, heaviest first, rounded to thousandths', () => {
    const struggle = step(
      [0, signal('a', 'x', 0.4)],
      [0, signal('b', 'y', 0.5555)],
      [0, signal('c', 'z', 0.0094)],
    );
    expect(explain(struggle, 0)).toEqual([
      { name: 'b', target: 'y', weight: 0.556 },
      { name: 'a', target: 'x', weight: 0.4 },
    ]);
    expect(explain(struggle, MINUTE)).toMatchObject([{ weight: 0.278 }, { weight: 0.2 }]);
    expect(explain(step([0, signal('a', 'x', 0.01)]), 0)).toHaveLength(1);
  });
});

describe('relief', () => {
  it('takes away what was about the field, and a fifth of the rest', () => {
    const struggle = step(
      [0, signal('a', 'zip', 0.5)],
      [0, signal('b', 'zip', 0.2)],
      [0, signal('c', 'name', 0.5)],
    );
    relieve(struggle, 'zip');
    expect(explain(struggle, 0)).toEqual([{ name: 'c', target: 'name', weight: 0.4 }]);
  });
});

describe('levels', () => {
  it('rise at once to where the score is, and are told when they change', () => {
    const struggle = step([0, signal('a', 'x', 0.7)]);
    expect(updateLevel(struggle, 0)).toBe('struggling');
    expect(updateLevel(struggle, 0)).toBeUndefined();
    addSignal(struggle, signal('b', 'x', 0.3), 0);
    expect(updateLevel(struggle, 0)).toBe('stuck');
    expect(updateLevel(struggle, 10 * MINUTE)).toBe('calm');
    expect(struggle.level).toBe('calm');
  });
  it('fall when the score has come down to their lower end', () => {
    const struggle = step([0, signal('a', 'x', 0.8)]);
    updateLevel(struggle, 0);
    expect(updateLevel(struggle, MINUTE - 1)).toBeUndefined();
    expect(updateLevel(struggle, MINUTE)).toBe('strained');
    // The way up is longer: 0.4 is above 0.35, but not yet 0.7.
    expect(updateLevel(struggle, MINUTE)).toBeUndefined();
    expect(updateLevel(struggle, 2 * MINUTE)).toBe('calm');
  });
  it('say when they will fall', () => {
    const struggle = step([0, signal('a', 'x', 0.8)]);
    expect(whenLevelFalls(struggle, 0)).toBeUndefined();
    updateLevel(struggle, 0);
    const at = whenLevelFalls(struggle, 0)!;
    expect(at).toBe(MINUTE + 1);
    expect(updateLevel(struggle, at)).toBe('strained');
    expect(whenLevelFalls(struggle, at)).toBeGreaterThan(2 * MINUTE - 2);
    expect(whenLevelFalls(struggle, at)).toBeLessThan(2 * MINUTE + 3);
  });
  it('say it of all that there is, even of more than the score can show', () => {
    const struggle = step([0, signal('a', 'x', 1.2)], [0, signal('b', 'x', 1.2)]);
    updateLevel(struggle, 0);
    expect(whenLevelFalls(struggle, 0)).toBe(2 * MINUTE + 1);
  });
  it('do not say it of what has fallen already', () => {
    const struggle = step([0, signal('a', 'x', 0.8)]);
    updateLevel(struggle, 0);
    expect(whenLevelFalls(struggle, MINUTE)).toBeUndefined();
  });
});
