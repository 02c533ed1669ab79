import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config, Trigger } from '../../../src/config/types.js';
import type { JournalRecord } from '../../../src/core/records.js';
import { createTeller, type TellerOptions } from '../../../src/replay/teller.js';
import { busyConfig, journal } from '../../support/records.js';

const trigger = (more: Partial<Trigger> = {}): Trigger => ({
  id: 'help',
  when: { event: 'go' },
  show: { content: 'text', as: 'inline', anchor: 'here' },
  ...more,
});
const configOf = (triggers: readonly Trigger[], more: Partial<Config> = {}): Config => ({
  version: 1,
  content: { text: { title: 'Text' } },
  triggers,
  ...more,
});
const view = (at: number, path = '/cart', how: 'load' | 'route' = 'load'): JournalRecord => ({
  type: 'view',
  at,
  how,
  path,
  steps: [],
});
const host = (at: number, event = 'go'): JournalRecord => ({ type: 'host', at, event, data: {} });
const key = (at: number): JournalRecord => ({ type: 'key', at });

function tell(config: Config, records: readonly JournalRecord[], until: number, options: TellerOptions = {}) {
  const teller = createTeller(config, options);
  for (const record of records) teller.feed(record);
  return teller.story(until);
}

describe('a story', () => {
  it('tells when a trigger was armed and by what, due, and shown as what', () => {
    const { attempts } = tell(configOf([trigger()]), [view(0), key(9_000), host(9_500)], 20_000);
    expect(attempts).toEqual([
      {
        trigger: 'help',
        armed: 9_500,
        because: 'go',
        due: 9_500,
        held: [{ gate: 'interruption', at: 9_500, until: 10_300, value: 'typing', data: { ago: 500 } }],
        shown: 10_300,
        as: 'inline',
        content: 'text',
        end: 'shown',
        gate: null,
        ended: null,
        left: null,
        solved: null,
      },
    ]);
  });

  it('tells of one that its first look shows at once', () => {
    const { attempts } = tell(configOf([trigger()]), [view(0), host(5_000)], 6_000);
    expect(attempts).toMatchObject([{ armed: 5_000, due: 5_000, shown: 5_000, end: 'shown', held: [] }]);
  });

  it('tells which gate withheld it, with its value', () => {
    const config = configOf([trigger({ unless: { event: 'paid' } })]);
    const { attempts } = tell(config, [view(0), host(4_000, 'paid'), host(5_000)], 6_000);
    expect(attempts).toMatchObject([
      {
        end: 'withheld',
        gate: 'unless',
        ended: 5_000,
        shown: null,
        held: [{ gate: 'unless', value: 'holds' }],
      },
    ]);
  });

  it('tells of what its limit kept back to the end', () => {
    const config = configOf([trigger({ limits: [{ times: 1, per: 'session' }], priority: 'incident' })]);
    const records = [view(0), host(3_000), view(9_000, '/other'), host(12_000)];
    const { attempts } = tell(config, records, 30_000);
    expect(attempts).toMatchObject([
      { shown: 3_000, left: 'page left', ended: 9_000 },
      {
        end: 'waiting',
        gate: 'limits',
        held: [{ gate: 'limits', data: { used: 1, times: 1, per: 'session' } }],
      },
    ]);
  });

  it('becomes a badge where the moment never comes', () => {
    const typing = Array.from({ length: 300 }, (_, i) => key(5_000 + i * 100));
    const { attempts } = tell(configOf([trigger()]), [view(0), key(4_900), host(4_950), ...typing], 40_000);
    expect(attempts).toMatchObject([{ shown: 24_950, as: 'badge', held: [{ gate: 'interruption' }] }]);
  });

  it('tells of one whose step was left before it was due', () => {
    const config = configOf([trigger({ timing: { delay: '10s' } })]);
    const records = [view(0), host(5_000), view(20_000, '/b')];
    // The delay has passed on the page before, and its place is another one now: it goes with nothing said.
    const { attempts } = tell(configOf([trigger({ where: { url: '/b' } })]), records, 30_000);
    expect(attempts).toMatchObject([{ armed: 5_000, end: 'gone', gate: 'where', ended: 20_000 }]);
    expect(tell(config, [view(0), host(5_000)], 9_000).attempts).toMatchObject([
      { end: 'waiting', gate: null, held: [] },
    ]);
  });

  it('goes by the imagined screen, not by what was shown when it was recorded', () => {
    const answers: JournalRecord[] = [
      { type: 'help', at: 5_100, offer: 1, phase: 'shown' },
      { type: 'help', at: 6_000, offer: 1, phase: 'dismissed' },
      { type: 'help', at: 6_100, offer: 7, phase: 'solved' },
    ];
    const { attempts } = tell(configOf([trigger()]), [view(0), host(5_000), ...answers], 30_000);
    expect(attempts).toMatchObject([{ shown: 5_000, left: null, ended: null }]);
  });

  it('takes anchors to be there, unless it is told otherwise', () => {
    const records = [view(0), host(5_000)];
    const missing = new Set(['here']);
    const otherwise = (orElse?: 'notice' | 'nothing') =>
      configOf([
        trigger({ show: { content: 'text', as: 'inline', anchor: 'here', ...(orElse && { orElse }) } }),
      ]);
    expect(tell(otherwise('notice'), records, 9_000, { missing }).attempts).toMatchObject([
      { shown: 5_000, as: 'notice' },
    ]);
    expect(tell(otherwise(), records, 9_000, { missing }).attempts).toMatchObject([{ as: 'badge' }]);
    expect(tell(otherwise('nothing'), records, 9_000, { missing }).attempts).toMatchObject([
      { shown: null, end: 'withheld', gate: 'anchor' },
    ]);
  });

  it('tells of the control arms at the moment at which the others see it', () => {
    const config = configOf([
      trigger({ experiment: { name: 'x', variants: { control: { share: 1, nothing: true } } } }),
    ]);
    expect(tell(config, [view(0), host(5_000)], 9_000).attempts).toMatchObject([
      {
        due: 5_000,
        shown: null,
        end: 'withheld',
        gate: 'experiment',
        held: [{ data: { variant: 'control' } }],
      },
    ]);
  });

  it('tells what solved it, and when', () => {
    const config = configOf([trigger({ solved: { by: { event: 'done' }, within: '1m' } })]);
    expect(tell(config, [view(0), host(5_000), host(9_000, 'done')], 20_000).attempts).toMatchObject([
      { shown: 5_000, left: 'solved', ended: 9_000, solved: 9_000 },
    ]);
  });

  it('goes on from the state of a journal that begins in the middle', () => {
    const config = configOf([trigger({ when: { event: 'go', min: 2 } })]);
    const before = createTeller(config);
    for (const record of [view(0), host(3_000)]) before.feed(record);
    const state = structuredClone(before.engine.state);
    expect(tell(config, [host(5_000)], 9_000, { state }).attempts).toMatchObject([
      { armed: 5_000, shown: 5_000 },
    ]);
    expect(tell(config, [host(5_000)], 9_000).attempts).toEqual([]);
  });

  it('leaves out what was on screen before it began', () => {
    const config = configOf([trigger()]);
    const before = createTeller(config);
    for (const record of [view(0), host(3_000)]) before.feed(record);
    const state = structuredClone(before.engine.state);
    // The same page once more: what was on screen comes back, and is not told twice.
    expect(tell(config, [view(5_000)], 9_000, { state }).attempts).toEqual([]);
  });

  it('passes over what other tabs showed of this very session', () => {
    const display = {
      trigger: 'help',
      rank: 2,
      at: 0,
      wall: 0,
      stay: 1,
      journey: '',
      step: '/',
      session: 's',
    };
    const visitor = (session: string): JournalRecord => ({
      type: 'visitor',
      at: 1,
      visitor: { displays: [{ ...display, session }], snooze: {}, mutedUntil: 0, kept: {} },
    });
    const config = configOf([trigger({ limits: [{ times: 1, per: 'forever' }] })]);
    const shown = (session: string) =>
      tell(config, [visitor(session), view(2), host(60_000)], 90_000, { session: 's' }).attempts[0]?.shown;
    expect(shown('s')).toBe(60_000);
    expect(shown('earlier')).toBe(null);
  });
});

describe('stories of anything at all', () => {
  it('are the same every time, agree with the engine, and end somewhere', () => {
    fc.assert(
      fc.property(journal(), (records) => {
        const until = (records.at(-1)?.at ?? 0) + 60_000;
        const story = tell(busyConfig, records, until, { seed: 'x' });
        expect(tell(busyConfig, records, until, { seed: 'x' })).toEqual(story);
        expect(JSON.parse(JSON.stringify(story))).toEqual(story);
        for (const one of story.attempts) {
          expect(busyConfig.triggers.map(({ id }) => id)).toContain(one.trigger);
          if (one.shown !== null) {
            expect(one.end).toBe('shown');
            expect(one.due).not.toBe(null);
            expect(one.shown).toBeGreaterThanOrEqual(one.armed);
          }
          if (one.end === 'withheld') expect(one.held.map(({ gate }) => gate)).toContain(one.gate);
          for (const { at, until: end } of one.held) expect(end).toBeGreaterThanOrEqual(at);
        }
        // Nothing is shown twice without having been armed twice, and two are never armed at once.
        for (const { id } of busyConfig.triggers) {
          const own = story.attempts.filter((one) => one.trigger === id);
          own.slice(0, -1).forEach(({ end }) => expect(end).not.toBe('waiting'));
        }
      }),
      { numRuns: 60 },
    );
  });
});
