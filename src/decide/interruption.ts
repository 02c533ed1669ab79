import type { Wait } from '../config/types.js';
import { TYPING_GRAIN_MS, type HoldRecord, type JournalRecord } from '../core/records.js';

/** A pause: no key, press or composition for this long (the grain of key records is allowed for). */
export const PAUSE_MS: number = 1_200 + TYPING_GRAIN_MS;

/** A boundary lets help in this long after the key that made it one. Who types on from there is left alone until a pause. */
const BOUNDARY_QUIET_MS = 300;

/** A boundary is a boundary for this long. */
const BOUNDARY_MS = 2_000;

/** A request that starts this soon after a press was asked for by it. */
const WAITED_FOR_MS = 500;

/** An error that has just appeared is being read: a message has about five seconds. */
export const READING_ERROR_MS = 5_000;

/** A submit with no end in sight no longer holds help back. */
const SUBMIT_MAX_MS = 10_000;

/** When help would interrupt. Plain data. */
export interface Interruption {
  lastKey: number;
  lastInput: number;
  boundary: number;
  /** Keys after this are typing on, none that made the boundary: it begins with the press that an answer belongs to. */
  typedFrom: number;
  /** When a form was last refused. */
  refusedAt: number;
  /** When the page last said that something is wrong. */
  errorAt: number;
  /** The customer is looking at another tab. */
  hidden: boolean;
  /** Another tab is about to show help, or has just done so; until then none is shown here. */
  elsewhere: number;
  /** What is under way, and since when. */
  readonly holds: Partial<Record<HoldRecord['what'], number>>;
}

const LONG_AGO = -1_000_000;

export const startInterruption = (): Interruption => ({
  lastKey: LONG_AGO,
  lastInput: LONG_AGO,
  boundary: LONG_AGO,
  typedFrom: LONG_AGO,
  refusedAt: LONG_AGO,
  errorAt: LONG_AGO,
  hidden: false,
  elsewhere: LONG_AGO,
  holds: {},
});

/** Keeps track of typing, holds and boundaries. */
export function noteInterruption(state: Interruption, record: JournalRecord): void {
  const { at } = record;
  switch (record.type) {
    case 'key':
      state.lastKey = at;
      break;
    case 'press':
      state.lastInput = at;
      break;
    case 'field':
      if (record.what === 'input') state.lastKey = at;
      else if (record.what === 'leave') state.boundary = state.typedFrom = at;
      break;
    case 'view':
      if (record.how !== 'dom') state.boundary = state.typedFrom = at;
      if (record.how === 'load') Object.assign(state, { holds: {} });
      break;
    case 'field-error':
      // The form has its answer: it was refused.
      delete state.holds.submit;
      state.refusedAt = state.errorAt = at;
      break;
    case 'message':
      state.errorAt = at;
      break;
    case 'request':
      // Only what the customer was waiting for: pages talk to their servers all the time.
      if (record.start - state.lastInput > WAITED_FOR_MS) break;
      state.boundary = at;
      state.typedFrom = state.lastInput + TYPING_GRAIN_MS;
      delete state.holds.submit;
      break;
    case 'page':
      state.hidden = !record.visible;
      if (record.visible && record.focused) state.boundary = state.typedFrom = at;
      break;
    case 'hold':
      // The record of a submit comes a little later than what the page's script did with it.
      if (record.on && record.what === 'submit' && at - state.refusedAt < WAITED_FOR_MS) break;
      if (record.on) state.holds[record.what] = at;
      else {
        delete state.holds[record.what];
        if (record.what === 'dialog') state.boundary = state.typedFrom = at;
      }
      break;
    default:
  }
}

/** Which `policy.wait` word goes with which hold. */
const HOLD_WAIT: Readonly<Record<HoldRecord['what'], Wait>> = {
  pointer: 'dragging',
  composition: 'composing',
  dialog: 'dialog',
  submit: 'paying',
  media: 'media',
};

export interface Opening {
  readonly open: boolean;
  /** In one word, for the trace. */
  readonly because: string;
  /** When to look again, if nothing happens meanwhile. */
  readonly at?: number;
  /** How long ago the key or press was, or what is under way began. */
  readonly ago?: number;
}

/** Whether help may appear at `at` without interrupting. */
export function mayInterrupt(
  state: Interruption,
  timing: 'pause' | 'boundary' | 'now',
  wait: readonly Wait[],
  at: number,
): Opening {
  if (state.hidden) return { open: false, because: 'another tab' };
  if (at < state.elsewhere) return { open: false, because: 'another tab', at: state.elsewhere };
  for (const [what, since] of Object.entries(state.holds) as [HoldRecord['what'], number][]) {
    if (!wait.includes(HOLD_WAIT[what])) continue;
    const ago = at - since;
    if (what !== 'submit') return { open: false, because: HOLD_WAIT[what], ago };
    if (ago < SUBMIT_MAX_MS) return { open: false, because: 'paying', at: since + SUBMIT_MAX_MS, ago };
  }
  const read = at - state.errorAt;
  if (read < READING_ERROR_MS && wait.includes('reading-error'))
    return { open: false, because: 'reading-error', at: state.errorAt + READING_ERROR_MS, ago: read };
  const key = wait.includes('typing') ? state.lastKey : LONG_AGO;
  const quietFor = at - key;
  const quiet = key + (key > state.typedFrom ? PAUSE_MS : BOUNDARY_QUIET_MS);
  if (Math.max(at, quiet) - state.boundary <= BOUNDARY_MS)
    return at < quiet
      ? { open: false, because: 'typing', at: quiet, ago: quietFor }
      : { open: true, because: 'boundary' };
  if (timing === 'boundary') return { open: false, because: 'no boundary yet' };
  if (quietFor < PAUSE_MS) return { open: false, because: 'typing', at: key + PAUSE_MS, ago: quietFor };
  if (timing === 'now') return { open: true, because: 'now' };
  if (at - state.lastInput < PAUSE_MS)
    return { open: false, because: 'acting', at: state.lastInput + PAUSE_MS, ago: at - state.lastInput };
  return { open: true, because: 'pause' };
}
