import type { As } from '../config/types.js';
import type { Happening, Place } from '../core/happenings.js';
import type { Value } from '../core/matcher.js';
import type { Cell } from './rule.js';
import { startInterruption, type Interruption } from './interruption.js';
import type { Display } from './limits.js';

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
}

/** Everything that deciding remembers. Plain data. */
export interface DecideState {
  readonly cells: Record<string, Cell>;
  readonly pending: Record<string, Pending>;
  screen: OnScreen[];
  /** Shown offers whose problem may still turn out solved. */
  unsolved: { readonly offer: number; readonly trigger: string; readonly as: As; readonly until: number }[];
  readonly facts: Record<string, Value>;
  /** Journey → how often it has ended. */
  readonly runs: Record<string, number>;
  /** Trigger → stay in which its anchor was not there. */
  readonly unanchored: Record<string, number>;
  lastShownAt: number | null;
  nextOffer: number;
  readonly interruption: Interruption;
  visitor: Visitor;
}

export const startVisitor = (): Visitor => ({ displays: [], snooze: {}, mutedUntil: 0, kept: {} });

/** Times of a signal that are kept. */
const MAX_KEPT = 20;

/** More displays than this are not remembered; limits never look so far back. */
export const MAX_DISPLAYS = 200;

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
  const others = before.displays.filter((display) => !known.has(keyOf(display)));
  const { mutedUntil, mutedAt } = before.mutedUntil > now.mutedUntil ? before : now;
  return {
    displays: [...others, ...now.displays].sort((a, b) => a.wall - b.wall).slice(-MAX_DISPLAYS),
    snooze,
    mutedUntil,
    ...(mutedAt === undefined ? {} : { mutedAt }),
    kept,
  };
}

/**
 * As it looks to a clock that says `wall`: what was noted by one that was ahead counts as of now. So it is neither
 * forgotten, nor does it last for longer than it was meant to.
 */
export function settleVisitor(visitor: Visitor, wall: number): Visitor {
  const { displays, snooze, mutedUntil, mutedAt, kept } = visitor;
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
}

/** What deciding needs from the engine while it looks at one record or deadline. */
export interface DecideHost {
  readonly at: number;
  readonly wall: number;
  readonly active: number;
  readonly place: Place;
  readonly struggle: number;
  readonly visiting: Visiting;
  wake(at: number, tag: string): void;
  wakeActive(active: number, tag: string): void;
  tell(decision: Decision): void;
  /** Publishes a neutral event of the help itself (`help-shown` …). */
  publish(name: string, trigger: string): void;
}

export type HelpPhase =
  | 'shown'
  | 'opened'
  | 'acted'
  | 'dismissed'
  | 'snoozed'
  | 'solved'
  | 'withdrawn'
  | 'withheld';

/** What the engine wants done, or has to say about an offer. */
export type Decision =
  | {
      readonly kind: 'offer';
      readonly at: number;
      readonly offer: number;
      readonly trigger: string;
      readonly content: string;
      readonly as: As;
      readonly because: string;
    }
  | {
      readonly kind: 'leave';
      readonly at: number;
      readonly offer: number;
      readonly why: 'withdrawn' | 'solved';
    }
  | {
      readonly kind: 'help';
      readonly at: number;
      readonly trigger: string;
      readonly reason: string;
      readonly phase: HelpPhase;
      readonly as: As;
      readonly gate?: string;
    };

export const runOf = (state: DecideState, place: Place): string =>
  place.journey === null ? '' : `${place.journey}#${state.runs[place.journey] ?? 0}`;

/** Field that a happening is about, if it names one. */
export const aboutOf = ({ data }: Happening): string | null =>
  typeof data['field'] === 'string' ? data['field'] : null;
