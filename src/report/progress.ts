import type { Level } from '../core/happenings.js';
import type { Body } from './events.js';
import { seconds, type Heard } from './heard.js';
import type { Known } from './known.js';

const LEVELS: readonly Level[] = ['calm', 'strained', 'struggling', 'stuck'];

/** The step the customer is on. */
interface Stay {
  readonly journey: string;
  readonly step: string;
  /** Active time, and what had been done again, when it was first known of. */
  readonly active: number;
  readonly retries: number;
  readonly backs: number;
  done: boolean;
}
interface Run {
  readonly active: number;
  /** Of steps that were left. */
  retries: number;
  backs: number;
  peak: Level;
  contacts: number;
  /** Of the step last entered. */
  rank: number;
  /** The step that was left for somewhere outside, unless another one was entered since. */
  left?: string;
  /** Step → how often it was come back to. */
  readonly returns: Record<string, number>;
}

/** How far the customer has come. Plain data. */
export interface Progress {
  stay: Stay | null;
  level: Level;
  /** Journeys under way. */
  readonly runs: Record<string, Run>;
}
export const startProgress = (): Progress => ({ stay: null, level: 'calm', runs: {} });

const runOf = (progress: Progress, journey: string | null): Run | undefined =>
  journey !== null && Object.hasOwn(progress.runs, journey) ? progress.runs[journey] : undefined;

/** A step may be called `constructor`. */
const returnsTo = ({ returns }: Run, step: string): number =>
  Object.hasOwn(returns, step) ? returns[step]! : 0;

/** The customer is on this step now, `before` with what they had done on it before that was known. */
export function entered(progress: Progress, known: Known, heard: Heard, before = 0): Body[] {
  const { journey, step, at, active } = heard;
  const rank = known.rank(journey, step);
  progress.stay = null;
  if (journey === null || step === null || rank < 0) return [];
  const bodies: Body[] = [];
  let run = runOf(progress, journey);
  if (!run) {
    run = { active, retries: 0, backs: 0, peak: 'calm', contacts: 0, rank, returns: {} };
    progress.runs[journey] = run;
    bodies.push({ type: 'journey', at, journey, step, phase: 'started' });
  }
  const back = rank < run.rank;
  if (back) {
    run.backs++;
    run.returns[step] = returnsTo(run, step) + 1;
  }
  run.rank = rank;
  delete run.left;
  progress.stay = { journey, step, active, retries: before, backs: returnsTo(run, step), done: false };
  return [...bodies, { type: 'step', at, journey, step, phase: 'entered' }];
}

const retriesIn = ({ retries }: Stay, heard: Heard): number => Math.max(0, heard.retries - retries);

/** It is completed, or left: what was completed is not left as well. */
export function stepped(progress: Progress, heard: Heard, phase: 'completed' | 'left'): Body[] {
  const { stay } = progress;
  if (!stay || stay.journey !== heard.journey || stay.step !== heard.step) return [];
  const { journey, step, backs, done } = stay;
  const retries = retriesIn(stay, heard);
  if (phase === 'completed') stay.done = true;
  else {
    progress.stay = null;
    const run = runOf(progress, journey);
    if (run) run.retries += retries;
    if (run && !done) run.left = step;
  }
  if (done) return [];
  const active = seconds(heard.active - stay.active);
  return [{ type: 'step', at: heard.at, journey, step, phase, active, retries, backs }];
}

/** A journey is done, or was given up. */
export function journeyEnded(
  progress: Progress,
  known: Known,
  heard: Heard,
  journey: string,
  phase: 'completed' | 'abandoned',
): Body[] {
  const run = runOf(progress, journey);
  if (!run) return [];
  delete progress.runs[journey];
  const { stay } = progress;
  const { backs, peak, contacts } = run;
  const retries = run.retries + (stay?.journey === journey ? retriesIn(stay, heard) : 0);
  const place = heard.journey === journey ? known.place(journey, heard.step) : {};
  const active = seconds(heard.active - run.active);
  // Many shops say thank you on a page of its own: the step that led there was not left, it was the last.
  const { left } = run;
  const last: Body[] =
    left !== undefined && phase === 'completed'
      ? [{ type: 'step', at: heard.at, journey, step: left, phase }]
      : [];
  return [
    ...last,
    { type: 'journey', at: heard.at, ...place, journey, phase, active, retries, backs, peak, contacts },
  ];
}

/** The struggle of the step has reached another level. */
export function levelled(progress: Progress, known: Known, heard: Heard, level: Level): Body[] {
  const from = progress.level;
  if (level === from) return [];
  progress.level = level;
  const run = runOf(progress, heard.journey);
  if (run && LEVELS.indexOf(level) > LEVELS.indexOf(run.peak)) run.peak = level;
  return [{ type: 'level', at: heard.at, ...known.place(heard.journey, heard.step), level, from }];
}

export function countContact(progress: Progress): void {
  for (const run of Object.values(progress.runs)) run.contacts++;
}
