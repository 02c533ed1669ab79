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
});

it('a storm of errors after one press is one signal', () => {
  const me = shopper().press('pay').wait(100);
  for (let i = 0; i < 20; i++) me.exception();
  expect(me.signals()).toEqual(['error-click']);
});
