import type { Data, JournalRecord } from '../core/records.js';
import type { Cause, Place } from '../core/happenings.js';
import type { Press, Presses } from './presses.js';

/** Settings of a detector; `policy.signals` in the config may change each. */
export type Settings = Readonly<Record<string, number>> & { readonly weight: number };

/** What a detector may say and ask. */
export interface Tools<O extends Settings = Settings> {
  /** Session time of the record or deadline at hand. */
  readonly at: number;
  readonly set: O;
  readonly place: Place;
  readonly presses: Presses;
  /** Active time spent so far: visible, focused, not away. */
  readonly active: number;
  /** Asks to be told at `at`. */
  wake(at: number, tag: string): void;
  /** Asks to be told once the customer has been active until `active`. */
  wakeActive(active: number, tag: string): void;
  /** Reports the signal. */
  raise(found: Found): void;
}

export interface Found {
  readonly target: string;
  readonly count: number;
  readonly because: string;
  readonly evidence: Data;
  /** Where it began, if that was elsewhere. */
  readonly place?: Place;
  /** Other than the configured weight. */
  readonly weight?: number;
}

type Handlers<S, O extends Settings> = {
  readonly [T in JournalRecord['type']]?: (
    record: Extract<JournalRecord, { type: T }>,
    state: S,
    tools: Tools<O>,
  ) => void;
};

/** One signal: what it means, its defaults with their reasons, and how records lead to it. Pure. */
export interface Detector<Name extends string, S, O extends Settings> {
  readonly name: Name;
  /** One line for people, in the docs and the inspector. */
  readonly meaning: string;
  /** What a customer is told help is about. */
  readonly cause: Cause;
  readonly defaults: O;
  /** Fresh state: plain data. */
  start(): S;
  readonly on?: Handlers<S, O>;
  /** A press was answered (its first answer, not mere progress). */
  answered?(press: Press, state: S, tools: Tools<O>): void;
  /** A deadline asked for with `wake` or `wakeActive` has come. */
  due?(tag: string, state: S, tools: Tools<O>): void;
}
