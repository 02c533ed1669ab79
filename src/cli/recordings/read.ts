import { isTime } from '../../core/clock.js';
import type { Journal } from '../../core/journal.js';
import type { JournalRecord } from '../../core/records.js';
import type { RrwebOptions } from '../../recordings/context.js';
import { millis } from '../../recordings/events.js';
import { createRrwebReader, type RrwebReader } from '../../recordings/reader.js';
import { textOf } from './files.js';
import { createSplitter } from './splitter.js';

/** What is known of a recording before its first record. */
export interface Start {
  /** The file; `file#2` for the second recording in it. */
  readonly name: string;
  readonly visiting: Partial<Journal['visiting']>;
  readonly state: unknown;
}
/** Whoever looks at a recording. */
export interface Listener {
  feed(record: JournalRecord): void;
  end(until: number): void;
}

/** A recording that cannot be read, in words. */
export class RecordingError extends Error {}

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A record written this much earlier than the one before it is of another recording. */
const LATE_MS = 1_000;
/** rrweb stores events as they arrive, in parts that may overtake each other by this much. */
const OVERTAKING_MS = 5_000;
/** Records of an rrweb recording that are looked at to tell what it was made with. */
const DEVICE_RECORDS = 2_000;
const PHONE_MAX_PX = 600;
const TABLET_MAX_PX = 1_024;

export interface ReadOptions {
  readonly rrweb: RrwebOptions;
  begin(start: Start): Listener;
  /** Told of what was passed over. */
  note(name: string, text: string): void;
}

/** Reads all recordings of a file: journals, records one a line, and rrweb's events, told apart by what they are. */
export async function readRecordings(file: string, options: ReadOptions): Promise<void> {
  const reader = createReader(file, options);
  let values = 0;
  const splitter = createSplitter((json) => {
    values++;
    let value: unknown;
    try {
      value = JSON.parse(json);
    } catch {
      throw new RecordingError(
        values === 1 && /^\s*</.test(json) ? 'this is HTML, not JSON' : `value ${values} is not JSON`,
      );
    }
    reader.take(value, values);
  });
  try {
    for await (const text of textOf(file)) splitter.push(text);
    splitter.end();
  } catch (error) {
    throw error instanceof RecordingError ? error : new RecordingError(reasonIn(error));
  }
  reader.end();
}

const reasonIn = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES') return 'it may not be read';
  if (code?.startsWith('Z_')) return 'it is packed, and damaged';
  return error instanceof SyntaxError ? message : `it cannot be read (${message})`;
};

function createReader(file: string, { rrweb, begin, note }: ReadOptions) {
  let count = 0;
  let journal: { listener: Listener; at: number; until: number; headed: boolean; n: number } | undefined;
  let events: ReturnType<typeof eventsTo> | undefined;

  const name = () => (++count === 1 ? file : `${file}#${count}`);
  function finish(): void {
    journal?.listener.end(journal.until);
    events?.end();
    journal = events = undefined;
  }
  function head(value: Plain): void {
    finish();
    const { visiting, state } = value;
    const listener = begin({
      name: name(),
      visiting: isPlain(visiting) ? visiting : {},
      state: isPlain(state) ? state : undefined,
    });
    journal = { listener, at: -Infinity, until: 0, headed: true, n: 0 };
  }
  function record(value: unknown): void {
    const at = isPlain(value) ? value['at'] : undefined;
    if (!journal) head({});
    const now = journal!;
    now.n++;
    if (!isPlain(value) || typeof value['type'] !== 'string' || !isTime(at))
      throw new RecordingError(`record ${now.n} has no "type" and "at"`);
    if (at < now.at - LATE_MS)
      throw new RecordingError(`record ${now.n} is earlier than the one before it: is this two recordings?`);
    now.at = Math.max(now.at, at);
    now.until = Math.max(now.until, at);
    now.listener.feed(value as unknown as JournalRecord);
  }

  return {
    take(value: unknown, n: number): void {
      if (isPlain(value) && Array.isArray(value['records'])) {
        head(value);
        for (const one of value['records'] as unknown[]) record(one);
        if (isTime(value['until'])) journal!.until = Math.max(journal!.until, value['until']);
        finish();
      } else if (isPlain(value) && typeof value['type'] === 'string') {
        if (events) throw new RecordingError(`value ${n} is a record, among events of rrweb`);
        record(value);
      } else if (isPlain(value) && Number.isInteger(value['type'])) {
        if (journal) throw new RecordingError(`value ${n} is an event of rrweb, among records`);
        events ??= eventsTo(rrweb, name(), begin, note);
        events.feed(value);
      } else if (isPlain(value) && value['antes'] !== undefined) head(value);
      else if (isPlain(value) && value['triggers'] !== undefined)
        throw new RecordingError('this is a configuration, not a recording');
      else if (events) events.feed(value);
      else throw new RecordingError(`value ${n} is no journal, no record and no event of rrweb`);
    },
    end(): void {
      finish();
      if (count === 0) throw new RecordingError('there is nothing in it');
    },
  };
}

/** rrweb's events become records as they come; a few are held back to put them in order, and to know the device. */
function eventsTo(
  options: RrwebOptions,
  name: string,
  begin: ReadOptions['begin'],
  note: ReadOptions['note'],
) {
  let reader: RrwebReader = createRrwebReader(options);
  const late: { at: number; event: unknown }[] = [];
  let newest = -Infinity;
  let first: number | undefined;
  let width: number | undefined;
  let waiting: JournalRecord[] | undefined = [];
  let touched: boolean | undefined;
  let listener: Listener | undefined;
  let total = 0;

  function start(): Listener {
    const device =
      touched !== true || width === undefined
        ? 'desktop'
        : width <= PHONE_MAX_PX
          ? 'phone'
          : width <= TABLET_MAX_PX
            ? 'tablet'
            : 'desktop';
    listener = begin({ name, visiting: { seed: 'rrweb', session: 'rrweb', device }, state: undefined });
    for (const one of waiting ?? []) listener.feed(one);
    waiting = undefined;
    return listener;
  }
  function tell(records: readonly JournalRecord[]): void {
    for (const one of records) {
      if (listener) {
        listener.feed(one);
        continue;
      }
      if (one.type === 'press') touched ??= one.by === 'touch';
      waiting!.push(one);
      if (touched !== undefined || waiting!.length >= DEVICE_RECORDS) start();
    }
  }
  function read(event: unknown): void {
    const { type, data } = event as { type?: unknown; data?: { width?: unknown } | null };
    if (type === 4 && typeof data?.width === 'number' && data.width > 0) width ??= data.width;
    tell(reader.feed(event));
  }
  return {
    feed(event: unknown): void {
      total++;
      const { timestamp } = event as { timestamp?: unknown };
      const at = typeof timestamp === 'number' ? millis(timestamp, (first ??= timestamp)) : newest;
      newest = Math.max(newest, at);
      let place = late.length;
      while (place > 0 && late[place - 1]!.at > at) place--;
      late.splice(place, 0, { at, event });
      // From the front, without moving all the others each time.
      let ready = 0;
      while (ready < late.length && late[ready]!.at < newest - OVERTAKING_MS) ready++;
      for (const one of late.splice(0, ready)) read(one.event);
    },
    end(): void {
      for (const one of late.splice(0)) read(one.event);
      tell(reader.end());
      if (reader.skipped === total) throw new RecordingError('none of its events can be read');
      if (reader.skipped > 0) note(name, `${reader.skipped} of ${total} events could not be read`);
      (listener ?? start()).end(reader.now);
      reader = createRrwebReader(options);
    },
  };
}
