import type { As } from '../config/types.js';
import type { Data } from '../core/records.js';

/** A gate that kept a trigger back for a while. Times are session time. */
export interface Held {
  readonly gate: string;
  /** When it was first the one in the way, and when it last was. */
  readonly at: number;
  until: number;
  /** What was compared, as it last stood. */
  value: string;
  data?: Data;
}

/** One way of a trigger: from the moment its condition came true to whatever became of it. Plain data. */
export interface Attempt {
  readonly trigger: string;
  /** When its condition came true, and the happening that did it; `''` where a state of things did. */
  readonly armed: number;
  readonly because: string;
  /** When nothing but the moment was missing. */
  due: number | null;
  shown: number | null;
  /** The form it was shown in, or would have been: a badge where the moment never came. */
  as: As | null;
  content: string | null;
  /** Gates in its way, in the order in which they first were. */
  readonly held: Held[];
  /**
   * `shown` · `withheld`: a gate kept it back to the end, which the page is told · `gone`: its cause was over, or it
   * was not meant for where the customer went · `waiting`: the recording ends before it does.
   */
  end: 'shown' | 'withheld' | 'gone' | 'waiting';
  /** The gate that stood in the way at the end. */
  gate: string | null;
  /** When it ended; for what was shown, when it left the screen (`null`: it stayed). */
  ended: number | null;
  /** Why it left the screen. */
  left: string | null;
  /** When what it was about turned out solved, on screen or within the time of `solved`. */
  solved: number | null;
}

/** What a config would have done in one recording. */
export interface Story {
  readonly attempts: readonly Attempt[];
  /** Session time at which it ends, and how long it is. */
  readonly until: number;
  readonly ms: number;
  readonly records: number;
}
