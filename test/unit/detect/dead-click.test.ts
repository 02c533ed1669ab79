import { describe, expect, it } from 'vitest';
import type { By, Channel } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const dead = (me: Shopper) => me.signals().includes('dead-click');

describe('a press without any answer in 2.5 s', () => {
  it.each<By>(['mouse', 'touch', 'key', 'pen', 'assist'])(
    'is dead: %s, and how long a page may take does not depend on who asked',
    (by) => {
      const me = shopper().press('pay', { by }).wait(2_499);
      expect(dead(me)).toBe(false);
      me.wait(1);
      expect(me.signal('dead-click')).toMatchObject({
        target: 'pay',
        count: 1,
        weight: 0.35,
        at: 2_500,
        evidence: { by, press: 1, waitedMs: 2_500 },
      });
      expect(me.signal('dead-click')!.because).toContain("nothing happened for 2.5 s after a press on 'pay'");
    },
  );
  it('is settled earlier by a second press of the same control, but not by a double click', () => {
    expect(dead(shopper().press('pay').wait(300).press('pay'))).toBe(false);
    const me = shopper().press('pay').wait(1_200).press('pay');
    expect(me.signal('dead-click')).toMatchObject({ evidence: { press: 1, waitedMs: 1_200 } });
  });
  it('is settled even while the customer does other things', () => {
    const me = shopper().press('pay').wait(500).scroll().wait(500).type('name').wait(1_500);
    expect(dead(me)).toBe(true);
  });
});

describe('near misses', () => {
  it.each<Channel>([
    'mutation',
    'control',
    'focus',
    'scroll',
    'selection',
    'route',
    'navigation',
    'request',
    'dialog',
    'window',
    'media',
    'clipboard',
  ])('answered by %s', (channel) => {
    expect(dead(shopper().press('pay').wait(2_000).effect(channel).wait(5_000))).toBe(false);
    expect(dead(shopper().press('pay', { answer: channel }).wait(5_000))).toBe(false);
  });
  it.each(['text', 'unobservable', 'satisfied', 'wake-up', 'modified', 'selection'] as const)(
    'exempt: %s',
    (exempt) => {
      expect(dead(shopper().press('x', { exempt }).wait(10_000))).toBe(false);
    },
  );
  it('nothing was promised', () =>
    expect(dead(shopper().press('text', { interactive: false }).wait(10_000))).toBe(false));
  it('a disabled control is another matter', () =>
    expect(dead(shopper().press('pay', { disabled: true }).wait(10_000))).toBe(false));
  it('the page was hidden', () =>
    expect(dead(shopper().press('pay').wait(1_000).page(false).wait(1_000).page(true).wait(10_000))).toBe(
      false,
    ));
  it('only progress is shown', () =>
    expect(dead(shopper().press('pay').wait(200).effect('mutation', { busy: true }).wait(10_000))).toBe(
      false,
    ));
  it('another page came', () =>
    expect(dead(shopper().press('pay').wait(1_000).view('/next').wait(10_000))).toBe(false));
  it('a request answered it', () =>
    expect(dead(shopper().press('pay').wait(2_000).request(1_950).wait(10_000))).toBe(false));
  it('a request that began long after the press is none of its business', () => {
    expect(dead(shopper().press('pay').wait(2_000).request(1_000).wait(10_000))).toBe(true);
  });
  it('an answer to another press is none', () => {
    const me = shopper()
      .press('pay')
      .wait(500)
      .press('menu')
      .wait(100)
      .effect('mutation', { press: 2 })
      .wait(5_000);
    expect(me.signals()).toEqual(['dead-click']);
    expect(me.signal('dead-click')!.target).toBe('pay');
  });
  it('what the page does right after the newest press answers that one, not an older one elsewhere', () => {
    const me = shopper()
      .press('pay')
      .wait(1_500)
      .press('menu', { region: 'nav' })
      .wait(100)
      .effect()
      .wait(5_000);
    expect(me.signal('dead-click')!.target).toBe('pay');
    expect(me.signals()).toEqual(['dead-click']);
  });
  it('an answer to the newest press of a control answers the earlier ones of it', () => {
    expect(
      dead(
        shopper().press('pay').wait(500).press('pay').wait(100).effect('mutation', { press: 2 }).wait(5_000),
      ),
    ).toBe(false);
  });
});

it('the same control is not reported again within 10 s', () => {
  const me = shopper().press('pay').wait(4_000).press('pay').wait(4_000);
  expect(me.signals().filter((name) => name === 'dead-click')).toHaveLength(1);
  me.wait(10_000).press('pay').wait(4_000);
  expect(me.signals().filter((name) => name === 'dead-click')).toHaveLength(2);
});

it('can be set or switched off in the config', () => {
  expect(
    dead(
      shopper({ policy: { signals: { 'dead-click': { wait: '5s' } } } })
        .press('pay')
        .wait(4_900),
    ),
  ).toBe(false);
  expect(
    dead(
      shopper({ policy: { signals: { 'dead-click': { off: true } } } })
        .press('pay')
        .wait(9_000),
    ),
  ).toBe(false);
  expect(
    shopper({ policy: { signals: { 'dead-click': { weight: 0.1 } } } })
      .press('pay')
      .wait(2_500)
      .signal('dead-click')!.weight,
  ).toBe(0.1);
});

it('one dead press is told once, whatever is pressed later', () => {
  const me = shopper().wait(1_000).press('pay').wait(14_000);
  me.press('pay').wait(20).effect('mutation', { press: 2 }).wait(9_000);
  expect(me.signals()).toEqual(['dead-click']);
});

it('a press long after another says nothing about the other, which had its own wait', () => {
  // The second press was left out as part of the same incident; that is no reason to tell of it much later.
  const me = shopper().press('pay').wait(3_000).press('pay').wait(12_600);
  me.press('pay').wait(20).effect('mutation', { press: 3 }).wait(9_000);
  expect(me.signals()).toEqual(['dead-click', 'impatient-click']);
});

it('an analytics request with every press is no answer', () => {
  const me = shopper();
  for (let i = 0; i < 3; i++) me.press('pay').wait(250).request(200, { own: false });
  me.wait(300);
  expect(me.signals()).toContain('rage-click');
  expect(me.wait(2_500).signals()).toContain('dead-click');
  me.wait(2_000).press('pay');
  expect(me.signals()).toContain('impatient-click');
});

describe('the second press of a double click', () => {
  it('is let go by a control that answered the first', () =>
    expect(dead(shopper().press('sort').effect().wait(200).press('sort').wait(3_000))).toBe(false));
  it('but later it must be answered', () =>
    expect(dead(shopper().press('sort').effect().wait(600).press('sort').wait(3_000))).toBe(true));
});

describe('the edges of a dead click', () => {
  const told = (me: Shopper) =>
    me.outputs.flatMap((o) => (o.kind === 'signal' && o.name === 'dead-click' ? [o.evidence['press']] : []));
  const late = () => shopper().wait(60_000);
  it('says how long nothing happened, at any time', () =>
    expect(late().press('pay').wait(2_500).signal('dead-click')!.evidence['waitedMs']).toBe(2_500));
  it('a second press settles it from a second on', () => {
    const again = (ms: number) => told(late().press('pay').wait(ms).press('pay'));
    expect(again(999)).toEqual([]);
    expect(again(1_000)).toEqual([1]);
  });
  it('a right click settles nothing, and is not dead itself', () => {
    expect(told(late().press('pay').wait(1_500).press('pay', { exempt: 'modified' }))).toEqual([]);
    const after = late().press('pay', { exempt: 'modified' }).wait(1_500).press('pay', { answer: 'focus' });
    expect(told(after.wait(9_000))).toEqual([]);
  });
  it('up to half a second after one that was answered it is a double click, of that control alone', () => {
    const after = (ms: number, target = 'pay') =>
      told(late().press(target, { answer: 'control' }).wait(ms).press('pay').wait(2_500));
    expect(after(500)).toEqual([]);
    expect(after(501)).toEqual([2]);
    expect(after(500, 'menu')).toEqual([2]);
  });
  it('more presses than are remembered are nothing to stumble over', () => {
    const me = late();
    for (let i = 0; i < 50; i++) me.press(`control-${i}`).wait(10);
    expect(me.wait(9_000).problems).toEqual([]);
  });
});

it('a page that is seen, with the window in front or behind, may still answer; out of sight it cannot', () => {
  const told = (act: (me: Shopper) => Shopper) =>
    act(shopper().press('pay').wait(500)).wait(2_000).signals().includes('dead-click');
  expect(told((me) => me.page(true))).toBe(true);
  expect(told((me) => me.page(true, false))).toBe(true);
  expect(told((me) => me.page(false))).toBe(false);
});
