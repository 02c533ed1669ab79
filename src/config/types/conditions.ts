// Written by `npm run schema` from src/config/schema. Change it there.

import type { Duration, Filter } from '../types.js';

/** The stay on a step, the journey, the session, or the visitor. */
export type Per = 'step' | 'journey' | 'session' | 'visitor';

/** Something that happens, with what its data must be. */
export interface EventPattern {
  /** A signal that Antes detects, an event that it tells, or one that your page emits with `antes.emit()`. */
  readonly event: string;
  /** Only those whose own data match. */
  readonly where?: Filter;
}

/** Exactly one of event, sequence, after, score, facts, all, any, not, with the keys that belong to it. */
export type Condition =
  | EventCondition
  | SequenceCondition
  | AbsenceCondition
  | ScoreCondition
  | FactsCondition
  | AllCondition
  | AnyCondition
  | NotCondition;

/** It happened, at least so many times. */
export interface EventCondition {
  /** A signal that Antes detects, an event that it tells, or one that your page emits with `antes.emit()`. */
  readonly event: string;
  /** Only those whose own data match. */
  readonly where?: Filter;
  /** At least this many times. */
  readonly min?: number;
  /** Inside this window, which slides along with time. */
  readonly within?: Duration;
  /** Counts how many different values this field of the event has had. */
  readonly distinct?: string;
  /** What the count belongs to: it starts over when that ends. */
  readonly per?: Per;
}

/** These events in this order; anything may come between. */
export interface SequenceCondition {
  /** Two to six events, in their order. */
  readonly sequence: readonly EventPattern[];
  /** From the first to the last at most this long. */
  readonly within: Duration;
}

/** After one event, none of the others for so long. */
export interface AbsenceCondition {
  /** This event starts the clock … */
  readonly after: EventPattern;
  /** … and each of these stops it … */
  readonly without: readonly EventPattern[];
  /** … unless this time has passed by then. */
  readonly for: Duration;
  /** `active` counts only while the page is visible, in front and in use. */
  readonly clock?: 'active' | 'wall';
}

/** A running score of this step is so high. */
export interface ScoreCondition {
  /** `struggle`: the weights of the signals of this step, fading with time. `effort`: active time, retries and ways back, against what is usual. `exit`: signs that the customer is about to leave, fading with time. */
  readonly score: 'struggle' | 'effort' | 'exit';
  /** More than this. Struggle: 0.35 is strained, 0.7 struggling. Effort: 0.5 is the usual, 0.67 twice, 0.75 three times as much. Exit: 0.7 is a customer on the way out. */
  readonly above: number;
}

/** This is known now. What is not known matches nothing. */
export interface FactsCondition {
  /** Facts with what each must be. */
  readonly facts: Filter;
}

/** All of these hold. */
export interface AllCondition {
  /** One to eight conditions which must all hold. */
  readonly all: readonly Condition[];
}

/** At least one of these holds. */
export interface AnyCondition {
  /** One to eight conditions of which one is enough. */
  readonly any: readonly Condition[];
}

/** The opposite. Of what is not known there is none. */
export interface NotCondition {
  /** A condition that must not hold. */
  readonly not: Condition;
}
