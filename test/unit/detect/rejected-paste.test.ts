import { describe, expect, it } from 'vitest';
import type { FieldRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const rejected = (me: Shopper) => me.signals().includes('rejected-paste');
const iban = { type: 'field', field: 'iban', form: 'form', kind: 'text' } as const;
const input = (me: Shopper, via: NonNullable<FieldRecord['via']>, field = 'iban') =>
  me.feed({ ...iban, what: 'input', via, field });
const paste = (me: Shopper = shopper()) => input(me.feed({ type: 'key' }).wait(3).focus('iban'), 'paste');

describe('what was pasted is refused', () => {
  it('by an error within a second', () => {
    const me = paste().wait(1_000).error('iban');
    expect(me.signal('rejected-paste')).toMatchObject({
      target: 'iban',
      count: 1,
      weight: 0.5,
      because: "'iban' refused what was pasted, after 1 s",
      evidence: { field: 'iban', via: 'paste', how: 'refused', afterMs: 1_000, withinMs: 1_000 },
    });
    expect(rejected(paste().wait(1_001).error('iban'))).toBe(false);
  });
  it('by a page that does not let anything be pasted', () => {
    const me = shopper().feed({ ...iban, what: 'refuse' });
    expect(me.signal('rejected-paste')!.because).toBe("'iban' did not take what was pasted");
  });
  it('by a page that empties the field', () => {
    expect(rejected(input(paste().wait(300), 'clear'))).toBe(true);
    const left = paste()
      .wait(300)
      .feed({ type: 'key' })
      .feed({ ...iban, what: 'leave', empty: true });
    expect(left.signal('rejected-paste')!.evidence['how']).toBe('lost');
  });
  it('also where the browser has filled it in', () => {
    const me = shopper();
    for (const field of ['name', 'iban', 'city']) input(me, 'autofill', field);
    me.wait(100).error('iban');
    expect(me.signal('rejected-paste')!.because).toBe(
      "'iban' refused what was filled in by the browser, after 0.1 s",
    );
    expect(me.signals()).toHaveLength(1);
  });
});

describe('near misses', () => {
  it('typed, and then an error', () =>
    expect(rejected(input(shopper(), 'type').wait(100).error('iban'))).toBe(false));
  it('changed by the customer since', () =>
    expect(rejected(input(paste().wait(300), 'type').wait(100).error('iban'))).toBe(false));
  it('taken back by the customer', () =>
    expect(rejected(input(paste().wait(300).feed({ type: 'key' }), 'clear'))).toBe(false));
  it('an error in another field, or in one of that name elsewhere', () => {
    expect(rejected(paste().error('zip'))).toBe(false);
    const other = paste().feed({ type: 'field-error', field: 'iban', form: 'other', source: 'aria' });
    expect(rejected(other)).toBe(false);
  });
  it('an error that came with the page', () =>
    expect(rejected(paste().error('iban', 'aria', { atLoad: true }))).toBe(false));
  it('left with something in it', () => expect(rejected(paste().wait(200).leave('iban'))).toBe(false));
});

it('trying again at once is one incident', () => {
  const refuse = (me: Shopper, ms: number) => me.wait(ms).feed({ ...iban, what: 'refuse' });
  const me = refuse(refuse(refuse(shopper(), 0), 5_000), 4_999);
  expect(me.signals()).toHaveLength(1);
  expect(refuse(me, 1).signals()).toHaveLength(2);
});

describe('the edges of a refusal', () => {
  const late = () => shopper().wait(60_000);
  const count = (me: Shopper) => me.signals().filter((name) => name === 'rejected-paste').length;
  const filled = (fields: number) => {
    const me = late();
    for (let i = 0; i < fields; i++) input(me, 'autofill', `field-${i}`);
    return me;
  };
  it('each of several fields that were filled in together may be refused', () =>
    expect(count(filled(3).wait(1_000).error('field-0').error('field-2'))).toBe(2));
  it('the last thirty of them are remembered', () => {
    expect(count(filled(30).error('field-0'))).toBe(1);
    expect(count(filled(31).error('field-0'))).toBe(0);
  });
  it('a page that does not let anything be pasted does so at once', () =>
    expect(
      late()
        .feed({ ...iban, what: 'refuse' })
        .signal('rejected-paste')!.evidence,
    ).toMatchObject({
      via: 'paste',
      how: 'did not take',
      afterMs: 0,
    }));
  it('the key with which it was pasted takes nothing back', () =>
    expect(rejected(input(input(late().feed({ type: 'key' }), 'paste').wait(300), 'clear'))).toBe(true));
  it('nothing is refused in a field beside it', () => {
    const me = input(paste(late()), 'clear', 'name').error('zip');
    expect([me.signals(), me.problems]).toEqual([[], []]);
  });
});
