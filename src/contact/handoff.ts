import type { Config } from '../config/types.js';
import type { Cause } from '../core/happenings.js';
import type { Lookup, Value } from '../core/matcher.js';

/** What has happened so far, as the page knows it. */
export interface Situation {
  readonly step: string | null;
  readonly journey: string | null;
  /** The latest signals, newest last: what was tried, and what went wrong. */
  readonly signals: readonly { readonly name: string; readonly count: number; readonly cause: Cause }[];
  /** Actions of help that were tried and did not work (`call pay.paypal`). */
  readonly failed: readonly string[];
  /** Triggers whose help the customer has seen. */
  readonly help: readonly string[];
}

/** What an agent is told, so that the customer need not say it again. Plain data, as it goes out as JSON. */
export interface Handoff extends Situation {
  readonly reason: string;
  /** Where such contacts should arrive. */
  readonly queue?: string;
  /** Only facts that the config marks with `handoff`. */
  readonly facts: Readonly<Record<string, Value>>;
  /** The same as the customer has read and agreed to it. */
  readonly lines?: readonly { readonly label: string; readonly text: string }[];
}

/** All that could be passed on about a reason. */
export function handoffOf(config: Config, facts: Lookup, situation: Situation, reason: string): Handoff {
  const queue = config.reasons?.[reason]?.queue;
  return {
    ...situation,
    reason,
    ...(queue === undefined ? {} : { queue }),
    facts: handoffFacts(config, reason, facts),
  };
}

/** Facts that go along: those of the reason if it names any, else all that may. */
function handoffFacts(config: Config, reason: string, facts: Lookup): Record<string, Value> {
  const named = config.reasons?.[reason]?.handoff;
  const along: Record<string, Value> = {};
  for (const [name, fact] of Object.entries(config.facts ?? {})) {
    const value =
      fact.handoff === true && (named === undefined || named.includes(name)) ? facts(name) : undefined;
    if (value !== undefined && value !== null) along[name] = value;
  }
  return along;
}
