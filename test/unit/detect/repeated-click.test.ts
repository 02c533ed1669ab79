import { describe, expect, it } from 'vitest';
import type { By, PressRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

/** Presses of one control in these states, each answered at once, `gap` apart. */
function through(states: (number | undefined)[], gap: number, more: Partial<PressRecord> = {}): Shopper {
  const me = shopper();
  for (const state of states) {
    const known = state === undefined ? {} : { state };
    me.press('gift-wrap', { ...known, ...more })
      .wait(20)
      .effect('control')
      .wait(gap - 20);
  }
  return me;
}
const repeated = (me: Shopper) => me.signals().includes('repeated-click');

describe('to and fro, and to and fro again, each time answered', () => {
  it('is told, with the numbers that were compared', () => {
    const me = through([0, 1, 0, 1, 0], 500);
    expect(me.signal('repeated-click')).toMatchObject({
      target: 'gift-wrap',
      count: 5,
      weight: 0.1,
      because: "5 presses on 'gift-wrap' in 2 s, all answered, led back to the start 2 times",
      evidence: { by: 'mouse', spanMs: 2_000, withinMs: 2_000, min: 5, returns: 2 },
    });
    expect(me.signals()).toEqual(['repeated-click']);
  });
  it('may take three states', () => expect(repeated(through([0, 1, 2, 0, 1, 2, 0], 300))).toBe(true));
  it('is told where the page answers between pointer-down and click', () =>
    expect(repeated(through([0, 1, 0, 1, 0], 400, { answer: 'control' }))).toBe(true));
  it.each<[By, number]>([
    ['mouse', 5],
    ['pen', 5],
    ['touch', 6],
    ['key', 6],
    ['assist', 6],
  ])('%s needs %d presses', (by, min) => {
    const states = [0, 1, 0, 1, 0, 1];
    expect(repeated(through(states.slice(0, min - 1), 300, { by }))).toBe(false);
    expect(repeated(through(states.slice(0, min), 300, { by }))).toBe(true);
  });
  it('keys have twice the time', () => {
    expect(repeated(through([0, 1, 0, 1, 0, 1], 800, { by: 'key' }))).toBe(true);
    expect(repeated(through([0, 1, 0, 1, 0, 1], 801, { by: 'key' }))).toBe(false);
  });
  it('is one incident', () => {
    const me = through([0, 1, 0, 1, 0, 1, 0, 1, 0, 1], 300);
    expect(me.signals()).toEqual(['repeated-click']);
  });
});

describe('near misses', () => {
  it('a stepper in one direction', () =>
    expect(repeated(through([0, 1, 2, 3, 4, 5, 6, 7], 150))).toBe(false));
  it('a carousel, which has no state of its own', () =>
    expect(repeated(through(Array<undefined>(9).fill(undefined), 150))).toBe(false));
  it('a page button that stays as it is', () =>
    expect(repeated(through(Array<number>(9).fill(0), 150))).toBe(false));
  it('once back only', () => expect(repeated(through([0, 1, 0, 2, 3, 4], 200))).toBe(false));
  it('four presses', () => expect(repeated(through([0, 1, 0, 1], 200))).toBe(false));
  it('five in more than 2 s', () => expect(repeated(through([0, 1, 0, 1, 0], 501))).toBe(false));
  it('without an answer it is another matter', () => {
    const me = shopper();
    for (const state of [0, 1, 0, 1, 0]) me.press('gift-wrap', { state }).wait(300);
    expect(repeated(me.wait(3_000))).toBe(false);
  });
  it('two controls in turn', () => {
    const me = shopper();
    for (const state of [0, 1, 0, 1, 0])
      me.press('plus', { state, answer: 'control' })
        .press('minus', { state: state + 1, answer: 'control' })
        .wait(300);
    expect(me.signal('repeated-click')?.count).toBe(5);
    const onward = shopper();
    for (const [i, target] of ['plus', 'minus', 'plus', 'minus', 'plus'].entries())
      onward.press(target, { state: i % 2, answer: 'control' }).wait(300);
    expect(repeated(onward)).toBe(false);
  });
});

describe('answers that come late', () => {
  const STATES = [0, 1, 0, 1, 0];
  const unanswered = (gap: number) => {
    const me = shopper();
    for (const state of STATES) me.press('gift-wrap', { state }).wait(gap);
    return me;
  };
  it('one answer to all five is enough, in 2 s and not in more', () => {
    expect(repeated(unanswered(500).effect())).toBe(true);
    expect(repeated(unanswered(501).effect())).toBe(false);
  });
  it('also after something else was pressed', () =>
    expect(repeated(unanswered(400).press('other').effect('control', { press: 5 }))).toBe(true));
  it('not before the last of them is answered', () => {
    const me = unanswered(400).effect('control', { press: 4 });
    expect(repeated(me)).toBe(false);
    expect(repeated(me.effect('control', { press: 5 }))).toBe(true);
  });
  it('near miss: once among them the control had no state', () =>
    expect(repeated(through([0, 1, 0, undefined, 0], 300))).toBe(false));
});
