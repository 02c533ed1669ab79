import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '../../../src/core/records.js';
import {
  BACK_MS,
  effortAt,
  forgetBacks,
  noteArrival,
  noteTry,
  RETRY_MS,
  startEffort,
  USUAL_STEP_MS,
  whenEffortPasses,
  type Arrival,
  type Effort,
} from '../../../src/journey/effort.js';

const arrival: Arrival = {
  stay: 1,
  step: 'payment',
  journey: 'checkout',
  back: false,
  expectedMs: 40_000,
  pace: undefined,
};
const on = (more: Partial<Arrival> = {}, active = 0): Effort => {
  const effort = startEffort();
  noteArrival(effort, { ...arrival, ...more }, active);
  return effort;
};
const field = (what: 'focus' | 'input' | 'change' | 'leave' | 'refuse', at: number, name = 'zip') =>
  ({ type: 'field', what, at, field: name, form: 'f', kind: 'text' }) as JournalRecord;
const submit = (at: number, more: object = {}) =>
  ({ type: 'submit', form: 'f', at, ...more }) as JournalRecord;
const press = (at: number, more: object = {}) =>
  ({ type: 'press', target: 'pay', commit: true, at, ...more }) as unknown as JournalRecord;
const retries = (...records: JournalRecord[]) => {
  const effort = on();
  for (const record of records) {
    const before = effort.retries;
    expect([record, noteTry(effort, record)]).toEqual([record, effort.retries > before]);
  }
  return effort.retries;
};

describe('time', () => {
  it('is half at the usual, two thirds at twice, three quarters at three times', () => {
    const effort = on({}, 5_000);
    expect(effortAt(effort, 5_000)).toBe(0);
    expect(effortAt(effort, 45_000)).toBe(0.5);
    expect(effortAt(effort, 85_000)).toBeCloseTo(2 / 3, 9);
    expect(effortAt(effort, 125_000)).toBe(0.75);
  });
  it('is compared with a minute where nothing is said, and with the pace of this customer', () => {
    expect(effortAt(on({ expectedMs: undefined }), USUAL_STEP_MS)).toBe(0.5);
    expect(effortAt(on({ pace: 2 }), 80_000)).toBe(0.5);
  });
  it('passes a limit at the time that is foretold', () => {
    for (const limit of [0, 0.1, 0.5, 0.6, 0.75, 0.99]) {
      const effort = on({}, 3_000);
      const at = whenEffortPasses(effort, limit)!;
      expect([limit, effortAt(effort, at + 1) > limit]).toEqual([limit, true]);
      expect([limit, effortAt(effort, at - 2) > limit]).toEqual([limit, false]);
    }
    expect(whenEffortPasses(on(), 1)).toBeUndefined();
  });
});

describe('a retry', () => {
  it('costs, and brings the limit nearer', () => {
    const effort = on();
    noteTry(effort, submit(0));
    noteTry(effort, submit(5_000));
    expect(effortAt(effort, 40_000 - RETRY_MS)).toBe(0.5);
    expect(whenEffortPasses(effort, 0.5)).toBe(40_000 - RETRY_MS + 1);
  });
  it('is the form sent again', () => {
    expect(retries(submit(0))).toBe(0);
    expect(retries(submit(0), submit(1_000), submit(2_500))).toBe(2);
    expect(retries(submit(0), submit(5_000, { form: 'other' }))).toBe(0);
  });
  it('is no search', () =>
    expect(retries(submit(0, { search: true }), submit(9_000, { search: true }))).toBe(0));
  it('is no double click, at whatever time', () => {
    expect(retries(submit(0), submit(999))).toBe(0);
    expect(retries(submit(60_000), submit(60_999))).toBe(0);
  });
  it('is the button of the step pressed again; the form that it sends is the same try', () => {
    expect(retries(press(0), submit(20), press(6_000), submit(6_020))).toBe(1);
    expect(retries(press(0), submit(1_000), press(6_000), submit(7_000))).toBe(2);
    expect(retries(press(0), press(6_000))).toBe(1);
    expect(retries(press(0), press(6_000, { target: 'pay-later' }))).toBe(0);
    expect(retries(press(0), press(6_000, { commit: undefined }))).toBe(0);
    expect(retries(press(0), press(6_000, { disabled: true }))).toBe(0);
    expect(retries(press(0), press(6_000, { gesture: 'tap' }))).toBe(0);
  });
  it('is a field changed on another visit to it, not with every key', () => {
    expect(
      retries(field('focus', 0), field('input', 100), field('input', 3_000), field('change', 4_000)),
    ).toBe(0);
    const once = [field('focus', 0), field('input', 100), field('leave', 2_000)];
    expect(retries(...once, field('focus', 5_000), field('leave', 6_000))).toBe(0);
    expect(retries(...once, field('focus', 5_000), field('input', 6_000))).toBe(1);
    expect(retries(...once, field('focus', 5_000), field('refuse', 6_000))).toBe(0);
    expect(retries(...once, field('input', 6_000, 'street'))).toBe(0);
  });
  it('is a choice made again', () => {
    const chosen = [field('focus', 0), field('change', 1_000), field('leave', 2_000)];
    expect(retries(...chosen)).toBe(0);
    expect(retries(...chosen, field('focus', 5_000), field('change', 6_000))).toBe(1);
  });
  it('is a field filled in again, where only its focus was seen, or only that it was left', () => {
    expect(
      retries(field('focus', 0), field('input', 100), field('focus', 5_000), field('input', 6_000)),
    ).toBe(1);
    expect(retries(field('input', 100), field('leave', 2_000), field('input', 6_000))).toBe(1);
  });
  it('is remembered of a hundred things, whatever they are called', () => {
    const effort = on();
    for (let i = 0; i < 500; i++) noteTry(effort, submit(i * 5_000, { form: i % 2 ? `f${i}` : '__proto__' }));
    expect(Object.keys(effort.tries).length).toBe(100);
    expect(JSON.parse(JSON.stringify(effort))).toEqual(effort);
    expect(effort.retries).toBe(249);
    expect(noteTry(effort, submit(9_000_000, { form: 'one more' }))).toBe(false);
    expect(noteTry(effort, submit(9_005_000, { form: 'one more' }))).toBe(false);
  });
});

describe('a way back', () => {
  it('costs the step that was done already, more with every time', () => {
    const effort = on();
    noteArrival(effort, { ...arrival, step: 'address', back: true }, 0);
    expect(effortAt(effort, 40_000 - BACK_MS)).toBe(0.5);
    noteArrival(effort, arrival, 0);
    expect(effortAt(effort, 40_000)).toBe(0.5);
    noteArrival(effort, { ...arrival, step: 'address', back: true }, 0);
    expect(effortAt(effort, 40_000 - 2 * BACK_MS)).toBe(0.5);
  });
  it('is forgotten with the journey', () => {
    const effort = on();
    noteArrival(effort, { ...arrival, step: 'address', back: true }, 0);
    forgetBacks(effort, 'check');
    expect(effort.backs).toEqual({ 'checkout/address': 1 });
    forgetBacks(effort, 'checkout');
    expect(effort.backs).toEqual({});
  });
});
