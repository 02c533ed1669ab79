import type { Config } from '../config/types.js';
import type { ReasonRow } from './model.js';

/** What the configuration knows of an id; without one, ids speak for themselves. */
export interface Names {
  journey(id: string): string;
  step(id: string | undefined, journey?: string): string;
  reason(id: string): string;
  owner(reason: string | undefined): string | undefined;
  quadrant(reason: string): ReasonRow['quadrant'];
  contactCost(reason: string): number | undefined;
  journeyOwner(id: string): string | undefined;
  /** Steps of a journey in their order; nothing known is an empty list. */
  steps(journey: string): readonly string[];
  triggers(): readonly { readonly id: string; readonly reason?: string; readonly reviewBy?: string }[];
}

/** `card-declined` → `Card declined` */
export const spoken = (id: string): string => {
  const words = id.replaceAll(/[-_.]+/g, ' ').trim();
  return words === '' ? id : words[0]!.toUpperCase() + words.slice(1);
};

const own = <T>(of: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  of !== undefined && Object.hasOwn(of, key) ? of[key] : undefined;

export function namesOf(config: Partial<Config> | undefined): Names {
  const { journeys, reasons } = config ?? {};
  const triggers = (config?.triggers ?? []).filter(
    (one) => typeof one === 'object' && one !== null && typeof one.id === 'string',
  );
  const reason = (id: string) => own(reasons, id);
  return {
    journey: (id) => own(journeys, id)?.title ?? spoken(id),
    step: (id) => (id === undefined ? 'Outside of steps' : spoken(id)),
    reason: (id) => reason(id)?.title ?? spoken(id),
    owner: (id) => (id === undefined ? undefined : reason(id)?.owner),
    quadrant: (id) => reason(id)?.quadrant,
    contactCost: (id) => reason(id)?.contactCost,
    journeyOwner: (id) => own(journeys, id)?.owner,
    steps: (id) => own(journeys, id)?.steps?.map((step) => step.id) ?? [],
    triggers: () => triggers,
  };
}
