import { describe, expect, it } from 'vitest';
import type { Trigger } from '../../../src/config/types.js';
import type { Shopper } from '../../support/shopper.js';
import { open, shop } from '../../support/triggers.js';

const gate = (me: Shopper, name: string) => me.engine.why('t0')[0]!.gates.find((one) => one.gate === name)!;

describe('a gate says what it compared', () => {
  it('status', () =>
    expect(gate(shop([{ status: 'test' }]), 'status')).toMatchObject({ pass: false, value: 'test' }));
  it('where', () => {
    expect(gate(shop([{ where: { step: 'payment' } }]).view('/cart'), 'where')).toMatchObject({
      pass: false,
      value: 'checkout, cart, /cart, desktop',
    });
  });
  it('holdout', () => {
    const held = shop([{}], { policy: { ...open, holdout: { share: 1, name: 'h' } } });
    expect(gate(held, 'holdout')).toMatchObject({ pass: false, value: 'h: in the 100 % that see nothing' });
  });
  it('experiment', () => {
    const experiment: NonNullable<Trigger['experiment']> = {
      name: 'x',
      variants: { control: { share: 1, nothing: true } },
    };
    expect(gate(shop([{ experiment }]), 'experiment')).toMatchObject({
      pass: false,
      value: 'variant control',
    });
  });
  it('limits: how many of how many', () => {
    const me = shop([{ limits: [{ times: 1, per: 'session' }] }])
      .emit('go')
      .help('shown')
      .wait(1_000);
    expect(gate(me, 'limits')).toMatchObject({ pass: false, value: '1 of 1 per session used' });
  });
  it('gap: how long ago, and when it opens', () => {
    const me = shop([{}], { policy: { limits: [] } })
      .emit('go')
      .help('shown')
      .wait(15_000);
    expect(gate(me, 'gap')).toMatchObject({
      pass: false,
      value: '15 s of 45 s since the last help',
      until: 45_000,
    });
  });
  it('snoozed and muted: for how long', () => {
    const me = shop([{}], { policy: { ...open, snooze: ['2h'] } })
      .emit('go')
      .help('shown')
      .wait(5_000)
      .help('dismissed')
      .wait(1);
    expect(gate(me, 'snoozed')).toMatchObject({ pass: false, value: 'dismissed, for another 120 min' });
    me.feed({ type: 'mute', until: me.now + 3 * 3_600_000 });
    expect(gate(me, 'snoozed')).toMatchObject({ value: 'muted, for another 3 h' });
    me.feed({ type: 'mute', until: me.now + 7 * 86_400_000 });
    expect(gate(me, 'snoozed')).toMatchObject({ value: 'muted, for another 7 days' });
  });
  it('contest: what is on screen', () => {
    const me = shop([{}, { when: { event: 'two' } }])
      .emit('two')
      .help('shown');
    expect(gate(me, 'contest')).toMatchObject({ pass: false, value: "'t1' is on screen" });
  });
  it('interruption: what the customer is doing', () => {
    expect(gate(shop([{ timing: {} }]).type('x'), 'interruption')).toMatchObject({
      pass: false,
      value: 'typing',
    });
    expect(gate(shop([{ timing: {} }]).press('x'), 'interruption')).toMatchObject({
      pass: false,
      value: 'acting',
    });
    expect(gate(shop([{ timing: {} }]).wait(5_000), 'interruption')).toMatchObject({
      pass: true,
      value: 'pause',
    });
  });
});
