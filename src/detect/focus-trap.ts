import { sayDuration } from '../core/duration.js';
import type { Data } from '../core/records.js';
import { mayTell, type Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';

const DEFAULTS = {
  weight: 0.6,
  /** A longer way round is a page, not a trap. */
  maxStops: 8,
  walks: 3,
  withinMs: 20_000,
  /** After the focus was lost: so many Tabs to find the way back. */
  lostTabs: 8,
  coolDownMs: 10_000,
};

/** One stop is no round: its name may stand for a whole list. */
const MIN_STOPS = 2;
/** Stops that are remembered at the most, whatever the settings ask for. */
const MAX_STOPS = 100;
/** Of all cool-downs here there is one. */
const KEY = '';

interface State {
  readonly told: Told;
  /** The way of the focus since something was last pressed or entered; `back` is with Shift+Tab. */
  stops: { readonly at: number; readonly to: string; readonly back: boolean }[];
  modal: boolean;
  /** In a modal dialog: when Escape, or a press that got no answer, was last tried. */
  triedAt: number | null;
  /** The way began in nowhere. */
  lost: boolean;
}

const fresh = { modal: false, triedAt: null, lost: false };

function restart(state: State, modal = false): void {
  // Most people never touch Tab, and this is asked at every key.
  if (state.stops.length === 0 && state.modal === modal && state.triedAt === null && !state.lost) return;
  Object.assign(state, fresh, { stops: [], modal });
}

/** So many stops are enough for either verdict. */
const enough = ({ maxStops, walks, lostTabs }: typeof DEFAULTS): number =>
  Math.min(MAX_STOPS, Math.max(1, Math.ceil(maxStops * walks), lostTabs));

/** Where a round of so many stops must have begun to be walked so often. */
const startOf = ({ stops }: State, round: number, walks: number): number =>
  stops.length - Math.ceil(round * walks);

/** How many stops the round has that was walked so often, if there is one. */
function roundOf(state: State, { maxStops, walks }: typeof DEFAULTS): number | undefined {
  const { stops } = state;
  // Whatever the settings say, no round is longer than the way.
  for (let round = MIN_STOPS; round <= Math.min(maxStops, stops.length); round++) {
    const from = startOf(state, round, walks);
    if (from < 0) return undefined;
    const way = stops.slice(from);
    // To and fro between two controls is somebody who compares them, not a round.
    const same = way.every(({ to, back }, i) => to === way[i % round]!.to && back === way[0]!.back);
    if (same && new Set(way.map(({ to }) => to)).size === round) return round;
  }
  return undefined;
}

/** The way from that stop on led to nothing. */
function tell(
  state: State,
  tools: Tools<typeof DEFAULTS>,
  from: number,
  { count, because, ...how }: { count: number; because: string; lost: boolean } & Data,
): void {
  const { at, to } = state.stops[from]!;
  const { set } = tools;
  if (!mayTell(state.told, KEY, tools.at, set.coolDownMs)) return;
  const spanMs = tools.at - at;
  tools.raise({
    target: to,
    count,
    because: because + sayDuration(spanMs),
    evidence: { by: 'key', spanMs, withinMs: set.withinMs, modal: state.modal, ...how },
  });
  restart(state, state.modal);
}

export const focusTrap: Detector<'focus-trap', State, typeof DEFAULTS> = {
  name: 'focus-trap',
  meaning: 'The keyboard goes round in circles or has lost its place, and leads to nothing.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({ told: {}, stops: [], ...fresh }),
  on: {
    tab(record, state, tools) {
      const { set, at } = tools;
      if (state.modal !== !!record.modal) restart(state, !!record.modal);
      if (record.lost) {
        restart(state, state.modal);
        state.lost = true;
      }
      const { stops } = state;
      stops.push({ at, to: record.to, back: !!record.back });
      while (at - stops[0]!.at > set.withinMs || stops.length > enough(set)) {
        stops.shift();
        state.lost = false;
      }
      const tabs = stops.length;
      if (state.lost && tabs >= set.lostTabs)
        return tell(state, tools, 0, {
          count: tabs,
          because: `the focus was lost, and ${tabs} Tabs led to nothing in `,
          lost: true,
          tabs,
          min: set.lostTabs,
        });
      // A modal dialog keeps the focus on purpose, until somebody wants to leave it and cannot.
      if (state.modal && at - (state.triedAt ?? -Infinity) > set.withinMs) return;
      const round = roundOf(state, set);
      if (round === undefined) return;
      const { walks } = set;
      const from = startOf(state, round, walks);
      tell(state, tools, from, {
        count: walks,
        because: `the same ${round} stops were walked ${walks} times with Tab in `,
        lost: false,
        stops: round,
        walks,
      });
    },
    shortcut(record, state) {
      if (record.what === 'escape' && state.modal) state.triedAt = record.at;
    },
    press(record, state) {
      if (record.gesture) return;
      if (state.modal && !record.answer) state.triedAt = record.at;
      else restart(state, state.modal);
    },
    field(record, state) {
      if (record.what === 'input' || record.what === 'change') restart(state, state.modal);
    },
    hold(record, state) {
      if (record.what === 'dialog' && !record.on) restart(state);
    },
    // The way leads through the browser's own controls.
    page(record, state) {
      if (!record.focused) restart(state);
    },
    view: (_record, state) => restart(state),
  },
  answered: (_press, state) => restart(state, state.modal),
};
