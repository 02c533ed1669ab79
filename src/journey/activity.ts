import { addDeadline, type Deadlines } from '../core/deadlines.js';
import type { JournalRecord } from '../core/records.js';

/** With no input for this long, the customer is taken to be away. */
export const AWAY_MS = 60_000;

/** Active time: visible, focused and not away. Plain data. */
export interface Activity {
  visible: boolean;
  focused: boolean;
  lastInput: number;
  /** Active milliseconds up to `since`. */
  spent: number;
  since: number;
  /** Deadlines in active time. */
  readonly waiting: Deadlines;
}

export const startActivity = (at: number): Activity => ({
  visible: true,
  focused: true,
  lastInput: at,
  spent: 0,
  since: at,
  waiting: [],
});

const isSeen = ({ visible, focused }: Activity): boolean => visible && focused;

/** Active milliseconds at `at`. */
export function activeAt(activity: Activity, at: number): number {
  if (!isSeen(activity)) return activity.spent;
  const until = Math.min(at, activity.lastInput + AWAY_MS);
  return activity.spent + Math.max(0, until - activity.since);
}

/** Session time at which `active` will be reached if nothing changes; `null` if it will not. */
export function whenActive(activity: Activity, active: number): number | null {
  if (!isSeen(activity)) return null;
  const at = activity.since + Math.max(0, active - activity.spent);
  return at <= activity.lastInput + AWAY_MS ? at : null;
}

const INPUT = new Set<JournalRecord['type']>([
  'press',
  'key',
  'tab',
  'scroll',
  'move',
  'turns',
  'zoom',
  'copy',
  'field',
  'submit',
  'view',
]);

/** Keeps the account. Call before anything else looks at the record. */
export function noteActivity(activity: Activity, record: JournalRecord): void {
  const isPage = record.type === 'page';
  if (!isPage && !INPUT.has(record.type)) return;
  // What is told late is of now: active time never runs backward.
  const at = Math.max(record.at, activity.since);
  activity.spent = activeAt(activity, at);
  activity.since = at;
  if (isPage) {
    // Coming back is a sign of life.
    if (!isSeen(activity)) activity.lastInput = at;
    activity.visible = record.visible;
    activity.focused = record.focused;
  } else activity.lastInput = at;
}

export function addActiveDeadline(activity: Activity, active: number, who: string, tag: string): void {
  addDeadline(activity.waiting, { at: active, who, tag });
}

/** Session time of the nearest deadline in active time. */
export function nextActive(activity: Activity): number | null {
  return activity.waiting.length === 0 ? null : whenActive(activity, activity.waiting[0]!.at);
}
