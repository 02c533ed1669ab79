import { describe, expect, it } from 'vitest';
import type { Trigger } from '../../../src/config/types.js';
import { struggleOf } from '../../../src/inspector/model/struggle.js';
import { triggersOf } from '../../../src/inspector/model/triggers.js';
import { content, journeys, open, shop, trigger } from '../../support/triggers.js';

const twice = trigger({
  when: { event: 'go', min: 2 },
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the language
  solved: { by: { event: 'done' }, then: 'other' },
});
const looked = (me: ReturnType<typeof shop>, ...triggers: Trigger[]) =>
  triggersOf({ version: 1, content, journeys, policy: open!, triggers }, me.engine.why(), me.engine.state);

describe('triggers, as they are looked at', () => {
  it('says how far a condition has come', () => {
    const me = shop([twice]).view('/cart').emit('go');
    expect(looked(me, twice)[0]).toMatchObject({
      id: 't',
      state: 'idle',
      summary: expect.stringContaining('“go” happened 1 of 2 times') as string,
    });
  });
  it('has every gate, with its value, and which of them stand in the way', () => {
    const me = shop([twice]).view('/cart');
    const gates = looked(me, twice)[0]!.gates;
    expect(gates.map(({ gate }) => gate)).toEqual(me.engine.why('t')[0]!.gates.map(({ gate }) => gate));
    expect(gates.filter(({ blocks }) => blocks).map(({ gate }) => gate)).toEqual(['when']);
  });
  it('puts first what is furthest on its way', () => {
    const both = [{ ...twice, id: 'idle' }, trigger({ id: 'on-its-way' })];
    const me = shop(both).view('/cart').emit('go');
    expect(looked(me, ...both).map(({ id }) => id)[0]).toBe('on-its-way');
  });
  it('knows what is offered afterwards by its own name', () =>
    expect(looked(shop([twice]).view('/cart'), twice).find(({ id }) => id === 't.then')).toMatchObject({
      as: 'notice',
      content: 'other',
      priority: 'tip',
    }));
});

describe('struggle, as it is looked at', () => {
  it('is made of signals that fade', () => {
    const me = shop([]).view('/checkout/payment').wait(5_000);
    const at = me.now;
    me.engine.raise({
      name: 'dead-click',
      at,
      step: null,
      journey: null,
      target: 'pay',
      count: 1,
      weight: 0.5,
      because: '',
      evidence: {},
    });
    expect(struggleOf(me.engine.state)).toMatchObject({
      score: 0.5,
      level: 'strained',
      parts: [{ name: 'dead-click', target: 'pay', weight: 0.5, now: 0.5, gone: '6 min' }],
    });
    expect(struggleOf(me.engine.state).next).toMatch(/^falls to a lower level in 79 s/);
    // Within a minute the customer is still taken to be there.
    me.wait(30_000);
    const [part] = struggleOf(me.engine.state).parts;
    expect(part!.now).toBeGreaterThan(0.3);
    expect(part!.now).toBeLessThan(0.4);
  });
});
