import type { DroppedBody, WireEvent } from '../events.js';
import type { Stamp } from '../exporter.js';

/** How many were lost, by reason. */
export type Counts = DroppedBody['counts'];

/** Enough for an hour without a connection; a page's storage is not ours to fill. */
export const MAX_EVENTS = 200;
export const MAX_BYTES = 65_536;
/** Older news would change reports that have been read. */
export const MAX_AGE_MS: number = 24 * 3_600_000;

/** Without these the sums are wrong: they are given up last. Lost ends of journeys would look like harm where help was shown, as that makes more events. */
const MUST_ARRIVE: ReadonlySet<string> = new Set([
  'help',
  'outcome',
  'contact',
  'journey',
  'off',
  'visit',
  'dropped',
]);
export const mustArrive = ({ type }: WireEvent): boolean => MUST_ARRIVE.has(type);

/** Why an event was given up. */
export const LOSSES = ['overflow', 'expired', 'refused', 'rejected', 'too-large'] as const;
export type Loss = (typeof LOSSES)[number];

export interface Entry {
  readonly event: WireEvent;
  readonly bytes: number;
  /** Was sent when a page was left, by whichever page: it is not sent that way again. */
  left: boolean;
  /** Under way: what becomes of it is not known yet. */
  flying: boolean;
}

/** What has not been delivered, within bounds; whatever is given up is counted. */
export interface Outbox {
  /** In the order they came. */
  readonly entries: readonly Entry[];
  readonly lost: Counts;
  readonly bytes: number;
  add(events: readonly WireEvent[], left?: boolean): void;
  /** The losses become an event of their own, the first to go. */
  tell(stamp: Stamp, wall: number): void;
  /** Gives up what is too old or too much. */
  trim(wall: number): void;
  /** The first ones that are not under way. */
  next(maxEvents: number, maxBytes: number): Entry[];
  /** What is to be sent as the page is left, most important first. */
  leaving(maxBytes: number): Entry[];
  remove(entries: readonly Entry[]): void;
  drop(entries: readonly Entry[], why: Loss): void;
  lose(counts: Counts): void;
  clear(): void;
}

const idOf = ({ sid, seq }: WireEvent) => `${seq} ${sid}`;

export function createOutbox(size: (event: WireEvent) => number): Outbox {
  let entries: Entry[] = [];
  let lost: Record<string, number> = {};
  let bytes = 0;

  function remove(gone: readonly Entry[]): void {
    const going = new Set(gone);
    entries = entries.filter((entry) => !going.has(entry));
    bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  }
  function lose(counts: Counts): void {
    for (const [why, n] of Object.entries(counts)) lost[why] = (lost[why] ?? 0) + n;
  }
  function drop(gone: readonly Entry[], why: Loss): void {
    for (const { event } of gone) {
      lose({ [why]: 1 });
      // What it told of was not told.
      if (event.type === 'dropped') lose(event.counts);
    }
    remove(gone);
  }
  const entry = (event: WireEvent, left: boolean): Entry => ({
    event,
    bytes: size(event),
    left,
    flying: false,
  });
  function first(from: readonly Entry[], maxEvents: number, maxBytes: number): Entry[] {
    const chosen: Entry[] = [];
    let sum = 0;
    for (const one of from) {
      if (one.flying) continue;
      if (chosen.length === maxEvents || sum + one.bytes > maxBytes) break;
      sum += one.bytes;
      chosen.push(one);
    }
    return chosen;
  }

  return {
    get entries() {
      return entries;
    },
    get lost() {
      return lost;
    },
    get bytes() {
      return bytes;
    },
    add(events, left = false) {
      const known = new Set(entries.map(({ event }) => idOf(event)));
      for (const event of events) {
        if (known.has(idOf(event))) continue;
        const added = entry(event, left);
        entries.push(added);
        bytes += added.bytes;
      }
    },
    tell(stamp, wall) {
      // One at a time: while nothing can be delivered, each would take the place of an event.
      if (Object.keys(lost).length === 0 || entries.some(({ event }) => event.type === 'dropped')) return;
      const told = entry(stamp({ type: 'dropped', at: wall, counts: lost }), false);
      lost = {};
      entries.unshift(told);
      bytes += told.bytes;
    },
    trim(wall) {
      drop(
        entries.filter(({ event, flying }) => !flying && wall - event.at > MAX_AGE_MS),
        'expired',
      );
      const isOver = () => entries.length > MAX_EVENTS || bytes > MAX_BYTES;
      while (isOver()) {
        const still = entries.filter(({ flying }) => !flying);
        const victim = still.find(({ event }) => !mustArrive(event)) ?? still[0];
        if (!victim) return;
        drop([victim], 'overflow');
      }
    },
    next(maxEvents, maxBytes) {
      const chosen = first(entries, maxEvents, maxBytes);
      // One that is larger than a batch goes alone.
      return chosen.length > 0 ? chosen : first(entries, 1, Infinity);
    },
    leaving(maxBytes) {
      const fresh = entries.filter(({ left }) => !left);
      return first(
        [
          ...fresh.filter(({ event }) => mustArrive(event)),
          ...fresh.filter(({ event }) => !mustArrive(event)),
        ],
        Infinity,
        maxBytes,
      );
    },
    remove,
    drop,
    lose,
    clear() {
      entries = [];
      lost = {};
      bytes = 0;
    },
  };
}
