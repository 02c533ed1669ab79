import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../src/config/types.js';
import { mergeVisitors, startVisitor, type Visitor } from '../../../src/decide/state.js';
import type { Shopper } from '../../support/shopper.js';
import { offered, shop } from '../../support/triggers.js';

const shown = (me: Shopper) => offered(me).length > 0;
const on = (when: Condition, visitor?: Visitor, session = 's1') =>
  shop([{ when }], {}, { session, ...(visitor && { visitor }) });
const kept = (me: Shopper): Visitor => JSON.parse(JSON.stringify(me.engine.state.decide.visitor)) as Visitor;
const merged = (me: Shopper, visitor: Visitor) => me.feed({ type: 'visitor', visitor });

describe('event, per visitor', () => {
  const twice: Condition = { event: 'go', min: 2, per: 'visitor' };
  it('counts over sessions', () => {
    const first = on(twice).emit('go');
    expect(shown(first)).toBe(false);
    expect(shown(on(twice, kept(first), 's2').emit('go'))).toBe(true);
    expect(shown(on({ ...twice, per: 'session' }, kept(first), 's2').emit('go'))).toBe(false);
  });
  it('over steps, journeys and reloads as well', () => {
    const me = on(twice).view('/cart').emit('go').emit('order-placed').view('/label');
    expect(shown(me.emit('go'))).toBe(true);
  });
  it('within a window of days by the wall clock, its end included', () => {
    const when: Condition = { ...twice, within: '2d' };
    const first = on(when).emit('go');
    const later = (ms: number) =>
      on(when, kept(first), 's2').feed({ type: 'wall', wall: Date.UTC(2026, 10, 25, 9) + ms });
    expect(shown(later(0).emit('go'))).toBe(true);
    expect(shown(later(1).emit('go'))).toBe(false);
  });
  it('the end of the window lets in what was kept back by it', () => {
    const when: Condition = {
      all: [{ facts: { tier: 'gold' } }, { not: { ...twice, min: 1, within: '1h' } }],
    };
    const me = on(when).emit('go').facts({ tier: 'gold' }).wait(3_600_000);
    expect(shown(me)).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
  });
  it('a clock that was set back makes nothing uncounted, and nothing counted for ever', () => {
    const when: Condition = { ...twice, within: '1h' };
    const first = on(when).emit('go');
    const at = (wall: number) => on(when, kept(first), 's2').feed({ type: 'wall', wall });
    expect(shown(at(Date.UTC(2026, 10, 23, 8, 30)).emit('go'))).toBe(true);
    expect(shown(at(Date.UTC(2026, 10, 20)).emit('go'))).toBe(false);
  });
  it('distinct values are told apart, and not kept as such', () => {
    const when: Condition = { ...twice, distinct: 'code' };
    const first = on(when).emit('go', { code: 'VOUCHER-1' });
    expect(JSON.stringify(kept(first))).not.toContain('VOUCHER');
    expect(shown(on(when, kept(first), 's2').emit('go', { code: 'VOUCHER-1' }))).toBe(false);
    expect(shown(on(when, kept(first), 's2').emit('go', { code: 'VOUCHER-2' }))).toBe(true);
  });
  it('what another tab has counted counts here', () => {
    const other = on(twice).emit('go');
    const me = merged(on(twice), kept(other));
    expect(shown(me.emit('go'))).toBe(true);
  });
  it('another event in the same place of the config begins anew', () => {
    const first = on(twice).emit('go');
    expect(shown(on({ ...twice, event: 'stop' }, kept(first), 's2').emit('stop'))).toBe(false);
  });
  it('looking changes nothing', () => {
    const me = on(twice);
    me.engine.why();
    expect(me.engine.state.decide.visitor).toEqual(startVisitor());
  });
});

describe('merging counts', () => {
  const visitor = (counts: Visitor['counts']): Visitor => ({ ...startVisitor(), ...(counts && { counts }) });
  it('knows what either knows, in order, and the same again changes nothing', () => {
    const one = visitor({ a: { t: [1, 3, 3] }, b: { d: [['x', 5]] } });
    const two = visitor({
      a: { t: [2, 3] },
      b: {
        d: [
          ['x', 7],
          ['y', 6],
        ],
      },
      c: { t: [9] },
    });
    const both = mergeVisitors(one, two);
    expect(both.counts).toEqual({
      a: { t: [1, 2, 3, 3] },
      b: {
        d: [
          ['y', 6],
          ['x', 7],
        ],
      },
      c: { t: [9] },
    });
    expect(mergeVisitors(both, one).counts).toEqual(both.counts);
    expect(mergeVisitors(both, both).counts).toEqual(both.counts);
  });
  it('takes a visitor of an older build', () => {
    expect(mergeVisitors(visitor(undefined), visitor({ a: { t: [1] } })).counts).toEqual({ a: { t: [1] } });
    expect(mergeVisitors(visitor({ a: { t: [1] } }), visitor(undefined)).counts).toEqual({ a: { t: [1] } });
  });
  it('keeps a hundred counts of a hundred each, the newest', () => {
    const many = (from: number) =>
      visitor(Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`k${from + i}`, { t: [from + i] }])));
    const counts = mergeVisitors(many(0), many(1_000)).counts!;
    expect(Object.keys(counts)).toHaveLength(100);
    expect(counts['k1079']).toBeDefined();
    expect(counts['k59']).toBeUndefined();
    expect(counts['k60']).toBeDefined();
    const numbers = (from: number) => Array.from({ length: 90 }, (_, i) => from + i);
    const last = [...numbers(0).slice(-10), ...numbers(1_000)];
    const long = (from: number) => visitor({ a: { t: numbers(from) } });
    expect(mergeVisitors(long(1_000), long(0)).counts).toEqual({ a: { t: last } });
    const values = (from: number) =>
      visitor({ a: { d: numbers(from).map((n): [string, number] => [`v${n}`, n]) } });
    expect(mergeVisitors(values(1_000), values(0)).counts!['a']!.d!.map(([, at]) => at)).toEqual(last);
  });
  it('a count is as new as the last thing that was added to it, time or value', () => {
    const old = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, { t: [10 + i] }]));
    const survives = (cell: NonNullable<Visitor['counts']>[string]) =>
      'new' in mergeVisitors(visitor({ new: cell }), visitor(old)).counts!;
    expect(survives({ t: [1, 11] })).toBe(true);
    expect(survives({ d: [['x', 11]] })).toBe(true);
    expect(
      survives({
        d: [
          ['x', 11],
          ['y', 1],
        ],
      }),
    ).toBe(true);
    expect(survives({ t: [1, 9] })).toBe(false);
    expect(survives({ d: [['x', 9]] })).toBe(false);
    expect(survives({})).toBe(false);
  });
});

it('a thousand triggers keep a hundred counts', () => {
  const me = shop(
    Array.from({ length: 300 }, (_, i) => ({ when: { event: `e${i}`, min: 2, per: 'visitor' } })),
  );
  for (let i = 0; i < 300; i++) me.wait(10).emit(`e${i}`);
  expect(Object.keys(kept(me).counts!).length).toBeLessThanOrEqual(101);
  expect(shown(me.emit('e299'))).toBe(true);
});
