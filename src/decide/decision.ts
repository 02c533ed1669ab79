import type { As } from '../config/types.js';

export type HelpPhase =
  | 'shown'
  | 'opened'
  | 'acted'
  | 'dismissed'
  | 'snoozed'
  | 'solved'
  | 'rated'
  | 'withdrawn'
  | 'withheld';

/** What became of an offer that was shown. */
export type Ending = 'acted' | 'dismissed' | 'ignored' | 'withdrawn';

/** What the engine wants done, or has to say about an offer. */
export type Decision =
  | {
      readonly kind: 'offer';
      readonly at: number;
      readonly offer: number;
      readonly trigger: string;
      readonly content: string;
      readonly as: As;
      readonly because: string;
    }
  | {
      readonly kind: 'leave';
      readonly at: number;
      readonly offer: number;
      readonly why: 'withdrawn' | 'solved';
    }
  | {
      readonly kind: 'help';
      readonly at: number;
      /** Nothing where it was withheld before it was one. */
      readonly offer?: number;
      readonly trigger: string;
      readonly reason: string;
      readonly phase: HelpPhase;
      readonly as: As;
      readonly gate?: string;
      /** With `rated`: from 1 (very easy) to 7 (very hard). */
      readonly effort?: number;
      /** Arm of the trigger's experiment. */
      readonly variant?: string;
    }
  | Account;

/** What only reports are made of: nothing on the page follows from it. */
export type Account =
  | {
      /** A shown offer is no longer on screen. */
      readonly kind: 'ended';
      readonly at: number;
      readonly offer: number;
      readonly how: Ending;
    }
  | {
      /** Whether what an offer was about was solved in time: also of one that was held back, to compare with. */
      readonly kind: 'verdict';
      readonly at: number;
      readonly offer: number;
      readonly solved: boolean;
    }
  | {
      /** A trigger was turned off on this device. */
      readonly kind: 'off';
      readonly at: number;
      readonly trigger: string;
    };
