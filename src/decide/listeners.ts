import type { Happening } from '../core/happenings.js';
import type { Judging, Rule, ScoreName } from './rule.js';
import type { CompiledTrigger } from './triggers.js';

type Role = 'when' | 'unless' | 'solved';
interface Listener {
  readonly trigger: CompiledTrigger;
  readonly role: Role;
  hear(happening: Happening, now: Judging): void;
}

interface Scorer {
  readonly trigger: CompiledTrigger;
  readonly above: number;
  /** A score that falls matters, too: it is asked for under `not`, or keeps help back. */
  readonly fades: boolean;
}

/** Who is concerned by what. */
export interface Listeners {
  readonly listeners: ReadonlyMap<string, readonly Listener[]>;
  readonly byFact: ReadonlyMap<string, readonly CompiledTrigger[]>;
  readonly byScore: ReadonlyMap<ScoreName, readonly Scorer[]>;
  /** A state of things may arm them, without anything happening. */
  readonly byState: readonly CompiledTrigger[];
}

/** Who listens to which event, and who looks at which fact. */
export function listenersOf(triggers: readonly CompiledTrigger[]): Listeners {
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
