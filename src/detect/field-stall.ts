import { sayDuration } from '../core/duration.js';
import type { Detector, Tools } from './detector.js';
import { OWN_FOCUS_MS } from './field-key.js';

const DEFAULTS = {
  weight: 0.4,
  /** Pauses over 20 s occur in 0.13 % of typed sentences (34,935 sentences). */
  waitMs: 20_000,
  /** Where the customer's own pace is known: so many times their median field, */
  paceTimes: 4,
  /** but not less than this. */
  paceMinMs: 12_000,
  /** Card in hand, one-time code on the phone, file to find. */
  lookupTimes: 3,
  longTextTimes: 2,
  assistTimes: 2,
  /** A mouse that moves puts it off as well, but a hand on the desk is no help: by so many times the wait at the most. */
  movedTimes: 1,
};

interface State {
  field: string;
  kind: string;
  /** Active time of the focus, or of the last sign that the customer is reading on. */
  since: number;
  /** The same without the mouse. */
  settled: number;
  typed: boolean;
  /** Reported once per visit of the field. */
  told: boolean;
  lastInput: number;
  assist: boolean;
}

function waitMs(state: State, { set, pace }: Tools<typeof DEFAULTS>): number {
  const { fieldMs } = pace;
  const base = fieldMs === undefined ? set.waitMs : Math.max(set.paceMinMs, set.paceTimes * fieldMs);
  const kind = state.kind === 'lookup' ? set.lookupTimes : state.kind === 'long-text' ? set.longTextTimes : 1;
  return base * kind * (state.assist ? set.assistTimes : 1);
}

export const fieldStall: Detector<'field-stall', State, typeof DEFAULTS> = {
  name: 'field-stall',
  meaning: 'A field has the focus, and for a long time nothing is entered.',
  cause: 'field',
  defaults: DEFAULTS,
  start: () => ({
    field: '',
    kind: '',
    since: 0,
    settled: 0,
    typed: false,
    told: false,
    lastInput: -1_000,
    assist: false,
  }),
  on: {
    view(record, state) {
      if (record.how !== 'dom') state.field = '';
    },
    press(record, state) {
      state.lastInput = record.at;
      state.assist = record.by === 'assist';
    },
    key(record, state) {
      state.lastInput = record.at;
    },
    // A press puts the focus into a field when the pointer goes down, before it is a press.
    hold(record, state) {
      if (record.what === 'pointer') state.lastInput = record.at;
    },
    // Scrolling is reading: the clock starts again, and is looked at when it would have run out.
    scroll(record, state, tools) {
      if (record.by !== 'page') state.since = state.settled = tools.active;
    },
    move(_record, state, tools) {
      if (state.field === '') return;
      const latest = state.settled + tools.set.movedTimes * waitMs(state, tools);
      state.since = Math.max(state.since, Math.min(tools.active, latest));
    },
    field(record, state, tools) {
      if (record.what === 'focus') {
        // A field that the page itself has focused says nothing about the customer.
        if (tools.at - state.lastInput > OWN_FOCUS_MS) return;
        Object.assign(state, {
          field: record.field,
          kind: record.kind,
          since: tools.active,
          settled: tools.active,
          typed: false,
          told: false,
        });
        tools.wakeActive(tools.active + waitMs(state, tools), record.field);
      } else if (record.what === 'leave') {
        state.field = '';
      } else if (state.field === record.field) state.typed = true;
    },
  },
  due(tag, state, tools) {
    if (state.field !== tag || state.typed || state.told) return;
    const wait = waitMs(state, tools);
    const waitedMs = tools.active - state.since;
    if (waitedMs < wait) {
      tools.wakeActive(state.since + wait, tag);
      return;
    }
    state.told = true;
    tools.raise({
      target: state.field,
      count: 1,
      because: `'${state.field}' has had the focus for ${sayDuration(waitedMs)} and nothing was entered`,
      evidence: { field: state.field, waitedMs, limitMs: wait, kind: state.kind },
    });
  },
};
