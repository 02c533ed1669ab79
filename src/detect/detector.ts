import type { Data, JournalRecord } from '../core/records.js';
import type { Cause, Place } from '../core/happenings.js';
import type { Press, Presses } from './presses.js';

/** Settings of a detector; `policy.signals` in the config may change each. Yes and no are 1 and 0. */
export type Settings = Readonly<Record<string, number>> & { readonly weight: number };

/** What is known of the step, from the config and from this customer. */
export interface StepFacts {
  /** Its place in its journey; -1 outside of journeys. */
  readonly rank: number;
  /** Usual active time on it in milliseconds (`expected`). */
  readonly expectedMs?: number;
}

/** How fast this customer is, where enough has been seen of them. */
export interface Pace {
  /** Median active milliseconds in a field that was filled in. */
  readonly fieldMs?: number;
  /** Their time on steps, as a multiple of the usual one: 2 is twice as slow. */
  readonly steps?: number;
}

/** What a detector may say and ask. */
export interface Tools<O extends Settings = Settings> {
  /** Session time of the record or deadline at hand. */
  readonly at: number;
  /** Wall-clock time of the same moment. */
  readonly wall: number;
  readonly set: O;
  readonly place: Place;
  readonly step: StepFacts;
  /** The journey that is under way, also while the customer looks at a page outside of it. */
  readonly journey: string | null;
  readonly presses: Presses;
  readonly pace: Pace;
  /** Active time spent so far: visible, focused, not away. */
  readonly active: number;
  /** How many signals other than this one there were since the step was entered. */
  readonly others: number;
  /** Wall-clock times that outlast the session, where the customer has consented to storage. Change it in place. */
  readonly kept: number[];
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
  /** The greatest numbers that make sense, where no more is remembered. */
  readonly most?: { readonly [K in keyof O]?: number };
  /** Fresh state: plain data. */
  start(): S;
  readonly on?: Handlers<S, O>;
  /** A press was answered (its first answer, not mere progress). */
  answered?(press: Press, state: S, tools: Tools<O>): void;
  /** What was taken for the answer to a press was none, as it turned out: it is open again. */
  reopened?(press: Press, state: S, tools: Tools<O>): void;
  /** The customer came to another step, or outside of steps to another page. `tools.place` is the new one. */
  moved?(from: Place, state: S, tools: Tools<O>): void;
  /** Another signal was reported in the step where the customer is; `tools.others` counts it. */
  signalled?(by: string, state: S, tools: Tools<O>): void;
  /** A deadline asked for with `wake` or `wakeActive` has come. */
  due?(tag: string, state: S, tools: Tools<O>): void;
}
