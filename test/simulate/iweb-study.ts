import { hash } from '../../src/core/hash.js';
import type { Config } from '../../src/config/types.js';
import { recordsOf, type MapPress, type Reading, type Task } from './iweb.js';
import { run } from './run.js';
import { auc, bootstrap, mean, type Interval } from './statistics.js';

/** How well a number tells badly rated tasks from well rated ones; tasks rated in the middle are left out, or are bad. */
export interface Separation extends Interval {
  readonly name: string;
  readonly auc: number;
  readonly aucWithMiddle: number;
  /** Without one subject at a time: the lowest and highest. */
  readonly without: Interval;
}
export interface Study {
  readonly tasks: number;
  readonly subjects: number;
  readonly bad: number;
  readonly good: number;
  readonly score: Separation;
  /** The score by rating 1 … 5. */
  readonly byRating: readonly (readonly number[])[];
  /** Points of the ROC curve: share of the good and of the bad at or above each score. */
  readonly roc: readonly (readonly [number, number])[];
  readonly rules: readonly Separation[];
  readonly scores: readonly Separation[];
  readonly readings: readonly Separation[];
  readonly settings: readonly Separation[];
}

const CONFIG: Config = { version: 1, triggers: [] };
const FAST = { presses: 3, withinMs: 1_000, distancePx: 30 };
const UNANSWERED_MS = 2_000;

type Score = (task: Task) => number;

function separate(name: string, tasks: readonly Task[], scoreOf: Score): Separation {
  const scored = tasks.map((task) => ({ ...task, score: scoreOf(task) }));
  type Scored = (typeof scored)[number];
  const score = ({ score: value }: Scored) => value;
  const extremes = (list: readonly Scored[]) =>
    auc(
      list.filter(({ rating }) => rating <= 2).map(score),
      list.filter(({ rating }) => rating >= 4).map(score),
    );
  const subjects = [...new Set(tasks.map(({ subject }) => subject))];
  const groups = subjects.map((subject) => scored.filter((one) => one.subject === subject));
  const left = groups.map((group) => extremes(scored.filter((one) => !group.includes(one))));
  return {
    name,
    auc: extremes(scored),
    ...bootstrap(groups, (drawn) => extremes(drawn.flat()), hash(name)),
    aucWithMiddle: auc(
      scored.filter(({ rating }) => rating <= 3).map(score),
      scored.filter(({ rating }) => rating > 3).map(score),
    ),
    without: { low: Math.min(...left), high: Math.max(...left) },
  };
}

const ends = ({ loads }: Task): number[] =>
  loads.flatMap(({ end }) => (end === undefined ? [] : [end])).sort((a, b) => a - b);

/** How long each press waited for its answer: up to the end of the task, if none came. */
function waits(task: Task): number[] {
  const all = ends(task);
  const last = Math.max(...task.presses.map(({ at }) => at), ...all);
  return task.presses.map(({ at, downAt }) => Math.max(0, (all.find((end) => end > downAt) ?? last) - at));
}

/** What others do, on the same data. */
const RULES: Readonly<Record<string, Score>> = {
  '3 clicks in 1 s within 30 px': ({ presses }) =>
    presses.filter((press, i) => {
      const burst: MapPress[] = presses.slice(Math.max(0, i - FAST.presses + 1), i + 1);
      const near = (one: MapPress) => Math.hypot(one.x - press.x, one.y - press.y) <= FAST.distancePx;
      return burst.length === FAST.presses && press.at - burst[0]!.at <= FAST.withinMs && burst.every(near);
    }).length,
  'presses while another is unanswered for over 2 s': (task) => {
    const waited = waits(task);
    return task.presses.filter((press) =>
      task.presses.some((one, i) => {
        const sinceMs = press.at - one.at;
        return sinceMs > UNANSWERED_MS && waited[i]! > sinceMs;
      }),
    ).length;
  },
  'mean time to answer': (task) => mean([0, ...waits(task)]),
  'the delay that was injected (known to nobody in practice)': ({ delay }) => Number.parseInt(delay, 10),
};

const READINGS: readonly (readonly [string, Reading])[] = [
  ['menu and rating sheet as parts of their own', { parts: 'three' }],
  ['only presses that were kept', { unseen: false }],
  ['presses heard only when a load began that completed', { heard: 'with-load' }],
  ['presses heard only by their answer', { heard: 'never' }],
];

/** Settings of signals, changed to see how much depends on them. */
const SETTINGS: readonly (readonly [string, NonNullable<NonNullable<Config['policy']>['signals']>])[] = [
  ['the limit of attention at 5 s', { 'slow-click': { lost: '5s' }, 'impatient-click': { lost: '5s' } }],
  ['the limit of attention at 20 s', { 'slow-click': { lost: '20s' }, 'impatient-click': { lost: '20s' } }],
  ['a press while waiting always weighs 0.5', { 'impatient-click': { weightMost: 0.5 } }],
  ['a press while waiting weighs up to 1.5', { 'impatient-click': { weightMost: 1.5 } }],
  ['slow answers weigh nothing', { 'slow-click': { weight: 0 } }],
  ['slow answers weigh twice as much', { 'slow-click': { weight: 0.6 } }],
];

/** The study, with this engine. What else could have been taken takes longer than all the rest. */
export function study(tasks: readonly Task[], others = true): Study {
  const play = (task: Task, reading: Reading = {}, config = CONFIG) =>
    run(recordsOf(task, reading), config, 'iweb', true);
  const seen = new Map(tasks.map((task) => [task, play(task)]));
  const score: Score = (task) => seen.get(task)!.struggle;
  const of = (list: readonly Task[]) => list.map(score);
  const bad = tasks.filter(({ rating }) => rating <= 2);
  const good = tasks.filter(({ rating }) => rating >= 4);
  const limits = [...new Set(of(tasks))].sort((a, b) => b - a);
  const above = (list: readonly Task[], limit: number) =>
    list.filter((task) => score(task) >= limit).length / list.length;
  return {
    tasks: tasks.length,
    subjects: new Set(tasks.map(({ subject }) => subject)).size,
    bad: bad.length,
    good: good.length,
    score: separate('struggle when the task ends', tasks, score),
    byRating: [1, 2, 3, 4, 5].map((rating) => of(tasks.filter((task) => task.rating === rating))),
    roc: [[0, 0], ...limits.map((limit): [number, number] => [above(good, limit), above(bad, limit)])],
    rules: Object.entries(RULES).map(([name, rule]) => separate(name, tasks, rule)),
    scores: [
      separate('struggle when the task ends, at most 1', tasks, (task) => Math.min(1, score(task))),
      separate('highest struggle', tasks, (task) => seen.get(task)!.peak),
      separate('mean struggle', tasks, (task) => seen.get(task)!.mean),
      separate('sum of all weights', tasks, (task) => seen.get(task)!.total),
      separate('sum of all weights per active minute', tasks, (task) => {
        const { total, activeMs } = seen.get(task)!;
        return total / activeMs;
      }),
    ],
    readings: (others ? READINGS : []).map(([name, reading]) =>
      separate(name, tasks, (task) => play(task, reading).struggle),
    ),
    settings: (others ? SETTINGS : []).map(([name, signals]) =>
      separate(name, tasks, (task) => play(task, {}, { ...CONFIG, policy: { signals } }).struggle),
    ),
  };
}
