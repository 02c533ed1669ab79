import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

/** A signal of just this weight, the customer staying active. */
const withWeight = (weight: number) =>
  shopper({ policy: { signals: { 'payment-failure': { weight } } } }).view('/pay');
const stay = (me: Shopper, ms: number) => {
  for (let left = ms; left > 0; left -= 30_000) me.wait(Math.min(left, 30_000)).scroll();
  return me;
};

describe('the score of a step', () => {
  it('is the sum of the weights, at most 1', () => {
    const me = withWeight(0.4).emit('payment-failure');
    expect(me.score()).toBeCloseTo(0.4);
    expect(me.emit('payment-failure').score()).toBeCloseTo(0.8);
    expect(me.emit('payment-failure').score()).toBe(1);
  });
  it('halves in 60 s of active time', () => {
    const me = withWeight(0.8).emit('payment-failure');
    expect(stay(me, 60_000).score()).toBeCloseTo(0.4);
    expect(stay(me, 60_000).score()).toBeCloseTo(0.2);
  });
  it('stands still while the customer is away', () => {
    expect(withWeight(0.8).emit('payment-failure').page(false).wait(600_000).score()).toBeCloseTo(0.8);
  });
  it('belongs to the step: another step begins with none', () => {
    const me = withWeight(0.8).emit('payment-failure').view('/next');
    expect(me.score()).toBe(0);
    expect(me.levels()).toEqual(['struggling', 'calm']);
  });
  it('lists what it is made of, heaviest first', () => {
    const me = shopper().view('/').press('pay').wait(2_500).emit('payment-failure');
    const level = me.outputs.findLast((o) => o.kind === 'level');
    expect(level).toMatchObject({
      signals: [
        { name: 'payment-failure', target: 'payment', weight: 1 },
        { name: 'dead-click', target: 'pay' },
      ],
    });
  });
});

describe('levels', () => {
  it.each([
    [0.34, []],
    [0.35, ['strained']],
    [0.69, ['strained']],
    [0.7, ['struggling']],
    [0.99, ['struggling']],
    [1, ['stuck']],
  ])('rise: %d', (weight, levels) =>
    expect(withWeight(weight).emit('payment-failure').levels()).toEqual(levels),
  );
  it('fall at 0.6, 0.4 and 0.2, each told once, at the moment it happens', () => {
    const me = stay(withWeight(1).emit('payment-failure'), 200_000);
    const told = me.outputs.flatMap((o) =>
      o.kind === 'level' ? [{ level: o.level, at: o.at, score: o.score }] : [],
    );
    expect(told.map(({ level }) => level)).toEqual(['stuck', 'struggling', 'strained', 'calm']);
    for (const [i, down] of [0.6, 0.4, 0.2].entries()) {
      expect(told[i + 1]!.score).toBeCloseTo(down, 2);
      expect(told[i + 1]!.at / 60_000).toBeCloseTo(Math.log2(1 / down), 2);
    }
  });
  it('do not flicker: what has risen at 0.35 stays until 0.2', () => {
    const me = withWeight(0.36).emit('payment-failure');
    expect(stay(me, 30_000).levels()).toEqual(['strained']);
    expect(stay(me, 25_000).levels()).toEqual(['strained', 'calm']);
  });
  it('do not fall while the customer is away', () => {
    expect(withWeight(0.4).emit('payment-failure').page(false).wait(3_600_000).levels()).toEqual([
      'strained',
    ]);
  });
});

describe('progress', () => {
  const stuck = () => {
    const me = shopper().view('/address');
    for (let i = 0; i < 2; i++) me.focus('zip').type('zip').leave('zip').error('zip').wait(500);
    return me;
  };
  it('an accepted field takes its own trouble away', () => {
    expect(stuck().score()).toBeCloseTo(0.6, 1);
    expect(stuck().ok('zip').score()).toBe(0);
    expect(stuck().ok('zip').levels()).toEqual(['strained', 'calm']);
  });
  it('and makes the rest lighter', () => {
    const me = stuck();
    const before = me.score();
    expect(me.ok('street').score()).toBeCloseTo(before * 0.8);
  });
});
