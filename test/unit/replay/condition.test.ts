import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Config } from '../../../src/config/types.js';
import { en } from '../../../src/messages/why/en.js';
import { lacking } from '../../../src/replay/condition.js';
import { createTeller } from '../../../src/replay/teller.js';
import { sayPart } from '../../../src/why/part.js';
import { busyConfig, journal } from '../../support/records.js';
import { shop } from '../../support/triggers.js';
import type { Shopper } from '../../support/shopper.js';

const said = (when: Condition, play: (me: Shopper) => unknown = () => {}): string[] => {
  const me = shop([{ id: 't', when, status: 'off' }]);
  me.view('/cart').wait(5_000);
  play(me);
  return lacking(when, 't', me.engine.state).map((part) => sayPart(en, part));
};

describe('what a condition lacks', () => {
  it.each<[string, Condition, (me: Shopper) => unknown, string[]]>([
    ['an event', { event: 'go', min: 3 }, (me) => me.emit('go').emit('go'), ['“go” happened 2 of 3 times']],
    [
      'an event in time',
      { event: 'go', min: 2, within: '10m' },
      (me) => me.emit('go').wait(601_000).emit('go'),
      ['“go” happened 1 of 2 times in 10 min'],
    ],
    [
      'an event of this step',
      { event: 'go', min: 2, per: 'step' },
      (me) => me.emit('go').view('/payment'),
      ['“go” happened 0 of 2 times'],
    ],
    [
      'different values',
      { event: 'go', distinct: 'x', min: 2 },
      (me) => me.emit('go', { x: 1 }).emit('go', { x: 1 }),
      ['“go” happened 1 of 2 times'],
    ],
    [
      'the rest of a sequence',
      { sequence: [{ event: 'a' }, { event: 'b' }, { event: 'c' }], within: '1m' },
      (me) => me.emit('a').emit('b'),
      ['of its sequence 2 of 3 have happened, and “c” is next'],
    ],
    [
      'time',
      { after: { event: 'a' }, without: [{ event: 'b' }], for: '45s' },
      (me) => me.emit('a').scroll().wait(12_000),
      ['12 s of 45 s have passed since “a”'],
    ],
    [
      'a beginning',
      { after: { event: 'a' }, without: [{ event: 'b' }], for: '45s' },
      (me) => me.emit('a').emit('b'),
      ['it waits for “a”'],
    ],
    ['struggle', { score: 'struggle', above: 0.6 }, () => {}, ['the struggle is 0, and must be above 0.6']],
    ['a fact', { facts: { tier: 'gold' } }, () => {}, ['“tier” is not known']],
    [
      'another value',
      { facts: { tier: 'gold' } },
      (me) => me.facts({ tier: 'silver' }),
      ['“tier” is “silver”'],
    ],
    [
      'what must not be',
      { all: [{ event: 'go' }, { not: { event: 'stop' } }] },
      (me) => me.emit('go').emit('stop'),
      ['“stop” has happened, which it must not'],
    ],
    [
      'any of several',
      { any: [{ event: 'a' }, { all: [{ event: 'b' }, { event: 'c' }] }] },
      (me) => me.emit('b'),
      ['“a” has not happened', '“c” has not happened'],
    ],
    ['nothing', { any: [{ event: 'a' }, { event: 'b' }] }, (me) => me.emit('b'), []],
  ])('%s', (_what, when, play, sentences) => expect(said(when, play)).toEqual(sentences));

  it('is nothing exactly when the engine finds it met', () => {
    const more: Config['triggers'] = [
      { facts: { tier: 'gold', total: { gt: 1 } } },
      { not: { facts: { tier: 'gold', total: { gt: 1 } } } },
      { not: { all: [{ facts: { total: 1 } }, { event: 'go' }] } },
      { not: { any: [{ facts: { tier: 'gold' } }, { event: 'stop' }] } },
      { event: 'go', per: 'step', min: 2, within: '30s' },
      { event: 'field-error', distinct: 'field', per: 'session' },
    ].map((when, i) => ({
      id: `more-${i}`,
      when: when as Condition,
      show: { content: 'text', as: 'notice' },
    }));
    const config: Config = { ...busyConfig, triggers: [...busyConfig.triggers, ...more] };
    fc.assert(
      fc.property(journal(), (records) => {
        const teller = createTeller(config);
        for (const record of records) {
          teller.feed(record);
          for (const { trigger, state, gates } of teller.engine.why()) {
            // What has happened stays so once it has armed the trigger.
            if (state !== 'idle') continue;
            const { when } = config.triggers.find(({ id }) => id === trigger)!;
            const met = gates.find(({ gate }) => gate === 'when')!.pass;
            expect([trigger, lacking(when, trigger, teller.engine.state).length === 0]).toEqual([
              trigger,
              met,
            ]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
