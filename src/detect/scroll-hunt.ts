import { sayDuration } from '../core/duration.js';
import type { ScrollRecord } from '../core/records.js';
import type { Detector } from './detector.js';

const DEFAULTS = {
  weight: 0.2,
  /** Such runs occur in 0.6 to 0.9 % of reading sessions. */
  min: 6,
  withinMs: 20_000,
  legPx: 400,
  /** Of what can be seen at once: on a small screen this is enough. */
  legShare: 0.5,
  /** Dragging the scrollbar overshoots: a turn made with it counts for so much. */
  barShare: 0.5,
  coolDownMs: 10_000,
};

interface State {
  /** Where the way began (no direction yet), or its furthest point in this direction. */
  y: number | null;
  direction: -1 | 0 | 1;
  turns: { readonly at: number; readonly share: number }[];
  toldAt: number | null;
}

const fresh = () => ({ y: null, direction: 0, turns: [] }) as const;

/** Follows the way; whether it has just turned, with a long enough leg on both sides. */
function turned(state: State, y: number, leg: number): boolean {
  const way = y - (state.y ?? y);
  if (state.y === null || way * state.direction > 0) {
    state.y = y;
    return false;
  }
  if (Math.abs(way) < leg) return false;
  const turn = state.direction !== 0;
  state.y = y;
  state.direction = way > 0 ? 1 : -1;
  return turn;
}

/** How far one has to scroll for it to be a leg. */
const legOf = ({ screen }: ScrollRecord, { legPx, legShare }: typeof DEFAULTS): number =>
  Math.min(legPx, screen ? screen * legShare : Infinity);

export const scrollHunt: Detector<'scroll-hunt', State, typeof DEFAULTS> = {
  name: 'scroll-hunt',
  meaning: 'The page was scrolled far up and down again and again, as if something could not be found.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({ ...fresh(), turns: [], toldAt: null }),
  on: {
    scroll(record, state, { at, set, raise }) {
      if (record.y === undefined) return;
      // The page did it, or keys that leaf through it: the way begins anew from there.
      if (record.by === 'page' || record.by === 'key') {
        Object.assign(state, { y: record.y, direction: 0 });
        return;
      }
      const leg = legOf(record, set);
      if (!turned(state, record.y, leg)) return;
      const turns = state.turns.filter((turn) => at - turn.at <= set.withinMs);
      turns.push({ at, share: record.by === 'bar' ? set.barShare : 1 });
      state.turns = turns;
      const sum = turns.reduce((total, { share }) => total + share, 0);
      if (sum < set.min || at - (state.toldAt ?? -Infinity) < set.coolDownMs) return;
      const spanMs = at - turns[0]!.at;
      Object.assign(state, { turns: [], toldAt: at });
      raise({
        target: 'page',
        count: turns.length,
        because: `the page was scrolled to and fro ${turns.length} times in ${sayDuration(spanMs)}, ${leg} px or more each time`,
        evidence: { turns: sum, min: set.min, spanMs, withinMs: set.withinMs, legPx: leg },
      });
    },
    view(record, state) {
      if (record.how !== 'dom') Object.assign(state, fresh());
    },
  },
  moved: (_from, state) => void Object.assign(state, fresh()),
};
