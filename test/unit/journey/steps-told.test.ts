import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.js';
import type { JournalRecord } from '../../../src/core/records.js';
import { createJourneys, DEFAULT_IDLE_OUT_MS, underWay } from '../../../src/journey/steps.js';

const journeys: NonNullable<Config['journeys']> = {
  checkout: {
    steps: [
      { id: 'cart', url: '/cart' },
      { id: 'address', url: '/address', expected: '45s' },
      { id: 'payment', url: '/payment' },
    ],
    done: { event: 'order-placed' },
  },
  returns: {
    steps: [{ id: 'reason', url: '/reason' }, { id: 'address' }, { id: 'label', url: '/label' }],
    done: { event: 'sent', where: { kind: 'parcel' } },
    idleOut: '10m',
  },
};

function walk(config: Partial<Config> = { journeys }) {
  const problems: [string, string][] = [];
  const rooms = createJourneys(
    { version: 1, triggers: [], ...config },
    (code, path) => problems.push([code, path]) > 0,
  );
  const here = rooms.start();
  let told: [string, object][] = [];
  const tell = (name: string, data: object) => void told.push([name, data]);
  let at = 0;
  const feed = (record: object) => rooms.feed({ at, ...record } as JournalRecord, here, tell);
  const me = {
    rooms,
    here,
    problems,
    wait: (ms: number) => ((at += ms), me),
    view: (path: string, how = 'load', steps: string[] = []) => (
      feed({ type: 'view', how, path, steps }),
      me
    ),
    step: (step: string | null) => (feed({ type: 'step', step }), me),
    key: () => (feed({ type: 'key' }), me),
    emit: (name: string, data = {}) => (
      rooms.happened({ name, at, place: here.place, data }, here, tell),
      me
    ),
    /** What was told since the last time. */
    told() {
      const list = told;
      told = [];
      return list;
    },
    names: () => me.told().map(([name]) => name),
  };
  return me;
}

it('begins nowhere', () => {
  const { here, names } = walk();
  expect(here).toEqual({
    place: { step: null, journey: null, path: '', visit: 0, stay: 0 },
    shown: [],
    named: null,
    open: {},
  });
  expect(names()).toEqual([]);
});

describe('what the config says of a step', () => {
  const facts = (journey: string | null, step: string | null) =>
    walk().rooms.factsOf({ journey, step } as never);
  it('its place in the journey, and the usual time', () => {
    expect(facts('checkout', 'cart')).toEqual({ rank: 0 });
    expect(facts('checkout', 'address')).toEqual({ rank: 1, expectedMs: 45_000 });
    expect(facts('returns', 'address')).toEqual({ rank: 1 });
  });
  it('nothing of others', () => {
    expect(facts('checkout', 'label')).toEqual({ rank: -1 });
    expect(facts(null, null)).toEqual({ rank: -1 });
  });
});

describe('told with', () => {
  it('the step, the path and how it came', () => {
    const me = walk().view('/cart');
    expect(me.told()).toEqual([
      ['step-entered', { step: 'cart' }],
      ['page-viewed', { path: '/cart', how: 'load' }],
    ]);
    expect(me.view('/payment', 'route').told()).toEqual([
      ['step-completed', { step: 'cart' }],
      ['step-left', { step: 'cart' }],
      ['step-entered', { step: 'payment' }],
      ['page-viewed', { path: '/payment', how: 'route' }],
    ]);
    expect(me.emit('order-placed').told()).toEqual([
      ['step-completed', { step: 'payment' }],
      ['journey-completed', { journey: 'checkout' }],
    ]);
  });
  it('a page that changes in itself is no page view', () => {
    expect(walk().view('/about').view('/about', 'dom').names()).toEqual(['page-viewed']);
    expect(walk().view('/one-page', 'dom', ['cart']).names()).toEqual(['step-entered']);
  });
});

describe('from one step to another', () => {
  const after = (from: string, to: string) => {
    const me = walk().view(from);
    me.told();
    return me.view(to).names();
  };
  const onward = ['step-completed', 'step-left', 'step-entered', 'page-viewed'];
  it('onward it is completed, over several as well', () => {
    expect(after('/cart', '/address')).toEqual(onward);
    expect(after('/cart', '/payment')).toEqual(onward);
  });
  it('back, or into another journey, it is only left', () => {
    expect(after('/payment', '/cart')).toEqual(onward.slice(1));
    expect(after('/cart', '/label')).toEqual(onward.slice(1));
  });
  it('out of all, it is only left', () =>
    expect(after('/cart', '/about')).toEqual(['step-left', 'page-viewed']));
  it('between pages outside there is nothing to leave', () =>
    expect(after('/about', '/jobs')).toEqual(['page-viewed']));
  it('a step that only the page names has no place in a journey', () => {
    const me = walk().view('/x').step('sizes');
    me.told();
    expect(me.step('colours').names()).toEqual(['step-left', 'step-entered']);
  });
});

describe('visits and stays', () => {
  const place = (me: ReturnType<typeof walk>) => [me.here.place.visit, me.here.place.stay];
  it('a reload is another visit of the same stay, and tells of no step', () => {
    const me = walk().view('/cart');
    expect(place(me)).toEqual([1, 1]);
    me.told();
    expect(me.view('/cart').names()).toEqual(['page-viewed']);
    expect(place(me)).toEqual([2, 1]);
    expect(place(me.view('/cart', 'restore'))).toEqual([3, 1]);
  });
  it('within the page, the same step is the same visit', () => {
    const me = walk().view('/cart').view('/cart', 'route').view('/cart', 'dom');
    expect(place(me)).toEqual([1, 1]);
  });
  it('a step named again is the same visit', () =>
    expect(place(walk().view('/x').step('cart').step('cart'))).toEqual([2, 2]));
  it('the same step may have several addresses', () => {
    const me = walk({ journeys: { j: { steps: [{ id: 's', url: '/s/*' }] } } }).view('/s/1');
    expect(place(me.view('/s/2', 'route'))).toEqual([1, 1]);
    expect(me.here.place.path).toBe('/s/2');
  });
  it('outside of steps, another address is another stay', () => {
    const me = walk().view('/about');
    expect(place(me.view('/about', 'route'))).toEqual([1, 1]);
    expect(place(me.view('/jobs', 'route'))).toEqual([2, 2]);
    expect(place(me.view('/jobs'))).toEqual([3, 2]);
  });
  it('the same name in another journey is another step', () => {
    const me = walk().view('/address').step('returns/address');
    expect(me.here.place).toMatchObject({ journey: 'returns', step: 'address', stay: 2 });
  });
});

describe('which step a name means', () => {
  it('that of the journey under way, else the first', () => {
    expect(walk().view('/label').step('address').here.place.journey).toBe('returns');
    expect(walk().view('/cart').step('address').here.place.journey).toBe('checkout');
    expect(walk().view('/about').step('address').here.place.journey).toBe('checkout');
  });
  it('with the name of the journey, that one', () => {
    expect(walk().view('/cart').step('returns/address').here.place).toMatchObject({
      journey: 'returns',
      step: 'address',
    });
  });
});

describe('the step that the page has named', () => {
  const step = (me: ReturnType<typeof walk>) => me.here.place.step;
  it('holds over what it shows and over its address, until it is loaded anew', () => {
    const me = walk().view('/cart').step('payment');
    expect(step(me.view('/address', 'route', ['cart']))).toBe('payment');
    expect(step(me.view('/address', 'restore'))).toBe('payment');
    expect(step(me.view('/address'))).toBe('address');
  });
  it('is taken back with null', () =>
    expect(step(walk().view('/cart').step('payment').step(null))).toBe('cart'));
  it('comes before the first of those that are shown', () => {
    expect(step(walk().view('/x', 'load', ['payment', 'cart']))).toBe('payment');
  });
});

describe('a journey under way', () => {
  const open = (me: ReturnType<typeof walk>) => Object.keys(me.here.open);
  it('begins with its first step, whichever that is, and outlives pages outside', () => {
    const me = walk().view('/about');
    expect(open(me)).toEqual([]);
    expect(open(me.view('/payment').view('/about'))).toEqual(['checkout']);
  });
  it('is the one the customer is in, else the one last moved in', () => {
    const me = walk().view('/cart').wait(1_000).view('/label').wait(1_000);
    expect(underWay(me.here)).toBe('returns');
    expect(underWay(me.view('/about').here)).toBe('returns');
    me.view('/cart').wait(1_000).view('/about');
    expect(underWay(me.here)).toBe('checkout');
    expect(underWay(walk().here)).toBeNull();
    // Both moved in within one millisecond.
    expect(underWay(walk().view('/cart').view('/label').here)).toBe('returns');
  });
  it('is another one where that of the step has ended', () => {
    const me = walk().view('/label').wait(1_000).view('/cart').emit('order-placed');
    expect(underWay(me.here)).toBe('returns');
  });
  it('ends with its own event alone, and only with what it must say', () => {
    const me = walk().view('/label');
    me.told();
    me.emit('order-placed').emit('sent').emit('sent', { kind: 'letter' });
    expect(open(me)).toEqual(['returns']);
    expect(me.names()).toEqual([]);
    expect(me.emit('sent', { kind: 'parcel' }).told()).toEqual([
      ['step-completed', { step: 'label' }],
      ['journey-completed', { journey: 'returns' }],
    ]);
    expect(open(me)).toEqual([]);
  });
  it('ends elsewhere without completing the step that is there', () => {
    const me = walk().view('/cart').view('/label');
    me.told();
    expect(me.emit('order-placed').names()).toEqual(['journey-completed']);
    const out = walk().view('/cart').view('/about');
    out.told();
    expect(out.emit('order-placed').names()).toEqual(['journey-completed']);
  });
  it('is left after idleOut, counted from the last thing that happened in it', () => {
    const me = walk().view('/label').wait(600_000).key().wait(600_000).key();
    expect(open(me)).toEqual(['returns']);
    me.told();
    expect(me.wait(600_001).key().told()).toEqual([['journey-left', { journey: 'returns' }]]);
    expect(open(me)).toEqual([]);
  });
  it('half an hour where nothing is said', () => {
    expect(DEFAULT_IDLE_OUT_MS).toBe(1_800_000);
    expect(open(walk().view('/cart').wait(1_800_000).key())).toEqual(['checkout']);
    expect(open(walk().view('/cart').wait(1_800_001).key())).toEqual([]);
  });
  it('outside of it, its time runs', () => {
    const me = walk().view('/label').view('/about').wait(400_000).key().wait(200_001).key();
    expect(open(me)).toEqual([]);
  });
  it('does not come to life again by itself', () => {
    const me = walk().view('/label').wait(600_001).key().key();
    expect(open(me)).toEqual([]);
    expect(open(me.view('/reason'))).toEqual(['returns']);
  });
  it('of an earlier config ends as others do', () => {
    const me = walk();
    me.here.open['gone'] = 0;
    expect(open(me.wait(1_800_000).key())).toEqual(['gone']);
    expect(open(me.wait(1).key())).toEqual([]);
  });
});

it('a journey whose end is not understood is followed, never counts as done, and is told', () => {
  const me = walk({
    journeys: {
      bad: { steps: [{ id: 'x', url: '/x' }], done: { event: 'y', where: { code: { inn: 3 } } } },
      ...journeys,
    } as never,
  }).view('/x');
  expect(me.problems).toEqual([['CONFIG_INVALID', '/journeys/bad/done/where/code/inn']]);
  expect(me.emit('y', { code: 3 }).names()).not.toContain('journey-completed');
  expect(me.view('/cart').emit('order-placed').names()).toContain('journey-completed');
});

it('a journey without an end never counts as done', () => {
  const me = walk({ journeys: { open: { steps: [{ id: 'x', url: '/x' }] } } })
    .view('/x')
    .emit('x');
  expect(me.problems).toEqual([]);
  expect(me.names()).toEqual(['step-entered', 'page-viewed']);
});

it('without journeys, steps are what the page says', () => {
  const me = walk({}).view('/x').step('sizes');
  expect(me.here.place).toMatchObject({ journey: null, step: 'sizes' });
});
