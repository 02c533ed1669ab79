import { sayDuration } from '../core/duration.js';
import type { Detector, Tools } from './detector.js';

const DEFAULTS = {
  weight: 0.5,
  /** No step is too long before this, however short `expected` says it is or however fast the customer was so far. */
  minMs: 90_000,
  /** Without any progress for this long. A gap of 30 s occurs in 84–93 % of genuine readings. */
  progressMs: 45_000,
  /** Screen readers and switches take about twice the time. */
  assistTimes: 2,
};

interface State {
  /** Active time at which the step was entered; pushed on by what was watched. */
  since: number;
  /** Active time of the last progress, and of the last sign of reading. */
  progress: number;
  read: number;
  /** There is something to fill in: only reading is no stall. */
  asks: boolean;
  /** Active time since which something plays. */
  media: number | null;
  assist: boolean;
  /** A deadline is outstanding. */
  waiting: boolean;
  told: boolean;
}
type StallTools = Tools<typeof DEFAULTS>;

const enter = (since: number): State => ({
  since,
  progress: since,
  read: since,
  asks: false,
  media: null,
  assist: false,
  waiting: false,
  told: false,
});

const limitOf = ({ assist }: State, { set, step, pace }: StallTools): number =>
  Math.max(set.minMs, (step.expectedMs ?? 0) * (pace.steps ?? 1)) * (assist ? set.assistTimes : 1);

function waitFor(state: State, active: number, { place, wakeActive }: StallTools): void {
  if (state.waiting) return;
  state.waiting = true;
  wakeActive(active, String(place.stay));
}

function asks(state: State, tools: StallTools): void {
  if (state.asks || tools.step.rank < 0) return;
  state.asks = true;
  waitFor(state, state.since + limitOf(state, tools), tools);
}

/** Raises, or says at which active time it is worth looking again. */
function judge(state: State, tools: StallTools): number | undefined {
  if (state.told || !state.asks || state.media !== null) return undefined;
  const { set, active, others } = tools;
  const limitMs = limitOf(state, tools);
  const spentMs = active - state.since;
  // As it is asked for: the difference may be a rounding error short of the limit.
  if (active < state.since + limitMs) return state.since + limitMs;
  const idleMs = active - state.progress;
  const last = Math.max(state.progress, state.read);
  if (others === 0 && active < last + set.progressMs) return last + set.progressMs;
  state.told = true;
  const step = tools.place.step!;
  const why = others
    ? `with ${others} other ${others === 1 ? 'signal' : 'signals'} of struggle`
    : `with no progress for ${sayDuration(idleMs)}`;
  tools.raise({
    target: step,
    count: 1,
    because: `the customer has been on '${step}' for ${sayDuration(spentMs)} (limit ${sayDuration(limitMs)}), ${why}`,
    evidence: { spentMs, limitMs, idleMs, progressMs: set.progressMs, others },
  });
  return undefined;
}

/** Time in which something was watched is no time on the step. */
function mediaEnds(state: State, tools: StallTools): void {
  if (state.media === null) return;
  const watched = tools.active - state.media;
  state.since += watched;
  state.progress += watched;
  state.read += watched;
  state.media = null;
  if (state.asks) waitFor(state, state.since + limitOf(state, tools), tools);
}

export const stepStall: Detector<'step-stall', State, typeof DEFAULTS> = {
  name: 'step-stall',
  meaning: 'A step takes much longer than usual, and the customer does not get on.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => enter(0),
  on: {
    view(record, state, tools) {
      if (record.how === 'load') mediaEnds(state, tools);
      if (record.asks) asks(state, tools);
    },
    press(record, state) {
      state.assist = record.by === 'assist';
    },
    field(record, state, tools) {
      asks(state, tools);
      if (record.what === 'input' || record.what === 'change') state.progress = tools.active;
    },
    'field-ok'(_record, state, tools) {
      state.progress = tools.active;
    },
    scroll(record, state, tools) {
      if (record.by !== 'page') state.read = tools.active;
    },
    hold(record, state, tools) {
      if (record.what !== 'media') return;
      if (record.on) state.media ??= tools.active;
      else mediaEnds(state, tools);
    },
  },
  answered(press, state, tools) {
    if (press.judged) state.progress = tools.active;
  },
  moved(_from, state, tools) {
    const { assist, media } = state;
    // A film may play on, and the customer is the same.
    Object.assign(state, enter(tools.active), { assist, media: media === null ? null : tools.active });
  },
  signalled(_by, state, tools) {
    judge(state, tools);
  },
  due(tag, state, tools) {
    if (tag !== String(tools.place.stay)) return;
    state.waiting = false;
    const next = judge(state, tools);
    if (next !== undefined) waitFor(state, next, tools);
  },
};
