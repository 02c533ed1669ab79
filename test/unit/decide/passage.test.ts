import { describe, expect, it } from 'vitest';
import type { Config, Trigger } from '../../../src/config/types.js';
import { createDesk } from '../../../src/decide/desk.js';
import type { Display } from '../../../src/decide/limits.js';
import { compilePolicy } from '../../../src/decide/policy.js';
import { pass, startRests, wakeUp } from '../../../src/decide/rest.js';
import { startDecide, startVisitor, type DecideHost, type DecideState } from '../../../src/decide/state.js';
import { compileTriggers } from '../../../src/decide/triggers.js';
import { content, facts, open, trigger } from '../../support/triggers.js';

/** Session time; Monday 23 November 2026, 10:00 in Madrid. */
const AT = 10_000;
const WALL = Date.UTC(2026, 10, 23, 9);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const inHours = (hours: number) => AT + hours * HOUR;
const dateIn = (hours: number) => new Date(WALL + hours * HOUR).toISOString();

const shown: Display = {
  trigger: 't',
  rank: 2,
  at: 0,
  wall: WALL - AT,
  stay: 0,
  journey: '',
  step: '/cart',
  session: 's1',
};

/** What an armed trigger comes to, with all that was asked on the way. */
function passage(
  own: Partial<Trigger>,
  { state: known, ...config }: Partial<Config> & { state?: Partial<DecideState> } = {},
) {
  const asked: string[] = [];
  const whole: Config = {
    version: 1,
    content,
    facts,
    audiences: { soon: { eta: { before: '1h' } }, gold: { tier: 'gold' } },
    ...config,
    policy: config.policy ?? open!,
    triggers: [trigger({ when: { facts: { total: { exists: false } } }, ...own })],
  };
  const state: DecideState = {
    ...startDecide(startVisitor()),
    pending: { t: { armedAt: 0, dueAt: null, stay: 0, about: null, because: '', heldBy: null } },
    ...known,
  };
  const looked = { ...state.facts };
  Object.assign(state, {
    facts: new Proxy(looked, {
      getOwnPropertyDescriptor(all, name) {
        asked.push(String(name));
        return Reflect.getOwnPropertyDescriptor(all, name);
      },
    }),
  });
  const host: DecideHost = {
    at: AT,
    wall: WALL,
    active: AT,
    place: { step: null, journey: null, path: '/cart', visit: 0, stay: 0 },
    visiting: { seed: 'v1', session: 's1', device: 'desktop', test: false },
    score: () => 1,
    whenCrosses: () => undefined,
    wake: () => {},
    wakeActive: () => {},
    tell: () => {},
    publish: () => {},
  };
  const problems: string[] = [];
  const report = (_code: string, path: string, message: string) => problems.push(`${path} ${message}`) > 0;
  const triggers = compileTriggers(whole, report);
  const matchesPath = (pattern: string, path: string) => pattern === path;
  const desk = createDesk({ policy: compilePolicy(whole, report), triggers, state, host, matchesPath });
  expect(problems).toEqual([]);
  const { closed, control, lasts } = pass(desk.input(triggers[0]!));
  return { closed: closed?.gate, control, lasts, asked };
}

const monday = { days: ['mon'], hours: '09:00-18:00', zone: 'Europe/Madrid' } as const;
const visitor = (more: object) => ({ state: { visitor: { ...startVisitor(), ...more } } });
const snoozed = (hours: number) => ({ snooze: { t: { n: 1, until: WALL + hours * HOUR } } });

describe('what holds an armed trigger back, and for how long that is certain', () => {
  it.each<[string, Partial<Trigger>, Parameters<typeof passage>[1], number]>([
    ['enabled', {}, { policy: { ...open, enabled: false } }, Infinity],
    ['enabled', { schedule: monday }, { policy: { ...open, enabled: false } }, Infinity],
    ['status', { status: 'draft' }, {}, Infinity],
    ['status', { status: 'draft', schedule: monday }, {}, Infinity],
    ['status', {}, visitor({ off: { triggers: ['t'], at: WALL - 6 * DAY } }), inHours(24)],
    ['schedule', { schedule: { ...monday, hours: '12:00-18:00' } }, {}, inHours(2)],
    ['where', { where: { url: '/payment' } }, {}, Infinity],
    ['audience', { where: { audience: 'gold' } }, {}, Infinity],
    ['audience', { where: { audience: 'soon' } }, { state: { facts: { eta: dateIn(3) } } }, inHours(2)],
    ['snoozed', {}, visitor(snoozed(5)), inHours(5)],
    ['limits', { limits: [{ times: 1, per: 'session' }] }, visitor({ displays: [shown] }), Infinity],
    ['limits', { limits: [{ times: 1, per: '2h' }] }, visitor({ displays: [shown] }), inHours(2) - AT],
  ])('%s: %j', (gate, own, config, lasts) => {
    expect(passage(own, config)).toMatchObject({ closed: gate, control: undefined, lasts });
  });
  it('as long as the people it is meant for stay the same', () => {
    const both = {
      state: { facts: { eta: dateIn(0.5) }, visitor: { ...startVisitor(), ...snoozed(5) } },
    };
    expect(passage({ where: { audience: 'soon' } }, both)).toMatchObject({
      closed: 'snoozed',
      lasts: inHours(0.5) + 1,
    });
  });
  it.each<[string, string, Partial<Trigger>, Parameters<typeof passage>[1]]>([
    ['open hours end', 'where', { schedule: monday, where: { url: '/payment' } }, {}],
    ['open hours end', 'snoozed', { schedule: monday }, visitor(snoozed(5))],
    ['scores fade', 'where', { when: { score: 'struggle', above: 0.5 }, where: { url: '/payment' } }, {}],
    ['scores fade', 'where', { unless: { score: 'struggle', above: 0.5 }, where: { url: '/payment' } }, {}],
    ['it goes', 'when', { when: { facts: { total: 3 } } }, { state: { facts: { total: 4 } } }],
    ['it goes', 'unless', { unless: { facts: { total: { exists: false } } } }, {}],
    ['the gap', 'gap', {}, { policy: { limits: [] }, state: { lastShownAt: AT - 1 } }],
    ['the anchor', 'anchor', {}, { state: { unanchored: { t: 0 } } }],
  ])('nobody knows: %s (%s)', (_why, gate, own, config) => {
    expect(passage(own, config)).toMatchObject({ closed: gate, lasts: 0 });
  });
  it('nothing: it may come, or would if its arm saw anything', () => {
    expect(passage({})).toMatchObject({ closed: undefined, control: undefined, lasts: 0 });
    const experiment = { name: 'x', variants: { none: { share: 1, nothing: true as const } } };
    expect(passage({ experiment })).toMatchObject({ closed: undefined, control: 'experiment' });
    const policy = { ...open, holdout: { share: 1, name: 'h' } };
    expect(passage({ experiment }, { policy })).toMatchObject({ closed: undefined, control: 'holdout' });
    expect(passage({ experiment }, { policy, ...visitor(snoozed(1)) })).toMatchObject({
      closed: 'snoozed',
      control: 'holdout',
    });
  });
  it('after the first that is closed only the conditions are asked: they say when they change', () => {
    const rules = {
      where: { url: '/payment', audience: 'gold' },
      when: { facts: { total: { exists: false } } },
      unless: { facts: { eta: { before: '1h' } } },
    } as const;
    expect(passage(rules).asked).toEqual(['total', 'eta']);
    expect(passage({ ...rules, where: { audience: 'gold' } }).asked).toEqual(['tier', 'total', 'eta']);
  });
});

it('waking one wakes only that one, and all of them are not at rest any more', () => {
  const rests = startRests();
  const fill = () => {
    rests.until.set('a', 5).set('b', 9);
    rests.all = 5;
  };
  fill();
  wakeUp(rests, 'a');
  expect([[...rests.until], rests.all]).toEqual([[['b', 9]], 0]);
  fill();
  wakeUp(rests);
  expect([[...rests.until], rests.all]).toEqual([[], 0]);
});
