import type { Config, Trigger } from '../config/types.js';
import type { Happening } from '../core/happenings.js';
import type { Report } from '../core/problems.js';
import type { FactsRecord, JournalRecord } from '../core/records.js';
import { arm, leaveStep } from './arming.js';
import { listenersOf } from './listeners.js';
import type { Judging, ScoreName } from './rule.js';
import { occupant, showBest } from './contest.js';
import { createDesk } from './desk.js';
import { anchorGate, interruptionGate, isMeantFor, preGates, type Gate } from './gates.js';
import { noteInterruption } from './interruption.js';
import { answered, leave, reconsider, restore, solvedBy, withdraw } from './screen.js';
import {
  aboutOf,
  mergeVisitors,
  settleVisitor,
  type DecideHost,
  type DecideState,
  type Visitor,
} from './state.js';
import { allOff, turnOff } from './off.js';
import { compilePolicy, isHeld } from './policy.js';
import { wakeUp } from './rest.js';
import { compileTriggers, type CompiledTrigger } from './triggers.js';
import { giveUp, judge } from './verdict.js';

/** Every gate of one trigger, with its value. */
export interface Trace {
  readonly trigger: string;
  readonly state: 'idle' | 'armed' | 'due' | 'shown';
  readonly gates: readonly Gate[];
}

export interface Decider {
  /** Follows typing, facts, and what became of offers. */
  record(record: JournalRecord): void;
  /** Something happened that conditions may wait for. */
  heard(happening: Happening): void;
  /** The customer has moved to another step or page. */
  moved(): void;
  /** A running score has changed. */
  scored(name: ScoreName): void;
  /** A deadline has come. */
  due(tag: string): void;
  /** Those that run, each at its place in the file; holes are left of the others. */
  readonly triggers: Config['triggers'];
  /** Whether this visitor gets help, where some do not. */
  readonly holdout: { readonly name: string; readonly arm: 'help' | 'held' } | undefined;
  /** Judges what has changed since the last time; to be called after each record and deadline. */
  settle(): void;
  why(trigger?: string): readonly Trace[];
}

/** In the tags of deadlines, which otherwise are names of conditions. */
const SCORE = 'score ';

const NOBODY: readonly never[] = [];

export interface DeciderDeps {
  readonly config: Config;
  readonly state: DecideState;
  readonly host: DecideHost;
  readonly report: Report;
  matchesPath(pattern: string, path: string): boolean;
}

/** Signals, events and facts → offers, or the reason why not. A record costs only the triggers that it concerns. */
export function createDecider({ config, state, host, report, matchesPath }: DeciderDeps): Decider {
  const triggers = compileTriggers(config, report);
  const policy = compilePolicy(config, report, host.visiting.reports);
  const desk = createDesk({ policy, triggers, state, host, matchesPath });
  const { listeners, byFact, byScore, byState } = listenersOf(triggers);

  // What has changed within one record; none of it outlives `settle`.
  const touched = new Set<CompiledTrigger>();
  const causes = new Map<CompiledTrigger, Happening>();
  let ended: string[] = [];
  let dirty = false;
  /** Something that gates look at is not what it was. */
  const changed = () => {
    dirty = true;
    wakeUp(desk.rests);
  };
  const touch = (list: Iterable<CompiledTrigger>) => {
    for (const trigger of list) touched.add(trigger);
  };

  function know({ facts }: FactsRecord): void {
    for (const [name, value] of Object.entries(facts)) {
      if (value === null) delete state.facts[name];
      else state.facts[name] = value;
      touch(byFact.get(name) ?? []);
    }
    changed();
  }

  /** Steps that are being taken are not through with one field that is right. */
  function isGuide(trigger: string): boolean {
    const content = desk.byId.get(trigger)?.source.show.content;
    return content !== undefined && config.content?.[content]?.guide !== undefined;
  }

  /** What a field's signal led to is over once the field is accepted. */
  function accepted(field: string | null): void {
    if (field === null) return;
    for (const one of state.screen)
      if (one.about === field && !isGuide(one.trigger)) leave(desk, one, 'solved');
    judge(desk, true, ({ trigger, about }) => about === field && !isGuide(trigger));
    for (const id of Object.keys(state.pending))
      if (state.pending[id]!.about === field) delete state.pending[id];
  }

  function tellOff(ids: readonly string[]): void {
    for (const id of new Set(ids))
      report(
        'TRIGGER_HARMFUL',
        `/triggers/${desk.byId.get(id)!.index}`,
        `Trigger '${id}' is off on this device: customers who see it get on worse than those who do not.`,
      );
  }

  /** After what its end itself has armed: counts start over, and what was armed on the way has nothing more to say. */
  function endJourney(journey: string): void {
    const before = (id: string) => host.place.journey === journey && state.pending[id]!.armedAt < host.at;
    for (const id of Object.keys(state.pending)) if (before(id)) delete state.pending[id];
    wakeUp(desk.rests);
    state.runs[journey] = (state.runs[journey] ?? 0) + 1;
    for (const key of Object.keys(state.cells))
      if (key.startsWith('journey:') && state.cells[key]!.journey === journey) delete state.cells[key];
  }

  /** Touches those that ask for less than the score, and looks again once it has crossed the next limit by itself. */
  function scored(name: ScoreName): void {
    const users = byScore.get(name);
    if (!users) return;
    const score = host.score(name);
    for (const { trigger, above, fades } of users) {
      if (fades || above < score) touched.add(trigger);
      const at = fades || name === 'effort' ? host.whenCrosses(name, above) : undefined;
      if (at !== undefined) host.wakeActive(at, SCORE + name);
    }
  }

  function trace(trigger: CompiledTrigger): Trace {
    const input = desk.input(trigger, 'only looking');
    const there = occupant(desk, trigger);
    const other = there?.trigger === trigger.id ? undefined : there;
    const pending = state.pending[trigger.id];
    const lost = pending?.heldBy === 'contest';
    const contest: Gate = {
      gate: 'contest',
      pass: other === undefined && !lost,
      value: other
        ? `'${other.trigger}' is on screen`
        : lost
          ? 'another trigger goes first'
          : 'nothing on screen',
      ...(other && { data: { by: other.trigger } }),
    };
    const shown = state.screen.some((one) => one.trigger === trigger.id);
    return {
      trigger: trigger.id,
      state: shown ? 'shown' : !pending ? 'idle' : pending.dueAt === null ? 'armed' : 'due',
      gates: [...preGates(input), contest, interruptionGate(input), anchorGate(input)],
    };
  }

  const { holdout } = policy;
  return {
    triggers: soundOnly(config, triggers),
    holdout: holdout && { name: holdout.name, arm: isHeld(holdout, host.visiting) ? 'held' : 'help' },
    record(record) {
      const { boundary } = state.interruption;
      noteInterruption(state.interruption, record);
      if (state.interruption.boundary !== boundary) dirty = true;
      switch (record.type) {
        case 'facts':
          know(record);
          break;
        case 'help':
          answered(desk, record);
          changed();
          break;
        case 'mute':
          state.visitor.mutedUntil = host.wall + Math.max(0, record.until - record.at);
          state.visitor.mutedAt = host.wall;
          for (const one of state.screen) leave(desk, one, 'withdrawn', 'dismissed');
          changed();
          break;
        case 'off':
          tellOff(turnOff(desk, record.triggers));
          changed();
          break;
        case 'visitor':
          state.visitor = mergeVisitors(state.visitor, record.visitor as Visitor);
          reconsider(desk);
          changed();
          break;
        case 'wall':
          // Set back, or woken up: what waits for the wall clock is due at another time now.
          state.visitor = settleVisitor(state.visitor, host.wall);
          touch(byState);
          changed();
          break;
        case 'view':
          if (record.how !== 'load') break;
          restore(desk);
          tellOff(allOff(desk));
          break;
        case 'hold':
          if (!record.on) dirty = true;
          break;
        default:
      }
    },
    heard(happening) {
      const { now } = desk.judging;
      // Most of what happens concerns nobody.
      for (const { trigger, role, hear } of listeners.get(happening.name) ?? NOBODY) {
        if (role === 'solved') {
          if (!state.unsolved.some((one) => one.trigger === trigger.id)) continue;
          // This one happening alone: what came before the help has not been solved by it.
          const cell = {};
          const alone: Judging = { ...now, cell: () => cell };
          hear(happening, alone);
          if (trigger.solved!.rule.test(alone) === true) solvedBy(desk, trigger);
          continue;
        }
        hear(happening, now);
        if (role === 'when') causes.set(trigger, happening);
        touched.add(trigger);
      }
      if (happening.name === 'journey-completed' || happening.name === 'journey-left')
        ended.push(String(happening.data['journey']));
      if (happening.name === 'field-accepted') accepted(aboutOf(happening));
    },
    moved() {
      for (const trigger of byState) if (isMeantFor(trigger, host.place)) touched.add(trigger);
      leaveStep(desk);
      changed();
    },
    scored,
    due(tag) {
      changed();
      if (tag.startsWith(SCORE)) return scored(tag.slice(SCORE.length) as ScoreName);
      const owner = desk.byId.get(tag.slice(0, Math.max(0, tag.lastIndexOf('/'))));
      if (!owner) return;
      const now = desk.judging.now;
      owner.when.due(tag, now);
      owner.unless?.due(tag, now);
      touched.add(owner);
    },
    settle() {
      if (touched.size === 0 && ended.length === 0 && !dirty) return;
      dirty = false;
      if (touched.size > 0) {
        const now = desk.judging.now;
        for (const trigger of [...touched].sort((a, b) => a.index - b.index)) {
          wakeUp(desk.rests, trigger.id);
          arm(desk, trigger, causes.get(trigger), now);
        }
        touched.clear();
        causes.clear();
      }
      for (const journey of ended) endJourney(journey);
      ended = [];
      giveUp(desk);
      withdraw(desk);
      showBest(desk);
    },
    why: (only) => triggers.filter(({ id }) => only === undefined || id === only).map(trace),
  };
}

/** Each trigger at its place in the file, and holes for those that are left out: they are to mislead nobody. */
function soundOnly({ triggers }: Config, compiled: readonly CompiledTrigger[]): Config['triggers'] {
  const sound: Trigger[] = [];
  for (const { follows, index: i, source } of compiled) if (!follows) sound[i] = source;
  return triggers.map((_one, i) => sound[i]!);
}
