import type { Config } from '../config/types.js';
import { addDeadline, addSoonest, type Deadline } from '../core/deadlines.js';
import { fits } from '../core/fits.js';
import type { Happening, Place, Signal } from '../core/happenings.js';
import type { Report } from '../core/problems.js';
import type { Data, JournalRecord } from '../core/records.js';
import { createDecider, type Decider, type Trace } from '../decide/decide.js';
import type { DecideHost, Visiting, Visitor } from '../decide/state.js';
import { createDetection, type DetectHost } from '../detect/index.js';
import { activeAt, addActiveDeadline, noteActivity } from '../journey/activity.js';
import { forgetBacks, noteArrival, noteTry } from '../journey/effort.js';
import { noteLeaving, startExit } from '../journey/exit.js';
import { tellNeutral } from '../journey/neutral.js';
import { notePace, noteStep, paceOf } from '../journey/pace.js';
import { matchesPath } from '../journey/path-pattern.js';
import { scoreOf, whenCrosses } from '../journey/scores.js';
import { createJourneys, underWay } from '../journey/steps.js';
import { addSignal, explain, relieve, scoreAt, updateLevel, whenLevelFalls } from '../journey/struggle.js';
import { isTime, nextDeadline, notAgain, takeNext } from './clockwork.js';
import type { Output } from './output.js';
import { startState, type EngineState } from './state.js';
import { visitingOf } from './visiting.js';

export type { Output } from './output.js';
export type { EngineState } from './state.js';

export interface EngineOptions extends Partial<Visiting> {
  /** Goes on from here instead of starting afresh, if it has all that an engine relies on. */
  readonly state?: unknown;
  /** What is known of this visitor from earlier sessions. */
  readonly visitor?: Visitor;
  readonly report?: Report;
  /** Told after every judgement: what is armed and what holds it back may have changed. For replays. */
  readonly judged?: () => void;
  /** Told of every signal and event that conditions may wait for. */
  readonly heard?: (happening: Happening) => void;
}

export interface Engine extends Pick<Decider, 'triggers' | 'holdout'> {
  /** Takes the next record. Deadlines up to its time come first. */
  feed(record: JournalRecord): void;
  /** Lets time pass. */
  advance(at: number): void;
  /** Session time of the nearest deadline. */
  next(): number | null;
  on(tell: (output: Output) => void): void;
  /** Raises a signal here and now, as if it had been detected. For tests of triggers. */
  raise(signal: Signal): void;
  /** Every gate of a trigger (or of all), with its value. */
  why(trigger?: string): readonly Trace[];
  /** Whether it goes on from the state that it was given. */
  readonly resumed: boolean;
  /** The live state: copy it (it is plain data) to keep it. */
  readonly state: EngineState;
}

/** The way through the house: record → signals → struggle of the step → offers. Pure: no clock, no chance, no page. */
export function createEngine(config: Config, options: EngineOptions = {}): Engine {
  const report = options.report ?? (() => false);
  const visiting = visitingOf(options);
  const journeys = createJourneys(config, report);
  const fresh = startState(journeys.start(), options.visitor);
  const resumed = fits(options.state, fresh);
  const state = resumed ? (options.state as EngineState) : fresh;
  let tell: (output: Output) => void = () => {};

  const active = () => activeAt(state.activity, state.at);
  let dueNow: Deadline | undefined;
  const inTime = (one: Deadline, now = state.at) => notAgain(dueNow, one, now);
  const wake = (at: number, who: string, tag: string) =>
    addDeadline(state.deadlines, inTime({ at: Math.ceil(Math.max(at, state.at)), who, tag }));
  const wakeActive = (at: number, who: string, tag: string) =>
    addActiveDeadline(state.activity, inTime({ at: Math.ceil(at), who, tag }, active()).at, who, tag);

  const detectHost: DetectHost = {
    get at() {
      return state.at;
    },
    get wall() {
      return state.wallZero + state.at;
    },
    get place() {
      return state.here.place;
    },
    get step() {
      return journeys.factsOf(state.here.place);
    },
    get journey() {
      return underWay(state.here);
    },
    get active() {
      return active();
    },
    get pace() {
      return paceOf(state.pace);
    },
    kept: (who) => (state.decide.visitor.kept[who] ??= []),
    wake,
    wakeActive,
    raise,
  };
  const detection = createDetection({
    state: state.detect,
    host: detectHost,
    report,
    ...(config.policy?.signals && { policy: config.policy.signals }),
  });
  const decideHost: DecideHost = {
    get at() {
      return state.at;
    },
    get wall() {
      return state.wallZero + state.at;
    },
    get active() {
      return active();
    },
    get place() {
      return state.here.place;
    },
    visiting,
    score: (name) => scoreOf(state, name, active()),
    whenCrosses: (name, limit) => whenCrosses(state, name, limit, active()),
    wake: (at, tag) =>
      addSoonest(state.deadlines, inTime({ at: Math.max(at, state.at), who: 'decide', tag })),
    wakeActive: (at, tag) => addSoonest(state.activity.waiting, inTime({ at, who: 'decide', tag }, active())),
    tell: (decision) => tell(decision),
    publish: (name, data) => publish(name, data),
  };

  const decider = createDecider({ config, state: state.decide, host: decideHost, report, matchesPath });

  function publish(name: string, data: Data, place: Place = state.here.place): void {
    const happening: Happening = { name, at: state.at, place, data };
    decider.heard(happening);
    options.heard?.(happening);
    journeys.happened(happening, state.here, publish, state.wallZero + state.at);
    if (name === 'journey-completed' || name === 'journey-left')
      forgetBacks(state.effort, String(data['journey']));
    if (name === 'field-accepted') relieve(state.struggle, String(data['field']));
    // Through, on the same page: nothing that went wrong on the way matters any more.
    else if (name === 'journey-completed' && data['journey'] === place.journey) state.struggle.parts = [];
    else return;
    levelled();
  }

  function raise(found: Signal, place: Place): void {
    // Logarithms differ in their last digit from browser to browser; what is said must not.
    const signal: Signal = { ...found, weight: Math.round(found.weight * 10_000) / 10_000 };
    tell({ kind: 'signal', ...signal, evidence: { ...signal.evidence } });
    if (place.stay === state.here.place.stay) {
      addSignal(state.struggle, signal, active());
      levelled();
      if (noteLeaving(state.exit, signal.name, active())) decider.scored('exit');
    }
    const { name, target, count, evidence } = signal;
    // Evidence may come from the page: it must not pass for what the signal says itself.
    publish(name, { ...evidence, target, count, step: signal.step ?? '' }, place);
  }

  function levelled(): void {
    decider.scored('struggle');
    const now = active();
    const level = updateLevel(state.struggle, now);
    if (level !== undefined) {
      const score = Math.round(scoreAt(state.struggle, now) * 1000) / 1000;
      tell({
        kind: 'level',
        at: state.at,
        step: state.here.place.step,
        level,
        score,
        signals: explain(state.struggle, now),
      });
    }
    const falls = whenLevelFalls(state.struggle, now);
    if (falls !== undefined) wakeActive(falls, 'struggle', '');
  }

  function travel(record: JournalRecord): void {
    const from = state.here.place;
    journeys.feed(record, state.here, publish);
    const { place } = state.here;
    if (place.visit === from.visit) return;
    if (place.stay !== from.stay) {
      const before = journeys.factsOf(from);
      const { rank, expectedMs } = journeys.factsOf(place);
      const now = active();
      const onward = place.journey === from.journey ? Math.sign(rank - before.rank) : 0;
      noteStep(state.pace, onward > 0 ? before.expectedMs : undefined, now);
      noteArrival(
        state.effort,
        { ...place, back: onward < 0, expectedMs, pace: paceOf(state.pace).steps },
        now,
      );
      Object.assign(state.exit, startExit());
      detection.moved(from);
    }
    // Struggle belongs to the step; what a journey has seen lives on in its own counts.
    state.struggle.parts = [];
    levelled();
    decider.moved();
    decider.scored('effort');
    decider.scored('exit');
  }

  function advance(at: number): void {
    for (dueNow = takeNext(state, at); dueNow; dueNow = takeNext(state, at)) {
      if (dueNow.who === 'decide') decider.due(dueNow.tag);
      else if (dueNow.who === 'struggle') levelled();
      else detection.due(dueNow.who, dueNow.tag);
      settle();
    }
    state.at = Math.max(state.at, at);
  }

  return {
    state,
    resumed,
    triggers: decider.triggers,
    holdout: decider.holdout,
    advance,
    feed(record) {
      if (!isTime(record.at)) return;
      // On a new page, what was waited for on the one before is judged from here on.
      const loaded = record.type === 'view' && record.how === 'load';
      if (loaded) state.at = Math.max(state.at, record.at);
      else advance(record.at);
      if (record.type === 'wall') state.wallZero = record.wall - record.at;
      noteActivity(state.activity, record);
      travel(record);
      detection.feed(record);
      notePace(state.pace, record, active());
      if (noteTry(state.effort, record)) decider.scored('effort');
      decider.record(record);
      tellNeutral(record, state.neutral, tellUnlessSignal);
      if (loaded) advance(record.at);
      settle();
    },
    next: () => nextDeadline(state),
    on(fn) {
      tell = fn;
    },
    raise(signal) {
      raise(signal, state.here.place);
      settle();
    },
    why: (trigger) => decider.why(trigger),
  };

  function settle(): void {
    decider.settle();
    options.judged?.();
  }

  /** An event of the host's that is a signal by name has been published as that signal already. */
  function tellUnlessSignal(name: string, data: Data): void {
    if (!detection.has(name)) publish(name, data);
  }
}
