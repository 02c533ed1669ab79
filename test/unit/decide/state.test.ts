import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Display } from '../../../src/decide/limits.js';
import { mergeVisitors, settleVisitor, startVisitor, type Visitor } from '../../../src/decide/state.js';

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
  it('displays in the order in which they were seen, whoever has seen them', () => {
    const { displays } = merged(
      { displays: [display(2), display(9)] },
      { displays: [display(1), display(5)] },
    );
    expect(displays.map(({ wall }) => wall)).toEqual([1, 2, 5, 9]);
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
  it('of being muted at the same time, the later end', () => {
    expect(merged({ mutedUntil: 5 }, { mutedUntil: 9 }).mutedUntil).toBe(9);
    expect(merged({ mutedUntil: 9 }, { mutedUntil: 5 }).mutedUntil).toBe(9);
    expect('mutedAt' in merged({}, {})).toBe(false);
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

describe('what is known of a visitor, to a clock that says another time', () => {
  const HOUR = 3_600_000;
  const now = 10 * HOUR;
  const settled = (more: Partial<Visitor>) => settleVisitor(visitor(more), now);
  it('stays as it is, where all of it is of before', () => {
    const known = visitor({
      displays: [display(now - 1), display(now)],
      snooze: { a: { n: 1, at: now - HOUR, until: now + HOUR }, b: { n: 2, until: now + 5 } },
      mutedUntil: now + HOUR,
      mutedAt: now,
      kept: { s: [1, now] },
      counts: { a: { t: [now + HOUR] } },
    });
    expect(settleVisitor(known, now)).toStrictEqual(known);
    expect(settleVisitor(startVisitor(), now)).toStrictEqual(startVisitor());
  });
  it('counts as of now, where it is of later', () => {
    expect(settled({ displays: [display(now - 1), display(now + HOUR)] }).displays).toEqual([
      display(now - 1),
      { ...display(now + HOUR), wall: now },
    ]);
    expect(settled({ kept: { s: [now - 1, now + 1], other: [now + HOUR] } }).kept).toEqual({
      s: [now - 1, now],
      other: [now],
    });
  });
  it('lasts for as long as it was meant to', () => {
    expect(settled({ snooze: { a: { n: 3, at: now + HOUR, until: now + 3 * HOUR } } }).snooze).toEqual({
      a: { n: 3, at: now, until: now + 2 * HOUR },
    });
    expect(settled({ mutedAt: now + 7 * HOUR, mutedUntil: now + 9 * HOUR })).toMatchObject({
      mutedAt: now,
      mutedUntil: now + 2 * HOUR,
    });
  });
  it('is then what it is: the same clock finds nothing more to change', () => {
    const time = fc.nat(1_000);
    const known = fc.record({
      walls: fc.array(time, { maxLength: 3 }),
      snoozed: time,
      muted: time,
      away: time,
      times: fc.array(time, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(known, time, ({ walls, snoozed, muted, away, times }, wall) => {
        const once = settleVisitor(
          visitor({
            displays: walls.map((one) => display(one)),
            snooze: { a: { n: 1, at: snoozed, until: snoozed + away } },
            mutedAt: muted,
            mutedUntil: muted + away,
            kept: { s: times },
          }),
          wall,
        );
        expect(settleVisitor(once, wall)).toEqual(once);
        const { snooze, mutedAt, mutedUntil, displays, kept } = once;
        expect([snooze['a']!.until - snooze['a']!.at!, mutedUntil - mutedAt!]).toEqual([away, away]);
        const all = [...displays.map((one) => one.wall), ...kept['s']!, snooze['a']!.at!, mutedAt!];
        for (const one of all) expect(one).toBeLessThanOrEqual(wall);
      }),
    );
  });
});
