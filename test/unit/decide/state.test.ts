import { describe, expect, it } from 'vitest';
import type { Display } from '../../../src/decide/limits.js';
import { mergeVisitors, startVisitor, type Visitor } from '../../../src/decide/state.js';

const display = (wall: number, trigger = 't'): Display => ({
  trigger,
  rank: 2,
  at: wall,
  wall,
  stay: 0,
  journey: '',
  step: '/',
  session: 's',
});
const visitor = (more: Partial<Visitor>): Visitor => ({ ...startVisitor(), ...more });
const merged = (now: Partial<Visitor>, before: Partial<Visitor>) =>
  mergeVisitors(visitor(now), visitor(before));

describe('what two tabs know of a visitor, put together', () => {
  it('each display once, what was stored before what is new', () => {
    const { displays } = merged(
      { displays: [display(2), display(3)] },
      { displays: [display(1), display(2), display(2, 'other')] },
    );
    expect(displays).toEqual([display(1), display(2, 'other'), display(2), display(3)]);
  });
  it('the last 200 displays', () => {
    const many = Array.from({ length: 201 }, (_, i) => display(i));
    expect(merged({ displays: [display(500)] }, { displays: many }).displays.map(({ wall }) => wall)).toEqual(
      [...many.slice(2).map(({ wall }) => wall), 500],
    );
  });
  it('the longer snooze, and the higher rung, of those that either has', () => {
    const { snooze } = merged(
      { snooze: { a: { n: 1, until: 50 }, b: { n: 3, until: 10 }, mine: { n: 1, until: 1 } } },
      { snooze: { a: { n: 2, until: 20 }, b: { n: 1, until: 30 }, theirs: { n: 4, until: 4 } } },
    );
    expect(snooze).toEqual({
      a: { n: 2, until: 50 },
      b: { n: 3, until: 30 },
      mine: { n: 1, until: 1 },
      theirs: { n: 4, until: 4 },
    });
  });
  it('the later end of being muted', () => {
    expect(merged({ mutedUntil: 5 }, { mutedUntil: 9 }).mutedUntil).toBe(9);
    expect(merged({ mutedUntil: 9 }, { mutedUntil: 5 }).mutedUntil).toBe(9);
  });
  it('what was said last of being muted, and be it that help is wanted again', () => {
    const off = { mutedUntil: 9, mutedAt: 1 };
    const on = { mutedUntil: 2, mutedAt: 2 };
    for (const [now, before] of [
      [off, on],
      [on, off],
    ] as const)
      expect(merged(now, before)).toMatchObject(on);
    expect(merged({ mutedUntil: 0 }, off)).toMatchObject(off);
  });
  it('times of signals: each once, in order, the last 20', () => {
    expect(merged({ kept: { s: [5, 100] } }, { kept: { s: [9, 5], other: [1] } }).kept).toEqual({
      s: [5, 9, 100],
      other: [1],
    });
    const times = (from: number, n: number) => Array.from({ length: n }, (_, i) => from + i);
    expect(merged({ kept: { s: times(100, 20) } }, { kept: { s: times(0, 5) } }).kept).toEqual({
      s: times(100, 20),
    });
    expect(merged({ kept: { s: times(100, 18) } }, { kept: { s: times(0, 5) } }).kept).toEqual({
      s: [3, 4, ...times(100, 18)],
    });
  });
  it('names that every object has are names like others', () => {
    const { kept, snooze } = merged(
      { kept: { toString: [1] }, snooze: { constructor: { n: 1, until: 1 } } },
      {},
    );
    expect(kept['toString']).toEqual([1]);
    expect(snooze['constructor']).toEqual({ n: 1, until: 1 });
  });
  it('the same again changes nothing', () => {
    const one = visitor({
      displays: [display(1)],
      snooze: { a: { n: 1, until: 5 } },
      mutedUntil: 3,
      kept: { s: [1] },
      counts: {},
    });
    expect(mergeVisitors(one, structuredClone(one))).toEqual(one);
  });
});
