import type { Incident, Progress, SourceState } from '../../src/state/sources.js';

/** Ten past ten, here: what is shown does not depend on where a test runs. */
export const NOW: number = new Date(2026, 10, 30, 10, 42).getTime();
const HOUR_MS = 3_600_000;

export const progress = (rest: Partial<Progress> = {}): Progress => ({
  id: 'TJ-104233',
  state: 'shipped',
  eta: '2026-12-02',
  steps: [
    { id: 'placed', label: undefined, text: undefined, at: NOW - 26 * HOUR_MS },
    { id: 'packed', label: undefined, text: undefined, at: NOW - 20 * HOUR_MS },
    { id: 'shipped', label: undefined, text: 'It left our workshop in Seville.', at: NOW - 2 * HOUR_MS },
    { id: 'out-for-delivery', label: undefined, text: undefined, at: null },
    { id: 'delivered', label: undefined, text: undefined, at: null },
  ],
  current: 2,
  exception: undefined,
  done: false,
  next: undefined,
  ...rest,
});

export const incident = (rest: Partial<Incident> = {}): Incident => ({
  id: 'i1',
  title: 'Card payments are slow',
  text: 'A bank takes its time. We are on it.',
  impact: 'minor',
  phase: 'ongoing',
  components: ['payments'],
  updatedAt: NOW,
  from: NOW - HOUR_MS / 2,
  until: null,
  ...rest,
});

/** What is known of an order; with incidents, of a service. */
export const known = (rest: Partial<SourceState> = {}): SourceState => ({
  kind: rest.incidents ? 'incidents' : 'order',
  condition: 'fresh',
  asOf: NOW,
  progress: rest.incidents ? undefined : progress(),
  incidents: [],
  ...rest,
});

const nothing = { progress: undefined, asOf: null };

/** Every state that a status can be in. */
export const STATES: Readonly<Record<string, SourceState>> = {
  Loading: known({ ...nothing, condition: 'loading' }),
  Fresh: known(),
  Stale: known({ condition: 'stale', asOf: NOW - HOUR_MS }),
  Exception: known({
    progress: progress({
      state: 'exception',
      exception: 'Nobody was at home, twice.',
      next: { label: 'Choose another day', link: '/orders/current/delivery' },
    }),
  }),
  Done: known({
    progress: progress({
      state: 'delivered',
      current: 4,
      done: true,
      steps: progress().steps.map((step, i) => ({ ...step, at: NOW - (30 - 6 * i) * HOUR_MS })),
    }),
  }),
  Empty: known({ ...nothing, condition: 'empty' }),
  Offline: known({ ...nothing, condition: 'offline' }),
  Unauthorised: known({ ...nothing, condition: 'unauthorised' }),
  'No steps': known({
    kind: 'case',
    progress: progress({ state: 'in-progress', steps: [], current: -1, eta: undefined }),
  }),
  Incident: known({ incidents: [incident()] }),
  Planned: known({
    incidents: [
      incident({
        phase: 'scheduled',
        impact: 'maintenance',
        from: NOW + 16 * HOUR_MS,
        until: NOW + 18 * HOUR_MS,
      }),
    ],
  }),
};
