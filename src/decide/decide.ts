import type { Config, Trigger } from '../config/types.js';
import type { Happening } from '../core/happenings.js';
import type { Report } from '../core/problems.js';
import type { FactsRecord, JournalRecord } from '../core/records.js';
import { arm, leaveStep } from './arming.js';
import type { Judging, Rule, ScoreName } from './rule.js';
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

type Role = 'when' | 'unless' | 'solved';
interface Listener {
  readonly trigger: CompiledTrigger;
  readonly role: Role;
  hear(happening: Happening, now: Judging): void;
}

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
  const { listeners, byFact, byScore, byState } = index(triggers);

  // What has changed within one record; none of it outlives `settle`.
  const touched = new Set<CompiledTrigger>();
  const causes = new Map<CompiledTrigger, Happening>();
  let ended: string[] = [];
  let dirty = false;
  const touch = (list: Iterable<CompiledTrigger>) => {
    for (const trigger of list) touched.add(trigger);
  };

  function know({ facts }: FactsRecord): void {
    for (const [name, value] of Object.entries(facts)) {
      if (value === null) delete state.facts[name];
      else state.facts[name] = value;
      touch(byFact.get(name) ?? []);
    }
    dirty = true;
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
    for (const id in state.pending) if (state.pending[id]!.about === field) delete state.pending[id];
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
    state.runs[journey] = (state.runs[journey] ?? 0) + 1;
    for (const key in state.cells)
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
      if (state.interruption.boundary !== boundary || (record.type === 'hold' && !record.on)) dirty = true;
      if (record.type === 'facts') know(record);
      else if (record.type === 'help') {
        answered(desk, record);
        dirty = true;
      } else if (record.type === 'mute') {
        state.visitor.mutedUntil = host.wall + Math.max(0, record.until - record.at);
        state.visitor.mutedAt = host.wall;
        for (const one of state.screen) leave(desk, one, 'withdrawn', 'dismissed');
        dirty = true;
      } else if (record.type === 'off') {
        tellOff(turnOff(desk, record.triggers));
        dirty = true;
      } else if (record.type === 'visitor') {
        state.visitor = mergeVisitors(state.visitor, record.visitor as Visitor);
        reconsider(desk);
        dirty = true;
      } else if (record.type === 'wall') {
        // Set back, or woken up: what waits for the wall clock is due at another time now.
        state.visitor = settleVisitor(state.visitor, host.wall);
        touch(byState);
        dirty = true;
      } else if (record.type === 'view' && record.how === 'load') {
        restore(desk);
        tellOff(allOff(desk));
      }
    },
    heard(happening) {
      const heard = listeners.get(happening.name);
      // Most of what happens concerns nobody.
      const now = heard && desk.judging();
      for (const { trigger, role, hear } of heard ?? []) {
        if (role === 'solved') {
          // This one happening alone: what came before the help has not been solved by it.
          const cell = {};
          const alone: Judging = { ...now!, cell: () => cell };
          hear(happening, alone);
          if (trigger.solved!.rule.test(alone) === true) solvedBy(desk, trigger);
          continue;
        }
        hear(happening, now!);
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
      dirty = true;
    },
    scored,
    due(tag) {
      dirty = true;
      if (tag.startsWith(SCORE)) return scored(tag.slice(SCORE.length) as ScoreName);
      const owner = desk.byId.get(tag.slice(0, Math.max(0, tag.lastIndexOf('/'))));
      if (!owner) return;
      const now = desk.judging();
      owner.when.due(tag, now);
      owner.unless?.due(tag, now);
      touched.add(owner);
    },
    settle() {
      if (touched.size === 0 && ended.length === 0 && !dirty) return;
      dirty = false;
      if (touched.size > 0) {
        const now = desk.judging();
        for (const trigger of [...touched].sort((a, b) => a.index - b.index))
          arm(desk, trigger, causes.get(trigger), now);
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

interface Scorer {
  readonly trigger: CompiledTrigger;
  readonly above: number;
  /** A score that falls matters, too: it is asked for under `not`, or keeps help back. */
  readonly fades: boolean;
}

/** Each trigger at its place in the file, and holes for those that are left out: they are to mislead nobody. */
function soundOnly({ triggers }: Config, compiled: readonly CompiledTrigger[]): Config['triggers'] {
  const sound: Trigger[] = [];
  for (const { follows, index: i, source } of compiled) if (!follows) sound[i] = source;
  return triggers.map((_one, i) => sound[i]!);
}

/** Who listens to which event, and who looks at which fact. */
function index(triggers: readonly CompiledTrigger[]) {
  const listeners = new Map<string, Listener[]>();
  const byFact = new Map<string, CompiledTrigger[]>();
  const byScore = new Map<ScoreName, Scorer[]>();
  const byState: CompiledTrigger[] = [];
  for (const trigger of triggers) {
    const rules: readonly (readonly [Role, Rule | undefined])[] = [
      ['when', trigger.when],
      ['unless', trigger.unless],
      ['solved', trigger.solved?.rule],
    ];
    for (const [role, rule] of rules) {
      for (const [event, hears] of rule?.hears ?? [])
        for (const hear of hears) push(listeners, event, { trigger, role, hear });
      for (const [fact] of rule?.facts ?? []) push(byFact, fact, trigger);
      for (const { name, above, negated } of rule?.scores ?? [])
        push(byScore, name, { trigger, above, fades: negated || role === 'unless' });
    }
    if (rules.some(([, rule]) => rule?.facts.length || rule?.scores.some(({ negated }) => negated)))
      byState.push(trigger);
  }
  return { listeners, byFact, byScore, byState };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
