import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

const stalled = (me: Shopper) => me.signals().includes('field-stall');
/** By key, as people go from field to field. */
const enter = (me: Shopper, field: string, kind?: 'text' | 'lookup' | 'long-text') =>
  me.feed({ type: 'key' }).wait(50).focus(field, kind);
/** Fills a field in within `ms`. */
const fill = (me: Shopper, field: string, ms: number) => enter(me, field).type(field).wait(ms).leave(field);

describe('a field with the focus and nothing entered', () => {
  it('for 20 s', () => {
    const me = enter(shopper(), 'iban').wait(19_999);
    expect(stalled(me)).toBe(false);
    me.wait(1);
    expect(me.signal('field-stall')).toMatchObject({
      target: 'iban',
      weight: 0.4,
      evidence: { field: 'iban', waitedMs: 20_000, limitMs: 20_000, kind: 'text' },
    });
    expect(me.signal('field-stall')!.because).toBe(
      "'iban' has had the focus for 20 s and nothing was entered",
    );
  });
  it('is told once', () => expect(enter(shopper(), 'iban').wait(55_000).signals()).toEqual(['field-stall']));
  it('is told again when the customer comes back to it', () => {
    const me = enter(shopper(), 'iban').wait(21_000).leave('iban').wait(500);
    expect(enter(me, 'iban').wait(21_000).signals()).toHaveLength(2);
  });
  it.each<['long-text' | 'lookup', number]>([
    ['long-text', 40_000],
    ['lookup', 60_000],
  ])('%s fields are given more time: %d ms', (kind, ms) => {
    expect(stalled(enter(shopper(), 'x', kind).wait(ms - 1))).toBe(false);
    expect(stalled(enter(shopper(), 'x', kind).wait(ms))).toBe(true);
  });
  it('screen readers are given twice the time', () => {
    const me = shopper().press('zip', { by: 'assist', exempt: 'text' }).focus('zip').wait(39_999);
    expect(stalled(me)).toBe(false);
    expect(stalled(me.wait(1))).toBe(true);
  });
});

describe("the customer's own pace", () => {
  it('shortens the wait to four times their median field', () => {
    const me = shopper();
    for (const field of ['a', 'b', 'c']) fill(me, field, 4_000);
    expect(stalled(enter(me, 'iban').wait(15_900))).toBe(false);
    expect(me.wait(200).signal('field-stall')!.evidence['limitMs']).toBe(16_000);
  });
  it('but not below 12 s', () => {
    const me = shopper();
    for (const field of ['a', 'b', 'c']) fill(me, field, 500);
    expect(stalled(enter(me, 'iban').wait(11_999))).toBe(false);
    expect(stalled(me.wait(1))).toBe(true);
  });
  it('and lengthens it for the slow', () => {
    const me = shopper();
    for (const field of ['a', 'b', 'c']) fill(me, field, 10_000);
    expect(stalled(enter(me, 'iban').wait(39_000))).toBe(false);
    expect(stalled(me.wait(1_500))).toBe(true);
  });
  it('is not known from fewer than three fields', () => {
    const me = shopper();
    for (const field of ['a', 'b']) fill(me, field, 500);
    expect(stalled(enter(me, 'iban').wait(19_999))).toBe(false);
  });
  it('is not learnt from fields that were left empty', () => {
    const me = shopper();
    for (const field of ['a', 'b', 'c']) enter(me, field).wait(25_000).leave(field);
    expect(me.signals()).toHaveLength(3);
    expect(enter(me, 'iban').wait(20_000).signals()).toHaveLength(4);
  });
});

describe('near misses', () => {
  it('something was entered', () =>
    expect(stalled(enter(shopper(), 'iban').wait(5_000).type('iban').wait(50_000))).toBe(false));
  it('the field was left', () =>
    expect(stalled(enter(shopper(), 'iban').wait(15_000).leave('iban').wait(40_000))).toBe(false));
  it('scrolling is reading: the clock starts again', () => {
    const me = enter(shopper(), 'iban').wait(15_000).scroll().wait(19_999);
    expect(stalled(me)).toBe(false);
    expect(stalled(me.wait(1))).toBe(true);
  });
  it('the page itself has put the focus there', () =>
    expect(stalled(shopper().view('/search').wait(2_000).focus('q').wait(50_000))).toBe(false));
  it('hidden time does not count', () => {
    const me = enter(shopper(), 'iban').wait(10_000).page(false).wait(60_000).page(true).wait(9_999);
    expect(stalled(me)).toBe(false);
    expect(stalled(me.wait(1))).toBe(true);
  });
  it('nor does time in another window', () =>
    expect(stalled(enter(shopper(), 'iban').wait(10_000).page(true, false).wait(60_000))).toBe(false));
  it('another page came', () =>
    expect(stalled(enter(shopper(), 'iban').wait(5_000).view('/next', 'route').wait(40_000))).toBe(false));
});

it('a pointer puts the focus into a field before it is a press', () => {
  const me = shopper()
    .view('/address')
    .wait(60_000)
    .wait(1_000)
    .feed({ type: 'hold', what: 'pointer', on: true })
    .wait(3)
    .focus('postcode')
    .wait(2);
  me.feed({ type: 'hold', what: 'pointer', on: false }).press('postcode', { exempt: 'text' }).wait(20_001);
  expect(me.signals()).toEqual(['field-stall']);
});

describe('a page that scrolls itself, and a mouse that moves', () => {
  const move = (me: Shopper) => me.feed({ type: 'move' });
  it('what the page scrolls is no reading', () => {
    const me = enter(shopper(), 'iban').wait(15_000).feed({ type: 'scroll', by: 'page' });
    expect(stalled(me.wait(5_000))).toBe(true);
  });
  it('somebody who moves the mouse is doing something', () => {
    const me = move(enter(shopper(), 'iban').wait(12_000)).wait(19_999);
    expect(stalled(me)).toBe(false);
    expect(stalled(me.wait(1))).toBe(true);
  });
  it('but not for ever', () => {
    const me = enter(shopper(), 'iban');
    for (let i = 0; i < 3; i++) move(me.wait(10_000));
    expect(stalled(me.wait(9_999))).toBe(false);
    expect(stalled(me.wait(1))).toBe(true);
  });
  it('a mouse that moved before the field had the focus counts for nothing', () => {
    const me = enter(move(shopper()).wait(3_000), 'iban');
    expect(stalled(me.wait(20_000))).toBe(true);
  });
});

describe('the edges of a field that stands still', () => {
  const input = { type: 'field', what: 'input', form: 'form', kind: 'text' } as const;
  it('a focus half a second after a key is still their own', () => {
    const after = (ms: number) =>
      stalled(shopper().wait(3_000).feed({ type: 'key' }).wait(ms).focus('iban').wait(20_000));
    expect(after(500)).toBe(true);
    expect(after(501)).toBe(false);
  });
  it("in the first second it is the page's", () =>
    expect(stalled(shopper().wait(100).focus('q').wait(50_000))).toBe(false));
  it('a dialog that opens and puts the focus there says nothing of the customer', () =>
    expect(stalled(shopper().wait(3_000).hold('dialog', true).focus('iban').wait(50_000))).toBe(false));
  it('what the browser fills in elsewhere is nothing entered here', () =>
    expect(
      stalled(
        enter(shopper(), 'iban')
          .feed({ ...input, field: 'name', via: 'autofill' })
          .wait(20_000),
      ),
    ).toBe(true));
  it('what the page changes in itself does not end the wait', () =>
    expect(stalled(enter(shopper().view('/pay'), 'iban').wait(5_000).view('/pay', 'dom').wait(15_000))).toBe(
      true,
    ));
  it('coming back to it within the wait is one visit', () => {
    const me = enter(enter(shopper(), 'iban').wait(5_000).leave('iban'), 'iban');
    expect(me.wait(50_000).signals()).toEqual(['field-stall']);
  });
});
