import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { JournalRecord } from '../../src/core/records.js';

/** A visit that rrweb recorded while Antes was looking at the same page. */
export interface Recording {
  readonly story: string;
  readonly engine: string;
  /** What rrweb recorded. */
  readonly events: readonly unknown[];
  /** What Antes saw: its records, page after page, and the signals it raised. */
  readonly records: readonly JournalRecord[];
  readonly signals: readonly {
    readonly name: string;
    readonly target: string;
    readonly step: string | null;
  }[];
}

export const RECORDINGS: URL = new URL('./recordings/', import.meta.url);

export const recordings: Recording[] = readdirSync(RECORDINGS)
  .filter((name) => name.endsWith('.json.gz'))
  .toSorted()
  .map((name) => JSON.parse(gunzipSync(readFileSync(new URL(name, RECORDINGS))).toString()) as Recording);
