import { sayDuration } from '../core/duration.js';
import type { JournalRecord, ViewRecord } from '../core/records.js';
import type { Detector, Tools } from './detector.js';
import { nth } from './nth.js';
import { count, forget, type Tally } from './tally.js';

const DEFAULTS = {
  weight: 0.5,
  /** Returns to an earlier step in one run of a journey. One, after a typo, is nobody's struggle. */
  returns: 2,
  /** Short looks at one and the same page, */
  bounces: 2,
  /** each this short, */
  bounceMs: 10_000,
  /** and none of them longer ago than this. */
  memoryMs: 600_000,
  /** Arrivals at the same address … */
  arrivals: 3,
  /** … within this time. */
  withinMs: 15_000,
  coolDownMs: 30_000,
};
/** A page that sends the customer on this soon, with nothing done on it, is a redirect. */
const REDIRECT_MS = 1_000;
/** Going back over several steps is one return: nobody stays on those between. */
const PASS_MS = 5_000;
/** A view this soon after a press came from a control of the page. */
const CONTROL_MS = 2_000;
const MAX_TRAIL = 12;

interface Visit {
  readonly id: string;
  readonly at: number;
  readonly journey: string | null;
  readonly rank: number;
  /** It came by going back to an earlier step. */
  readonly back: boolean;
  /** It is the answer to a form that was sent. */
  readonly sent: boolean;
}
interface State {
  /** The last visits, newest last. */
  trail: Visit[];
  address: string;
  journey: string | null;
  returns: number;
  /** Short looks, by what was looked at. */
  bounces: Tally;
  /** What the last move counted for: taken back if it turns out that there was something to change. */
  lately: { readonly returned: number; readonly bounce: string } | null;
  inputAt: number;
  pressAt: number;
  submitAt: number;
  toldAt: number;
}
type TurnTools = Tools<typeof DEFAULTS>;

function tell(
  state: State,
  times: number,
  because: string,
  evidence: Record<string, string | number>,
  tools: TurnTools,
): void {
  const { place, at, set, raise } = tools;
  state.returns = 0;
  state.bounces = {};
  state.lately = null;
  // What led here counts once.
  state.trail = state.trail.slice(-1);
  if (at - state.toldAt < set.coolDownMs) return;
  state.toldAt = at;
  raise({ target: place.step ?? place.path, count: times, because, evidence });
}

/** Another journey, or another run of it, counts anew. */
function follow(state: State, journey: string | null): void {
  if (journey === state.journey) return;
  state.journey = journey;
  state.returns = 0;
}

function arrive(record: JournalRecord, view: ViewRecord | null, state: State, tools: TurnTools): void {
  const { at, place, set } = tools;
  const { trail } = state;
  follow(state, tools.journey);
  const id = `${state.address} ${place.journey}/${place.step}`;
  const history = view?.history === true;
  const top = trail.at(-1);
  if (top && !history && at - top.at < REDIRECT_MS && state.inputAt <= top.at) trail.pop();
  const before = trail.at(-1);
  // The same again: only a page that was loaded by the customer is an arrival. Reloading is another signal's.
  if (before?.id === id && (view?.how !== 'load' || view.reload)) return;
  const earlier = trail.at(-2);
  const sent = !history && before !== undefined && state.submitAt > before.at;
  const rank = tools.step.rank;
  const back = before?.journey === place.journey && rank >= 0 && rank < before.rank;
  trail.push({ id, at: record.at, journey: place.journey, rank, back, sent });
  if (trail.length > MAX_TRAIL) trail.shift();
  state.lately = null;
  if (sent || !before) return;

  const stayedMs = at - before.at;
  const returned = back && !(before.back && stayedMs < PASS_MS) ? 1 : 0;
  const bounced = earlier?.id === id && before.id !== id && stayedMs < set.bounceMs;
  state.returns += returned;
  const bounces = bounced ? count(state.bounces, before.id, at, set.memoryMs).length : 0;
  // An “Edit” link of a summary: there may be something to change.
  if (!history && at - state.pressAt <= CONTROL_MS)
    state.lately = { returned, bounce: bounced ? before.id : '' };
  const name = place.step ?? place.path;
  const arrivals = trail.filter((one) => one.id === id && !one.sent && at - one.at <= set.withinMs);
  if (returned && state.returns >= set.returns)
    tell(
      state,
      state.returns,
      `back to an earlier step ('${name}') for the ${nth(state.returns)} time`,
      { kind: 'return', returns: state.returns, min: set.returns },
      tools,
    );
  else if (bounces >= set.bounces)
    tell(
      state,
      bounces,
      `back on '${name}' after ${sayDuration(stayedMs)} on a page for the ${nth(bounces)} time`,
      { kind: 'bounce', bounces, min: set.bounces, stayedMs, withinMs: set.bounceMs },
      tools,
    );
  else if (arrivals.length >= set.arrivals) {
    const spanMs = at - arrivals[0]!.at;
    tell(
      state,
      arrivals.length,
      `'${name}' was opened ${arrivals.length} times in ${sayDuration(spanMs)}`,
      { kind: 'address', arrivals: arrivals.length, min: set.arrivals, spanMs, withinMs: set.withinMs },
      tools,
    );
  }
}

export const uTurn: Detector<'u-turn', State, typeof DEFAULTS> = {
  name: 'u-turn',
  meaning: 'The customer goes back and forth between steps or pages without finding what they need.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({
    trail: [],
    address: '',
    journey: null,
    returns: 0,
    bounces: {},
    lately: null,
    inputAt: -1_000_000,
    pressAt: -1_000_000,
    submitAt: -1_000_000,
    toldAt: -1_000_000,
  }),
  on: {
    view(record, state, tools) {
      if (record.how !== 'dom') state.address = `${record.address ?? record.path}`;
      arrive(record, record, state, tools);
    },
    step: (record, state, tools) => arrive(record, null, state, tools),
    press(record, state, tools) {
      state.inputAt = state.pressAt = record.at;
      follow(state, tools.journey);
    },
    key(record, state) {
      state.inputAt = record.at;
    },
    scroll(record, state) {
      if (record.by !== 'page') state.inputAt = record.at;
    },
    submit(record, state) {
      state.inputAt = state.submitAt = record.at;
    },
    field(record, state) {
      if (!state.lately || (record.what !== 'input' && record.what !== 'change')) return;
      state.returns -= state.lately.returned;
      forget(state.bounces, state.lately.bounce);
      state.lately = null;
    },
  },
};
