import type { JournalRecord } from '../core/records.js';

/** How long this customer takes for things, in active milliseconds. Plain data. */
export interface PaceState {
  /** Time in fields that were filled in. */
  readonly fields: number[];
  /** Time on completed steps, as a multiple of the usual one. */
  readonly steps: number[];
  /** The field that has the focus, since when, and whether something was entered. */
  field: string;
  since: number;
  entered: boolean;
  /** Since when the step has been there. */
  stepSince: number;
}

/** Fewer say nothing about a customer's pace; more are not needed to know it. */
const MIN_FIELDS = 3;
const MIN_STEPS = 1;
const MAX_KNOWN = 20;

export const startPace = (): PaceState => ({
  fields: [],
  steps: [],
  field: '',
  since: 0,
  entered: false,
  stepSince: 0,
});

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

function learn(known: number[], value: number): void {
  known.push(value);
  if (known.length > MAX_KNOWN) known.shift();
}

/** Learns from how long a field took. Call after those who compare with the pace so far. */
export function notePace(pace: PaceState, record: JournalRecord, active: number): void {
  if (record.type !== 'field') {
    if (record.type === 'view' && record.how !== 'dom') pace.field = '';
    return;
  }
  if (record.what === 'focus') Object.assign(pace, { field: record.field, since: active, entered: false });
  else if (record.field !== pace.field) return;
  else if (record.what === 'leave') {
    if (pace.entered) learn(pace.fields, active - pace.since);
    pace.field = '';
  } else pace.entered = true;
}

/** Another step was entered; `expectedMs` is the usual time on the one before, if that was completed. */
export function noteStep(pace: PaceState, expectedMs: number | undefined, active: number): void {
  const spent = active - pace.stepSince;
  // One that took no time at all was not done: it led on by itself.
  if (expectedMs && spent > 0) learn(pace.steps, spent / expectedMs);
  pace.stepSince = active;
}

/** What is known, where enough has been seen. */
export function paceOf({ fields, steps }: PaceState): { readonly fieldMs?: number; readonly steps?: number } {
  return {
    ...(fields.length >= MIN_FIELDS && { fieldMs: median(fields) }),
    ...(steps.length >= MIN_STEPS && { steps: median(steps) }),
  };
}
