import type { Journal } from '../core/journal.js';
import type { JournalRecord } from '../core/records.js';

/** Records per part; two parts are kept, so between one and two times as many can be replayed. */
const PART_SIZE = 1_000;

interface Part {
  /** Engine state before the first record of the part. */
  readonly state: unknown;
  readonly records: JournalRecord[];
}

/** Keeps the recent records together with the state they started from, so that they can be replayed exactly. */
export interface Recorder {
  add(record: JournalRecord): void;
  journal(until: number): Journal;
}

/** `checkpoint` gives a copy of the engine's state; it is asked for once at the start and then once per part. */
export function createRecorder(
  version: string,
  visiting: Journal['visiting'],
  checkpoint: () => unknown,
): Recorder {
  let before: Part | undefined;
  let part: Part = { state: checkpoint(), records: [] };
  return {
    // To be called before the engine takes the record: a new part starts from the state without it.
    add(record) {
      if (part.records.length >= PART_SIZE) {
        before = part;
        part = { state: checkpoint(), records: [] };
      }
      part.records.push(record);
    },
    journal: (until) => ({
      antes: version,
      version: 1,
      visiting,
      state: structuredClone((before ?? part).state),
      records: [...(before?.records ?? []), ...part.records],
      until,
    }),
  };
}
