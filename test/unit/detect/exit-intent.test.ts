import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

const leaving = (me: Shopper) => me.signals().filter((name) => name === 'exit-intent').length;
const exit = (me: Shopper, how: 'top' | 'back' | 'close' = 'top') => me.feed({ type: 'exit', how });
const troubled = (me = shopper().view('/pay').wait(6_000)) => me.emit('payment-failure').wait(1_000);

describe('leaving with something filled in, after trouble', () => {
  it.each([
    ['top', 'the pointer left through the top of the window'],
    ['back', 'the customer went back'],
    ['close', 'the page was left'],
  ] as const)('%s', (how, because) => {
    expect(exit(troubled(), how).signal('exit-intent')).toMatchObject({
      target: '/pay',
      count: 1,
      weight: 0.3,
      because: `${because} with something filled in and not sent, after 1 other signal`,
      evidence: { how, others: 1, min: 1 },
    });
  });
  it('is told once in 10 s, and does not count itself', () => {
    const me = exit(exit(troubled()).wait(9_999));
    expect(leaving(me)).toBe(1);
    expect(exit(me.wait(1)).signal('exit-intent')!.evidence['others']).toBe(1);
    expect(leaving(me)).toBe(2);
  });
  it('by touch only by going back', () => {
    const me = troubled(shopper().view('/pay').wait(6_000).press('a', { by: 'touch', answer: 'control' }));
    expect(leaving(exit(exit(me, 'top'), 'close'))).toBe(0);
    expect(leaving(exit(me, 'back'))).toBe(1);
    expect(leaving(exit(me.wait(10_000).press('a', { answer: 'control' }), 'top'))).toBe(2);
  });
});

describe('near misses', () => {
  it('nothing was wrong', () => expect(leaving(exit(shopper().view('/pay').wait(60_000)))).toBe(0));
  it('something was wrong on the step before', () =>
    expect(leaving(exit(troubled().view('/review', 'route')))).toBe(0));
  it('within 5 s of the first page', () => {
    const early = shopper().view('/pay').emit('payment-failure').wait(4_999);
    expect(leaving(exit(early))).toBe(0);
    expect(leaving(exit(early.wait(1)))).toBe(1);
  });
});
