import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.js';
import type { JournalRecord } from '../../../src/core/records.js';
import { createTrial, StepError, type Expectation, type Test } from '../../../src/replay/trial.js';
import { createPlayer, VERBS, type Step } from '../../../src/replay/steps.js';
import { createTeller } from '../../../src/replay/teller.js';
import { SIGNALS } from '../../../src/check/check.js';
import { testSchema } from '../../../src/check/tests/schema.js';

const config: Config = {
  version: 1,
  facts: { tier: { type: 'string' } },
  content: { text: { title: 'Text' } },
  journeys: {
    checkout: {
      steps: [
        { id: 'cart', url: '/cart' },
        { id: 'payment', url: '/payment' },
      ],
    },
  },
  policy: { limits: [], gap: '1ms' },
  triggers: [
    {
      id: 'declined',
      when: { event: 'failed', min: 2, within: '1m' },
      show: { content: 'text', as: 'notice' },
    },
    {
      id: 'gold',
      when: { facts: { tier: 'gold' } },
      where: { step: 'payment' },
      show: { content: 'text', as: 'notice' },
    },
    { id: 'rage', when: { event: 'rage-click' }, show: { content: 'text', as: 'notice' } },
    { id: 'stall', when: { event: 'field-left' }, show: { content: 'text', as: 'notice' } },
  ],
};
const met = (records: readonly Step[], expect_: Expectation, more: Partial<Test> = {}) => {
  const trial = createTrial(config, { name: 't', records, expect: [expect_], ...more });
  trial.play();
  return trial.end().outcomes[0]!;
};
const twice: readonly Step[] = [
  { view: '/cart' },
  { wait: '5s' },
  { emit: 'failed' },
  { wait: '5s' },
  { emit: 'failed' },
  { wait: '5s' },
];

describe('an expectation', () => {
  it('of being shown holds at any time, within one, and at a moment', () => {
    const trigger = 'declined';
    expect(met(twice, { trigger, shown: true }).met).toBe(true);
    expect(met(twice, { trigger, shown: true, within: '9s' }).met).toBe(false);
    expect(met(twice, { trigger, shown: true, within: '10s' }).met).toBe(true);
    expect(met(twice, { trigger, shown: true, at: '9s' }).met).toBe(false);
    expect(met(twice, { trigger, shown: true, at: '14s' }).met).toBe(true);
    const dismissed = [...twice, { dismiss: 'declined' }, { wait: '5s' }] as const;
    expect(met(dismissed, { trigger, shown: true, at: '18s' }).met).toBe(false);
    expect(met(dismissed, { trigger, shown: true }).met).toBe(true);
  });
  it('of form, text and number', () => {
    const trigger = 'declined';
    expect(met(twice, { trigger, shown: true, as: 'notice', content: 'text', times: 1 }).met).toBe(true);
    expect(met(twice, { trigger, shown: true, as: 'badge' }).met).toBe(false);
    expect(met(twice, { trigger, shown: true, times: 2 }).met).toBe(false);
  });
  it('of not being shown is the opposite', () => {
    const trigger = 'declined';
    expect(met(twice, { trigger, notShown: true }).met).toBe(false);
    expect(met(twice, { trigger, notShown: true, within: '9s' }).met).toBe(true);
    expect(met(twice, { trigger, notShown: true, at: '9s' }).met).toBe(true);
  });
  it('of a gate looks at what is armed, and at what is not', () => {
    expect(met(twice, { trigger: 'rage', withheldBy: 'when' }).met).toBe(true);
    expect(met(twice, { trigger: 'declined', withheldBy: 'when' }).met).toBe(false);
    const gold = { facts: { tier: 'gold' } };
    expect(met(twice, { trigger: 'gold', withheldBy: 'where' }, gold).met).toBe(true);
    expect(met(twice, { trigger: 'gold', withheldBy: 'limits' }, gold).met).toBe(false);
    const typed = [
      ...twice.slice(0, 3),
      { wait: '4s' },
      { typing: 'card', for: '1s' },
      { emit: 'failed' },
      { typing: 'card', for: '4s' },
    ] as const;
    expect(met(typed, { trigger: 'declined', withheldBy: 'interruption' }, {}).met).toBe(true);
    expect(
      met([...typed, { wait: '9s' }], { trigger: 'declined', withheldBy: 'interruption', at: '12s' }).met,
    ).toBe(true);
  });
  it('that is not met comes with what happened, and every gate', () => {
    const { attempts, at, trace } = met(twice, { trigger: 'declined', shown: true, within: '9s' });
    expect(at).toBe(9_000);
    expect(attempts).toMatchObject([{ armed: 10_000 }]);
    expect(trace?.gates.find(({ gate }) => gate === 'when')).toMatchObject({ pass: false });
  });
  it('about later than the last record is waited for', () =>
    expect(met(twice.slice(0, 5), { trigger: 'declined', shown: true, within: '20s' }).met).toBe(true));
});

describe('a recording in a test', () => {
  it('counts from its first record, and goes on from its state', () => {
    const records: JournalRecord[] = [
      { type: 'view', at: 90_000, how: 'load', path: '/cart', steps: [] },
      { type: 'host', at: 95_000, event: 'failed', data: {} },
      { type: 'host', at: 100_000, event: 'failed', data: {} },
    ];
    const run = (within: string) => {
      const trial = createTrial(config, {
        name: 't',
        recording: 'x',
        expect: [{ trigger: 'declined', shown: true, within }],
      });
      for (const record of records) trial.feed(record);
      return trial.end(110_000).outcomes[0]!.met;
    };
    expect([run('9s'), run('10s')]).toEqual([false, true]);
  });
});

describe('steps', () => {
  const recordsOf = (steps: readonly Step[]) => {
    const records: JournalRecord[] = [];
    const teller = createTeller(config);
    const feed = teller.feed;
    const player = createPlayer(
      { ...teller, feed: (record) => (records.push(record), feed(record)) },
      (until) => teller.advance(until),
    );
    player.play(steps);
    return { records, now: player.now };
  };

  it('press: the page answers, unless it does not', () => {
    expect(recordsOf([{ press: 'pay' }]).records.map(({ type, at }) => `${type} ${at}`)).toEqual([
      'press 0',
      'effect 100',
    ]);
    expect(recordsOf([{ press: 'pay', answered: false, times: 3 }]).records.map(({ at }) => at)).toEqual([
      0, 300, 600,
    ]);
  });
  it('hammering without an answer is the real signal', () => {
    const records = [
      { view: '/cart' },
      { wait: '5s' },
      { press: 'pay', answered: false, times: 5 },
      { wait: '5s' },
    ];
    expect(met(records, { trigger: 'rage', shown: true }).met).toBe(true);
    expect(
      met([{ view: '/cart' }, { wait: '5s' }, { press: 'pay', times: 5 }, { wait: '5s' }], {
        trigger: 'rage',
        notShown: true,
      }).met,
    ).toBe(true);
  });
  it('signal: as if it had been detected', () =>
    expect(
      met([{ view: '/cart' }, { wait: '5s' }, { signal: 'rage-click', target: 'pay' }, { wait: '2s' }], {
        trigger: 'rage',
        shown: true,
      }).met,
    ).toBe(true));
  it('fill and typing take their time and give keys', () => {
    const { records, now } = recordsOf([{ fill: 'zip', for: '1s' }]);
    expect(now).toBe(1_000);
    expect(records.map((one) => (one.type === 'field' ? one.what : one.type)).join(' ')).toBe(
      `focus ${'key input '.repeat(5)}leave`,
    );
  });
  it('repeat, away, request and raw records', () => {
    const { records, now } = recordsOf([
      { repeat: 2, steps: [{ emit: 'a' }, { wait: '1s' }] },
      { away: '10s' },
      { request: 500, took: '2s' },
      { record: { type: 'zoom', scale: 2 } as unknown as { type: string } },
    ]);
    expect(now).toBe(14_000);
    expect(records.map(({ type, at }) => `${type} ${at}`)).toEqual([
      'host 0',
      'host 1000',
      'page 2000',
      'page 12000',
      'request 14000',
      'zoom 14000',
    ]);
  });
  it('answers to help that is not there are a mistake of the test', () =>
    expect(() => met([{ view: '/cart' }, { dismiss: 'rage' }], { trigger: 'rage', shown: true })).toThrow(
      StepError,
    ));

  it('have one verb each, and the schema knows all of them', () => {
    const step = testSchema().$defs!['Step']!;
    const verbs = step.oneOf!.map(({ required }) => required![0]);
    expect(verbs).toEqual(Object.keys(VERBS));
    const words = new Set([...Object.keys(VERBS), ...Object.values(VERBS).flat(), '$comment']);
    expect(new Set(Object.keys(step.properties!))).toEqual(words);
    expect(step.properties!['signal']!.enum).toEqual(SIGNALS.map(({ name }) => name));
  });
});
