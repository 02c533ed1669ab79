import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

const undone = (me: Shopper, press: number, busy?: true) =>
  me.feed({ type: 'effect', channel: 'mutation', press, undone: true, ...(busy && { busy }) });

describe('an answer that turns out to be none', () => {
  it('a press that is open again late is dead at once, with the time since it was made', () => {
    const me = shopper().press('pay').wait(400).effect('mutation', { press: 1 }).wait(5_000);
    expect(me.signals()).toEqual([]);
    undone(me, 1).wait(0);
    expect(me.signal('dead-click')).toMatchObject({ target: 'pay', evidence: { waitedMs: 5_400 } });
  });
  it('a press that is open again early gets the rest of its time', () => {
    const me = shopper().press('pay').wait(400).effect('mutation', { press: 1 }).wait(600);
    undone(me, 1).wait(1_400);
    expect(me.signals()).toEqual([]);
    me.wait(100);
    expect(me.signals()).toEqual(['dead-click']);
  });
  it('a real answer after it counts', () => {
    const me = shopper().press('pay').wait(300).effect('mutation', { press: 1 }).wait(300);
    undone(me, 1).wait(200).effect('focus', { press: 1 }).wait(9_000);
    expect(me.signals()).toEqual([]);
  });
  it('three presses that one such answer covered are rage', () => {
    const me = shopper().press('pay').wait(300).press('pay').wait(300).press('pay').wait(100);
    me.effect('mutation', { press: 3 }).wait(2_000);
    expect(me.signals()).toEqual([]);
    undone(me, 3).wait(300);
    expect(me.signals()).toContain('rage-click');
  });
  it('presses on something disabled that one such answer covered are blocked', () => {
    const off = { disabled: true } as const;
    const me = shopper().press('pay', off).wait(600).press('pay', off).effect('mutation', { press: 1 });
    me.effect('mutation', { press: 2 }).wait(1_500);
    undone(me, 1);
    expect(me.signals()).toEqual(['blocked-click']);
    undone(me, 2).wait(5_000);
    expect(me.signals()).toEqual(['blocked-click']);
  });
  it('progress that was none', () => {
    const me = shopper().press('pay').wait(300).effect('mutation', { press: 1, busy: true }).wait(4_000);
    expect(me.signals()).toEqual([]);
    undone(me, 1, true).wait(0);
    expect(me.signals()).toEqual(['dead-click']);
  });
  it('of a press that nobody knows any more: nothing', () => {
    expect(undone(shopper(), 7).wait(5_000).signals()).toEqual([]);
  });
});

describe('what stays answered', () => {
  const dead = (me: Shopper) =>
    me.outputs.flatMap((o) => (o.kind === 'signal' && o.name === 'dead-click' ? [o.evidence['press']] : []));
  it('another control, before or after it', () => {
    const two = () =>
      shopper()
        .press('pay')
        .wait(400)
        .effect('mutation', { press: 1 })
        .wait(100)
        .press('menu')
        .wait(400)
        .effect('mutation', { press: 2 });
    expect(dead(undone(two(), 1).wait(9_000))).toEqual([1]);
    expect(dead(undone(two(), 2).wait(9_000))).toEqual([2]);
  });
  it('an earlier press of the same control that had an answer of its own', () => {
    const me = shopper().press('pay').wait(100).effect('mutation', { press: 1 }).wait(1_400);
    me.press('pay').wait(100).effect('mutation', { press: 2 }).wait(400);
    expect(dead(undone(me, 2).wait(9_000))).toEqual([2]);
  });
});
