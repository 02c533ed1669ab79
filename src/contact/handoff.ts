import type { Config } from '../config/types.js';
import type { Lookup, Value } from '../core/matcher.js';

/** What an agent is told, so that the customer need not say it again. */
export interface Handoff {
  readonly reason: string;
  readonly step: string | null;
  readonly journey: string | null;
  /** The latest signals, newest last: what was tried, and what went wrong. */
  readonly signals: readonly { readonly name: string; readonly count: number }[];
  /** Only facts that the config marks with `handoff`. */
  readonly facts: Readonly<Record<string, Value>>;
  /** Trigger of the help that was shown. */
  readonly help: string;
}

/** Facts that go along: those of the reason if it names any, else all that may. */
export function handoffFacts(config: Config, reason: string, facts: Lookup): Record<string, Value> {
  const named = config.reasons?.[reason]?.handoff;
  const along: Record<string, Value> = {};
  for (const [name, fact] of Object.entries(config.facts ?? {})) {
    const value =
      fact.handoff === true && (named === undefined || named.includes(name)) ? facts(name) : undefined;
    if (value !== undefined && value !== null) along[name] = value;
  }
  return along;
}
