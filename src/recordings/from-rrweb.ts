import type { Journal } from '../core/journal.js';
import type { JournalRecord } from '../core/records.js';
import type { RrwebOptions } from './context.js';
import { EVENT, isEvent, isObject, millis, num } from './events.js';
import { createRrwebReader } from './reader.js';

function read(
  events: readonly unknown[],
  options: RrwebOptions,
): { records: JournalRecord[]; until: number } {
  const reader = createRrwebReader(options);
  const records = inOrder(events).flatMap((event) => reader.feed(event));
  records.push(...reader.end());
  return { records, until: reader.now };
}

/** The records that a recording made by rrweb leads to; see docs/recordings.md for what it does not show. */
export const fromRrweb = (events: Iterable<unknown>, options: RrwebOptions = {}): JournalRecord[] =>
  read([...events], options).records;

/** Events are stored as they arrive, in parts that may overtake each other. */
function inOrder(events: readonly unknown[]): unknown[] {
  const first = events.find(isEvent)?.timestamp ?? 0;
  let last = -Infinity;
  const timed = events.map((event) => {
    if (isEvent(event)) last = millis(event.timestamp, first);
    return { event, at: last };
  });
  return timed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ event }) => event);
}

/** CSS pixels of the width of a window: as wide as a phone held upright, as a tablet. */
const PHONE_MAX_PX = 600;
const TABLET_MAX_PX = 1_024;

export interface Visiting {
  readonly seed?: string;
  readonly session?: string;
  readonly device?: Journal['visiting']['device'];
  readonly test?: boolean;
}

/** A recording as a journal, ready for `replay()`. */
export function rrwebJournal(
  events: Iterable<unknown>,
  { visiting = {}, ...options }: RrwebOptions & { readonly visiting?: Visiting } = {},
): Journal {
  const all = [...events];
  const { records, until } = read(all, options);
  const width = all
    .map((event) =>
      isEvent(event) && event.type === EVENT.meta && isObject(event.data) ? num(event.data['width']) : 0,
    )
    .find((px) => px > 0);
  const touched = records.some((record) => record.type === 'press' && record.by === 'touch');
  const device =
    !touched || width === undefined
      ? 'desktop'
      : width <= PHONE_MAX_PX
        ? 'phone'
        : width <= TABLET_MAX_PX
          ? 'tablet'
          : 'desktop';
  return {
    antes: 'rrweb',
    version: 1,
    visiting: { seed: 'rrweb', session: 'rrweb', device, test: false, ...visiting },
    records,
    until,
  };
}

/** The events in a file: a JSON array, an object with `events`, or one event a line. What is no JSON stays a string, to be counted. */
export function rrwebEvents(text: string): unknown[] {
  const whole = parsed(text);
  if (Array.isArray(whole)) return whole;
  if (isObject(whole) && Array.isArray(whole['events'])) return whole['events'] as unknown[];
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => parsed(line) ?? line);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
