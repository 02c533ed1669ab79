import { expect, it } from 'vitest';
import { startNeutral, tellNeutral } from '../../../src/journey/neutral.js';
import { shopper, type Shopper } from '../../support/shopper.js';

function told(act: (me: Shopper) => void): [string, object][] {
  const me = shopper();
  act(me);
  const state = startNeutral();
  const out: [string, object][] = [];
  for (const record of me.records) tellNeutral(record, state, (name, data) => out.push([name, data]));
  return out;
}
const names = (act: (me: Shopper) => void) => told(act).map(([name]) => name);

it('a field is changed once per visit, however much is typed', () => {
  expect(names((me) => me.focus('a').type('a').type('a').type('a').leave('a').focus('a').type('a'))).toEqual([
    'field-focused',
    'field-changed',
    'field-left',
    'field-focused',
    'field-changed',
  ]);
});
it('tells what a trigger may ask for, and nothing typed', () => {
  expect(told((me) => me.leave('zip'))).toEqual([
    ['field-left', { field: 'zip', form: 'form', empty: false, valid: true }],
  ]);
  expect(told((me) => me.error('zip', 'text', { atLoad: true }))).toEqual([
    ['field-error', { field: 'zip', form: 'form', source: 'text', atLoad: true, same: false }],
  ]);
  expect(told((me) => me.ok('zip'))).toEqual([['field-accepted', { field: 'zip', form: 'form' }]]);
  expect(told((me) => me.submit('card'))).toEqual([['form-submitted', { form: 'card' }]]);
  expect(told((me) => me.wait(500).request(400, { status: 502 }))).toEqual([
    ['request-settled', { status: 502, ok: false, ms: 400 }],
  ]);
  expect(told((me) => me.emit('order-placed', { total: 5 }))).toEqual([['order-placed', { total: 5 }]]);
  expect(told((me) => me.feed({ type: 'contact', channel: 'chat', reason: 'wismo' }))).toEqual([
    ['contact-started', { channel: 'chat', reason: 'wismo' }],
  ]);
});
it('says nothing of presses, keys and effects', () => {
  expect(
    names((me) => me.press('x').effect().feed({ type: 'key' }).scroll().page(false).exception()),
  ).toEqual([]);
});
