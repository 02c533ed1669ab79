import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const shown = (me: Shopper) => me.signals().filter((name) => name === 'error-message').length;
const message = (me: Shopper, more: Partial<MessageRecord> = {}) =>
  me.feed({ type: 'message', source: 'alert', region: 'main', ...more });
const onPay = () => shopper().view('/pay').wait(20_000);

describe('a message of failure after an act', () => {
  it('within 5 s', () => {
    const me = message(onPay().press('pay').wait(5_000));
    expect(me.signal('error-message')).toMatchObject({
      target: 'main',
      count: 1,
      weight: 0.4,
      because: "the page showed a message of failure 5 s after 'pay'",
      evidence: { source: 'alert', after: 'pay', afterMs: 5_000, withinMs: 5_000, same: false },
    });
    expect(shown(message(onPay().press('pay').wait(5_001)))).toBe(0);
  });
  it.each(['alert', 'toast', 'near', 'summary', 'title'] as const)('as %s', (source) =>
    expect(shown(message(onPay().submit(), { source }))).toBe(1),
  );
  it('the same once more counts two, at once', () => {
    const me = message(onPay().press('pay').wait(300));
    message(me.wait(2_000).press('pay').wait(300), { same: true });
    expect(me.signal('error-message')).toMatchObject({
      count: 2,
      because: "the page showed a message of failure 0.3 s after 'pay', for the second time",
    });
    expect(shown(me)).toBe(2);
  });
  it('and from then on one in 10 s', () => {
    const me = message(onPay().press('pay'));
    for (let i = 0; i < 4; i++) message(me.wait(2_000).press('pay'), { same: true });
    expect(shown(me)).toBe(2);
    expect(shown(message(me.wait(10_000).press('pay'), { same: true }))).toBe(3);
  });
  it('on the next page', () => {
    const me = onPay().press('pay').submit().wait(4_000).view('/pay').wait(3_000);
    expect(shown(message(me, { atLoad: true, source: 'summary' }))).toBe(1);
  });
});

describe('near misses', () => {
  it('nobody did anything', () => expect(shown(message(onPay()))).toBe(0));
  it('it came with the page, to which something else has led', () => {
    expect(shown(message(shopper().view('/pay'), { atLoad: true }))).toBe(0);
    expect(shown(message(onPay().press('pay').wait(6_000).view('/pay'), { atLoad: true }))).toBe(0);
    for (const how of ['reload', 'history'] as const) {
      const me = onPay()
        .press('pay')
        .wait(900)
        .feed({ type: 'view', how: 'load', path: '/pay', steps: [], [how]: true });
      expect([how, shown(message(me, { atLoad: true }))]).toEqual([how, 0]);
    }
  });
  it('a press that asks for nothing', () => {
    for (const exempt of ['text', 'modified', 'wake-up'] as const)
      expect([exempt, shown(message(onPay().press('zip', { exempt }).wait(300)))]).toEqual([exempt, 0]);
  });
  it('one failure, said in several places', () => {
    const me = message(onPay().press('pay').wait(2).submit().wait(300), {
      source: 'toast',
      region: 'toasts',
    });
    expect(shown(message(me.wait(50), { source: 'near', region: 'form' }))).toBe(1);
  });
  it('a form that is sent half a second after the press, but not one that is sent later', () => {
    const sent = (ms: number) =>
      shown(message(message(onPay().press('pay')).wait(ms).submit(), { region: 'form' }));
    expect(sent(500)).toBe(1);
    expect(sent(501)).toBe(2);
  });
  it('one after the other in the same place within 10 s', () => {
    const me = message(onPay().press('pay'));
    expect(shown(message(me.wait(9_999).press('pay')))).toBe(1);
    expect(shown(message(me.wait(1).press('pay')))).toBe(2);
  });
});

it('regions may have any name, and are not remembered for ever', () => {
  for (const region of ['constructor', '__proto__']) {
    const me = message(onPay().press('pay'), { region });
    message(me.wait(1_000).press('pay'), { region, same: true });
    expect(me.signal('error-message')).toMatchObject({ target: region, count: 2 });
  }
  const me = onPay();
  for (let i = 0; i < 200; i++) message(me.wait(1_000).press('pay'), { region: `r${i}` });
  expect(JSON.stringify(me.engine.state.detect.parts['error-message']).length).toBeLessThan(2_000);
});

it('of many parts of the page the oldest is forgotten, but only when another comes', () => {
  const me = onPay();
  const parts = () =>
    Object.keys((me.engine.state.detect.parts['error-message'] as { counts: object }).counts);
  const show = (region: string) => message(me.wait(20_000).press('pay'), { region });
  for (let i = 0; i < 20; i++) show(`part-${i}`);
  show('part-19');
  expect(parts()).toHaveLength(20);
  show('new');
  expect(parts()).toEqual([...Array.from({ length: 19 }, (_, i) => `:part-${i + 1}`), ':new']);
});

describe('the edges of an answer', () => {
  it('the third time is called that', () => {
    const me = message(onPay().press('pay'));
    for (let i = 0; i < 2; i++) message(me.wait(11_000).press('pay'), { same: true });
    expect(me.signal('error-message')).toMatchObject({
      count: 3,
      because: "the page showed a message of failure 0 s after 'pay', for the third time",
      evidence: { same: true },
    });
    message(me.wait(11_000).press('pay'), { same: true });
    expect(me.signal('error-message')!.because).toContain('for the 4th time');
  });
  it('what the page says to be the same is so, also where the first was not seen', () =>
    expect(message(onPay().press('pay'), { same: true }).signal('error-message')!.count).toBe(2));
  it('what came with the page came when it was loaded', () => {
    const me = onPay().press('pay').wait(900).view('/pay').wait(200).view('/pay', 'route');
    expect(message(me, { atLoad: true }).signal('error-message')!.evidence['afterMs']).toBe(900);
  });
  it('near miss: it came with the page, before anything was pressed there', () =>
    expect(shown(message(onPay().wait(1_000).press('pay'), { atLoad: true }))).toBe(0));
});
