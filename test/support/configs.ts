import fc from 'fast-check';
import { configSchema, type Schema } from '../../src/config/schema/index.js';
import type { Config } from '../../src/config/types.js';
import * as registry from '../../src/detect/registry.js';
import { busyConfig } from './records.js';

/** What the triggers refer to: names that the journals of records.ts speak of. */
const base: Config = {
  ...busyConfig,
  facts: { ...busyConfig.facts, eta: { type: 'date' }, list: { type: 'string' } },
  audiences: { gold: { tier: 'gold' }, known: { total: { gt: 3 } } },
  reasons: { why: { title: 'Why', owner: 'team', quadrant: 'simplify' } },
};

const some = (...values: readonly unknown[]): fc.Arbitrary<unknown> => fc.constantFrom(...values);
/** Now and then: most parts of a config say nothing of most things. */
const rarely = (one: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: one });
const mostly = (usual: unknown, ...others: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: some(...others) });
const duration = some('1ms', '400ms', '2s', '10s', '45s', '2m', '30m', '2h', '1d', '30d');
const signals = Object.values(registry).map(({ name }) => name);
const event = fc.oneof(
  { weight: 3, arbitrary: some('go', 'stop', 'payment-failure', 'order-placed', 'item-removed') },
  { weight: 2, arbitrary: some('field-error', 'field-changed', 'step-entered', 'page-viewed', 'help-shown') },
  { weight: 2, arbitrary: some(...signals) },
);
const instant = fc
  .integer({ min: -48 * 60, max: 48 * 60 })
  .map((minutes) => new Date(Date.UTC(2026, 10, 23, 9) + minutes * 60_000).toISOString());

/** Settings of a few signals. */
const tuned = fc
  .array(fc.tuple(fc.constantFrom(...Object.values(registry)), fc.nat(9), some('off', 1, 3, 15)), {
    maxLength: 3,
  })
  .map((list) =>
    Object.fromEntries(
      list.map(([{ name, defaults }, i, value]) => {
        const numbers = Object.keys(defaults).filter((key) => !key.endsWith('Ms'));
        return [name, value === 'off' ? { off: true } : { [numbers[i % numbers.length]!]: value }];
      }),
    ),
  );

/** What a schema of JSON cannot know: names that must exist, and values that mean something to the journals. */
const BY_KEY: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  content: some('text', 'other'),
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the language: `solved.then`
  then: some('text', 'other'),
  anchor: some('a', '#b'),
  journey: some('checkout', ['checkout', 'returns']),
  step: some('cart', 'checkout/payment', ['address', 'payment', 'label']),
  url: some('/cart', '/*', '/payment'),
  notUrl: some('/cart', '/address'),
  audience: some('gold', ['gold', 'known']),
  reason: some('why'),
  distinct: some('code', 'field', 'target'),
  hours: some('09:00-18:00', '22:00-03:00', '00:00-00:00', '08:30-09:15'),
  zone: some('Europe/Madrid', 'America/Sao_Paulo', 'Pacific/Auckland', 'UTC'),
  from: instant,
  until: instant,
  note: some('x'),
  signals: tuned,
  enabled: mostly(true, false),
  status: mostly('live', 'draft', 'test', 'off'),
  holdout: fc.record({ share: some(0, 0.05, 0.5), name: some('h'), by: some('visitor', 'session') }),
};
const BY_REF: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Duration: duration,
  LongDuration: some('1s', '30s', '10m', '1h', '7d'),
  EventName: event,
  Name: some('one', 'two', 'constructor-x'),
  Instant: instant,
  Day: some('2020-01-01', '2030-01-31'),
  Scalar: some('gold', 'card', 'zip', '__proto__', 3, 20, true, ''),
  Path: some('/cart', '/*'),
  Selector: some('.x'),
};

const schema = configSchema(Object.values(registry));
const defs = schema.$defs!;
const FACT_NAMES = some('tier', 'total', 'eta', 'list') as fc.Arbitrary<string>;
const DATA_NAMES = some('code', 'field', 'n', 'target', '__proto__', 'path') as fc.Arbitrary<string>;
/** How deep conditions are put into each other. */
const MAX_DEPTH = 2;

/** Values that a part of the schema allows: all its words, in combinations that nobody has thought of. */
function from(part: Schema, key: string, depth: number): fc.Arbitrary<unknown> {
  const own = BY_KEY[key];
  if (own) return own;
  if (part.$ref) return fromRef(part.$ref.replace('#/$defs/', ''), key, depth);
  if (part.const !== undefined) return some(part.const);
  if (part.enum) return some(...part.enum);
  if (part.anyOf && part.type !== 'object')
    return fc.oneof(...part.anyOf.map((one) => from({ type: part.type!, ...one }, '', depth)));
  switch (part.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(fc.integer({ min: part.minimum ?? 0, max: Math.min(part.maximum ?? 5, 4) }));
    case 'number':
      return some(...[0, 0.05, 0.3, 0.5, 0.75, 1, 3, 15].filter((one) => one <= (part.maximum ?? one)));
    case 'array':
      return fc.array(from(part.items!, '', depth + 1), {
        minLength: part.minItems ?? 0,
        maxLength: Math.min(part.maxItems ?? 3, (part.minItems ?? 0) + 1),
      });
    case 'object':
      return fromObject(part, depth);
    case 'string':
    default:
      return some(...(part.examples ?? ['x']));
  }
}

function fromRef(name: string, key: string, depth: number): fc.Arbitrary<unknown> {
  const own = BY_REF[name];
  if (own) return own;
  if (name === 'Condition') return condition(depth);
  if (name === 'Matcher')
    return fc.oneof(
      BY_REF['Scalar']!,
      fromRef('MatcherTests', '', depth),
      fc.array(BY_REF['Scalar']!, { minLength: 1, maxLength: 2 }),
    );
  if (name === 'Filter')
    return fc.dictionary(key === 'facts' ? FACT_NAMES : DATA_NAMES, fromRef('Matcher', '', depth), {
      minKeys: 1,
      maxKeys: 2,
    });
  return from(defs[name]!, '', depth);
}

function fromObject(part: Schema, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries(part.properties ?? {}).filter(([key]) => key !== '$comment');
  const entries = properties.map(([key, one]) => [key, from(one, key, depth)] as const);
  if (entries.length === 0 && typeof part.additionalProperties === 'object')
    return fc.dictionary(BY_REF['Name'] as fc.Arbitrary<string>, from(part.additionalProperties, '', depth), {
      minKeys: 1,
      maxKeys: 3,
    });
  const keys = properties.map(([key]) => key);
  // What an `if` of the schema asks for is simply always there.
  const needed = [...(part.required ?? []), ...['anchor', 'zone'].filter((key) => keys.includes(key))];
  const model = fc
    .record(
      Object.fromEntries(entries.map(([key, one]) => [key, needed.includes(key) ? one : rarely(one)])),
      { noNullPrototype: true },
    )
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
  if ((part.minProperties ?? 0) === 0) return model;
  const one = fc.oneof(...entries.map(([key, value]) => value.map((made) => ({ [key]: made }))));
  return fc.tuple(model, one).map(([all, sure]) => ({ ...all, ...sure }));
}

const HEADS = ['EventCondition', 'SequenceCondition', 'AbsenceCondition', 'ScoreCondition', 'FactsCondition'];
const NESTED = ['AllCondition', 'AnyCondition', 'NotCondition'];
const memo = new Map<number, fc.Arbitrary<unknown>>();
function condition(depth: number): fc.Arbitrary<unknown> {
  const known = memo.get(depth);
  if (known) return known;
  const of = (name: string) => from(defs[name]!, '', depth + 1);
  const simple = HEADS.map(of);
  const made =
    depth >= MAX_DEPTH
      ? fc.oneof(...simple)
      : fc.oneof(...simple.map((arbitrary) => ({ weight: 2, arbitrary })), ...NESTED.map(of));
  memo.set(depth, made);
  return made;
}

const trigger = fromObject(defs['Trigger']!, 0) as fc.Arbitrary<Config['triggers'][number]>;
const policy = fromObject(defs['Policy']!, 0) as fc.Arbitrary<NonNullable<Config['policy']>>;

/** Whole configs of up to so many triggers, sound by construction: made from the schema. */
export const configs = (maxTriggers = 4): fc.Arbitrary<Config> =>
  fc
    .tuple(fc.array(trigger, { minLength: 1, maxLength: maxTriggers }), fc.option(policy, { nil: undefined }))
    .map(([triggers, rules]) => ({
      ...base,
      triggers: triggers.map((one, i) => ({ ...one, id: `t${i}` })),
      policy: rules ?? { limits: [], gap: '1s' },
    }));
