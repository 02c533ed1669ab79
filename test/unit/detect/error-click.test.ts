import { describe, expect, it } from 'vitest';
import type { By } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const failed = (me: Shopper) => me.signals().includes('error-click');

describe("an error of the page's own after a press", () => {
  it.each<By>(['mouse', 'touch', 'key', 'pen', 'assist'])('within a second: %s', (by) => {
    const me = shopper().press('pay', { by }).wait(20).effect().wait(980).exception({ kind: 'rejection' });
    expect(me.signal('error-click')).toMatchObject({
      target: 'pay',
      weight: 0.5,
      evidence: { by, press: 1, afterMs: 1_000, kind: 'rejection' },
    });
    expect(me.signal('error-click')!.because).toContain("an error in the page 1 s after a press on 'pay'");
  });
  it('within five seconds, while its work is still under way', () => {
    expect(failed(shopper().press('pay').wait(2_000).exception())).toBe(true);
    expect(
      failed(shopper().press('pay').wait(100).effect('mutation', { busy: true }).wait(4_900).exception()),
    ).toBe(true);
    expect(failed(shopper().press('pay').wait(5_001).exception())).toBe(false);
  });
  it('within five seconds, where its request was the answer', () => {
    expect(failed(shopper().press('pay').wait(3_000).request(2_950).wait(100).exception())).toBe(true);
  });
  it('within a second of the end of a request that the press started, whatever the page showed first', () => {
    const loading = () => shopper().press('pay').wait(50).effect().wait(2_950).request(2_900);
    expect(failed(loading().wait(1_000).exception())).toBe(true);
    expect(failed(loading().wait(1_001).exception())).toBe(false);
    const slow = shopper().press('pay').wait(50).effect().wait(4_900).request(4_850);
    expect(failed(slow.wait(50).exception())).toBe(true);
    expect(
      failed(shopper().press('pay').wait(50).effect().wait(4_900).request(4_850).wait(51).exception()),
    ).toBe(false);
  });
  it('just before the browser tells of the end of that request', () => {
    const early = (lag: number) => {
      const me = shopper().press('pay').wait(50).effect().wait(2_950).exception().wait(lag);
      return me.request(2_900 + lag);
    };
    expect(early(250).signal('error-click')).toMatchObject({
      at: 3_250,
      evidence: { press: 1, afterMs: 3_000 },
    });
    expect(failed(early(251))).toBe(false);
    const other = shopper().press('pay').wait(50).effect().wait(2_950).exception().wait(100);
    expect(failed(other.request(1_000))).toBe(false);
  });
  it('belongs to the press whose request has failed, not to a field that was pressed meanwhile', () => {
    const me = shopper()
      .press('pay')
      .wait(50)
      .effect()
      .wait(500)
      .press('zip', { exempt: 'text' })
      .effect('focus');
    me.wait(1_500).request(2_000).wait(100).exception();
    expect(me.signal('error-click')).toMatchObject({ target: 'pay' });
  });
  it('not after the press has been answered for good', () => {
    expect(failed(shopper().press('pay').wait(100).effect().wait(901).exception())).toBe(false);
  });
});

describe('near misses', () => {
  it("somebody else's error", () =>
    expect(failed(shopper().press('pay').wait(100).exception({ own: false }))).toBe(false));
  it('no press', () => expect(failed(shopper().view('/').wait(100).exception())).toBe(false));
  it('a disabled control runs no code', () =>
    expect(failed(shopper().press('pay', { disabled: true }).wait(100).exception())).toBe(false));
  it('a swipe, or a touch that never was a click: the press before it counts', () => {
    const swipe = { by: 'touch', gesture: 'swipe' } as const;
    expect(failed(shopper().press('pay', swipe).wait(100).exception())).toBe(false);
    const me = shopper().press('pay', { by: 'touch' }).wait(200).press('list', swipe).wait(100).exception();
    expect(me.signal('error-click')).toMatchObject({ target: 'pay' });
  });
  it('a page that fails all the time by itself', () => {
    const me = shopper().view('/');
    for (let i = 0; i < 4; i++) me.wait(2_000).exception();
    me.wait(1_500);
    for (let i = 0; i < 9; i++) me.press('pay').wait(500).effect().exception().wait(1_500);
    expect(failed(me)).toBe(false);
    me.wait(12_000).press('pay').wait(100).exception();
    expect(failed(me)).toBe(true);
  });
  it('one error while loading hides nothing', () =>
    expect(
      failed(shopper().view('/').wait(50).exception().wait(6_000).press('pay').wait(80).exception()),
    ).toBe(true));
});

it('a storm of errors after one press is one signal', () => {
  const me = shopper().press('pay').wait(100);
  for (let i = 0; i < 20; i++) me.exception();
  expect(me.signals()).toEqual(['error-click']);
});

it('the request of somebody else is no work of the press', () => {
  const me = shopper().press('menu').wait(100).effect().wait(3_000).request(3_050, { own: false });
  expect(me.wait(100).exception().wait(500).signals()).toEqual([]);
});

describe('the edges of whose error it is', () => {
  const late = () => shopper().wait(60_000);
  it('says how long after the press it came, at any time', () =>
    expect(late().press('pay').wait(700).exception().signal('error-click')!.evidence['afterMs']).toBe(700));
  it('two errors of the last ten seconds that nobody pressed for', () => {
    const after = (ms: number) => failed(late().exception().exception().wait(ms).press('pay').exception());
    expect(after(10_000)).toBe(false);
    expect(after(10_001)).toBe(true);
  });
  it('the request that has just ended says so, not the first press there was', () => {
    const me = late().press('menu', { answer: 'dialog' }).wait(6_000);
    me.press('pay').wait(50).effect().wait(2_950).request(2_900).wait(100).exception();
    expect(me.signal('error-click')!.target).toBe('pay');
  });
  it('for five seconds after its press, also where another was made meanwhile', () => {
    const after = (ms: number) => {
      const me = late().press('pay').wait(50).effect().wait(2_950).press('zip', { exempt: 'text' });
      me.effect('focus').wait(1_500).request(4_450);
      return failed(me.wait(ms - 4_500).exception());
    };
    expect(after(5_000)).toBe(true);
    expect(after(5_001)).toBe(false);
  });
  it('near miss: the request of one press ends just after an error that may be that of another', () => {
    const me = late().press('pay').wait(50).effect().wait(950).press('menu').wait(50).effect();
    expect(failed(me.wait(1_950).exception().wait(100).request(3_050))).toBe(false);
  });
  it('a request of nobody, or of a press without an error, is nothing', () =>
    expect(late().request(100).press('pay').wait(300).request(290).problems).toEqual([]));
});
