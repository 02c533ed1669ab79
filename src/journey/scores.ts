import type { ScoreCondition } from '../config/types.js';
import { effortAt, whenEffortPasses, type Effort } from './effort.js';
import { exitAt, whenExitFalls, type Exit } from './exit.js';
import { scoreAt, whenStruggleFalls, type Struggle } from './struggle.js';

export type ScoreName = ScoreCondition['score'];

/** What the running scores of the step are made of. */
export interface Scores {
  readonly struggle: Struggle;
  readonly effort: Effort;
  readonly exit: Exit;
}

/** A running score of the step: from 0 to 1. */
export function scoreOf({ struggle, effort, exit }: Scores, name: ScoreName, active: number): number {
  if (name === 'effort') return effortAt(effort, active);
  return name === 'exit' ? exitAt(exit, active) : scoreAt(struggle, active);
}

/** Active time at which the score crosses `limit` by itself: effort by growing, the others by fading. */
export function whenCrosses(
  scores: Scores,
  name: ScoreName,
  limit: number,
  active: number,
): number | undefined {
  const isAbove = scoreOf(scores, name, active) > limit;
  if (isAbove === (name === 'effort')) return undefined;
  const { struggle, effort, exit } = scores;
  const at =
    name === 'effort'
      ? whenEffortPasses(effort, limit)
      : name === 'exit'
        ? whenExitFalls(exit, limit)
        : whenStruggleFalls(struggle, limit, active);
  // Where rounding says "now", it is the next millisecond.
  return at === undefined ? undefined : Math.max(at, active + 1);
}
