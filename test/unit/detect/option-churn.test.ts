import { describe, expect, it } from 'vitest';
import type { FieldRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const churned = (me: Shopper) => me.signals().includes('option-churn');
type How = 'pointer' | 'key';
function change(
  me: Shopper,
  state: number,
  how: How = 'pointer',
  more: Partial<FieldRecord> = {},
  gap = 1_000,
): Shopper {
  if (how === 'pointer') me.press(`size${state}`, { role: 'radio', answer: 'control' });
  else me.feed({ type: 'key' });
  return me
    .feed({ type: 'field', what: 'change', field: 'size', form: 'form', kind: 'choice', state, ...more })
    .wait(gap);
}
const changes = (
  states: readonly number[],
  how: How = 'pointer',
  more: Partial<FieldRecord> = {},
  gap = 1_000,
) => states.reduce((me, state) => change(me, state, how, more, gap), shopper().view('/mug'));

describe('an option that is changed back and forth', () => {
  it('four times, with a return', () => {
    expect(churned(changes([1, 2, 1]))).toBe(false);
    expect(changes([1, 2, 3, 1]).signal('option-churn')).toMatchObject({
      target: 'size',
      count: 4,
      weight: 0.3,
      because: "'size' was changed 4 times in 3 s, 1 of them to a value it had before",
      evidence: { changes: 4, min: 4, returns: 1, minReturns: 1, spanMs: 3_000, withinMs: 120_000 },
    });
  });
  it('by key, with two returns', () => {
    expect(churned(changes([1, 2, 1, 2], 'key'))).toBe(true);
    expect(churned(changes([1, 2, 3, 2], 'key'))).toBe(false);
  });
  it('within two minutes', () => {
    expect(churned(changes([1, 2, 1, 2], 'pointer', {}, 40_000))).toBe(true);
    expect(churned(changes([1, 2, 1, 2], 'pointer', {}, 40_001))).toBe(false);
  });
  it('what changes up to 0.3 s after a key was changed by it', () => {
    const keyed = (ms: number) => {
      const me = shopper();
      for (const state of [1, 2, 3, 2])
        me.feed({ type: 'key' })
          .wait(ms)
          .feed({ type: 'field', what: 'change', field: 'size', form: 'form', kind: 'choice', state })
          .wait(900);
      return churned(me);
    };
    expect(keyed(300)).toBe(false);
    expect(keyed(301)).toBe(true);
  });
  it('is one incident in 10 s, whatever else is changed', () => {
    const two = (gap: number) => {
      const me = changes([1, 2, 1], 'pointer', {}, 0);
      for (const state of [1, 2, 1]) change(me, state, 'pointer', { field: 'colour' }, 0);
      change(change(me, 2, 'pointer', {}, gap), 2, 'pointer', { field: 'colour' });
      return me.signals().length;
    };
    expect(two(9_999)).toBe(1);
    expect(two(10_000)).toBe(2);
  });
  it('is one incident', () => {
    expect(changes([1, 2, 1, 2, 1, 2, 1, 2, 1]).signals()).toEqual(['option-churn']);
  });
});

describe('near misses', () => {
  it('every size is looked at once', () => expect(churned(changes([1, 2, 3, 4, 5, 6, 7]))).toBe(false));
  it('a number stepped in one direction, and one step too far', () => {
    expect(churned(changes([1, 2, 3, 4, 5, 6], 'pointer', { kind: 'text' }))).toBe(false);
    expect(churned(changes([1, 2, 3, 4, 3], 'pointer', { kind: 'text' }))).toBe(false);
    expect(churned(changes([1, 2, 1, 2], 'pointer', { kind: 'text' }))).toBe(true);
  });
  it('the same value again is no change', () => expect(churned(changes([1, 1, 2, 2, 1, 1]))).toBe(false));
  it('a text, of which no state is known', () => {
    const me = shopper();
    for (let i = 0; i < 8; i++)
      me.feed({ type: 'field', what: 'change', field: 'name', form: 'f', kind: 'text' });
    expect(churned(me)).toBe(false);
  });
  it('two groups', () => {
    const me = shopper();
    for (const state of [1, 2, 1]) change(change(me, state), state, 'pointer', { field: 'colour' });
    expect(churned(me)).toBe(false);
  });
  it('presses on two groups of one part of the page', () => {
    const me = shopper();
    // Red, small, red, large: told by the fields, one change each.
    for (const [field, state] of [
      ['colour', 1],
      ['size', 1],
      ['colour', 1],
      ['size', 2],
    ] as const)
      me.press(`${field}${state}`, { role: 'radio', state: 1, region: 'options' })
        .feed({ type: 'field', what: 'change', field, form: 'form', kind: 'choice', state })
        .wait(50)
        .effect()
        .wait(900);
    expect(churned(me)).toBe(false);
  });
  it('on another step', () => {
    const me = changes([1, 2, 1]).view('/bowl', 'route');
    expect(churned(change(me, 2))).toBe(false);
  });
});

it('remembers a bounded number of controls, whatever they are called', () => {
  const me = shopper();
  for (let i = 0; i < 300; i++) change(me, i, 'key', { field: `field-${i}` });
  expect(JSON.stringify(me.engine.state.detect.parts['option-churn']).length).toBeLessThan(4_000);
  for (const state of [1, 2, 1, 2]) change(me, state, 'key', { field: '__proto__', form: '' });
  expect(me.signals()).toEqual(['option-churn']);
});

describe('the edges of changing to and fro', () => {
  it('counts from the first second on, and says in what time', () => {
    expect(churned(changes([1, 2, 3, 1], 'pointer', {}, 200))).toBe(true);
    const late = [1, 2, 3, 1].reduce((me, state) => change(me, state), shopper().wait(60_000));
    expect(late.signal('option-churn')!.evidence['spanMs']).toBe(3_000);
  });
  it('remembers sixteen changes of a control at the most', () => {
    const me = shopper({ policy: { signals: { 'option-churn': { min: 99 } } } });
    for (let i = 0; i < 40; i++) change(me, i);
    const { controls } = me.engine.state.detect.parts['option-churn'] as {
      controls: Record<string, unknown[]>;
    };
    expect(Object.values(controls).map((list) => list.length)).toEqual([16]);
  });
});
