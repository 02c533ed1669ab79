import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

const returned = (me: Shopper) => me.signals().filter((name) => name === 'away-and-back').length;
const away = (me: Shopper, ms = 8_000) => me.page(false).wait(ms).page(true);
const onPay = () => shopper().view('/pay').wait(5_000);

describe('away and back on one step', () => {
  it('three times', () => {
    const me = away(away(onPay()).wait(4_000)).wait(4_000);
    expect(returned(me)).toBe(0);
    expect(away(me).signal('away-and-back')).toMatchObject({
      target: '/pay',
      count: 3,
      weight: 0.3,
      because: 'the page was left and taken up again 3 times in 24 s',
      evidence: { returns: 3, min: 3, spanMs: 24_000, withinMs: 300_000 },
    });
  });
  it('within 5 min', () => {
    const three = (ms: number) => away(away(away(onPay()).wait(ms)).wait(1_000));
    expect(returned(three(300_000 - 17_000))).toBe(1);
    expect(returned(three(300_000 - 16_999))).toBe(0);
  });
  it('begins to count anew after that', () => {
    const me = onPay();
    for (let i = 0; i < 6; i++) away(me).wait(1_000);
    expect(returned(me)).toBe(2);
  });
});

describe('near misses', () => {
  it('twice, for long', () => expect(returned(away(away(onPay(), 120_000).wait(1_000), 120_000))).toBe(0));
  it('less than a second', () => {
    const times = (ms: number) => away(away(away(onPay(), ms).wait(500), ms).wait(500), ms);
    expect(returned(times(999))).toBe(0);
    expect(returned(times(1_000))).toBe(1);
  });
  it('another window beside it has the focus', () => {
    const me = onPay();
    for (let i = 0; i < 5; i++) me.page(true, false).wait(8_000).page(true, true).wait(1_000);
    expect(returned(me)).toBe(0);
  });
  it('another step', () => {
    const me = away(away(onPay()).wait(500)).view('/review', 'route');
    expect(returned(away(me.wait(500)))).toBe(0);
  });
  it('the page is left and loaded again', () => {
    const me = onPay();
    for (let i = 0; i < 5; i++) me.page(false).wait(2_000).view('/pay').page(true).wait(3_000);
    expect(returned(me)).toBe(0);
  });
});
