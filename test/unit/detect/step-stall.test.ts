import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const journeys: Config['journeys'] = {
  checkout: {
    steps: [
      { id: 'address', url: '/address' },
      { id: 'payment', url: '/payment', expected: '3m' },
      { id: 'review', url: '/review' },
    ],
  },
};
const stalled = (me: Shopper) => me.signals().includes('step-stall');
const open = (me: Shopper, path: string, asks = true) =>
  me.feed({ type: 'view', how: 'route', path, steps: [], ...(asks && { asks: true }) });
const on = (path: string, asks = true) => open(shopper({ journeys }), path, asks);
/** Stays for `ms` without getting on: a key now and then, so as not to be away. */
function stay(me: Shopper, ms: number): Shopper {
  for (let left = ms; left > 0; left -= 20_000) {
    me.wait(Math.min(20_000, left));
    if (left > 20_000) me.feed({ type: 'key' });
  }
  return me;
}

describe('a step on which the customer does not get on', () => {
  it('after 90 s', () => {
    const me = stay(on('/address'), 89_999);
    expect(stalled(me)).toBe(false);
    expect(me.wait(1).signal('step-stall')).toMatchObject({
      target: 'address',
      weight: 0.5,
      because: "the customer has been on 'address' for 90 s (limit 90 s), with no progress for 90 s",
      evidence: { spentMs: 90_000, limitMs: 90_000, idleMs: 90_000, progressMs: 45_000, others: 0 },
    });
  });
  it('45 s after the last progress', () => {
    const me = stay(on('/address'), 80_000).type('zip');
    expect(stalled(stay(me, 44_999))).toBe(false);
    expect(stalled(me.wait(1))).toBe(true);
  });
  it('at once when the time is up and something else was wrong, even if there was progress', () => {
    const me = stay(on('/address').emit('payment-failure'), 89_000).type('zip').wait(999);
    expect(stalled(me)).toBe(false);
    expect(me.wait(1).signal('step-stall')!.because).toContain('with 1 other signal of struggle');
  });
  it('at once when something else goes wrong after the time is up', () => {
    const me = stay(on('/address'), 80_000).type('zip').wait(20_000).type('zip').wait(1_000);
    expect(stalled(me)).toBe(false);
    expect(me.emit('payment-failure').signals()).toEqual(['payment-failure', 'step-stall']);
  });
  it('once for each visit of the step', () => {
    const me = stay(on('/address'), 300_000);
    expect(me.signals()).toEqual(['step-stall']);
    stay(open(open(me, '/review'), '/address'), 90_000);
    expect(me.signals()).toEqual(['step-stall', 'step-stall']);
  });
  it('that turns out to ask for something later', () => {
    expect(stalled(stay(on('/address', false).focus('zip'), 90_000))).toBe(true);
  });
});

describe('how long is long', () => {
  it('what the config expects', () => {
    const me = stay(on('/payment'), 179_999);
    expect(stalled(me)).toBe(false);
    expect(stalled(me.wait(1))).toBe(true);
  });
  it.each([93, 98, 103, 111, 117])(
    'also where the limit is no whole number of milliseconds: after %d s on a step of 20 s',
    (seconds) => {
      const me = shopper({
        journeys: {
          checkout: {
            steps: [
              { id: 'address', url: '/address', expected: '20s' },
              { id: 'payment', url: '/payment', expected: '45s' },
            ],
          },
        },
      });
      stay(open(me, '/address'), seconds * 1_000);
      const before = me.signals().length;
      // 45 s × 4.65 is 209,250.00000000003 ms.
      stay(open(me, '/payment'), seconds * 2_250 + 1);
      expect(me.signals().slice(before)).toEqual(['step-stall']);
    },
  );
  it("at the customer's own pace, but never less than 90 s", () => {
    const slow = stay(on('/payment').type('card'), 0);
    for (let i = 0; i < 18; i++) slow.wait(20_000).type('card');
    // Twice the expected time on the first step: the next visit is given twice the time as well.
    open(open(slow, '/review'), '/payment');
    expect(stalled(stay(slow, 359_999))).toBe(false);
    expect(slow.wait(1).signal('step-stall')!.evidence['limitMs']).toBe(360_000);
    const fast = open(open(on('/payment').wait(20_000), '/review'), '/payment');
    expect(stalled(stay(fast, 89_999))).toBe(false);
    expect(stalled(fast.wait(1))).toBe(true);
  });
  it('assistive technology is given twice the time', () => {
    const me = on('/address').press('zip', { by: 'assist', exempt: 'text' });
    expect(stalled(stay(me, 179_999))).toBe(false);
    expect(stalled(me.wait(1))).toBe(true);
  });
});

describe('near misses', () => {
  it('a step that asks for nothing is read', () =>
    expect(stalled(stay(on('/address', false), 300_000))).toBe(false));
  it('a page outside of journeys', () => expect(stalled(stay(on('/blog'), 300_000))).toBe(false));
  it('going on all the time', () => {
    const me = on('/address');
    for (let i = 0; i < 20; i++) me.wait(44_999).type('zip');
    expect(stalled(me)).toBe(false);
  });
  it('a press that is answered is progress', () => {
    const me = stay(on('/address'), 80_000).press('delivery').effect();
    expect(stalled(stay(me, 44_999))).toBe(false);
    expect(stalled(me.wait(1))).toBe(true);
  });
  it('reading on: the customer scrolls', () => {
    const me = on('/address');
    for (let i = 0; i < 20; i++) me.wait(44_999).scroll();
    expect(stalled(me)).toBe(false);
    expect(stalled(me.wait(45_000))).toBe(true);
  });
  it('but not where the page itself scrolls', () => {
    const me = on('/address');
    for (let i = 0; i < 8; i++) me.wait(20_000).feed({ type: 'scroll', by: 'page' });
    expect(stalled(me)).toBe(true);
  });
  it('a film is watched', () => {
    const me = stay(on('/address'), 30_000).hold('media', true);
    stay(me, 200_000).hold('media', false);
    expect(stalled(stay(me, 59_999))).toBe(false);
    expect(stalled(me.wait(1))).toBe(true);
  });
  it('out of sight, or away for more than a minute', () => {
    expect(stalled(on('/address').wait(10_000).page(false).wait(600_000))).toBe(false);
    expect(stalled(on('/address').wait(600_000))).toBe(false);
  });
  it('the next step has a time of its own', () =>
    expect(stalled(stay(open(stay(on('/address'), 60_000), '/review'), 60_000))).toBe(false));
});

it('asks for no more and more deadlines', () => {
  const me = on('/address');
  for (let i = 0; i < 100; i++) me.hold('media', true).wait(500).hold('media', false).type('zip').wait(500);
  expect(me.engine.state.activity.waiting.filter(({ who }) => who === 'step-stall')).toHaveLength(1);
});

describe('what goes on from step to step', () => {
  it('a film that plays', () => {
    const me = on('/address').hold('media', true).wait(5_000);
    expect(stalled(stay(open(me, '/review'), 200_000))).toBe(false);
    // What was watched is no time on the step.
    expect(stalled(stay(me.hold('media', false), 89_999))).toBe(false);
    expect(stalled(me.wait(1))).toBe(true);
  });
  it('unless the page it is on has gone', () => {
    const me = on('/address').hold('media', true).wait(5_000);
    me.feed({ type: 'view', how: 'load', path: '/review', steps: [], asks: true });
    expect(stalled(stay(me, 90_000))).toBe(true);
  });
  it('the time that assistive technology needs', () => {
    const me = on('/address').press('next', { by: 'assist' }).wait(50);
    expect(stalled(stay(open(me, '/review'), 179_999))).toBe(false);
    expect(stalled(me.wait(1))).toBe(true);
  });
});

describe('the edges of a stall', () => {
  const numbers = (me: Shopper) => me.signal('step-stall')?.evidence;
  it('counts from where the step was entered', () => {
    const me = stay(open(stay(on('/review'), 30_000), '/address'), 90_000);
    expect(numbers(me)).toMatchObject({ spentMs: 90_000, idleMs: 90_000 });
  });
  it('goes on over a reload of the page', () => {
    const me = stay(on('/address'), 50_000).view('/address');
    expect(stalled(stay(me, 40_000))).toBe(true);
  });
  it('is told once, whatever else goes wrong', () => {
    const me = stay(on('/address'), 90_000).emit('payment-failure');
    expect(me.signals()).toEqual(['step-stall', 'payment-failure']);
  });
  it('says how much else was wrong', () => {
    const me = on('/address').emit('payment-failure').press('pay').wait(2_500);
    expect(stay(me, 87_500).signal('step-stall')!.because).toContain('with 2 other signals of struggle');
  });
  it('is put off by what gets on: a choice, an error that is put right, a press that was answered', () => {
    const after = (act: (me: Shopper) => Shopper) => stalled(stay(act(stay(on('/address'), 80_000)), 10_000));
    const field = { type: 'field', field: 'country', form: 'f', kind: 'choice' } as const;
    expect(after((me) => me.feed({ ...field, what: 'change' }))).toBe(false);
    expect(after((me) => me.ok('zip'))).toBe(false);
    expect(after((me) => me.press('more').effect())).toBe(false);
    expect(after((me) => me.feed({ ...field, what: 'focus' }))).toBe(true);
    expect(after((me) => me.press('zip', { exempt: 'text' }).effect('focus'))).toBe(true);
    expect(after((me) => me.hold('pointer', true).hold('pointer', false))).toBe(true);
  });
  it('what was read or filled in before a film is no longer ago for it', () => {
    const film = (me: Shopper, ms: number) => stay(me.hold('media', true), ms).hold('media', false);
    const filled = film(stay(on('/address'), 20_000).type('zip'), 60_000);
    expect(numbers(stay(filled, 70_000))).toMatchObject({ spentMs: 90_000, idleMs: 70_000 });
    const read = film(stay(on('/address'), 60_000).scroll(), 140_000);
    expect(stalled(stay(read, 44_999))).toBe(false);
    expect(stalled(read.wait(1))).toBe(true);
  });
});

it('what went wrong on the step before is no other signal of this one', () => {
  const me = open(on('/review').press('next').wait(300), '/address').wait(200).exception();
  expect(me.signals()).toEqual(['error-click']);
  expect(stalled(stay(stay(me, 80_000).type('zip'), 20_000))).toBe(false);
});
