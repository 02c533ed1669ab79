import type { Deadlines } from '../core/deadlines.js';
import { startDecide, startVisitor, type DecideState, type Visitor } from '../decide/state.js';
import { startDetection, type DetectState } from '../detect/index.js';
import { startActivity, type Activity } from '../journey/activity.js';
import { startEffort } from '../journey/effort.js';
import { startExit } from '../journey/exit.js';
import { startNeutral, type Neutral } from '../journey/neutral.js';
import { startPace, type PaceState } from '../journey/pace.js';
import type { Scores } from '../journey/scores.js';
import type { Whereabouts } from '../journey/steps.js';
import { startStruggle } from '../journey/struggle.js';

/** Everything the engine remembers. Plain data: may be stored, and resumed later by an engine with the same config. */
export interface EngineState extends Scores {
  at: number;
  /** Wall-clock time at session time 0. */
  wallZero: number;
  readonly deadlines: Deadlines;
  readonly activity: Activity;
  readonly here: Whereabouts;
  readonly neutral: Neutral;
  readonly pace: PaceState;
  readonly detect: DetectState;
  readonly decide: DecideState;
}

/** Of a visit that begins. */
export const startState = (here: Whereabouts, visitor: Visitor = startVisitor()): EngineState => ({
  at: 0,
  wallZero: 0,
  deadlines: [],
  activity: startActivity(0),
  here,
  neutral: startNeutral(),
  pace: startPace(),
  struggle: startStruggle(),
  effort: startEffort(),
  exit: startExit(),
  detect: startDetection(),
  decide: startDecide(visitor),
});
