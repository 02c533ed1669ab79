import { describe, expect, it } from 'vitest';
import type { Condition, Config, Matcher, Trigger } from '../../../src/config/types.js';
import { compileMatcher, type Value } from '../../../src/core/matcher.js';
import { configSchema } from '../../../src/config/schema/index.js';
import type { FactsRecord } from '../../../src/core/records.js';
import type { Shopper } from '../../support/shopper.js';
import { journeys, offered, shop } from '../../support/triggers.js';

/** Each operator, a value of the kind that it asks for and that matches, and values of other kinds. */
const OPERATORS: readonly (readonly [name: string, matcher: Matcher, match: Value, odd: readonly Value[]])[] =
  [
    ['a value', 'gold', 'gold', [5, true, [5]]],
    ['a list', ['gold', 'new'], 'new', [5, true, [5]]],
    ['is', { is: 3 }, 3, ['3', true]],
    ['not', { not: 'gold' }, 'silver', [5, false, [5]]],
    ['not, a list', { not: [1, 2] }, 3, ['3', true]],
    ['in', { in: [1, 2] }, 1, ['1', true]],
    ['gt', { gt: 3 }, 4, ['4', true, [4]]],
    ['gte', { gte: 3 }, 3, ['3', true, [3]]],
    ['lt', { lt: 15 }, 3, ['3', '', false]],
    ['lte', { lte: 15 }, 15, ['15', false]],
    ['contains', { contains: 'ol' }, 'gold', [5, true, [5]]],
    ['startsWith', { startsWith: 'go' }, 'gold', [5, true, ['gold']]],
    ['endsWith', { endsWith: 'ld' }, 'gold', [5, true, ['gold']]],
    ['before', { before: '2h' }, '2026-11-23T10:00:00Z', ['soon', '2026-02-31', true]],
    ['olderThan', { olderThan: '2h' }, '2026-11-23T06:00:00Z', ['long ago', true]],
  ];

/** Ways for a fact to be missing: what the page has told, if anything. */
const MISSING: readonly (readonly [name: string, told: FactsRecord['facts']])[] = [
  ['absent', {}],
  ['null', { tier: null }],
  ['forgotten', { tier: null, total: 5 }],
  ['another one is known', { total: 5 }],
];

const show = (more: Partial<Trigger>, told: FactsRecord['facts'], config: Partial<Config> = {}): Shopper =>
  shop([more], config).facts(told).view('/cart').emit('go').wait(10);
const shown = (me: Shopper) => offered(me).length > 0;
const fact = (matcher: Matcher): Condition => ({ facts: { tier: matcher } });
const go = (condition: Condition): Condition => ({ all: [{ event: 'go' }, condition] });

/** Everywhere where a fact can be asked for so that help follows from a match. */
const PLACES: Readonly<Record<string, (matcher: Matcher, told: FactsRecord['facts']) => boolean>> = {
  when: (matcher, told) => shown(show({ when: go(fact(matcher)) }, told)),
  'not not': (matcher, told) => shown(show({ when: go({ not: { not: fact(matcher) } }) }, told)),
  'not any not': (matcher, told) =>
    shown(show({ when: go({ not: { any: [{ not: fact(matcher) }] } }) }, told)),
  audience: (matcher, told) =>
    shown(show({ where: { audience: 'them' } }, told, { audiences: { them: { tier: matcher } } })),
  unless: (matcher, told) => !shown(show({ unless: fact(matcher) }, told)),
};
/** Everywhere where help follows from the opposite. */
const OPPOSITES: Readonly<Record<string, (matcher: Matcher, told: FactsRecord['facts']) => boolean>> = {
  not: (matcher, told) => shown(show({ when: go({ not: fact(matcher) }) }, told)),
  'not all': (matcher, told) => shown(show({ when: go({ not: { all: [fact(matcher)] } }) }, told)),
  'not not not': (matcher, told) => shown(show({ when: go({ not: { not: { not: fact(matcher) } } }) }, told)),
  'not in unless': (matcher, told) => !shown(show({ unless: { not: fact(matcher) } }, told)),
};
type EventData = Readonly<Record<string, string | number | boolean>>;
/** The same in the data of events: `code` is missing or is not. */
const EVENTS: Readonly<Record<string, (matcher: Matcher, data: EventData) => boolean>> = {
  'event where': (matcher, data) =>
    shown(shop([{ when: { event: 'go', where: { code: matcher } } }]).emit('go', data)),
  'sequence where': (matcher, data) =>
    shown(
      shop([
        { when: { sequence: [{ event: 'go', where: { code: matcher } }, { event: 'b' }], within: '1m' } },
      ])
        .emit('go', data)
        .emit('b'),
    ),
  'after where': (matcher, data) =>
    shown(
      shop([
        { when: { after: { event: 'go', where: { code: matcher } }, without: [{ event: 'b' }], for: '5s' } },
      ])
        .emit('go', data)
        .wait(6_000),
    ),
  'without where': (matcher, data) =>
    !shown(
      shop([
        { when: { after: { event: 'a' }, without: [{ event: 'go', where: { code: matcher } }], for: '5s' } },
      ])
        .emit('a')
        .emit('go', data)
        .wait(6_000),
    ),
  'solved where': (matcher, data) =>
    shop([{ when: { event: 'start' }, solved: { by: { event: 'go', where: { code: matcher } } } }])
      .emit('start')
      .help('shown')
      .emit('go', data)
      .helps()
      .includes('t0 solved'),
  'done where': (matcher, data) => {
    const checkout = { ...journeys['checkout']!, done: { event: 'go', where: { code: matcher } } };
    return shown(
      shop([{ when: { event: 'journey-completed' } }], { journeys: { checkout } })
        .view('/cart')
        .emit('go', data),
    );
  },
  'unless where': (matcher, data) =>
    !shown(
      shop([{ when: { event: 'start' }, unless: { event: 'go', where: { code: matcher } } }])
        .emit('go', data)
        .emit('start'),
    ),
};
const asData = (value: Value): EventData => ({ code: value as string });

describe.each(OPERATORS)('%s', (_, matcher, match, odd) => {
  it.each(Object.entries(PLACES))('%s: matches what it ought to, and nothing missing', (_place, matches) => {
    expect(matches(matcher, { tier: match as string })).toBe(true);
    for (const [name, told] of MISSING) expect([name, matches(matcher, told)]).toEqual([name, false]);
    for (const value of odd)
      expect([value, matches(matcher, { tier: value as string })]).toEqual([value, false]);
  });
  it.each(Object.entries(OPPOSITES))('%s: of what is missing there is no opposite', (_place, matches) => {
    expect(matches(matcher, { tier: match as string })).toBe(false);
    for (const [name, told] of MISSING) expect([name, matches(matcher, told)]).toEqual([name, false]);
    for (const value of odd)
      expect([value, matches(matcher, { tier: value as string })]).toEqual([value, false]);
  });
  it.each(Object.entries(EVENTS))(
    '%s: of what an event does not say, nothing is known',
    (_place, matches) => {
      expect(matches(matcher, asData(match))).toBe(true);
      expect(matches(matcher, {})).toBe(false);
      expect(matches(matcher, { other: 1 })).toBe(false);
      for (const value of odd) expect([value, matches(matcher, asData(value))]).toEqual([value, false]);
    },
  );
});

it('has every operator of the schema', () => {
  const names = Object.keys(configSchema([]).$defs!['MatcherTests']!.properties!).filter(
    (one) => one[0] !== '$',
  );
  // `exists` has tests of its own.
  const tried = [
    'exists',
    ...OPERATORS.flatMap(([, matcher]) => (typeof matcher === 'object' ? Object.keys(matcher) : [])),
  ];
  expect(names.filter((one) => !tried.includes(one))).toEqual([]);
});

describe('exists', () => {
  it('alone says something of what is missing', () => {
    for (const [name, told] of MISSING) {
      expect([name, PLACES['when']!({ exists: false }, told)]).toEqual([name, true]);
      expect([name, PLACES['when']!({ exists: true }, told)]).toEqual([name, false]);
      expect([name, OPPOSITES['not']!({ exists: true }, told)]).toEqual([name, true]);
    }
    for (const value of ['', 0, false, []]) {
      expect([value, PLACES['when']!({ exists: true }, { tier: value })]).toEqual([value, true]);
      expect([value, PLACES['when']!({ exists: false }, { tier: value })]).toEqual([value, false]);
    }
  });
  it('false together with another test asks for what cannot be', () => {
    expect(compileMatcher({ exists: false, gt: 3 }, '')(undefined, 0)).toBeUndefined();
    expect(compileMatcher({ exists: false, gt: 3 }, '')(4, 0)).toBe(false);
  });
});

it.each<[string, Partial<Trigger>]>([
  ['when', { when: fact('gold') }],
  ['not', { when: go({ not: { facts: { teir: 'gold' } } }) }],
  ['unless', { unless: { facts: { teir: { not: 'gold' } } } }],
])('an undeclared fact in %s: the trigger is off and told, whatever the page tells', (place, more) => {
  const facts: Config['facts'] = place === 'when' ? {} : { tier: { type: 'string' } };
  const me = shop([more, { id: 'other' }], { facts })
    .facts({ tier: 'gold', teir: 'gold' })
    .emit('go');
  expect(me.problems).toMatchObject([
    { code: 'TRIGGER_INVALID', message: expect.stringMatching(/there is no fact/) as string },
  ]);
  expect(offered(me)).toEqual(['other']);
});
it('an undeclared fact in an audience is missing', () => {
  const me = shop([{ where: { audience: 'them' } }], { audiences: { them: { teir: { not: 'gold' } } } });
  expect(offered(me.emit('go').wait(10))).toEqual([]);
});
it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
  'a fact called %s is missing until it is told',
  (name) => {
    const facts = { [name]: { type: 'string' as const } };
    const when: Condition = { all: [{ event: 'go' }, { facts: { [name]: { not: 'x' } } }] };
    expect(shown(shop([{ when }], { facts }).emit('go'))).toBe(false);
  },
);
