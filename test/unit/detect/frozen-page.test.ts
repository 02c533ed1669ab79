import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

/** A press that the page answers only after it has stood still for `ms`. */
function frozen(me: Shopper, ms: number, press: number): Shopper {
  return me.press('pay').wait(ms).feed({ type: 'freeze', ms, press }).effect();
}
const told = (me: Shopper) => me.signals().includes('frozen-page');
const twice = (ms: number, gap: number) => frozen(frozen(shopper(), ms, 1).wait(gap - ms), ms, 2);

describe('two presses while the page stood still', () => {
  it('are told, with the numbers that were compared', () => {
    const me = frozen(frozen(shopper(), 320, 1).wait(5_000), 640, 2);
    expect(me.signal('frozen-page')).toMatchObject({
      target: 'pay',
      count: 2,
      weight: 0.2,
      because: 'the page stood still for up to 0.6 s at 2 presses in 5.6 s',
      evidence: { by: 'mouse', longestMs: 640, freezeMs: 200, spanMs: 5_640, withinMs: 60_000, min: 2 },
    });
    expect(me.signals()).toEqual(['frozen-page']);
  });
  it('need two more to be told again', () => {
    const me = shopper();
    for (let i = 1; i <= 3; i++) frozen(me, 300, i).wait(3_000);
    expect(me.signals()).toHaveLength(1);
    expect(frozen(me, 300, 4).signals()).toHaveLength(2);
  });
  it('are told of by name even when the press is long gone', () => {
    const me = shopper()
      .feed({ type: 'freeze', ms: 300, press: 7 })
      .feed({ type: 'freeze', ms: 300, press: 8 });
    expect(me.signal('frozen-page')).toMatchObject({ target: 'page', count: 2 });
  });
});

describe('near misses', () => {
  it('once', () => expect(told(frozen(shopper(), 900, 1).wait(9_000))).toBe(false));
  it('shorter than can be felt', () => {
    expect(told(twice(200, 5_000))).toBe(true);
    expect(told(twice(190, 5_000))).toBe(false);
  });
  it('within a minute, not later', () => {
    expect(told(twice(300, 60_000))).toBe(true);
    expect(told(twice(300, 60_001))).toBe(false);
  });
  it('one press, told of twice', () =>
    expect(told(frozen(shopper(), 600, 1).feed({ type: 'freeze', ms: 400, press: 1 }).wait(9_000))).toBe(
      false,
    ));
});
