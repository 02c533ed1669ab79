import { sayDuration } from '../core/duration.js';
import type { Detector, Tools } from './detector.js';
import { count, forget, type Tally } from './tally.js';
import { STATUS } from './words.js';

const DEFAULTS = {
  weight: 0.6,
  /** Times that the page of an order or a case was opened … */
  min: 3,
  /** … within this time, by the clock on the wall. */
  withinMs: 86_400_000,
  reloads: 2,
  reloadWithinMs: 60_000,
  /** 1: visits are counted over sessions, where the customer has consented to storage. Off unless asked for. */
  acrossVisits: 0,
};
/** More are never asked for. */
const MAX_TIMES = 20;

interface State {
  /** Wall-clock times of this session. */
  readonly times: number[];
  /** On such a page, and at which address. Going from the list to one order is no second look. */
  on: boolean;
  address: string;
  readonly reloads: Tally;
}
type StatusTools = Tools<typeof DEFAULTS>;

function opened(state: State, tools: StatusTools): void {
  const { wall, set, place, raise } = tools;
  const times = set.acrossVisits ? tools.kept : state.times;
  const recent = [...times.filter((time) => wall - time <= set.withinMs), wall].slice(-MAX_TIMES);
  times.splice(0, times.length, ...recent);
  if (recent.length < set.min) return;
  const spanMs = wall - recent[0]!;
  raise({
    target: place.path,
    count: recent.length,
    because: `the page of an order or a case was opened ${recent.length} times in ${sayDuration(spanMs)}`,
    evidence: { opened: recent.length, min: set.min, spanMs, withinMs: set.withinMs },
  });
}

function reloaded(state: State, { at, set, place, raise }: StatusTools): void {
  const times = count(state.reloads, 'reload', at, set.reloadWithinMs);
  if (times.length < set.reloads) return;
  const spanMs = at - times[0]!;
  const reloads = times.length;
  forget(state.reloads, 'reload');
  raise({
    target: place.path,
    count: reloads,
    because: `the page of an order or a case was reloaded ${reloads} times in ${sayDuration(spanMs)}`,
    evidence: { reloads, min: set.reloads, spanMs, withinMs: set.reloadWithinMs },
  });
}

export const statusAnxiety: Detector<'status-anxiety', State, typeof DEFAULTS> = {
  name: 'status-anxiety',
  meaning: 'The customer looks again and again at how their order or case stands.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({ times: [], on: false, address: '', reloads: {} }),
  on: {
    view(record, state, tools) {
      if (record.how === 'dom') return;
      const before = state.on;
      const address = `${record.address ?? record.path}`;
      // A page known only by what the host told of it may be reloaded as well.
      state.on = STATUS.test(record.path) || (before && record.reload === true && address === state.address);
      if (state.on && record.reload) reloaded(state, tools);
      else if (
        state.on &&
        (!before || (record.how === 'load' && !record.history && address === state.address))
      )
        opened(state, tools);
      state.address = address;
    },
    host(record, state, tools) {
      // Where the path has said so already, it is the same look.
      if (record.event !== 'order-viewed' || state.on) return;
      state.on = true;
      opened(state, tools);
    },
  },
};
