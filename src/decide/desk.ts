import type { As } from '../config/types.js';
import type { Lookup } from '../core/matcher.js';
import type { Judging } from './rule.js';
import type { GateInput } from './gates.js';
import { visitorCell, type DecideHost, type DecideState, type Decision, type HelpPhase } from './state.js';
import { PER_VISITOR } from '../core/count-id.js';
import type { CompiledPolicy } from './policy.js';
import { startRests, type Rests } from './rest.js';
import { variantOf, type CompiledTrigger } from './triggers.js';

type HelpDecision = Extract<Decision, { kind: 'help' }>;

/** What all parts of deciding work on: the triggers, what is remembered, and the way out. */
export interface Desk {
  readonly policy: CompiledPolicy;
  /** In the order of the file. */
  readonly triggers: readonly CompiledTrigger[];
  readonly byId: ReadonlyMap<string, CompiledTrigger>;
  readonly state: DecideState;
  readonly host: DecideHost;
  readonly facts: Lookup;
  readonly rests: Rests;
  /** What conditions see: always what is so now, and since when it has been waited for or read. */
  readonly judging: Readonly<Record<'now' | 'armed' | 'shown', Judging>>;
  /** `only looking`: nothing is remembered, and nobody is woken. */
  input(trigger: CompiledTrigger, only?: 'only looking'): GateInput;
  /** Tells what became of an offer. */
  help(
    trigger: CompiledTrigger,
    phase: HelpPhase,
    as: As,
    more?: Pick<HelpDecision, 'offer' | 'gate' | 'effort'>,
  ): void;
}

export interface DeskParts {
  readonly policy: CompiledPolicy;
  readonly triggers: readonly CompiledTrigger[];
  readonly state: DecideState;
  readonly host: DecideHost;
  matchesPath(pattern: string, path: string): boolean;
}

export function createDesk({ policy, triggers, state, host, matchesPath }: DeskParts): Desk {
  const facts: Lookup = (name) => (Object.hasOwn(state.facts, name) ? state.facts[name] : undefined);
  const idle = {
    cell: (key: string) =>
      (key.startsWith(PER_VISITOR) ? state.visitor.counts?.[key] : state.cells[key]) ?? {},
    changesAt: () => {},
    wakeAt: () => {},
    wakeActive: () => {},
  };
  const createJudging = (since?: 'armed' | 'shown', only?: typeof idle): Judging => ({
    get at() {
      return host.at;
    },
    get wall() {
      return host.wall;
    },
    get active() {
      return host.active;
    },
    get place() {
      return host.place;
    },
    facts,
    ...(since && { since }),
    score: (name) => host.score(name),
    cell: (key) =>
      key.startsWith(PER_VISITOR) ? visitorCell(state.visitor, key) : (state.cells[key] ??= {}),
    // What keeps help back and ends may let it come again, as anything may that a `not` asks for.
    changesAt: (at, id, arms) => host.wake(at, arms || id.includes('/unless') ? id : 'look'),
    wakeAt: (at, tag) => host.wake(at, tag),
    wakeActive: (active, tag) => host.wakeActive(active, tag),
    ...only,
  });
  // Made once: a record must not cost objects.
  const judging = {
    now: createJudging(),
    armed: createJudging('armed'),
    shown: createJudging('shown'),
  };
  const looking = { now: createJudging(undefined, idle), armed: createJudging('armed', idle) };
  return {
    policy,
    triggers,
    byId: new Map(triggers.map((trigger) => [trigger.id, trigger])),
    state,
    host,
    facts,
    rests: startRests(),
    judging,
    input(trigger, only) {
      const { now, armed } = only ? looking : judging;
      return {
        trigger,
        policy,
        state,
        host,
        now: state.pending[trigger.id] ? armed : now,
        plain: now,
        facts,
        matchesPath: (pattern) => matchesPath(pattern, host.place.path),
      };
    },
    help(trigger, phase, as, more) {
      const about = { trigger: trigger.id, reason: trigger.source.reason ?? '', phase, as };
      const variant = variantOf(trigger.source, host.visiting)?.name;
      host.tell({
        kind: 'help',
        at: host.at,
        ...about,
        ...more,
        ...(variant !== undefined && { variant }),
      });
      const { effort } = more ?? {};
      host.publish(`help-${phase}`, { trigger: trigger.id, ...(effort !== undefined && { effort }) });
    },
  };
}
