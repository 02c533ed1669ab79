import type { Data } from './records.js';

/** Where the customer is: the step and its journey, or only a page. */
export interface Place {
  /** Step id, `null` outside any step. */
  readonly step: string | null;
  readonly journey: string | null;
  readonly path: string;
  /** Counts up with every page load and every change of step: what `per: step` counts belong to. */
  readonly visit: number;
  /** Counts up only when the step (or, outside steps, the path) changes: what `1 per step` limits belong to. */
  readonly stay: number;
}

/** Something conditions can wait for: a signal, a neutral event, or an event of the page's own. */
export interface Happening {
  readonly name: string;
  readonly at: number;
  readonly place: Place;
  readonly data: Data;
}

/** A sign of struggle, with its reasons. */
export interface Signal {
  readonly name: string;
  readonly at: number;
  readonly step: string | null;
  readonly journey: string | null;
  readonly target: string;
  readonly count: number;
  /** Toward struggle: 1.0 is the help threshold. */
  readonly weight: number;
  /** One plain sentence. */
  readonly because: string;
  /** The numbers that were compared. */
  readonly evidence: Data;
}

export type Level = 'calm' | 'strained' | 'struggling' | 'stuck';

/** What help can be about, in words that mean something to a customer. */
export type Cause = 'press' | 'slow' | 'field' | 'payment' | 'other';
