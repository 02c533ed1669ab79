import { describe, expect, it } from 'vitest';
import { check } from '../../../src/check.js';
import type { Config, Policy, Trigger } from '../../../src/config/types.js';
import { share } from '../../../src/core/hash.js';
import { mergeVisitors, startVisitor, type Visitor } from '../../../src/decide/state.js';
import { content, offered, open, shop } from '../../support/triggers.js';

const seeds = Array.from({ length: 4_000 }, (_, i) => `visitor-${i}`);
const gates = (me: ReturnType<typeof shop>) => me.engine.why('t0')[0]!.gates;
const gate = (me: ReturnType<typeof shop>, name: string) => gates(me).find((one) => one.gate === name)!;

/** Four standard deviations of a share of so many: one false alarm in 16,000 names. */
const near = (part: number, of: number, n: number) =>
  expect(Math.abs(part / n - of)).toBeLessThan(4 * Math.sqrt((of * (1 - of)) / n));

describe('shares', () => {
  it.each(['global-2027h1', 'declined-copy', 'x', 'ü', '__proto__'])(
    'are as large as was said, drawn by “%s”',
    (name) => {
      for (const of of [0.05, 0.2, 0.5])
        near(seeds.filter((seed) => share(seed, name) < of).length, of, seeds.length);
    },
  );
  it('of two names have nothing to do with each other', () => {
    const both = seeds.filter((seed) => share(seed, 'a') < 0.5 && share(seed, 'b') < 0.5);
    near(both.length, 0.25, seeds.length);
  });
  it('of names that differ in their last letter neither', () => {
    const both = seeds.filter((seed) => share(seed, 'copy-1') < 0.5 && share(seed, 'copy-2') < 0.5);
    near(both.length, 0.25, seeds.length);
  });
  it('are even in each of ten parts', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (const seed of seeds) counts[Math.floor(share(seed, 'n') * 10)]!++;
    for (const count of counts) near(count, 0.1, seeds.length);
  });
});

describe('the holdout', () => {
  const policy = (by?: 'visitor' | 'session'): Policy => ({
    ...open,
    holdout: { share: 0.2, name: 'h', ...(by && { by }) },
  });
  const held = (seed: string, session = 's1', by?: 'visitor' | 'session') =>
    !gate(shop([{}], { policy: policy(by) }, { seed, session }), 'holdout').pass;
  it('is as large as was said, of real engines', () => {
    const some = seeds.slice(0, 400);
    near(some.filter((seed) => held(seed)).length, 0.2, some.length);
  });
  it('is always the same for a visitor, over sessions, triggers and the rest of the config', () => {
    for (const seed of seeds.slice(0, 100)) {
      expect(held(seed, 's2')).toBe(held(seed));
      const me = shop(
        [{}, { when: { event: 'x' } }, { priority: 'blocker' }],
        { policy: policy() },
        { seed },
      );
      expect(me.engine.why().map((one) => one.gates.find((g) => g.gate === 'holdout')!.pass)).toEqual(
        Array.from({ length: 3 }, () => !held(seed)),
      );
    }
  });
  it('by session is drawn anew with each', () => {
    const arms = new Set(seeds.slice(0, 60).map((session) => held('one', session, 'session')));
    expect(arms.size).toBe(2);
    expect(new Set(seeds.slice(0, 60).map((seed) => held(seed, 'one', 'session'))).size).toBe(1);
  });
  it('of nothing holds nobody, of all everybody', () => {
    const of = (part: number) =>
      seeds
        .slice(0, 50)
        .filter(
          (seed) =>
            !gate(
              shop([{}], { policy: { ...open, holdout: { share: part, name: 'h' } } }, { seed }),
              'holdout',
            ).pass,
        ).length;
    expect([of(0), of(1)]).toEqual([0, 50]);
  });
});

describe('an experiment', () => {
  const variants = { control: { share: 0.2, nothing: true as const }, help: { share: 0.8 } };
  const arm = (
    seed: string,
    session = 's1',
    experiment: NonNullable<Trigger['experiment']> = { name: 'e', variants },
  ) => gate(shop([{ experiment }], {}, { seed, session }), 'experiment').value;
  it('gives each arm its share, always the same to the same visitor', () => {
    const some = seeds.slice(0, 400);
    near(some.filter((seed) => arm(seed) === 'variant control').length, 0.2, some.length);
    for (const seed of some.slice(0, 100)) expect(arm(seed, 's2')).toBe(arm(seed));
  });
  it('by account or by visitor is the same as long as nothing tells accounts', () => {
    for (const seed of seeds.slice(0, 50))
      expect(arm(seed, 's1', { name: 'e', by: 'account', variants })).toBe(
        arm(seed, 's2', { name: 'e', by: 'visitor', variants }),
      );
  });
  it('leaves the rest the plain trigger, where shares are less than 1', () => {
    const rest = { name: 'e', variants: { a: { share: 0 } } };
    const me = shop([{ experiment: rest }]).emit('go');
    expect(arm('any', 's1', rest)).toBe('none');
    expect(offered(me)).toEqual(['t0']);
  });
  it('does not differ by the holdout that it is in', () => {
    const inHoldout = seeds.filter((seed) => share(seed, 'h') < 0.5).slice(0, 300);
    near(inHoldout.filter((seed) => arm(seed) === 'variant control').length, 0.2, inHoldout.length);
  });
});

describe('orElse', () => {
  it('goes out with the offer, for the page to fall back to: the engine never drops help for it', () => {
    for (const orElse of ['notice', 'badge', 'nothing'] as const) {
      const me = shop([{ show: { content: 'text', as: 'inline', anchor: 'x', orElse } }]).emit('go');
      expect(me.problems).toEqual([]);
      expect(me.offers()).toMatchObject([{ as: 'inline' }]);
    }
  });
  it('what could not be shown is told, and does not count as shown', () => {
    const me = shop([
      {
        show: { content: 'text', as: 'inline', anchor: 'x', orElse: 'nothing' },
        limits: [{ times: 1, per: 'session' }],
      },
    ]);
    me.view('/cart').emit('go').help('withheld').view('/payment').emit('go');
    expect(me.helps()).toEqual(['t0 withheld']);
    expect(me.offers()).toHaveLength(2);
  });
});

describe('reviewBy', () => {
  const file = (reviewBy: string): Config => ({
    version: 1,
    content: { text: { title: 'Text', body: 'x' } },
    triggers: [{ id: 't0', reviewBy, when: { event: 'go' }, show: { content: 'text', as: 'notice' } }],
  });
  const codes = (reviewBy: string) =>
    check(JSON.stringify(file(reviewBy)), { now: Date.UTC(2026, 10, 23, 9) }).map(({ code }) => code);
  it('that has passed: the trigger goes on, and check warns', () => {
    const me = shop([{ reviewBy: '2026-11-22' }]).emit('go');
    expect(me.problems).toEqual([]);
    expect(offered(me)).toEqual(['t0']);
    expect(codes('2026-11-22')).toContain('REVIEW_PASSED');
  });
  it('the day itself is in time', () => expect(codes('2026-11-23')).not.toContain('REVIEW_PASSED'));
  it('that is no day: the trigger is off, and told', () => {
    const me = shop([{ reviewBy: '2026-02-31' }, {}]).emit('go');
    expect(me.problems).toMatchObject([{ path: '/triggers/0/reviewBy' }]);
    expect(offered(me)).toEqual(['t1']);
  });
});

describe('policy.signals', () => {
  const rage = (signals: NonNullable<Policy['signals']>) => {
    const me = shop([{ when: { event: 'rage-click' } }], { policy: { ...open, signals } }).view('/cart');
    for (let i = 0; i < 4; i++) me.press('pay').wait(200);
    return offered(me.wait(5_000)).length > 0;
  };
  it('changes what a signal takes', () => {
    expect(rage({})).toBe(true);
    expect(rage({ 'rage-click': { min: 4 } })).toBe(true);
    expect(rage({ 'rage-click': { min: 5 } })).toBe(false);
    expect(rage({ 'rage-click': { off: true } })).toBe(false);
  });
});

describe('enabled', () => {
  it('false shows nothing to anybody, and detection and events go on', () => {
    const me = shop([{ when: { event: 'rage-click' } }], { policy: { ...open, enabled: false } }).view(
      '/cart',
    );
    for (let i = 0; i < 4; i++) me.press('pay').wait(200);
    me.wait(5_000);
    expect(me.signals()).toContain('rage-click');
    expect(offered(me)).toEqual([]);
    expect(gate(me, 'enabled').pass).toBe(false);
  });
});

it('translations change what is said, never what is decided', () => {
  const play = (translations?: Config['translations']) =>
    shop([{}], { content, ...(translations && { translations }) })
      .emit('go')
      .wait(10)
      .help('shown')
      .emit('go').outputs;
  expect(play({ es: { text: { title: 'Texto' } } })).toEqual(play());
});

describe('several tabs', () => {
  it('in whatever order they learn from each other, they come to know the same', () => {
    const display = (wall: number, trigger: string) => ({
      trigger,
      rank: 2,
      at: 0,
      wall,
      stay: 1,
      journey: '',
      step: '/',
      session: 's1',
    });
    const one: Visitor = {
      ...startVisitor(),
      displays: [display(5, 'a')],
      counts: { k: { t: [5] } },
      mutedUntil: 7,
    };
    const two: Visitor = {
      ...startVisitor(),
      displays: [display(3, 'b')],
      counts: { k: { t: [3, 9] } },
      snooze: { a: { n: 1, until: 2 } },
    };
    const sorted = ({ displays, ...rest }: Visitor) => ({
      ...rest,
      displays: displays.toSorted((a, b) => a.wall - b.wall),
    });
    expect(sorted(mergeVisitors(one, two))).toEqual(sorted(mergeVisitors(two, one)));
  });
});
