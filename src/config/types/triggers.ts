// Written by `npm run schema` from src/config/schema. Change it there.

import type { AssignBy, Condition, Duration, EventPattern, Limit, Named, Weekday } from '../types.js';

/** `incident` before `blocker` before `help` before `tip`. Blockers ignore the gap between two helps; incidents also the shared limits, and they replace what is on screen. */
export type Priority = 'incident' | 'blocker' | 'help' | 'tip';

/** `inline` and `hint` stand at their anchor; `notice`, `banner`, `panel` and `status` need none; a `badge` only waits to be opened. */
export type As = 'inline' | 'hint' | 'notice' | 'banner' | 'panel' | 'status' | 'badge';

/** Where it applies. All that is given must fit; of a list, one. */
export interface Where {
  /** Names in `journeys`. */
  readonly journey?: string | readonly string[];
  /** Names of steps, as `payment` or `checkout/payment`. */
  readonly step?: string | readonly string[];
  /** Only on these pages. */
  readonly url?: string;
  /** Not on these pages. */
  readonly notUrl?: string;
  /** Only on devices of this kind. */
  readonly device?: 'phone' | 'tablet' | 'desktop';
  /** Names in `audiences`. */
  readonly audience?: string | readonly string[];
}

/** What is shown, and how. */
export interface Show {
  /** A name in `content`. */
  readonly content: string;
  /** The form that it takes. */
  readonly as: As;
  /** The place at which it stands. `inline` and `hint` need one. */
  readonly anchor?: string;
  /** Of a hint: on which side of its anchor it stands and opens, where there is room; else on another. The other forms have no side: what is inline comes after its anchor, as it is read. */
  readonly side?: 'auto' | 'top' | 'bottom' | 'start' | 'end';
  /** What becomes of it where the anchor is missing. */
  readonly orElse?: 'notice' | 'badge' | 'nothing';
}

/** When it applies. */
export interface Schedule {
  /** Not before. */
  readonly from?: string;
  /** Not after. */
  readonly until?: string;
  /** Only on these days. */
  readonly days?: readonly Weekday[];
  /** Only at these hours. */
  readonly hours?: string;
  /** By whose clock days and hours are meant. */
  readonly zone?: string;
}

/** What this share of the visitors gets. */
export interface Variant {
  /** All variants together are 1. */
  readonly share: number;
  /** Another content: a name in `content`. */
  readonly content?: string;
  /** Another form. */
  readonly as?: As;
  /** No help: the group to compare with. */
  readonly nothing?: true;
}

/** When which help is offered. */
export interface Trigger {
  /** In events, in `why()` and in the visitor’s memory. Do not use one again. */
  readonly id: string;
  /** Why this trigger exists, for your colleagues. */
  readonly note?: string;
  /** `draft` and `off`: never. `test`: only with `data-debug`. */
  readonly status?: 'draft' | 'test' | 'live' | 'off';
  /** After this day `antes check` asks whether it is still needed. */
  readonly reviewBy?: string;
  /** Why people need this help: a name in `reasons`. */
  readonly reason?: string;
  /** Which help goes first. */
  readonly priority?: Priority;
  /** Everywhere, if it says nothing. */
  readonly where?: Where;
  /** What has to happen for it to be offered. */
  readonly when: Condition;
  /** While this holds it is not offered, and what is on screen is withdrawn. */
  readonly unless?: Condition;
  readonly timing?: {
    /** `pause`: 1.2 s without input. `boundary`: a field left, a step entered, a request ended. `now`: at once. None of them while somebody types on. */
    readonly at?: 'pause' | 'boundary' | 'now';
    /** Not sooner than this after its cause. */
    readonly delay?: Duration;
    /** If the moment does not come, it becomes a badge. */
    readonly giveUpAfter?: Duration;
  };
  /** What is shown, and how. */
  readonly show: Show;
  /** How often this one may be shown, besides the limits of the policy. */
  readonly limits?: readonly Limit[];
  /** Always, if it says nothing. */
  readonly schedule?: Schedule;
  readonly solved?: {
    /** This event … */
    readonly by: EventPattern;
    /** … not later than this. */
    readonly within?: Duration;
    /** What is offered afterwards, once, later and between two things: a name in `content`. */
    readonly then?: string;
  };
  readonly experiment?: {
    /** A new name draws anew. */
    readonly name: string;
    /** Who always gets the same. */
    readonly by?: AssignBy;
    readonly variants: Named<Variant>;
  };
}
