import type { Guardrail } from './statistics/guardrail.js';

/** What the events say, as plain data: `--format json`. Shares are pairs of counts, so that whoever reads them can go on counting. */
export interface Insights {
  /** When the report was made, in ms. */
  readonly made: number;
  /** First and last event, in ms; nothing where there is none. */
  readonly period: { readonly first: number; readonly last: number } | undefined;
  readonly read: Reading;
  readonly totals: Totals;
  /** Visits that saw any help against visits from which all of it was held back. */
  readonly allHelp: Guardrail;
  readonly journeys: readonly JourneyRow[];
  readonly steps: readonly StepRow[];
  readonly reasons: readonly ReasonRow[];
  readonly triggers: readonly TriggerRow[];
  readonly days: readonly DayRow[];
  readonly channels: readonly { readonly channel: string; readonly contacts: number }[];
  readonly problems: readonly { readonly code: string; readonly pages: number }[];
  readonly traces: readonly Trace[];
  readonly review: readonly Review[];
}

/** What was read, and what was left out and why. */
export interface Reading {
  readonly files: number;
  readonly lines: number;
  /** Lines that are no event: not JSON, or without what every event has. */
  readonly bad: number;
  /** Events of a kind or version that this report does not know. */
  readonly unknown: number;
  /** Events outside of `from` and `to`. */
  readonly outside: number;
  readonly duplicates: number;
  /** What is left, and counted. */
  readonly events: number;
  /** Files that could not be read. */
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
  /** What devices lost before it could be sent, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  /** Offers whose end was never told: they count as ignored. */
  readonly unfinished: number;
}

export interface Totals {
  readonly visits: number;
  /** Visits that reached each level. */
  readonly strained: number;
  readonly struggling: number;
  readonly stuck: number;
  readonly started: number;
  readonly completed: number;
  readonly shown: number;
  readonly solved: number;
  readonly judged: number;
  readonly contacts: number;
  /** Visits with struggle, without contact and without an end. */
  readonly silent: number;
}

export interface JourneyRow {
  readonly journey: string;
  readonly title: string;
  readonly owner?: string | undefined;
  readonly started: number;
  readonly completed: number;
}

/** Counts are visits. */
export interface StepRow {
  readonly journey: string | undefined;
  readonly step: string | undefined;
  readonly title: string;
  readonly entered: number;
  readonly completed: number;
  readonly strained: number;
  readonly struggling: number;
  readonly stuck: number;
  readonly silent: number;
  readonly contacted: number;
  /** In the middle, of those that completed or left it. */
  readonly activeSeconds: number | undefined;
  readonly retries: number;
  readonly backs: number;
  readonly signals: readonly { readonly name: string; readonly visits: number }[];
}

export interface ReasonRow {
  readonly reason: string;
  readonly title: string;
  readonly owner: string;
  readonly quadrant?: 'eliminate' | 'simplify' | 'automate' | 'leverage' | undefined;
  /** Visits in which it came up: as help, shown or held back, or as a contact. */
  readonly visits: number;
  readonly shown: number;
  readonly solved: number;
  readonly judged: number;
  readonly contacts: number;
  /** `contacts` times `contactCost`, where the configuration has one. */
  readonly cost?: number | undefined;
  /** Contacts and shown helps, and how many of them came again for the same reason within a week. */
  readonly touches: number;
  readonly repeats: number;
}

export interface TriggerRow {
  readonly trigger: string;
  readonly reason: string | undefined;
  readonly owner: string | undefined;
  readonly shown: number;
  readonly acted: number;
  readonly dismissed: number;
  readonly ignored: number;
  readonly withdrawn: number;
  /** Offers of which it can be told whether the problem was solved. */
  readonly judged: number;
  readonly solved: number;
  readonly contacted: number;
  /** How hard it was, from 1 to 7, where customers said so. */
  readonly effort: number | undefined;
  readonly ratings: number;
  /** Tabs in which it was turned off, because it does harm. */
  readonly off: number;
  readonly guardrail: Guardrail;
}

export interface DayRow {
  /** As in 2026-11-25, in UTC. */
  readonly day: string;
  readonly visits: number;
  readonly completed: number;
  readonly contacts: number;
}

export interface Trace {
  readonly at: number;
  /** Why this one was picked, in one sentence. */
  readonly why: string;
  readonly lines: readonly { readonly at: number; readonly text: string }[];
}

export interface Review {
  readonly trigger: string;
  readonly owner: string | undefined;
  readonly because: readonly string[];
  /** It does harm: the first to look at. */
  readonly urgent: boolean;
}
