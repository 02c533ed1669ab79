import { describe, expect, it } from 'vitest';
import type { By } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const answeredAfter = (ms: number, by: By = 'mouse') => shopper().press('pay', { by }).wait(ms).effect();
const slow = (me: Shopper) => me.signals().includes('slow-click');

describe('an answer between one and seven seconds', () => {
  it.each<By>(['mouse', 'touch', 'key', 'pen', 'assist'])('is slow: %s', (by) => {
    expect(slow(answeredAfter(999, by))).toBe(false);
    const me = answeredAfter(1_000, by);
    expect(me.signal('slow-click')).toMatchObject({
      target: 'pay',
      evidence: { by, press: 1, waitedMs: 1_000, channel: 'mutation' },
    });
    expect(me.signal('slow-click')!.because).toContain("'pay' took 1 s to answer");
  });
  it('weighs as much as the wait is felt: with its logarithm, from nothing at 1 s to all of it at 10 s', () => {
    const weight = (ms: number) => answeredAfter(ms).signal('slow-click')!.weight;
    expect(weight(1_000)).toBe(0);
    expect(weight(2_000)).toBeCloseTo(0.3 * Math.log10(2));
    expect(weight(4_000)).toBeCloseTo(2 * weight(2_000));
    expect(weight(7_000)).toBeCloseTo(0.3 * Math.log10(7));
  });
  it('is too late after seven: the press stays dead', () => {
    expect(slow(answeredAfter(7_000))).toBe(true);
    expect(answeredAfter(7_001).signals()).toEqual(['dead-click']);
  });
  it('is told once, however many presses it answers and answers come', () => {
    const me = shopper().press('pay').wait(500).press('pay').wait(1_200).effect().wait(100).effect();
    expect(me.signals().filter((name) => name === 'slow-click').length).toBe(1);
  });
});

describe('a late answer after a dead click', () => {
  const me = () => shopper().press('pay').wait(2_500);
  it('replaces it', () => {
    const late = me().wait(1_500).effect();
    expect(late.signals()).toEqual(['dead-click', 'slow-click']);
    expect(late.signal('slow-click')!.evidence['replaces']).toBe('dead-click');
  });
  it('and takes its weight out of the score', () => {
    expect(me().score()).toBeCloseTo(0.35, 2);
    expect(me().wait(100).effect().score()).toBeCloseTo(0.3 * Math.log10(2.6), 2);
  });
  it('takes nothing from another control', () => {
    const two = shopper()
      .press('other')
      .wait(2_500)
      .press('pay')
      .wait(2_600)
      .effect('mutation', { press: 2 });
    expect(two.score()).toBeGreaterThan(0.6);
  });
  it('does not name what was not reported', () =>
    expect(answeredAfter(2_000).signal('slow-click')!.evidence).not.toHaveProperty('replaces'));
});

describe('progress that is shown', () => {
  const busy = () => shopper().press('pay').wait(200).effect('mutation', { busy: true });
  it('is no answer after ten seconds, even if the customer bears it', () => {
    expect(slow(busy().wait(9_799))).toBe(false);
    const me = busy().wait(9_800);
    expect(me.signal('slow-click')).toMatchObject({
      at: 10_000,
      weight: 0.3,
      because: "'pay' has shown progress and no result for 10 s",
      evidence: { press: 1, waitedMs: 10_000 },
    });
    expect(me.wait(30_000).effect().signals()).toEqual(['slow-click']);
  });
  it('that ends sooner in a result is not slow', () =>
    expect(slow(busy().wait(9_000).effect().wait(10_000))).toBe(false));
  it('says nothing while nobody looks', () =>
    expect(slow(busy().wait(1_000).page(false).wait(20_000).page(true))).toBe(false));
});

describe('a request', () => {
  it('of more than four seconds is slow, even if something else changed at once', () => {
    const me = shopper().press('pay').wait(50).effect().wait(4_100).request(4_100);
    expect(me.signal('slow-click')).toMatchObject({ evidence: { waitedMs: 4_100, channel: 'request' } });
  });
  it('is not slow below that', () =>
    expect(slow(shopper().press('pay').wait(50).effect().wait(3_900).request(3_900))).toBe(false));
  it('is not slow while progress is shown', () => {
    const me = shopper().press('pay').wait(50).effect('mutation', { busy: true }).wait(4_500).request(4_500);
    expect(slow(me)).toBe(false);
  });
  it('of nobody is nothing', () =>
    expect(slow(shopper().press('pay').wait(50).effect().wait(9_000).request(5_000))).toBe(false));
});

it('nothing is told of a press that is not judged', () => {
  for (const more of [{ exempt: 'unobservable' }, { disabled: true }, { interactive: false }] as const) {
    expect(slow(shopper().press('x', more).wait(3_000).effect())).toBe(false);
  }
});

it('a slow answer may be the next page', () => {
  const me = shopper().press('pay').wait(3_000).view('/thanks');
  expect(me.signal('slow-click')).toMatchObject({
    evidence: { waitedMs: 3_000, channel: 'route', replaces: 'dead-click' },
  });
});

it('the struggle of the page that is left stays there', () => {
  expect(shopper().view('/checkout').press('pay').wait(3_000).view('/thanks').score()).toBe(0);
});

it('a dead click whose answer never came is not taken back by a later press', () => {
  const me = shopper().press('pay').wait(3_000).press('pay').wait(5_000).effect();
  expect(me.signals()).toContain('dead-click');
  expect(me.signal('slow-click')!.evidence).not.toHaveProperty('replaces');
});

it('nobody waits for the request of somebody else', () => {
  const me = shopper().press('pay').wait(200).effect().wait(6_000).request(6_150, { own: false });
  expect(me.signals()).toEqual([]);
});

describe('a late answer after a rage click', () => {
  const raging = () => shopper().press('pay').wait(300).press('pay').wait(300).press('pay').wait(300);
  it('takes it back', () => {
    const me = raging();
    expect(me.signals()).toEqual(['rage-click']);
    me.wait(600).effect();
    expect(me.signals()).toEqual(['rage-click', 'slow-click']);
    expect(me.signal('slow-click')!.evidence).toMatchObject({ waitedMs: 1_500, replaces: 'rage-click' });
    expect(me.score()).toBeCloseTo(0.3 * Math.log10(1.5), 2);
  });
  it('and the dead click with it', () => {
    const me = raging().wait(2_600);
    expect(me.signals()).toEqual(['rage-click', 'dead-click']);
    me.effect();
    expect(me.signals()).toEqual(['rage-click', 'dead-click', 'slow-click']);
    expect(me.signal('slow-click')!.evidence).toMatchObject({
      replaces: 'dead-click',
      alsoReplaces: 'rage-click',
    });
    expect(me.score()).toBeCloseTo(0.3 * Math.log10(3.5), 2);
  });
  it('pressing once more is no answer: it stays', () => {
    const me = raging().wait(1_500).press('other');
    expect(me.signals()).not.toContain('slow-click');
  });
  it('another answer takes nothing more back', () => {
    const me = raging().wait(600).effect().wait(20_000);
    me.press('pay').wait(1_500).effect();
    expect(me.signal('slow-click')!.evidence).not.toHaveProperty('replaces');
  });
});

it('a dead click is taken back also where its wait had been told of', () => {
  const me = shopper().press('pay').wait(2_100).press('other', { answer: 'mutation' }).wait(500);
  expect(me.signals()).toEqual(['impatient-click', 'slow-click', 'dead-click']);
  expect(me.wait(500).effect().signal('slow-click')!.evidence['replaces']).toBe('dead-click');
});

describe('the edges of a slow answer', () => {
  const late = () => shopper().wait(60_000);
  it('a request of four seconds is slow, and says so', () => {
    const waited = (ms: number) => late().press('pay').effect().wait(ms).request(ms).signal('slow-click');
    expect(waited(3_999)).toBeUndefined();
    expect(waited(4_000)!.because).toBe("a press on 'pay' waited 4 s for a request, with no progress shown");
  });
  it('pressing something beside it says how long there was no answer', () => {
    const me = late().press('pay').wait(2_100).press('next');
    expect(me.signal('slow-click')).toMatchObject({
      because: "'pay' has not answered for 2.1 s",
      evidence: { waitedMs: 2_100, channel: '' },
    });
  });
  it('progress without a result says how long it lasts, whatever was pressed before', () => {
    const me = late().press('menu', { answer: 'dialog' }).wait(2_000).press('pay').wait(200);
    me.effect('mutation', { busy: true }).wait(9_800);
    expect(me.signal('slow-click')).toMatchObject({
      target: 'pay',
      because: "'pay' has shown progress and no result for 10 s",
      evidence: { waitedMs: 10_000, channel: '' },
    });
  });
  it('a press is taken back once, though its request ends after its answer', () => {
    const me = late().press('pay').wait(2_500).wait(500).effect().wait(2_000).request(4_990);
    expect(me.signals()).toEqual(['dead-click', 'slow-click']);
  });
  it('two controls are each taken back by their own answer', () => {
    const me = late();
    for (const target of ['pay', 'pay', 'pay', 'next', 'next', 'next']) me.press(target).wait(300);
    me.effect('mutation', { press: 3 }).wait(700).effect('mutation', { press: 6 });
    const replaced = me.outputs.flatMap((o) =>
      o.kind === 'signal' && o.name === 'slow-click' ? [[o.target, o.evidence['replaces']]] : [],
    );
    expect(replaced).toEqual([
      ['pay', 'rage-click'],
      ['next', 'rage-click'],
    ]);
  });
});

it('each control is told of by itself', () => {
  const me = shopper().press('pay').wait(1_500).effect().press('next').wait(1_500).effect();
  expect(me.signals()).toEqual(['slow-click', 'slow-click']);
});
