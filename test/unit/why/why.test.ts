import { describe, expect, it } from 'vitest';
import { en } from '../../../src/messages/why/en.js';
import { es } from '../../../src/messages/why/es.js';
import { pt } from '../../../src/messages/why/pt.js';
import type { WhySentences } from '../../../src/messages/why/types.js';
import type { Trigger } from '../../../src/config/types.js';
import { createTeller } from '../../../src/replay/teller.js';
import { sayAttempt, sayWhy } from '../../../src/why/why.js';
import { sayTime } from '../../../src/why/words.js';
import { shop } from '../../support/triggers.js';
import type { Shopper } from '../../support/shopper.js';

const say = (me: Shopper, locale = 'en', id = 't') => sayWhy(me.engine.why(id)[0]!, { locale, at: me.now });
const text = (me: Shopper, gate: string, locale = 'en', id = 't') =>
  say(me, locale, id).gates.find((one) => one.gate === gate)!.text;
const one = (more: Partial<Trigger> = {}, config = {}, options = {}) => {
  const made = shop([{ id: 't', timing: { at: 'pause' }, ...more }], config, options);
  return made.view('/cart').wait(5_000);
};

describe('why, in sentences', () => {
  it('says what it waits for, with numbers', () => {
    const me = one().type('name').wait(400).emit('go');
    expect(say(me).summary).toBe('Not shown: it waits for a pause; the last key was 0.4 s ago.');
    expect(say(me, 'es').summary).toBe('No se muestra: espera una pausa; la última tecla fue hace 0,4 s.');
    expect(say(me, 'pt-BR').summary).toBe(
      'Não é mostrado: espera por uma pausa; a última tecla foi há 0,4 s.',
    );
    expect(say(me, 'xx').summary).toBe(say(me).summary);
  });
  it('says that it is shown', () => {
    const me = one().emit('go').help('shown');
    expect(say(me).summary).toBe('Shown.');
  });
  it('of what is not armed leaves out the moment', () =>
    expect(say(one().type('name')).summary).toBe('Not shown: its condition is not met.'));
  it('tells every gate, in the order of the trace', () => {
    const me = one();
    expect(say(me).gates.map(({ gate }) => gate)).toEqual(
      me.engine.why('t')[0]!.gates.map(({ gate }) => gate),
    );
    for (const locale of ['en', 'es', 'pt'])
      for (const gate of say(me, locale).gates) expect(gate.text).not.toMatch(/[{}]|undefined/);
  });

  it.each<[string, string, () => Shopper, string]>([
    [
      'enabled',
      'enabled',
      () => one({}, { policy: { enabled: false } }),
      'all help is switched off by the policy',
    ],
    ['a draft', 'status', () => one({ status: 'draft' }), 'it is a draft'],
    ['in test', 'status', () => one({ status: 'test' }), 'it is in test, and this is no test'],
    [
      'in a test',
      'status',
      () => one({ status: 'test' }, {}, { test: true }),
      'it is in test, and this is a test',
    ],
    [
      'a schedule',
      'schedule',
      () => one({ schedule: { hours: '11:00-12:00', zone: 'Europe/Madrid' } }),
      'it is outside its schedule for another 60 min',
    ],
    [
      'another place',
      'where',
      () => one({ where: { url: '/payment' } }),
      'it is meant for another place than this one (checkout, cart, /cart, desktop)',
    ],
    [
      'a holdout',
      'holdout',
      () => one({}, { policy: { holdout: { share: 1, name: 'h' } } }),
      'the visitor is in the holdout h of 100%, who see nothing',
    ],
    [
      'a control arm',
      'experiment',
      () => one({ experiment: { name: 'x', variants: { control: { share: 1, nothing: true } } } }),
      'the visitor gets the variant control, which shows nothing',
    ],
    [
      'a limit',
      'limits',
      () =>
        one({ limits: [{ times: 1, per: '7d' }] })
          .emit('go')
          .help('shown'),
      'its limit is spent: shown 1 of 1 in 7 d',
    ],
    [
      'a limit of the session',
      'limits',
      () =>
        one({ limits: [{ times: 1, per: 'session' }] })
          .emit('go')
          .help('shown'),
      'its limit is spent: shown 1 of 1 per session',
    ],
    [
      'the gap',
      'gap',
      () =>
        one({}, { policy: { gap: '45s', limits: [] } })
          .emit('go')
          .help('shown')
          .wait(15_000),
      'the last help was only 15 s ago, and the gap is 45 s',
    ],
    [
      'a help that was closed',
      'snoozed',
      () => one().emit('go').help('shown').wait(3_000).help('dismissed'),
      'the customer closed it, and it stays away for another 1 d',
    ],
    [
      'being muted',
      'snoozed',
      () => one().feed({ type: 'mute', until: 3_605_000 }),
      'the customer wants no help for another 1 h',
    ],
    ['unless', 'unless', () => one({ unless: { event: 'no' } }).emit('no'), 'what speaks against it holds'],
    ['a missing anchor', 'anchor', () => one().emit('go').help('withheld'), 'its anchor is not on this page'],
    [
      'a dialog',
      'interruption',
      () => one().hold('dialog', true).wait(2_500),
      'it waits until the dialog of the page is closed; it has been open for 2.5 s',
    ],
    ['another tab', 'interruption', () => one().page(false), 'the customer is looking at another tab'],
  ])('says %s', (_what, gate, make, sentence) => expect(text(make(), gate)).toBe(sentence));

  it('says who is on screen', () => {
    const me = shop([
      { id: 'a', timing: { at: 'now' } },
      { id: 't', when: { event: 'other' } },
    ]);
    me.view('/cart').wait(5_000).emit('go').help('shown').emit('other');
    expect(text(me, 'contest')).toBe('“a” is on screen');
  });

  it('has the same blanks in all languages', () => {
    const blanks = (words: WhySentences) =>
      JSON.stringify(words, (key, value: unknown) =>
        key !== 'lang' && typeof value === 'string'
          ? [...value.matchAll(/\{\w+\}/g)]
              .map(([name]) => name)
              .sort()
              .join(' ')
          : key === 'lang'
            ? ''
            : value,
      );
    expect(blanks(es)).toEqual(blanks(en));
    expect(blanks(pt)).toEqual(blanks(en));
  });

  it('writes times in the unit that says most', () => {
    const times = [0, 400, 15_000, 90_000, 120_000, 150_000, 3_600_000, 7_200_000, 86_400_000, 604_800_000];
    expect(times.map((ms) => sayTime(en, ms))).toEqual([
      '0 s',
      '0.4 s',
      '15 s',
      '90 s',
      '2 min',
      '2.5 min',
      '1 h',
      '2 h',
      '1 d',
      '7 d',
    ]);
  });
});

describe('a story, line by line', () => {
  const lines = (until: number, events: readonly [at: number, event: string][], locale = 'en') => {
    const teller = createTeller({
      version: 1,
      content: { c: { title: 'C' } },
      triggers: [
        { id: 't', when: { event: 'go' }, unless: { event: 'no' }, show: { content: 'c', as: 'notice' } },
      ],
    });
    teller.feed({ type: 'view', at: 0, how: 'load', path: '/', steps: [] });
    for (const [at, event] of events)
      teller.feed(event === 'key' ? { type: 'key', at } : { type: 'host', at, event, data: {} });
    const [attempt] = teller.story(until).attempts;
    return sayAttempt(attempt!, { locale, time: (ms) => `${ms / 1000}s` }).map(
      ({ at, text: said }) => `${at} ${said}`,
    );
  };
  it('tells what kept it back, and what became of it', () => {
    expect(
      lines(20_000, [
        [4_900, 'key'],
        [5_000, 'go'],
        [5_500, 'key'],
      ]),
    ).toEqual([
      '5000 armed by “go”',
      '5000 due: only the moment is missing',
      '5000 kept back until 6.8s: it waits for a pause; the last key was 0.1 s ago',
      '6800 shown as notice',
    ]);
    expect(
      lines(20_000, [
        [4_900, 'key'],
        [5_000, 'go'],
        [5_500, 'no'],
      ]),
    ).toEqual([
      '5000 armed by “go”',
      '5000 due: only the moment is missing',
      '5000 kept back until 5.5s: it waits for a pause; the last key was 0.1 s ago',
      '5500 never shown: what speaks against it holds',
    ]);
    expect(
      lines(
        5_200,
        [
          [4_900, 'key'],
          [5_000, 'go'],
        ],
        'es',
      ),
    ).toEqual([
      '5000 armado por «go»',
      '5000 listo: solo falta el momento',
      '5200 sin mostrar al terminar la grabación: espera una pausa; la última tecla fue hace 0,3 s',
    ]);
  });
});
