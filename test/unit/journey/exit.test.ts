import { describe, expect, it } from 'vitest';
import * as registry from '../../../src/detect/registry.js';
import {
  EXIT_HALF_LIFE_MS,
  exitAt,
  LEAVING,
  noteLeaving,
  startExit,
  whenExitFalls,
} from '../../../src/journey/exit.js';

describe('signs of leaving', () => {
  it('are signals that there are', () => {
    const names = Object.values(registry).map(({ name }) => name as string);
    expect(Object.keys(LEAVING).filter((name) => !names.includes(name))).toEqual([]);
  });
  it('add up to 1 at most, and halve with every half-life of active time', () => {
    const exit = startExit();
    expect(noteLeaving(exit, 'exit-intent', 1_000)).toBe(true);
    expect(exitAt(exit, 1_000)).toBe(0.7);
    expect(exitAt(exit, 1_000 + EXIT_HALF_LIFE_MS)).toBe(0.35);
    noteLeaving(exit, 'phone-seeking', 1_000 + EXIT_HALF_LIFE_MS);
    expect(exitAt(exit, 1_000 + EXIT_HALF_LIFE_MS)).toBeCloseTo(0.95, 9);
    noteLeaving(exit, 'phone-seeking', 1_000 + EXIT_HALF_LIFE_MS);
    expect(exitAt(exit, 1_000 + EXIT_HALF_LIFE_MS)).toBe(1);
  });
  it.each(['rage-click', 'dead-click', 'toString', '__proto__', ''])('are not %s', (name) => {
    const exit = startExit();
    expect(noteLeaving(exit, name, 0)).toBe(false);
    expect(exitAt(exit, 0)).toBe(0);
  });
  it('fall to a limit at the time that is foretold', () => {
    const exit = startExit();
    noteLeaving(exit, 'exit-intent', 500);
    const at = whenExitFalls(exit, 0.5)!;
    expect(exitAt(exit, at - 2)).toBeGreaterThan(0.5);
    expect(exitAt(exit, at + 1)).toBeLessThanOrEqual(0.5);
    expect(whenExitFalls(exit, 0.7)).toBeUndefined();
    expect(whenExitFalls(exit, 0)).toBeUndefined();
    expect(whenExitFalls(startExit(), 0.5)).toBeUndefined();
  });
});
