import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { projectSchema } from '../../../src/check/project.js';
import { example } from '../../support/mutate.js';

const schema = projectSchema(example());
const valid = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
type Json = Record<string, unknown>;
/** The example, with the first trigger changed. */
const changed = (change: (trigger: Json, config: Json) => void): Json => {
  const config = example();
  change(config.triggers[0]!, config);
  return config;
};

describe('the schema of a project', () => {
  it('accepts the project', () => {
    expect(valid(example()), JSON.stringify(valid.errors)).toBe(true);
  });

  it.each<[string, (trigger: Json, config: Json) => void]>([
    ['step', (t) => void (t['where'] = { step: 'paymnet' })],
    ['one of several steps', (t) => void (t['where'] = { step: ['payment', 'paymnet'] })],
    ['journey', (t) => void (t['where'] = { journey: 'chekout' })],
    ['reason', (t) => void (t['reason'] = 'pay.declinde')],
    ['content', (t) => void (t['show'] = { content: 'declined', as: 'notice' })],
    ['anchor', (t) => void (t['show'] = { content: 'declined-help', as: 'inline', anchor: 'card-from' })],
    ['fact', (t) => void (t['unless'] = { facts: { 'payment.metod': 'card' } })],
    ['value of a fact', (t) => void (t['unless'] = { facts: { 'payment.method': 'cash' } })],
    ['fact in an audience', (_t, c) => void (c['audiences'] = { a: { nope: 1 } })],
    ['channel', (_t, c) => void (c['contact'] = { order: ['email'], channels: {} })],
    ['content in a translation', (_t, c) => void (c['translations'] = { es: { nope: { title: 'x' } } })],
  ])('refuses an unknown %s', (_name, change) => {
    expect(valid(changed(change))).toBe(false);
  });

  it.each<[string, (trigger: Json, config: Json) => void]>([
    ['a step with its journey', (t) => void (t['where'] = { step: 'checkout/payment' })],
    ['a fact of a source', (t) => void (t['unless'] = { facts: { 'incidents.x.impact': 'minor' } })],
    [
      'tests of a fact with values',
      (t) => void (t['unless'] = { facts: { 'payment.method': { not: 'card' } } }),
    ],
    ['an event of the page', (t) => void (t['when'] = { event: 'something-new' })],
    ['a known translation', (_t, c) => void (c['translations'] = { es: { 'order-card': { title: 'x' } } })],
    ['a comment', (t) => void (t['unless'] = { facts: { $comment: 'x', 'payment.method': 'card' } })],
  ])('accepts %s', (_name, change) => {
    expect(valid(changed(change)), JSON.stringify(valid.errors)).toBe(true);
  });

  it('offers the events of the page', () => {
    const names = (schema as { $defs: Record<string, { anyOf: { const?: string }[] }> }).$defs[
      'EventName'
    ]!.anyOf.map((one) => one.const);
    expect(names).toEqual(expect.arrayContaining(['order-placed', 'payment-accepted', 'rage-click']));
  });

  it.each([undefined, null, 5, [], {}, { facts: 5, journeys: { j: null }, triggers: [null] }])(
    'of %j is still a schema',
    (config) => {
      expect(() => new Ajv2020({ strict: true }).compile(projectSchema(config))).not.toThrow();
    },
  );
});
