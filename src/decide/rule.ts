import type { ScoreCondition } from '../config/types.js';
import type { Happening, Place } from '../core/happenings.js';
import type { Lookup, Verdict } from '../core/matcher.js';

/** What a condition remembers. Plain data, kept by the condition's place in the config. */
export interface Cell {
  /** Times at which it happened, newest last (only as many as are asked for). */
  t?: number[];
  /** Different values and when each was last seen, newest last. */
  d?: [value: string, at: number][];
  /** Sequence: the latest start of a run that has come this far. */
  p?: (number | null)[];
  /** Absence: since when the clock runs. */
  s?: number | null;
  /** Absence: the deadline that is outstanding, in the clock's time. One is enough, however often it starts. */
  w?: number | null;
  /** A sequence or absence was completed at this time, and not used up yet. */
  m?: number | null;
  /** What the count belongs to. */
  visit?: number;
  journey?: string | null;
}

export interface Judging {
  readonly at: number;
  readonly wall: number;
  readonly active: number;
  readonly place: Place;
  readonly facts: Lookup;
  /** Once armed, what *happened* stays so; only what *is* gets judged again. `shown`: nor may help vanish while it is being read. */
  readonly since?: 'armed' | 'shown';
  score(name: ScoreName): number;
  cell(key: string): Cell;
  /** The verdict of the condition `id` may change by itself at this time; `arms`: to what can arm a trigger again. */
  changesAt(at: number, id: string, arms: boolean): void;
  wakeAt(at: number, tag: string): void;
  wakeActive(active: number, tag: string): void;
}

export type ScoreName = ScoreCondition['score'];

/** A running score that a condition looks at. */
export interface UsedScore {
  readonly name: ScoreName;
  readonly above: number;
  /** It asks for a low one: what fades may make it true. */
  readonly negated: boolean;
}

export type UsedFact = readonly [name: string, at: string];

/** A compiled condition. */
export interface Rule {
  /** Names of the events it listens to, with what it does when they come. */
  readonly hears: ReadonlyMap<string, readonly ((happening: Happening, now: Judging) => void)[]>;
  /** Facts it looks at, each with where it is named. */
  readonly facts: readonly UsedFact[];
  readonly scores: readonly UsedScore[];
  test(now: Judging): Verdict;
  /** A clock of this rule has run out. */
  due(key: string, now: Judging): void;
  /** A completed sequence or absence is used up by what it led to. */
  consume(now: Judging): void;
}

/** Something that happens, as a test. */
export interface Pattern {
  readonly event: string;
  matches(happening: Happening, now: Judging): boolean;
}

/** What a condition of one kind is made with. */
export interface Build {
  /** JSON pointer of the condition, for errors. */
  readonly at: string;
  /** Name of its cell. */
  readonly id: string;
  /** It stands under a `not`. */
  readonly negated: boolean;
  /** What happened stays so once it has armed the trigger, except under `not`. */
  lasting(now: Judging): boolean;
  hear(event: string, fn: (happening: Happening, now: Judging) => void): void;
  /** Told when a deadline of this condition has come. */
  clock(fn: (now: Judging) => void): void;
  /** Told when what it led to has used it up. */
  reset(fn: (now: Judging) => void): void;
  usesFacts(names: readonly UsedFact[]): void;
  usesScore(name: ScoreName, above: number): void;
  pattern(value: unknown, at: string): Pattern;
  /** Compiles a condition inside this one. */
  inside(value: unknown, at: string, id: string, negated?: boolean): Test;
}

export type Test = (now: Judging) => Verdict;
/** One kind of condition: the keys it may have, and how it is judged. */
export interface Head {
  readonly keys: readonly string[];
  compile(node: Readonly<Record<string, unknown>>, build: Build): Test;
}
