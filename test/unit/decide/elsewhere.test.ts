import { describe, expect, it } from 'vitest';
import type { Visitor } from '../../../src/decide/state.js';
import { offered, open, shop } from '../../support/triggers.js';
import type { Shopper } from '../../support/shopper.js';

const wallOf = (me: Shopper) => me.engine.state.wallZero + me.now;
/** What another tab has stored. */
const heard = (me: Shopper, visitor: Partial<Visitor>) =>
  me.feed({ type: 'visitor', visitor: { displays: [], snooze: {}, mutedUntil: 0, kept: {}, ...visitor } });
const shownThere = (me: Shopper, trigger = 'other') => ({
  displays: [
    {
      trigger,
      rank: 2,
      at: 7,
      wall: wallOf(me),
      stay: 9,
      journey: '',
      step: '/there',
      session: '',
    },
  ],
});
const withheld = (me: Shopper) =>
  me.feed({ type: 'help', offer: me.offers().at(-1)!.offer, phase: 'withheld', why: 'elsewhere' });

describe('with help in another tab', () => {
  it('what was offered here waits for its turn, and nothing is told of it', () => {
    const me = withheld(shop([{}]).emit('go'));
    expect(me.helps()).toEqual([]);
    expect(me.closed('t0')).toContain('interruption');
    expect(offered(me.wait(2_900))).toEqual(['t0']);
    expect(offered(me.wait(200))).toEqual(['t0', 't0']);
  });
  it('what was offered here is taken back, alone, and offered again for the same reason', () => {
    const me = shop([
      { show: { content: 'text', as: 'badge' } },
      { when: { event: 'field-error-loop' }, timing: { at: 'now', delay: '5s' } },
    ])
      .view('/address')
      .emit('go')
      .help('shown');
    for (let i = 0; i < 2; i++) me.focus('zip').type('zip').leave('zip').error('zip').wait(2_000);
    const screen = () => me.engine.state.decide.screen.map(({ trigger }) => trigger);
    withheld(me.wait(5_000));
    expect(me.outputs.filter((o) => o.kind === 'leave')).toEqual([
      { kind: 'leave', at: me.now, offer: 2, why: 'withdrawn' },
    ]);
    expect(screen()).toEqual(['t0']);
    // The delay is over already: only the other tab is waited for.
    me.wait(3_000);
    expect(me.outputs.filter((o) => o.kind === 'offer').at(-1)).toMatchObject({
      offer: 3,
      trigger: 't1',
      because: 'field-error-loop',
    });
    expect(me.engine.state.decide.screen.at(-1)).toMatchObject({ offer: 3, about: 'zip' });
  });
  it('what was offered here waits for its turn only within its step', () => {
    const me = shop([{}]).view('/cart').emit('go').view('/address', 'route');
    expect(offered(withheld(me).wait(10_000))).toEqual(['t0']);
  });
  it('the gap counts from it, also for what was offered here and not yet seen', () => {
    const me = shop([{}], { policy: { ...open, gap: '45s' } }).emit('go');
    heard(me, shownThere(me));
    expect(me.closed('t0')).toContain('gap');
    expect(offered(me.wait(44_000))).toEqual(['t0']);
    expect(offered(me.wait(2_000))).toEqual(['t0', 't0']);
  });
  it('it is counted once, however often it is heard of', () => {
    const me = shop([{}], { policy: { ...open, limits: [{ times: 2, per: 'forever' }] } });
    const there = shownThere(me);
    heard(heard(me, there), there);
    expect(offered(me.wait(10).emit('go'))).toEqual(['t0']);
  });
  it('what it does not concern stays, seen or not', () => {
    for (const act of [(me: Shopper) => me, (me: Shopper) => me.help('shown')]) {
      const me = act(shop([{}]).emit('go'));
      heard(me, { snooze: { other: { n: 1, until: wallOf(me) + 1_000, at: wallOf(me) } } });
      expect(me.outputs.filter((o) => o.kind === 'leave')).toEqual([]);
      expect(me.engine.state.decide.screen).toHaveLength(1);
    }
  });
  it('what is leaving already leaves once', () => {
    const me = shop([{ unless: { event: 'stop' } }], { policy: { ...open, gap: '45s' } })
      .emit('go')
      .emit('stop');
    heard(me, shownThere(me));
    expect(me.outputs.filter((o) => o.kind === 'leave')).toHaveLength(1);
    expect(offered(me.wait(60_000))).toEqual(['t0']);
  });
  it('what is seen already stays', () => {
    const me = shop([{}], { policy: { ...open, gap: '45s' } })
      .emit('go')
      .help('shown');
    heard(me, shownThere(me));
    expect(me.helps()).toEqual(['t0 shown']);
  });
  it('it comes back no more once the step is left', () => {
    const me = withheld(shop([{}]).view('/cart').emit('go'))
      .view('/address')
      .wait(10_000);
    expect(offered(me)).toEqual(['t0']);
  });
});

describe('what the customer said in another tab', () => {
  it('"not here" takes help away here too', () => {
    const me = shop([{}]).emit('go').help('shown');
    heard(me, { mutedUntil: wallOf(me) + 1_000, mutedAt: wallOf(me) });
    expect(me.helps()).toEqual(['t0 shown', 't0 withdrawn']);
  });
  it('closing help closes it here too, and no other', () => {
    const me = shop([{}]).emit('go').help('shown');
    heard(me, { snooze: { t1: { n: 1, until: wallOf(me) + 1_000, at: wallOf(me) } } });
    expect(me.helps()).toEqual(['t0 shown']);
    heard(me, { snooze: { t0: { n: 1, until: wallOf(me) + 1_000, at: wallOf(me) } } });
    expect(me.helps()).toEqual(['t0 shown', 't0 withdrawn']);
  });
});

describe('a clock that is set while the page is open', () => {
  const set = (me: Shopper, by: number) => me.feed({ type: 'wall', wall: wallOf(me) + by });
  const YEAR = 365 * 86_400_000;
  it('back: closed help stays away for a day, not for a year', () => {
    const me = shop([{}]).emit('go').help('shown').wait(5_000).help('dismissed');
    set(me, -YEAR);
    expect(offered(me.wait(3_600_000).emit('go'))).toEqual(['t0']);
    expect(offered(me.wait(86_400_000).emit('go').wait(2_000))).toEqual(['t0', 't0']);
  });
  it('back: a limit by time is spent for as long as it says', () => {
    const me = shop([{ limits: [{ times: 1, per: '1h' }] }], { policy: { ...open, snooze: [] } });
    set(me.emit('go').help('shown').wait(1_000).help('gone'), -YEAR);
    expect(offered(me.wait(3_500_000).emit('go'))).toEqual(['t0']);
    expect(offered(me.wait(200_000).emit('go').wait(2_000))).toEqual(['t0', 't0']);
  });
  it('forward: what was to be over by then is over at once', () => {
    const me = shop([{}]).feed({ type: 'mute', until: 3_600_000 }).emit('go').wait(1_000);
    expect(offered(me)).toEqual([]);
    expect(offered(set(me, 3_600_000))).toEqual(['t0']);
  });
  it('forward and back: nothing that counts is forgotten', () => {
    const me = shop([{ limits: [{ times: 1, per: '7d' }] }], { policy: { ...open, snooze: [] } });
    set(set(me.emit('go').help('shown').help('gone').wait(1_000), YEAR), -YEAR);
    expect(offered(me.emit('go').wait(5_000))).toEqual(['t0']);
  });
});
