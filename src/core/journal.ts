import type { JournalRecord } from './records.js';

/** A recorded journey: enough to run the engine again, anywhere, to the same signals and decisions. */
export interface Journal {
  readonly antes: string;
  readonly version: 1;
  /** Who visits: what shares and variants are drawn from, and what `where.device` compares. */
  readonly visiting: {
    readonly seed: string;
    readonly session: string;
    readonly device: 'phone' | 'tablet' | 'desktop';
    readonly test: boolean;
    /** Outcomes were reported: without a holdout of its own, the policy has one. */
    readonly reports?: boolean;
  };
  /** Engine state at the first record, where there was any (an earlier page, or records that fell out of the ring). */
  readonly state?: unknown;
  readonly records: readonly JournalRecord[];
  /** Session time at which the journal was taken: deadlines up to here have passed. */
  readonly until: number;
}
