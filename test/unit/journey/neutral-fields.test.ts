import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '../../../src/core/records.js';
import { startNeutral, tellNeutral } from '../../../src/journey/neutral.js';

/** A customer, at set times. */
function teller() {
  const state = startNeutral();
  const heard: [string, object][] = [];
  const feed = (record: object) =>
    tellNeutral(record as JournalRecord, state, (name, data) => void heard.push([name, data]));
  const me = {
    heard,
    names: () => heard.map(([name]) => name),
    field: (what: string, at: number, field = 'zip', more = {}) => {
      feed({ type: 'field', what, field, form: 'f', kind: 'text', at, ...more });
      return me;
    },
    ok: (at: number, field = 'zip') => {
      feed({ type: 'field-ok', field, form: 'f', at });
      return me;
    },
    error: (at: number, field = 'zip') => {
      feed({ type: 'field-error', field, form: 'f', source: 'aria', at });
      return me;
    },
    other: (record: object) => {
      feed(record);
      return me;
    },
    accepted: () => heard.filter(([name]) => name === 'field-accepted').map(([, data]) => data),
  };
  return me;
}
const zip = { field: 'zip', form: 'f' };

describe('an error that goes away while its field is being corrected', () => {
  const mended = () => teller().field('focus', 0).ok(1_000);
  it('says nothing yet: many pages take it away with the first key', () => {
    expect(mended().field('input', 2_000).other({ type: 'key', at: 90_000 }).accepted()).toEqual([]);
  });
  it('is accepted when the field was left half a second ago, and told once', () => {
    const me = mended().field('leave', 2_000).other({ type: 'key', at: 2_499 });
    expect(me.accepted()).toEqual([]);
    me.other({ type: 'key', at: 2_500 });
    expect(me.accepted()).toEqual([zip]);
    expect(me.other({ type: 'key', at: 9_000 }).accepted()).toEqual([zip]);
  });
  it('is not accepted if the page refuses the field again', () => {
    expect(mended().field('leave', 2_000).error(2_300).other({ type: 'key', at: 9_000 }).accepted()).toEqual(
      [],
    );
  });
  it('nor because of an error in another field', () => {
    const me = mended().field('leave', 2_000).error(2_300, 'name').other({ type: 'key', at: 9_000 });
    expect(me.accepted()).toEqual([zip]);
  });
  it('waits anew when the customer goes back into the field', () => {
    const me = mended().field('leave', 2_000).field('focus', 2_300).other({ type: 'key', at: 9_000 });
    expect(me.accepted()).toEqual([]);
    expect(me.field('leave', 10_000).other({ type: 'key', at: 10_500 }).accepted()).toEqual([zip]);
  });
  it('is not put off by another field', () => {
    const me = mended().field('leave', 2_000).field('focus', 2_100, 'name').field('leave', 2_400, 'name');
    expect(me.other({ type: 'key', at: 2_500 }).accepted()).toEqual([zip]);
  });
  it('is told with the next thing that happens, before it', () => {
    const me = mended().field('leave', 2_000).field('focus', 3_000, 'name');
    expect(me.names()).toEqual(['field-focused', 'field-left', 'field-accepted', 'field-focused']);
  });
});

it('an error that goes away in a field without the focus is accepted at once', () => {
  expect(teller().field('focus', 0, 'name').ok(1_000).accepted()).toEqual([zip]);
  expect(teller().field('focus', 0).field('leave', 500).ok(1_000).accepted()).toEqual([zip]);
});

describe('a field is changed', () => {
  it('by what is entered, each field by itself', () => {
    const me = teller()
      .field('input', 0)
      .field('input', 1)
      .field('input', 2, 'name')
      .field('change', 3, 'name');
    expect(me.heard).toEqual([
      ['field-changed', zip],
      ['field-changed', { ...zip, field: 'name' }],
    ]);
  });
  it('not by what the page refuses to take', () => expect(teller().field('refuse', 0).heard).toEqual([]));
  it('anew after the focus has come or gone', () => {
    expect(teller().field('input', 0).field('focus', 1).field('input', 2).names()).toEqual([
      'field-changed',
      'field-focused',
      'field-changed',
    ]);
  });
});

it('a field is left with what is known of it', () => {
  expect(teller().field('leave', 0, 'zip', { empty: true, valid: false }).heard).toEqual([
    ['field-left', { ...zip, empty: true, valid: false }],
  ]);
  expect(teller().field('leave', 0).heard).toEqual([['field-left', { ...zip, empty: false, valid: true }]]);
  expect(teller().field('focus', 0).heard).toEqual([['field-focused', zip]]);
});

it('an error may be the same as before', () => {
  const me = teller().other({ type: 'field-error', ...zip, source: 'aria', same: true, at: 0 });
  expect(me.heard).toEqual([['field-error', { ...zip, source: 'aria', atLoad: false, same: true }]]);
});

it('a request went well below 400', () => {
  const ok = (status: number) =>
    teller().other({ type: 'request', start: 0, status, own: true, at: 5 }).heard[0]![1];
  expect(ok(399)).toEqual({ status: 399, ok: true, ms: 5 });
  expect(ok(400)).toEqual({ status: 400, ok: false, ms: 5 });
});

it('copying is told, selecting is not', () => {
  expect(teller().other({ type: 'copy', what: 'reference', how: 'copy', at: 0 }).heard).toEqual([
    ['text-copied', { what: 'reference' }],
  ]);
  expect(teller().other({ type: 'copy', what: 'phone', how: 'select', at: 0 }).heard).toEqual([]);
});

it('the connection goes and comes', () => {
  expect(
    teller().other({ type: 'network', online: false, at: 0 }).other({ type: 'network', online: true, at: 1 })
      .heard,
  ).toEqual([
    ['went-offline', {}],
    ['came-online', {}],
  ]);
});
