import { describe, expect, it } from 'vitest';
import { offered, shop } from '../../support/triggers.js';

/** By the clock of {@link shop}. */
const WALL = shop([]).engine.state.wallZero;

describe('an armed trigger that is not looked at', () => {
  it('is looked at again when only the address has changed, within its step', () => {
    const me = shop([{ where: { url: '/payment/card' }, timing: { at: 'now' } }])
      .view('/payment', 'dom', ['checkout'])
      .emit('go');
    me.hold('media', false);
    expect(me.engine.state.decide.pending['t0']).toMatchObject({ heldBy: 'where' });
    me.view('/payment/card', 'dom', ['checkout']).hold('media', false);
    expect(offered(me)).toEqual(['t0']);
  });
  it('is looked at again when the visitor, the clock or another tab says something that matters', () => {
    const snoozed = () =>
      shop(
        [{ timing: { at: 'now' } }],
        {},
        {
          visitor: { displays: [], snooze: { t0: { n: 1, until: WALL + 90_000 } }, mutedUntil: 0, kept: {} },
        },
      ).emit('go');
    const held = snoozed().wait(50_000).facts({ other: 1 });
    expect(held.engine.state.decide.pending['t0']).toMatchObject({ heldBy: 'snoozed' });
    expect(held.wait(39_999).offers()).toEqual([]);
    expect(held.wait(1).offers()).toMatchObject([{ at: 90_000 }]);
    const ahead = snoozed().wait(1_000);
    expect(ahead.feed({ type: 'wall', wall: WALL + 200_000 }).offers()).toMatchObject([{ at: 1_000 }]);
  });

  it('costs nothing: its gates are not asked again until something changes', () => {
    let asked = 0;
    const facts = new Proxy<Record<string, string>>(
      {},
      {
        getOwnPropertyDescriptor(all, name) {
          if (name === 'tier') asked++;
          return Reflect.getOwnPropertyDescriptor(all, name);
        },
      },
    );
    const { state } = shop([]).engine;
    const config = { audiences: { gold: { tier: 'gold' } } };
    const me = shop(
      [{ where: { audience: 'gold' } }, { when: { event: 'other' }, timing: { delay: '1m' } }],
      config,
      {
        state: { ...state, decide: { ...state.decide, facts } },
      },
    );
    me.emit('go').emit('other').hold('media', false);
    expect(me.engine.state.decide.pending).toMatchObject({
      t0: { heldBy: 'audience' },
      t1: { heldBy: null },
    });
    asked = 0;
    for (let i = 0; i < 50; i++) me.wait(100).hold('media', false);
    expect(asked).toBe(0);
    me.facts({ other: 1 });
    expect(asked).toBe(1);
  });
  it('goes when the score that armed it has faded, though nothing else happens', () => {
    const me = shop(
      [{ when: { score: 'struggle', above: 0.3 }, limits: [{ times: 1, per: 'session' }] }],
      {},
      {
        visitor: { displays: [], snooze: { t0: { n: 1, until: WALL + 900_000 } }, mutedUntil: 0, kept: {} },
      },
    );
    me.view('/cart');
    me.engine.raise({
      name: 'rage-click',
      at: me.now,
      step: 'cart',
      journey: 'checkout',
      target: 'pay',
      count: 3,
      weight: 0.4,
      because: '',
      evidence: {},
    });
    me.wait(1).hold('media', false);
    expect(me.engine.state.decide.pending).toMatchObject({ t0: { heldBy: 'snoozed' } });
    // Active time goes on only while there is a sign of life.
    for (let i = 0; i < 4; i++) me.wait(40_000).scroll();
    me.hold('media', false);
    expect(me.engine.state.decide.pending).toEqual({});
  });
  it('is held back by its hours once these are over, whatever held it back before', () => {
    // It is ten o'clock on Monday in Madrid.
    const me = shop([
      {
        where: { step: 'payment' },
        schedule: { days: ['mon'], hours: '09:00-10:01', zone: 'Europe/Madrid' },
      },
    ]).view('/cart');
    me.emit('go').hold('media', false);
    expect(me.engine.state.decide.pending).toMatchObject({ t0: { heldBy: 'where' } });
    me.wait(60_000).hold('media', false);
    expect(me.engine.state.decide.pending).toMatchObject({ t0: { heldBy: 'schedule' } });
  });
});
