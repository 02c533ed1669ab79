import { describe, expect, it } from 'vitest';
import type { Policy, Trigger } from '../../../src/config/types.js';
import type { HelpRecord } from '../../../src/core/records.js';
import type { EngineState } from '../../../src/engine/engine.js';
import type { Shopper } from '../../support/shopper.js';
import { offered, open, shop } from '../../support/triggers.js';

const DAY = 86_400_000;
const shown = (more: Partial<Trigger> = {}, policy: Policy = { ...open }) =>
  shop([{ reason: 'why', ...more }], { policy, reasons: { why: { title: 'Why', owner: 'me' } as never } })
    .view('/payment')
    .emit('go')
    .help('shown')
    .wait(5_000);
const answer = (me: Shopper, more: Partial<HelpRecord>) =>
  me.feed({ type: 'help', offer: 1, phase: 'shown', ...more });
const told = (me: Shopper) => me.outputs.filter((o) => o.kind === 'help');
const memory = (me: Shopper) => JSON.parse(JSON.stringify(me.engine.state)) as EngineState;
const decide = (me: Shopper) => me.engine.state.decide;

describe('what is told of help', () => {
  it('its trigger, reason, phase and form', () => {
    const me = answer(answer(shown(), { phase: 'opened' }), { phase: 'acted' });
    const same = { kind: 'help', trigger: 't0', reason: 'why', as: 'notice' };
    expect(told(me)).toMatchObject([
      { ...same, phase: 'shown' },
      { ...same, phase: 'opened' },
      { ...same, phase: 'acted' },
    ]);
    expect('gate' in told(me)[0]!).toBe(false);
  });
  it('the form that it took, where the page had to choose another', () => {
    const me = shop([{}]).emit('go');
    answer(me, { as: 'badge' });
    expect(told(me)).toMatchObject([{ phase: 'shown', as: 'badge' }]);
    answer(me, { phase: 'opened', as: 'panel' });
    answer(me, { phase: 'dismissed' });
    expect(told(me).map(({ as }) => as)).toEqual(['badge', 'panel', 'panel']);
  });
  it('that it was not possible: because of the anchor, or of the page', () => {
    const withheld = (why: HelpRecord['why']) => {
      const me = answer(shop([{}]).view('/cart').emit('go'), { phase: 'withheld', why: why! });
      return [told(me)[0]!.gate, me.closed('t0')];
    };
    expect(withheld('anchor-missing')).toEqual(['anchor', ['anchor']]);
    expect(withheld('anchor-unreachable')).toEqual(['anchor', ['anchor']]);
    expect(withheld('ui-failed')).toEqual(['ui', ['anchor']]);
  });
  it('as an event that others may wait for', () => {
    const me = shop([{}, { when: { event: 'help-dismissed', where: { trigger: 't0' } } }])
      .emit('go')
      .help('shown')
      .help('dismissed')
      .wait(10);
    expect(offered(me)).toEqual(['t0', 't1']);
  });
  it('nothing of an answer to what is not there', () => {
    for (const phase of ['shown', 'acted', 'dismissed', 'solved', 'withheld'] as const) {
      const me = answer(shown(), { offer: 7, phase });
      expect(me.helps()).toEqual(['t0 shown']);
      expect(decide(me).screen).toHaveLength(1);
    }
  });
  it('nothing of what needs no answer', () => {
    for (const phase of ['failed', 'unsolved'] as const) {
      const me = answer(shown(), { phase });
      expect(me.helps()).toEqual(['t0 shown']);
      expect(decide(me).screen).toHaveLength(1);
    }
  });
});

it('how hard it was is told, and can be waited for', () => {
  const me = shop([{}, { when: { event: 'help-rated', where: { effort: { gte: 6 } } } }])
    .emit('go')
    .help('shown');
  answer(me, { phase: 'rated', effort: 5 });
  expect(me.outputs.at(-1)).toMatchObject({ kind: 'help', trigger: 't0', phase: 'rated', effort: 5 });
  expect(me.engine.why('t1')[0]!.state).toBe('idle');
  answer(me, { phase: 'rated', effort: 6 });
  expect(me.engine.why('t1')[0]!.state).not.toBe('idle');
});

describe('what is on screen', () => {
  it.each(['dismissed', 'snoozed', 'gone', 'withheld'] as const)('%s: no more', (phase) =>
    expect(decide(answer(shown(), { phase })).screen).toEqual([]),
  );
  it.each(['opened', 'acted'] as const)('%s: still', (phase) =>
    expect(decide(answer(shown(), { phase })).screen).toHaveLength(1),
  );
  it('keeps what is beside it', () => {
    const me = shop([{ show: { content: 'text', as: 'badge' } }, { when: { event: 'two' } }])
      .emit('go')
      .help('shown')
      .wait(10)
      .emit('two')
      .help('shown');
    expect(decide(me.help('dismissed')).screen.map(({ trigger }) => trigger)).toEqual(['t0']);
  });
  it('has a number of its own, and what it is about', () => {
    const me = shop([{}, { when: { event: 'field-error-loop' } }])
      .view('/address')
      .emit('go')
      .help('shown')
      .help('gone');
    for (let i = 0; i < 2; i++) me.focus('zip').type('zip').leave('zip').error('zip').wait(2_000);
    expect(me.outputs.filter((o) => o.kind === 'offer')).toMatchObject([
      { offer: 1, trigger: 't0', content: 'text', as: 'notice', because: 'go' },
      { offer: 2, trigger: 't1', content: 'text', as: 'notice', because: 'field-error-loop' },
    ]);
    expect(decide(me).screen).toMatchObject([{ offer: 2, about: 'zip', shownAt: null, leaving: false }]);
  });
});

it('each trigger says of itself whether it is shown', () => {
  const me = shop([{}, { when: { event: 'two' } }])
    .emit('go')
    .help('shown');
  expect(me.engine.why().map(({ state }) => state)).toEqual(['shown', 'idle']);
});

describe('a display', () => {
  it('is remembered with all that limits ask for, once', () => {
    const me = shown();
    me.help('shown');
    expect(decide(me).visitor.displays).toEqual([
      {
        trigger: 't0',
        rank: 2,
        at: 0,
        wall: me.engine.state.wallZero,
        stay: me.engine.state.here.place.stay,
        journey: 'checkout#0',
        step: 'checkout/payment',
        session: 's1',
      },
    ]);
    expect(decide(me).lastShownAt).toBe(0);
  });
  it('outside of journeys is remembered as that', () => {
    const me = shop([{}]).view('/about').emit('go').help('shown');
    expect(decide(me).visitor.displays).toMatchObject([{ journey: '', step: '/' }]);
  });
  it('pushes out the oldest of 200', () => {
    const old = structuredClone(decide(shown()).visitor);
    const [one] = old.displays;
    old.displays = Array.from({ length: 200 }, (_, i) => ({ ...one!, trigger: 'x', wall: i }));
    const me = shop([{}], {}, { visitor: old }).emit('go').help('shown');
    const { displays } = decide(me).visitor;
    expect(displays).toHaveLength(200);
    expect([displays[0]!.wall, displays[198]!.wall, displays[199]!.trigger]).toEqual([1, 199, 't0']);
  });
});

describe('closed by the customer', () => {
  const snooze = (me: Shopper) => {
    const { n, until } = decide(me).visitor.snooze['t0'] ?? { n: 0, until: 0 };
    return [n, n && (until - me.engine.state.wallZero - me.now) / DAY];
  };
  const policy = { ...open, snooze: ['1d', '7d', '30d'] };
  it('stays away for the first rung', () =>
    expect(snooze(shown({}, policy).help('dismissed'))).toEqual([1, 1]));
  it('after it was used, does not', () =>
    expect(snooze(shown({}, policy).help('acted').help('dismissed'))).toEqual([0, 0]));
  it('after it was only opened, does', () =>
    expect(snooze(shown({}, policy).help('opened').help('dismissed'))).toEqual([1, 1]));
  it('"not now" does, even after it was used', () =>
    expect(snooze(shown({}, policy).help('acted').help('snoozed'))).toEqual([1, 1]));
  it('for good, for as long as anything is remembered', () =>
    expect(snooze(answer(shown({}, policy), { phase: 'snoozed', forever: true }))).toEqual([1, 400]));
  it('at once, is one rung further, now and the next time', () => {
    const quick = () => shop([{}], { policy }).emit('go').help('shown').wait(1_000).help('dismissed');
    expect(snooze(quick())).toEqual([2, 7]);
    const again = quick()
      .wait(7 * DAY)
      .emit('go')
      .help('shown')
      .wait(5_000)
      .help('dismissed');
    expect(snooze(again)).toEqual([3, 30]);
  });
  it('before it was seen, it was not mistimed', () => {
    expect(snooze(shop([{}], { policy }).emit('go').help('dismissed'))).toEqual([1, 1]);
  });
});

describe('solved', () => {
  const solvable = { solved: { by: { event: 'done' }, within: '5m' } } as const;
  it('is told once, whoever says so first', () => {
    expect(shown(solvable).help('solved').emit('done').helps()).toEqual(['t0 shown', 't0 solved']);
    expect(shown(solvable).emit('done').help('solved').helps()).toEqual(['t0 shown', 't0 solved']);
  });
  it('is not the help of another trigger, nor another offer', () => {
    const me = shop([
      { ...solvable, show: { content: 'text', as: 'badge' } },
      { when: { event: 'two' }, solved: { by: { event: 'other' } } },
    ])
      .emit('go')
      .help('shown')
      .wait(10)
      .emit('two')
      .help('shown')
      .emit('other');
    expect(me.helps()).toEqual(['t0 shown', 't1 shown', 't1 solved']);
    expect(me.emit('done').helps().at(-1)).toBe('t0 solved');
  });
  it('asks the page to take it away, and says why', () => {
    const left = (me: Shopper) => me.outputs.filter((o) => o.kind === 'leave');
    expect(left(shown(solvable).emit('done'))).toMatchObject([{ offer: 1, why: 'solved', at: 5_000 }]);
    expect(left(shown(solvable).help('gone').emit('done'))).toEqual([]);
  });
  it('of help that was withdrawn before', () => {
    const me = shown({ ...solvable, unless: { event: 'x' } })
      .emit('x')
      .emit('done');
    expect(me.helps()).toEqual(['t0 shown', 't0 withdrawn', 't0 solved']);
  });
  it('half an hour where nothing is said', () => {
    const after = (ms: number) =>
      shown({ solved: { by: { event: 'done' } } })
        .help('gone')
        .wait(ms)
        .emit('done')
        .helps();
    expect(after(1_795_000)).toContain('t0 solved');
    expect(after(1_795_001)).not.toContain('t0 solved');
  });
  it('is forgotten when its time is over', () => {
    const me = shown(solvable);
    expect(decide(me).unsolved).toMatchObject([{ offer: 1, trigger: 't0', as: 'notice', until: 300_000 }]);
    me.help('gone').wait(300_000).emit('x').facts({ tier: 'x' });
    expect(decide(me).unsolved).toEqual([]);
  });
  it('is not waited for where nothing says what solves it', () =>
    expect(decide(shown()).unsolved).toEqual([]));
});

describe('under another config', () => {
  const moved = (me: Shopper) => shop([{ id: 'new' }], {}, { state: memory(me) });
  it('what is on screen is left alone, and does not come back', () => {
    const me = moved(shown());
    me.feed({ type: 'help', offer: 1, phase: 'acted' }).emit('x').facts({ tier: 'a' });
    expect(me.helps()).toEqual([]);
    expect(decide(me).screen).toHaveLength(1);
    expect(me.view('/payment').offers()).toEqual([]);
    expect(decide(me).screen).toEqual([]);
  });
  it('what is on screen is left alone by what other tabs tell, too', () => {
    const me = moved(shown());
    me.feed({ type: 'visitor', visitor: { ...decide(me).visitor, mutedUntil: Number.MAX_SAFE_INTEGER } });
    expect([decide(me).screen.length, me.helps()]).toEqual([1, []]);
  });
  it('what is on screen goes when nothing more is wanted', () => {
    const me = moved(shown()).feed({ type: 'mute', until: 9_000_000 });
    expect(me.outputs.filter((o) => o.kind === 'leave')).toMatchObject([{ offer: 1, why: 'withdrawn' }]);
    expect(me.helps()).toEqual([]);
  });
  it('what is on screen keeps its place, even from an incident', () => {
    const me = shop([{ id: 'new', priority: 'incident' }], {}, { state: memory(shown()) });
    expect(offered(me.emit('go').wait(10_000))).toEqual([]);
    expect(me.closed('new')).toContain('contest');
    expect(offered(me.feed({ type: 'mute', until: 0 }).wait(10))).toEqual(['new']);
  });
  it('what was armed is forgotten', () => {
    const me = moved(shop([{ timing: { delay: '1m' } }]).emit('go'));
    expect(Object.keys(decide(me.wait(1_000).emit('go').help('shown')).pending)).toEqual([]);
    expect(offered(me)).toEqual(['new']);
  });
});
