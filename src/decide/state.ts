import type { As } from '../config/types.js';
import type { Happening, Place } from '../core/happenings.js';
import type { Value } from '../core/matcher.js';
import type { Data } from '../core/records.js';
import type { Cell, ScoreName } from './rule.js';
import type { Decision, Ending } from './decision.js';
import { startInterruption, type Interruption } from './interruption.js';
import type { Display } from './limits.js';

export type { Decision, HelpPhase } from './decision.js';

/** A trigger on its way to being shown: armed when its condition came true, due when nothing but the moment is missing. */
export interface Pending {
  armedAt: number;
  dueAt: number | null;
  /** Armed triggers live as long as the step in which they were armed. */
  readonly stay: number;
  /** Field that it is about, where a signal named one. */
  readonly about: string | null;
  /** Name of the happening that armed it, `''` where a state of things did. */
  readonly because: string;
  /** The first gate that kept it back, when it was last looked at. */
  heldBy: string | null;
}

/** An offer that the page was asked to show. */
export interface OnScreen {
  readonly offer: number;
  readonly trigger: string;
  readonly content: string;
  as: As;
  /** Since when the customer sees it; `null` until the ui says so. */
  shownAt: number | null;
  readonly stay: number;
  readonly about: string | null;
  readonly because: string;
  leaving: boolean;
  /** The customer has used it. */
  acted?: true;
  /** How it ends, once it is leaving. */
  how?: Ending;
}

/** An offer that was shown, or would have been, and whose problem may still turn out solved. */
export interface Unsolved {
  readonly offer: number;
  readonly trigger: string;
  readonly as: As;
  readonly until: number;
  /** The field that it is about: once that is accepted it is solved, whether or not the help is still there. */
  readonly about: string | null;
  /** Held back, to compare with. */
  readonly control?: true;
}

export interface Snooze {
  readonly n: number;
  readonly until: number;
  /** When it was dismissed. */
  readonly at?: number;
}

/** What lasts longer than a session, by wall clock. Plain data. */
export interface Visitor {
  displays: Display[];
  /** Trigger → how often it was dismissed, and until when it stays away. */
  readonly snooze: Record<string, Snooze>;
  mutedUntil: number;
  /** When the customer asked for that. */
  mutedAt?: number;
  /** Times that signals count over days, where that was asked for. */
  readonly kept: Record<string, number[]>;
  /** Counts `per: visitor`, by {@link countId}. */
  counts?: Record<string, Cell>;
  /** Triggers that are off here because they do harm, and when that was said. */
  off?: { readonly triggers: readonly string[]; readonly at: number };
}

/** Everything that deciding remembers. Plain data. */
export interface DecideState {
  readonly cells: Record<string, Cell>;
  readonly pending: Record<string, Pending>;
  screen: OnScreen[];
  unsolved: Unsolved[];
  readonly facts: Record<string, Value>;
  /** Journey → how often it has ended. */
  readonly runs: Record<string, number>;
  /** Trigger → stay in which its anchor was not there. */
  readonly unanchored: Record<string, number>;
  lastShownAt: number | null;
  nextOffer: number;
  readonly interruption: Interruption;
  visitor: Visitor;
  /** What was tried in this session and did not work, as {@link deedOf}. */
  failed?: readonly string[];
}

export const startVisitor = (): Visitor => ({ displays: [], snooze: {}, mutedUntil: 0, kept: {} });

/** Times of a signal that are kept. */
const MAX_KEPT = 20;

/** Counts of one visitor that are kept: those that were last added to. `min` is at most 100. */
const MAX_COUNTS = 100;
const MAX_COUNTED = 100;

const newest = ({ t = [], d = [] }: Cell): number => Math.max(0, ...t, ...d.map(([, at]) => at));

function onlyNewest(counts: Record<string, Cell>): Record<string, Cell> {
  const all = Object.entries(counts);
  if (all.length <= MAX_COUNTS) return counts;
  return Object.fromEntries(all.sort((a, b) => newest(b[1]) - newest(a[1])).slice(0, MAX_COUNTS));
}

/** A count of the visitor's, also a new one. */
export function visitorCell(visitor: Visitor, key: string): Cell {
  const counts = (visitor.counts ??= {});
  if (counts[key]) return counts[key];
  const cell: Cell = {};
  visitor.counts = { ...onlyNewest(counts), [key]: cell };
  return cell;
}

/** What either has counted; what both have is one and the same. */
function mergeCells(now: Cell, before: Cell): Cell {
  const times = now.t ?? [];
  const t = [...(before.t ?? []).filter((one) => !times.includes(one)), ...times].sort((a, b) => a - b);
  const seen = new Map<string, number>();
  for (const [value, at] of [...(before.d ?? []), ...(now.d ?? [])])
    seen.set(value, Math.max(at, seen.get(value) ?? at));
  const d = [...seen].sort((a, b) => a[1] - b[1]);
  return {
    ...(t.length > 0 && { t: t.slice(-MAX_COUNTED) }),
    ...(d.length > 0 && { d: d.slice(-MAX_COUNTED) }),
  };
}

/** More displays than this are not remembered; limits never look so far back. */
export const MAX_DISPLAYS = 200;

/** What was said of muting last counts: it may be that help is wanted again. */
const isLater = (a: Visitor, b: Visitor): boolean => {
  const later = (a.mutedAt ?? 0) - (b.mutedAt ?? 0);
  return later > 0 || (later === 0 && a.mutedUntil > b.mutedUntil);
};

/** Everything that either knows; the same again changes nothing. */
export function mergeVisitors(now: Visitor, before: Visitor): Visitor {
  const snooze = { ...before.snooze };
  // Not told apart by wall clock, which may have been set back for one of them only.
  const keyOf = ({ session, at, trigger }: Display) => `${session} ${at} ${trigger}`;
  const known = new Set(now.displays.map(keyOf));
  for (const [trigger, own] of Object.entries(now.snooze)) {
    const other = Object.hasOwn(snooze, trigger) ? snooze[trigger]! : own;
    snooze[trigger] = { ...(other.until > own.until ? other : own), n: Math.max(other.n, own.n) };
  }
  const kept = { ...before.kept };
  for (const [signal, times] of Object.entries(now.kept)) {
    const all = new Set([...(Object.hasOwn(kept, signal) ? kept[signal]! : []), ...times]);
    kept[signal] = [...all].sort((a, b) => a - b).slice(-MAX_KEPT);
  }
  const counts = { ...before.counts };
  for (const [key, own] of Object.entries(now.counts ?? {}))
    counts[key] = Object.hasOwn(counts, key) ? mergeCells(own, counts[key]!) : own;
  const others = before.displays.filter((display) => !known.has(keyOf(display)));
  const { mutedUntil, mutedAt } = isLater(before, now) ? before : now;
  const off = (before.off?.at ?? 0) > (now.off?.at ?? 0) ? before.off : now.off;
  return {
    displays: [...others, ...now.displays].sort((a, b) => a.wall - b.wall).slice(-MAX_DISPLAYS),
    snooze,
    mutedUntil,
    ...(mutedAt === undefined ? {} : { mutedAt }),
    kept,
    counts: onlyNewest(counts),
    ...(off && { off }),
  };
}

/**
 * As it looks to a clock that says `wall`: what was noted by one that was ahead counts as of now. So it is neither
 * forgotten, nor does it last for longer than it was meant to.
 */
export function settleVisitor(visitor: Visitor, wall: number): Visitor {
  const { displays, snooze, mutedUntil, mutedAt, kept, counts, off } = visitor;
  const ahead = (at: number | undefined) => (at === undefined ? 0 : Math.max(0, at - wall));
  return {
    displays: displays.map((one) => (one.wall > wall ? { ...one, wall } : one)),
    snooze: Object.fromEntries(
      Object.entries(snooze).map(([trigger, { n, until, at }]) => [
        trigger,
        { n, until: until - ahead(at), ...(at !== undefined && { at: Math.min(at, wall) }) },
      ]),
    ),
    mutedUntil: mutedUntil - ahead(mutedAt),
    ...(mutedAt !== undefined && { mutedAt: Math.min(mutedAt, wall) }),
    kept: Object.fromEntries(
      Object.entries(kept).map(([signal, times]) => [signal, times.map((at) => Math.min(at, wall))]),
    ),
    ...(counts && { counts }),
    ...(off && { off: { ...off, at: Math.min(off.at, wall) } }),
  };
}

export const startDecide = (visitor: Visitor): DecideState => ({
  cells: {},
  pending: {},
  screen: [],
  unsolved: [],
  facts: {},
  runs: {},
  unanchored: {},
  lastShownAt: null,
  nextOffer: 1,
  interruption: startInterruption(),
  visitor,
});

/** The visitor as the engine knows them; part of the journal, so that a replay meets the same one. */
export interface Visiting {
  readonly seed: string;
  readonly session: string;
  readonly device: 'phone' | 'tablet' | 'desktop';
  /** Triggers in `test` may show. */
  readonly test: boolean;
  /** Outcomes are reported: without a holdout of its own, the policy has one, to compare with. */
  readonly reports?: boolean;
}

/** What deciding needs from the engine while it looks at one record or deadline. */
export interface DecideHost {
  readonly at: number;
  readonly wall: number;
  readonly active: number;
  readonly place: Place;
  readonly visiting: Visiting;
  /** A running score of the step, and at which active time it will cross `limit` by itself. */
  score(name: ScoreName): number;
  whenCrosses(name: ScoreName, limit: number): number | undefined;
  /** To be told at `at`. Of one tag only the soonest is outstanding: who is told looks again. */
  wake(at: number, tag: string): void;
  wakeActive(active: number, tag: string): void;
  tell(decision: Decision): void;
  /** Publishes a neutral event of the help itself (`help-shown` …). */
  publish(name: string, data: Data): void;
}

export const runOf = (state: DecideState, place: Place): string =>
  place.journey === null ? '' : `${place.journey}#${state.runs[place.journey] ?? 0}`;

/** Field that a happening is about, if it names one. */
export const aboutOf = ({ data }: Happening): string | null =>
  typeof data['field'] === 'string' ? data['field'] : null;
