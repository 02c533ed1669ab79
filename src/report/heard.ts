import type { Level } from '../core/happenings.js';
import type { Ending, HelpPhase } from '../decide/decision.js';
import type { As } from '../config/types.js';

/** What has happened, with no more of it than may be reported. */
export type Told =
  /** A page begins to report, or goes on with it. */
  | { readonly kind: 'here' }
  | { readonly kind: 'signal'; readonly name: string; readonly count: number }
  | { readonly kind: 'level'; readonly level: Level }
  | {
      readonly kind: 'help';
      readonly offer?: number;
      readonly trigger: string;
      readonly phase: HelpPhase;
      readonly as: As;
      readonly gate?: string;
      readonly effort?: number;
      readonly variant?: string;
    }
  | { readonly kind: 'ended'; readonly offer: number; readonly how: Ending }
  | { readonly kind: 'verdict'; readonly offer: number; readonly solved: boolean }
  | { readonly kind: 'off'; readonly trigger: string }
  | { readonly kind: 'step-entered' | 'step-completed' | 'step-left' }
  | { readonly kind: 'journey-completed' | 'journey-left'; readonly journey: string }
  | {
      readonly kind: 'contact';
      readonly channel: string;
      readonly reason: string;
      readonly handoff: boolean;
    }
  | { readonly kind: 'problem'; readonly code: string };

/** One thing that has happened: when, where, and how things stood. Plain data. */
export interface Heard {
  /** Wall-clock time. */
  readonly at: number;
  readonly journey: string | null;
  readonly step: string | null;
  /** Of the stay on a step or page, as in {@link Place}. */
  readonly stay: number;
  /** Active milliseconds of the visit so far. */
  readonly active: number;
  /** What was done again in this stay so far. */
  readonly retries: number;
  readonly told: Told;
}

/** As whole seconds. */
export const seconds = (ms: number): number => Math.max(0, Math.round(ms / 1_000));
