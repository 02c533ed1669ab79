import { describe, expect, it } from 'vitest';
import type { Wait } from '../../../src/config/types.js';
import type { JournalRecord } from '../../../src/core/records.js';
import {
  mayInterrupt,
  noteInterruption,
  PAUSE_MS,
  startInterruption,
  type Opening,
} from '../../../src/decide/interruption.js';

const WAIT: Wait[] = ['typing', 'composing', 'dialog', 'paying', 'dragging', 'media'];
const field = (what: string) => ({ type: 'field', what, field: 'f', form: 'f', kind: 'text' });
const view = (how: string) => ({ type: 'view', how, path: '/', steps: [] });
const hold = (what: string, on = true) => ({ type: 'hold', what, on });
const page = (visible: boolean, focused = visible) => ({ type: 'page', visible, focused });
const key = { type: 'key' };
const press = { type: 'press' };
const request = (start: number) => ({ type: 'request', start, status: 200, own: true });
const refusal = { type: 'field-error', field: 'f', form: 'f', source: 'aria' };

/** May help come at `at`, after these records? Times count from an hour after the start. */
const HOUR = 3_600_000;
function may(
  records: readonly (readonly [at: number, record: object])[],
  at: number,
  timing: 'pause' | 'boundary' | 'now' = 'pause',
  wait: readonly Wait[] = WAIT,
): Opening {
  const state = startInterruption();
  for (const [when, record] of records)
    noteInterruption(state, {
      ...record,
      ...('start' in record && { start: HOUR + (record.start as number) }),
      at: HOUR + when,
    } as JournalRecord);
  const opening = mayInterrupt(state, timing, wait, HOUR + at);
  return { ...opening, ...(opening.at !== undefined && { at: opening.at - HOUR }) };
}

describe('a pause', () => {
  it('is 1.2 s without a key, and the grain of keys', () => {
    expect(PAUSE_MS).toBe(1_300);
    expect(may([[0, key]], 1_299)).toEqual({ open: false, because: 'typing', at: 1_300, ago: 1_299 });
    expect(may([[0, key]], 1_300)).toEqual({ open: true, because: 'pause' });
  });
  it('is as long after a press', () => {
    expect(may([[0, press]], 1_299)).toEqual({ open: false, because: 'acting', at: 1_300, ago: 1_299 });
    expect(may([[0, press]], 1_300)).toEqual({ open: true, because: 'pause' });
  });
  it('does not count what comes into a field in any other way than by typing', () => {
    expect(may([[0, field('input')]], 100).because).toBe('typing');
    expect(may([[0, field('focus')]], 100).because).toBe('pause');
    expect(may([[0, field('change')]], 100).because).toBe('pause');
  });
});

describe('at: now', () => {
  it('waits for typing alone', () => {
    expect(may([[0, press]], 10, 'now')).toEqual({ open: true, because: 'now' });
    expect(may([[0, key]], 1_299, 'now')).toMatchObject({ open: false, because: 'typing' });
    expect(may([[0, key]], 1_300, 'now')).toEqual({ open: true, because: 'now' });
  });
  it('and not for that where the policy says so', () => {
    expect(may([[0, key]], 10, 'now', [])).toEqual({ open: true, because: 'now' });
    expect(may([[0, key]], 10, 'pause', [])).toEqual({ open: true, because: 'pause' });
  });
});

describe('a boundary', () => {
  const left = [[0, field('leave')]] as const;
  it('lasts for two seconds', () => {
    expect(may(left, 2_000, 'boundary')).toEqual({ open: true, because: 'boundary' });
    expect(may(left, 2_001, 'boundary')).toEqual({ open: false, because: 'no boundary yet' });
  });
  it('comes 0.3 s after the last key', () => {
    for (const keyAt of [60, 100]) {
      const typing = [
        [keyAt, key],
        [100, field('leave')],
      ] as const;
      const opens = keyAt + 300;
      for (const at of ['boundary', 'pause', 'now'] as const) {
        expect(may(typing, opens - 1, at)).toEqual({ open: false, because: 'typing', at: opens, ago: 299 });
        expect(may(typing, opens, at)).toEqual({ open: true, because: 'boundary' });
      }
    }
  });
  it('waits for a pause where the customer types on', () => {
    const typing = [...left, [100, key]] as const;
    for (const at of ['boundary', 'pause', 'now'] as const) {
      expect(may(typing, 1_399, at)).toEqual({ open: false, because: 'typing', at: 1_400, ago: 1_299 });
      expect(may(typing, 1_400, at)).toEqual({ open: true, because: 'boundary' });
    }
  });
  it('that is an answer begins with its press, give or take the grain of keys', () => {
    const answered = (keyAt: number) =>
      [
        [0, press],
        [keyAt, key],
        [800, request(100)],
      ] as const;
    for (const at of ['boundary', 'pause', 'now'] as const) {
      expect(may(answered(100), 800, at)).toEqual({ open: true, because: 'boundary' });
      expect(may(answered(600), 1_899, at)).toMatchObject({ because: 'typing', at: 1_900 });
      expect(may(answered(600), 1_900, at)).toEqual({ open: true, because: 'boundary' });
      expect(may(answered(600), 800, at, [])).toEqual({ open: true, because: 'boundary' });
    }
  });
  it('of long ago is none: the pause counts', () => {
    for (const at of [2_000, 2_001])
      expect(may([...left, [1_900, key]], at)).toMatchObject({ because: 'typing', at: 3_200 });
    expect(may([...left, [1_900, key]], 2_000, 'boundary')).toMatchObject({ because: 'no boundary yet' });
    expect(may([...left, [1_900, key]], 3_200)).toMatchObject({ because: 'pause' });
    expect(may([...left, [1_900, key]], 3_200, 'boundary')).toMatchObject({ because: 'no boundary yet' });
  });
  it('is another page, however it came, but not what the page changes in itself', () => {
    for (const how of ['load', 'route', 'restore'])
      expect([how, may([[0, view(how)]], 10, 'boundary').open]).toEqual([how, true]);
    expect(may([[0, view('dom')]], 10, 'boundary').open).toBe(false);
  });
  it('is an answer to a press: a request that began up to half a second after it', () => {
    expect(
      may(
        [
          [0, press],
          [5_000, request(500)],
        ],
        5_000,
        'boundary',
      ).open,
    ).toBe(true);
    expect(
      may(
        [
          [0, press],
          [5_000, request(501)],
        ],
        5_000,
        'boundary',
      ).open,
    ).toBe(false);
  });
  it('is coming back to the tab and to the window', () => {
    expect(may([[0, page(true)]], 10, 'boundary').open).toBe(true);
    expect(may([[0, page(true, false)]], 10, 'boundary')).toMatchObject({ because: 'no boundary yet' });
    expect(may([[0, page(false, true)]], 10, 'boundary')).toEqual({ open: false, because: 'another tab' });
  });
  it('is the end of a dialog, and of nothing else that holds', () => {
    expect(
      may(
        [
          [0, hold('dialog')],
          [9, hold('dialog', false)],
        ],
        10,
        'boundary',
      ).open,
    ).toBe(true);
    for (const what of ['pointer', 'composition', 'submit', 'media'])
      expect([
        what,
        may(
          [
            [0, hold(what)],
            [9, hold(what, false)],
          ],
          10,
          'boundary',
        ).open,
      ]).toEqual([what, false]);
  });
});

describe('what is under way', () => {
  it.each<[string, Wait]>([
    ['pointer', 'dragging'],
    ['composition', 'composing'],
    ['dialog', 'dialog'],
    ['media', 'media'],
  ])('%s holds help back while it lasts, where %s is waited for', (what, wait) => {
    const held = [[0, hold(what)]] as const;
    expect(may(held, 60_000, 'now')).toEqual({ open: false, because: wait, ago: 60_000 });
    expect(
      may(
        held,
        60_000,
        'now',
        WAIT.filter((word) => word !== wait),
      ).open,
    ).toBe(true);
    expect(may([...held, [50, hold(what, false)]], 60_000, 'now').open).toBe(true);
  });
  it('a submit, for ten seconds at most', () => {
    expect(may([[0, hold('submit')]], 9_999, 'now')).toEqual({
      open: false,
      because: 'paying',
      at: 10_000,
      ago: 9_999,
    });
    expect(may([[0, hold('submit')]], 10_000, 'now').open).toBe(true);
    expect(may([[0, hold('submit')]], 10, 'now', ['typing']).open).toBe(true);
  });
  it('a submit is over when it was answered: by a request, a refusal, another page', () => {
    const sent = [
      [0, press],
      [10, hold('submit')],
    ] as const;
    expect(may([...sent, [900, request(20)]], 900, 'now').open).toBe(true);
    expect(may([...sent, [900, refusal]], 900, 'now').open).toBe(true);
    expect(may([...sent, [900, view('load')]], 900, 'now').open).toBe(true);
    expect(may([...sent, [900, view('route')]], 900, 'now').open).toBe(false);
    expect(may([...sent, [900, request(600)]], 900, 'now').open).toBe(false);
  });
  it('a form that was refused at once is not under way: its submit is told a little later', () => {
    expect(
      may(
        [
          [0, refusal],
          [499, hold('submit')],
        ],
        600,
        'now',
      ).open,
    ).toBe(true);
    expect(
      may(
        [
          [0, refusal],
          [500, hold('submit')],
        ],
        600,
        'now',
      ).open,
    ).toBe(false);
    // A dialog that says so is.
    expect(
      may(
        [
          [0, refusal],
          [100, hold('dialog')],
        ],
        600,
        'now',
      ).open,
    ).toBe(false);
  });
  it('holds nothing back that nobody began', () =>
    expect(may([], 10)).toEqual({ open: true, because: 'pause' }));
});
