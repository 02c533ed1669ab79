import type { Config, Trigger } from '../config/types.js';

/** The names that the configuration has, and what it says of them: no other name is ever reported. */
export interface Known {
  /** Where it happened, as far as the configuration knows the place. */
  place(journey: string | null, step: string | null): { journey?: string; step?: string };
  /** Place of the step in its journey; -1 if it is in none. */
  rank(journey: string | null, step: string | null): number;
  has(journey: string): boolean;
  /** What is said of a trigger: its id, reason and owner; nothing of one that there is not. */
  about(trigger: string): About | undefined;
  /** Whether it is judged if what the trigger is about was solved. */
  judged(trigger: string): boolean;
  reason(id: string): { reason?: string; owner?: string };
  channel(name: string): string;
}
export interface About {
  readonly trigger: string;
  readonly reason?: string;
  readonly owner?: string;
}

/** Names a trigger's follow-up (decide/follow-up.ts). */
const FOLLOW_UP = /\.then$/;
const MAX_OWNER = 80;

export function createKnown(config: Config): Known {
  const journeys = new Map(
    Object.entries(config.journeys ?? {}).map(([journey, { steps }]) => [
      journey,
      new Map(steps.map(({ id }, rank) => [id, rank])),
    ]),
  );
  // A hole is left of what could not be read.
  const triggers = new Map(
    (config.triggers as readonly (Trigger | undefined)[]).flatMap((one) => (one ? [[one.id, one]] : [])),
  );
  const rank = (journey: string | null, step: string | null) =>
    journeys.get(journey ?? '')?.get(step ?? '') ?? -1;
  const reason = (id: string) => {
    const reasons = config.reasons ?? {};
    if (!Object.hasOwn(reasons, id)) return {};
    const { owner } = reasons[id]!;
    return { reason: id, ...(owner !== undefined && { owner: owner.slice(0, MAX_OWNER) }) };
  };
  return {
    place: (journey, step) => ({
      ...(journey !== null && journeys.has(journey) && { journey }),
      ...(step !== null && rank(journey, step) >= 0 && { step }),
    }),
    rank,
    has: (journey) => journeys.has(journey),
    about(trigger) {
      const source = triggers.get(trigger) ?? triggers.get(trigger.replace(FOLLOW_UP, ''));
      return source && { trigger, ...reason(source.reason ?? '') };
    },
    judged: (trigger) => triggers.get(trigger)?.solved !== undefined,
    reason,
    channel: (name) => (Object.hasOwn(config.contact?.channels ?? {}, name) ? name : 'other'),
  };
}
