import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.js';
import {
  eventsOf,
  factsOf,
  localesOf,
  localTime,
  readData,
  readFact,
  SIGNALS,
} from '../../../src/inspector/model/simulate.js';

const CONFIG = {
  version: 1,
  locale: 'en',
  facts: { 'order.state': { type: 'string', values: ['placed', 'shipped'] }, total: { type: 'number' } },
  journeys: { buy: { steps: [], done: { event: 'order-placed' } } },
  translations: { es: {} },
  triggers: [
    undefined,
    { id: 'a', when: { all: [{ event: 'rage-click' }, { event: 'coupon-refused' }] }, show: {} },
  ],
} as unknown as Config;

describe('what can be simulated', () => {
  it('every signal, with its weight', () => {
    expect(SIGNALS.find(({ name }) => name === 'dead-click')?.weight).toBeGreaterThan(0);
    for (const { meaning, weight } of SIGNALS) {
      expect(meaning).toMatch(/\.$/);
      expect(weight).toBeGreaterThanOrEqual(0);
    }
  });
  it('events that are no signals', () =>
    expect(eventsOf(CONFIG)).toEqual(['coupon-refused', 'order-placed']));
  it('the languages of its texts', () => expect(localesOf(CONFIG)).toEqual(['en', 'es']));
  it('facts as they are known', () =>
    expect(factsOf(CONFIG, { total: 12 }).map(({ name, value }) => [name, value])).toEqual([
      ['order.state', undefined],
      ['total', '12'],
    ]));

  it.each([
    ['number', '1.5', 1.5],
    ['number', 'x', undefined],
    ['number', ' ', undefined],
    ['boolean', 'true', true],
    ['boolean', 'yes', undefined],
    ['list', 'a, b,,c ', ['a', 'b', 'c']],
    ['string', ' as it is', ' as it is'],
    ['date', '2027-01-01', '2027-01-01'],
  ] as const)('reads a %s from %j', (type, text, value) => expect(readFact({ type }, text)).toEqual(value));

  it('reads data of events, and says what is wrong with it', () => {
    expect(readData('')).toEqual({ data: {} });
    expect(readData('{ "code": "card_declined", "n": 2, "hard": true }')).toEqual({
      data: { code: 'card_declined', n: 2, hard: true },
    });
    for (const text of ['[1]', '"x"', 'null', '{ "a": {} }', '{ a: 1 }'])
      expect(readData(text)).toHaveProperty('wrong', expect.stringMatching(/./));
  });
  it('writes a time as the field for it reads it', () => {
    const wall = new Date(2026, 10, 27, 9, 5).getTime();
    expect(localTime(wall)).toBe('2026-11-27T09:05');
    expect(new Date(localTime(wall)).getTime()).toBe(wall);
  });
});
