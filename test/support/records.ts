import fc from 'fast-check';
import type { Config } from '../../src/config/types.js';
import type { JournalRecord } from '../../src/core/records.js';

type Body = JournalRecord extends infer R ? (R extends JournalRecord ? Omit<R, 'at'> : never) : never;

const NAMES = ['pay', 'zip', 'constructor', '__proto__', ''];
const name = fc.constantFrom(...NAMES);
const field = fc.constantFrom('zip', 'name', 'constructor');
const form = fc.constantFrom('address', '__proto__');
const by = fc.constantFrom('mouse', 'touch', 'key', 'pen', 'assist' as const);
const optional = <K extends string, T>(key: K, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [key]: one }));
const merged = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<Body> =>
  fc.tuple(...parts).map((list) => Object.assign({}, ...list) as Body);
const fixed = (value: object) => fc.constant(value);

/** What the signals about presses and pointers look at besides. */
const POINTING: readonly fc.MaybeWeightedArbitrary<Body>[] = [
  {
    weight: 3,
    arbitrary: merged(
      fc.record({ target: name, by, x: fc.constantFrom(100, 120), interactive: fc.boolean() }),
      fixed({ type: 'press', role: 'button', region: 'main', y: 100 }),
      optional('gesture', fc.constantFrom('tap', 'swipe', 'key')),
      optional('affords', fc.constant(true)),
      optional('near', name),
      optional('state', fc.nat(2)),
      optional('exempt', fc.constantFrom('unobservable', 'modified')),
    ),
  },
  merged(
    fc.record({ to: name }),
    fixed({ type: 'tab' }),
    optional('modal', fc.constant(true)),
    optional('lost', fc.constant(true)),
  ),
  merged(fc.record({ what: fc.constantFrom('find', 'escape') }), fixed({ type: 'shortcut' })),
  merged(
    fc.record({ y: fc.nat(40).map((n) => n * 50), screen: fc.constantFrom(600, 900) }),
    fixed({ type: 'scroll' }),
    optional('by', fc.constantFrom('wheel', 'touch', 'key', 'bar', 'page')),
  ),
  merged(fc.record({ turns: fc.integer({ min: 4, max: 12 }) }), fixed({ type: 'turns' })),
  merged(
    fc.record({ target: name, by: fc.constantFrom('pointer', 'focus'), ms: fc.constantFrom(1_000, 2_500) }),
    fixed({ type: 'hover' }),
  ),
  merged(
    fc.record({ scale: fc.constantFrom(1, 1.2, 1.5) }),
    fixed({ type: 'zoom' }),
    optional('turned', fc.constant(true)),
    optional('picture', fc.constant(true)),
  ),
  // `press` counts back from the newest; see {@link journal}.
  merged(fc.record({ ms: fc.constantFrom(100, 300, 600), press: fc.nat(3) }), fixed({ type: 'freeze' })),
  merged(
    fc.record({ path: fc.constantFrom('/cart', '/address', '/about') }),
    fixed({ type: 'view', how: 'load', steps: [] }),
    optional('reload', fc.constant(true)),
    optional('asks', fc.constant(true)),
  ),
];

/** Records of every kind, as a page would tell them. `id` of presses is given by {@link journal}. */
const body: fc.Arbitrary<Body> = fc.oneof(
  {
    weight: 6,
    arbitrary: merged(
      fc.record({
        target: name,
        by,
        region: fc.constantFrom('main', 'nav'),
        x: fc.constantFrom(100, 400),
        interactive: fc.boolean(),
      }),
      fixed({ type: 'press', role: 'button', y: 100 }),
      optional('disabled', fc.constant(true)),
      optional('answer', fc.constant('control')),
      optional('exempt', fc.constantFrom('text', 'selection')),
    ),
  },
  {
    weight: 4,
    arbitrary: merged(
      fixed({ type: 'effect' }),
      fc.record({ channel: fc.constantFrom('mutation', 'focus', 'navigation') }),
      optional('busy', fc.constant(true)),
      optional('press', fc.nat(30)),
    ),
  },
  {
    weight: 4,
    arbitrary: merged(
      fc.record({
        what: fc.constantFrom('focus', 'input', 'change', 'leave'),
        field,
        form,
        kind: fc.constantFrom('text', 'lookup'),
      }),
      fixed({ type: 'field' }),
    ),
  },
  {
    weight: 3,
    arbitrary: merged(
      fc.record({ field, form, source: fc.constantFrom('aria', 'invalid', 'text') }),
      fixed({ type: 'field-error' }),
      optional('atLoad', fc.constant(true)),
    ),
  },
  merged(fc.record({ field, form }), fixed({ type: 'field-ok' })),
  merged(fc.record({ form }), fixed({ type: 'submit', handled: true })),
  merged(fc.record({ own: fc.boolean() }), fixed({ type: 'exception', kind: 'error' })),
  {
    weight: 3,
    arbitrary: merged(
      fc.record({
        how: fc.constantFrom('load', 'route', 'dom', 'restore'),
        path: fc.constantFrom('/cart', '/address', '/payment', '/about'),
        steps: fc.constantFrom([], ['label']),
      }),
      fixed({ type: 'view' }),
    ),
  },
  merged(fc.record({ step: fc.constantFrom(null, 'payment', 'sizes') }), fixed({ type: 'step' })),
  merged(fc.record({ visible: fc.boolean(), focused: fc.boolean() }), fixed({ type: 'page' })),
  { weight: 3, arbitrary: fc.constantFrom<Body>({ type: 'key' }, { type: 'scroll' }) },
  merged(
    fc.record({
      what: fc.constantFrom('pointer', 'composition', 'dialog', 'submit', 'media'),
      on: fc.boolean(),
    }),
    fixed({ type: 'hold' }),
  ),
  merged(
    fc.record({
      event: fc.constantFrom('go', 'stop', 'payment-failure', 'order-placed', '__proto__'),
      data: fc.constantFrom({}, { code: 'declined', n: 1 }, { code: 'ok' }),
    }),
    fixed({ type: 'host' }),
  ),
  merged(
    fc.record({ facts: fc.constantFrom({ tier: 'gold' }, { tier: null }, { total: 20 }, { list: ['a'] }) }),
    fixed({ type: 'facts' }),
  ),
  {
    weight: 3,
    arbitrary: merged(
      fc.record({
        offer: fc.integer({ min: 1, max: 6 }),
        phase: fc.constantFrom(
          'shown',
          'opened',
          'acted',
          'failed',
          'dismissed',
          'snoozed',
          'solved',
          'unsolved',
          'rated',
          'gone',
          'withheld',
        ),
      }),
      fixed({ type: 'help' }),
    ),
  },
  fc.constant<Body>({ type: 'contact', channel: 'chat', reason: '' }),
  ...POINTING,
  // Fields, steps and contact.
  merged(
    fc.record({
      what: fc.constantFrom('phone', 'reference', 'error'),
      how: fc.constantFrom('copy', 'select'),
    }),
    fixed({ type: 'copy' }),
  ),
  merged(fc.record({ how: fc.constantFrom('top', 'back', 'close') }), fixed({ type: 'exit' })),
  merged(
    fc.record({ region: name, source: fc.constantFrom('alert', 'toast', 'near') }),
    fixed({ type: 'message' }),
    optional('same', fc.constant(true)),
    optional('atLoad', fc.constant(true)),
  ),
  merged(
    fc.record({
      what: fc.constantFrom('input', 'change', 'refuse'),
      via: fc.constantFrom('delete', 'clear', 'paste'),
      kind: fc.constantFrom('text', 'choice', 'search'),
      state: fc.nat(3),
      field,
      form,
    }),
    fixed({ type: 'field' }),
  ),
  merged(
    fc.record({
      event: fc.constantFrom('item-removed', 'total-changed', 'coupon-rejected', 'searched', 'order-viewed'),
      data: fc.constantFrom<object>({}, { item: '__proto__' }, { results: 0 }, { intent: 'contact' }),
    }),
    fixed({ type: 'host' }),
  ),
);

type Timed = readonly [gap: number, body: Body];
const press = (target: string): Body => ({
  type: 'press',
  id: 0,
  target,
  role: 'button',
  region: 'main',
  by: 'mouse',
  x: 100,
  y: 100,
  interactive: true,
});
const zip = { field: 'zip', form: 'address', kind: 'text' } as const;
const key: Timed = [300, { type: 'key' }];
const refused: readonly Timed[] = [
  key,
  [50, { type: 'field', what: 'focus', ...zip }],
  [400, { type: 'field', what: 'input', ...zip, via: 'type' }],
  [900, { type: 'field', what: 'leave', ...zip }],
  [100, { type: 'submit', form: 'address' }],
  [400, { type: 'field-error', field: 'zip', form: 'address', source: 'aria' }],
];

const touch = (target: string, more: object): Timed => [
  400,
  { ...press(target), by: 'touch', interactive: false, ...more } as Body,
];
const times = (n: number, ...scene: Timed[]): readonly Timed[] =>
  Array.from({ length: n }, () => scene).flat();
const answered: Timed = [60, { type: 'effect', channel: 'control' }];
const state = (n: number): Timed => [200, { ...press('toggle'), state: n } as Body];
/** One for each signal about presses and pointers, by its name. */
export const POINTING_SCENES = {
  'repeated-click': [...times(2, state(0), answered, state(1), answered), state(0), answered],
  'false-affordance': [
    ...times(2, [500, { ...press('card'), interactive: false, affords: true } as Body]),
    [2_000, { type: 'scroll' }],
  ],
  'missed-tap': [...times(3, touch('main', { near: 'pay' })), [2_000, { type: 'scroll' }]],
  'dead-swipe': [...times(2, touch('gallery', { gesture: 'swipe' })), [4_000, { type: 'scroll' }]],
  zoom: [
    [500, { type: 'view', how: 'load', path: '/about', steps: [], asks: true }],
    [4_000, { type: 'zoom', scale: 1.5 }],
  ],
  'rage-key': [
    ...times(4, [400, { ...press('box'), by: 'key', gesture: 'key' } as Body]),
    [2_000, { type: 'scroll' }],
  ],
  'focus-trap': times(3, [400, { type: 'tab', to: 'a' }], [400, { type: 'tab', to: '__proto__' }]),
  'page-search': [
    [500, { type: 'view', how: 'load', path: '/cart', steps: [] }],
    [900, { type: 'shortcut', what: 'find' }],
  ],
  'scroll-hunt': times(
    4,
    [900, { type: 'scroll', y: 0, screen: 800, by: 'wheel' }],
    [900, { type: 'scroll', y: 600, screen: 800, by: 'wheel' }],
  ),
  'thrashed-cursor': [
    [500, { type: 'turns', turns: 5 }],
    [200, { type: 'turns', turns: 9 }],
  ],
  hesitation: times(3, [3_000, { type: 'hover', target: 'pay', by: 'pointer', ms: 2_500 }]),
  'frozen-page': times(2, [500, press('pay')], answered, [300, { type: 'freeze', ms: 300, press: 0 }]),
} satisfies Record<string, readonly Timed[]>;

/** What belongs together: without these, chance alone would hardly ever lead to a signal. */
const SCENES: readonly (readonly Timed[])[] = [
  [
    [500, press('pay')],
    [300, press('pay')],
    [300, press('pay')],
    [3_000, { type: 'scroll' }],
  ],
  [
    [500, press('pay')],
    [3_500, { type: 'effect', channel: 'mutation' }],
  ],
  [
    [500, press('pay')],
    [200, { type: 'effect', channel: 'mutation', busy: true }],
    [3_000, press('pay')],
  ],
  [
    [500, { ...press('next'), disabled: true } as Body],
    [900, { ...press('next'), disabled: true } as Body],
  ],
  [
    [500, press('menu')],
    [100, { type: 'exception', kind: 'error', own: true }],
  ],
  [...refused, ...refused],
  [
    key,
    [50, { type: 'field', what: 'focus', ...zip }],
    [25_000, { type: 'scroll' }],
    [22_000, { type: 'key' }],
  ],
  [
    [2_000, { type: 'view', how: 'route', path: '/address', steps: [] }],
    [35_000, { type: 'key' }],
  ],
  [
    [500, { type: 'host', event: 'go', data: {} }],
    [2_000, { type: 'host', event: 'stop', data: {} }],
    [4_000, { type: 'page', visible: true, focused: true }],
  ],
  [
    [500, { type: 'host', event: 'go', data: {} }],
    [12_000, { type: 'scroll' }],
  ],
  [[500, { type: 'host', event: 'payment-failure', data: { code: 'declined' } }]],
  [
    [500, { type: 'view', how: 'load', path: '/cart', steps: [] }],
    [9_000, { type: 'facts', facts: { tier: 'gold' } }],
    [5_000, { type: 'scroll' }],
  ],
  ...Object.values(POINTING_SCENES),
];

const repeated = (often: number, ...scene: readonly Timed[]): readonly Timed[] =>
  Array.from({ length: often }, () => scene).flat();
const view = (path: string, more: { asks?: true; history?: true } = {}): Body => ({
  type: 'view',
  how: 'route',
  path,
  steps: [],
  ...more,
});
const code = { field: 'coupon', form: 'cart', kind: 'text' } as const;

/** Fields, steps and contact: what leads to their signals. */
const FLOW_SCENES: readonly (readonly Timed[])[] = [
  repeated(8, [200, { type: 'field', what: 'input', ...zip, via: 'delete' }]),
  [
    [300, { type: 'field', what: 'input', ...zip, via: 'paste' }],
    [400, { type: 'field-error', field: 'zip', form: 'address', source: 'aria' }],
  ],
  [
    [500, view('/payment', { asks: true })],
    ...repeated(3, [35_000, { type: 'key' }]),
    [50_000, { type: 'exit', how: 'top' }],
  ],
  repeated(2, [3_000, view('/payment')], [3_000, view('/cart', { history: true })]),
  repeated(
    5,
    [500, { type: 'field', what: 'change', field: 'size', form: 'cart', kind: 'choice', state: 1 }],
    [500, { type: 'field', what: 'change', field: 'size', form: 'cart', kind: 'choice', state: 2 }],
  ),
  repeated(2, [2_000, { type: 'field-error', field: code.field, form: code.form, source: 'text' }]),
  repeated(2, [2_000, { type: 'host', event: 'searched', data: { results: 0 } }]),
  [
    [500, press('pay')],
    [900, { type: 'message', source: 'alert', region: 'main' }],
  ],
  [
    [500, press('pay')],
    [900, { type: 'request', start: 0, status: 503, own: true }],
  ],
  [
    [500, { type: 'copy', what: 'phone', how: 'copy' }],
    [3_000, { type: 'page', visible: false, focused: false }],
    [9_000, { type: 'page', visible: true, focused: true }],
  ],
  [
    [500, view('/payment')],
    [4_000, view('/help')],
  ],
  [[500, { type: 'copy', what: 'reference', how: 'copy' }]],
  repeated(3, [3_000, view('/orders/:id')], [3_000, view('/about')]),
  repeated(
    3,
    [500, { type: 'page', visible: false, focused: false }],
    [3_000, { type: 'page', visible: true, focused: true }],
  ),
];

/** A journey of any length up to so many scenes or single records, from `from` on. */
export const journal = (from = 0, maxLength = 60): fc.Arbitrary<JournalRecord[]> => {
  const gap = fc.oneof(fc.nat(400), fc.nat(5_000), fc.nat(90_000));
  const single = fc.tuple(gap, body).map((one): readonly Timed[] => [one]);
  const step = fc.oneof(
    { weight: 4, arbitrary: single },
    { weight: 1, arbitrary: fc.constantFrom(...SCENES, ...FLOW_SCENES) },
  );
  return fc.array(fc.tuple(step, fc.nat(3_000)), { maxLength, size: 'max' }).map((steps) => {
    let at = from;
    let id = 0;
    const records: JournalRecord[] = [
      { type: 'wall', at, wall: Date.UTC(2026, 10, 23, 9) },
      { type: 'view', at, how: 'load', path: '/cart', steps: [] },
    ];
    for (const [scene, ago] of steps) {
      for (const [wait, one] of scene) {
        at += wait;
        records.push({
          ...one,
          at,
          ...(one.type === 'press' ? { id: ++id } : {}),
          ...(one.type === 'freeze' ? { press: id - one.press } : {}),
          // In a scene a request starts with the press before it.
          ...(one.type === 'request' ? { start: at - wait } : {}),
        });
      }
      if (ago > 2_000)
        records.push({
          type: 'request',
          at,
          start: Math.max(from, at - ago),
          status: ago % 2 ? 200 : 500,
          own: true,
        });
    }
    return records;
  });
};

/** A config in which every kind of condition and of limit takes part. */
export const busyConfig: Config = {
  version: 1,
  facts: { tier: { type: 'string' }, total: { type: 'number' } },
  journeys: {
    checkout: {
      steps: [
        { id: 'cart', url: '/cart' },
        { id: 'address', url: '/address' },
        { id: 'payment', url: '/payment' },
      ],
      done: { event: 'order-placed' },
      idleOut: '5m',
    },
    returns: { steps: [{ id: 'label' }] },
  },
  content: { text: { title: 'Text' }, other: { title: 'Other' } },
  policy: {
    gap: '5s',
    limits: [
      { times: 2, per: 'step' },
      { times: 20, per: '1h' },
    ],
    snooze: ['1m', '5m'],
    holdout: { share: 0.3, name: 'h' },
  },
  triggers: [
    {
      id: 'rage',
      when: { any: [{ event: 'rage-click' }, { event: 'dead-click', min: 2, within: '30s', per: 'step' }] },
      show: { content: 'text', as: 'notice' },
    },
    {
      id: 'stall',
      when: {
        after: { event: 'step-entered' },
        without: [{ event: 'step-completed' }, { event: 'field-changed' }],
        for: '30s',
      },
      show: { content: 'text', as: 'hint', anchor: 'a' },
    },
    {
      id: 'loop',
      priority: 'blocker',
      when: {
        all: [
          { event: 'field-error', distinct: 'field', min: 2, within: '2m' },
          { score: 'struggle', above: 0.3 },
        ],
      },
      unless: { event: 'go', within: '10s' },
      show: { content: 'text', as: 'inline', anchor: 'b' },
      solved: { by: { event: 'step-completed' }, within: '5m' },
    },
    {
      id: 'order',
      when: { sequence: [{ event: 'go' }, { event: 'stop' }], within: '1m' },
      timing: { at: 'boundary', delay: '3s', giveUpAfter: '8s' },
      show: { content: 'other', as: 'panel' },
      limits: [{ times: 1, per: 'journey' }],
    },
    {
      id: 'gold',
      priority: 'tip',
      when: { all: [{ facts: { tier: 'gold' } }, { not: { event: 'stop', within: '20s' } }] },
      where: { step: ['cart', 'payment'] },
      show: { content: 'other', as: 'banner' },
      experiment: { name: 'x', variants: { a: { share: 0.5 }, b: { share: 0.5, content: 'text' } } },
    },
    {
      id: 'declined',
      priority: 'incident',
      when: { event: 'payment-failure', where: { code: { not: 'ok' } } },
      timing: { at: 'now' },
      show: { content: 'text', as: 'notice' },
    },
    {
      id: 'wall',
      when: { after: { event: 'go' }, without: [{ event: 'stop' }], for: '10s', clock: 'wall' },
      show: { content: 'text', as: 'badge' },
      schedule: { hours: '09:05-23:00', zone: 'UTC' },
    },
  ],
};
