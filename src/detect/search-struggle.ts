import { sayDuration } from '../core/duration.js';
import type { Detector, Tools } from './detector.js';

const DEFAULTS = {
  weight: 0.5,
  /** Searches with other words after the first … */
  reformulations: 3,
  /** … within this time. */
  withinMs: 60_000,
  /** Searches that found nothing. */
  zeros: 2,
  /** Searches of which no result was opened … */
  queries: 2,
  /** … though the customer had this much active time without reading on. */
  unopenedMs: 30_000,
  /** A search this long ago was for something else. */
  memoryMs: 300_000,
  /** One search shows in several ways: the form is sent, the field is changed, the page tells of its results. */
  apartMs: 1_000,
  /** Who types on after this long has looked at the results: another search, not the rest of a word. */
  pauseMs: 3_000,
};

/** Searches are remembered this far back: what is asked for beyond would never come. */
const MOST = 20;

interface Query {
  readonly at: number;
  zero: boolean;
  /** The page has told of its results. */
  told: boolean;
}
interface State {
  queries: Query[];
  /** What happened in the search field since the last search: something, and more than adding to it. */
  edited: boolean;
  reworded: boolean;
  form: string;
  /** When the page last told of results. */
  shownAt: number;
  /** Active time of the last search or sign of reading its results; `null` once the customer does something else. */
  since: number | null;
  /** A deadline is outstanding. */
  waiting: boolean;
}
type SearchTools = Tools<typeof DEFAULTS>;

function tell(
  kind: string,
  times: number,
  because: string,
  state: State,
  evidence: Readonly<Record<string, number>>,
  { raise, place }: SearchTools,
): void {
  Object.assign(state, { queries: [], since: null });
  raise({ target: state.form || place.path, count: times, because, evidence: { kind, ...evidence } });
}

function judge(state: State, tools: SearchTools): void {
  const { at, set } = tools;
  const again = state.queries.slice(1).filter((one) => at - one.at <= set.withinMs).length;
  const zeros = state.queries.filter((one) => one.zero).length;
  if (zeros >= set.zeros)
    tell('zero', zeros, `${zeros} searches found nothing`, state, { zeros, min: set.zeros }, tools);
  else if (again >= set.reformulations)
    tell(
      'reworded',
      again,
      `the search was worded anew ${again} times within ${sayDuration(set.withinMs)}, and no result was opened`,
      state,
      { reformulations: again, min: set.reformulations, withinMs: set.withinMs },
      tools,
    );
}

function waitFor(state: State, tools: SearchTools): void {
  if (state.waiting || state.since === null) return;
  state.waiting = true;
  tools.wakeActive(state.since + tools.set.unopenedMs, '');
}

function searched(state: State, tools: SearchTools): void {
  const { at, set } = tools;
  state.queries = state.queries.filter((one) => at - one.at <= set.memoryMs).slice(-MOST);
  state.queries.push({ at, zero: false, told: false });
  Object.assign(state, { edited: false, reworded: false, since: null });
  if (state.queries.length >= set.queries) state.since = tools.active;
  waitFor(state, tools);
}

/** A result was opened: that search was worth it. */
const opened = (state: State): void => void Object.assign(state, { queries: [], since: null });

export const searchStruggle: Detector<'search-struggle', State, typeof DEFAULTS> = {
  name: 'search-struggle',
  meaning: 'The customer searches again and again and does not find what they are looking for.',
  cause: 'other',
  defaults: DEFAULTS,
  most: { reformulations: MOST, zeros: MOST, queries: MOST },
  start: () => ({
    queries: [],
    edited: false,
    reworded: false,
    form: '',
    shownAt: -1_000_000,
    since: null,
    waiting: false,
  }),
  on: {
    field(record, state, tools) {
      const { at, kind, what, via } = record;
      if (kind !== 'search' && (record.form !== state.form || state.queries.length === 0)) {
        // Filling in something else is no looking for a result any more.
        if (what === 'input' || what === 'change') state.since = null;
        return;
      }
      if (what === 'input') {
        state.edited = true;
        state.reworded ||= via !== 'type' || at - state.shownAt > tools.set.pauseMs;
      }
      // Leaving the field tells of a change that was searched for as it was typed, or when the form was sent.
      if (what !== 'change' || kind !== 'search' || !state.edited) return;
      if (at - (state.queries.at(-1)?.at ?? -Infinity) < tools.set.apartMs) return;
      state.form = record.form;
      searched(state, tools);
      judge(state, tools);
    },
    submit(record, state, tools) {
      const last = state.queries.at(-1);
      if (!record.search || (last && (!state.edited || record.at - last.at < tools.set.apartMs))) return;
      state.form = record.form;
      searched(state, tools);
      judge(state, tools);
    },
    host({ at, event, data }, state, tools) {
      if (event !== 'searched') return;
      const last = state.queries.at(-1);
      // The answer to what was sent, or one letter more of what is being typed.
      const same =
        last && (!last.told || at - last.at < tools.set.apartMs || (state.edited && !state.reworded));
      if (!same) searched(state, tools);
      state.shownAt = at;
      Object.assign(state.queries.at(-1)!, { told: true, zero: data['results'] === 0 });
      judge(state, tools);
    },
    press({ exempt, role }, state) {
      // In another tab.
      if (exempt === 'modified' && role === 'link') opened(state);
    },
    view(record, state, tools) {
      // Elsewhere, and not with the results of the search.
      if (record.how !== 'dom' && tools.at - (state.queries.at(-1)?.at ?? tools.at) > 5_000)
        state.since = null;
    },
    scroll(record, state, tools) {
      if (state.since !== null && record.by !== 'page') state.since = tools.active;
    },
  },
  answered({ at, role, channel, region }, state) {
    const last = state.queries.at(-1);
    // The button of the search itself leads to results, not to one of them.
    if (!last || at <= last.at || region === state.form) return;
    if (role === 'link' || channel === 'route' || channel === 'navigation') opened(state);
  },
  due(_tag, state, tools) {
    state.waiting = false;
    if (state.since === null) return;
    const { set, active } = tools;
    if (active - state.since < set.unopenedMs) return waitFor(state, tools);
    const searches = state.queries.length;
    tell(
      'unopened',
      searches,
      `${searches} searches, and no result was opened in ${sayDuration(set.unopenedMs)}`,
      state,
      { searches, min: set.queries, waitedMs: active - state.since, limitMs: set.unopenedMs },
      tools,
    );
  },
};
