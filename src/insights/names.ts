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

/** A configuration that is being written may have anything anywhere. */
const own = <T extends object>(of: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  isObject(of) && Object.hasOwn(of, key) && isObject(of[key]) ? of[key] : undefined;
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const listOf = <T>(list: readonly T[] | undefined): readonly T[] =>
  Array.isArray(list) ? (list as readonly T[]).filter(isObject) : [];
/** Words; nothing else. */
const said = (value: string | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

export function namesOf(config: Partial<Config> | undefined): Names {
  const { journeys, reasons } = config ?? {};
  const triggers = listOf(config?.triggers).filter(({ id }) => typeof id === 'string');
  const reason = (id: string) => own(reasons, id);
  return {
    journey: (id) => said(own(journeys, id)?.title) ?? spoken(id),
    step: (id) => (id === undefined ? 'Outside of steps' : spoken(id)),
    reason: (id) => said(reason(id)?.title) ?? spoken(id),
    owner: (id) => (id === undefined ? undefined : said(reason(id)?.owner)),
    quadrant: (id) => reason(id)?.quadrant,
    contactCost: (id) => reason(id)?.contactCost,
    journeyOwner: (id) => said(own(journeys, id)?.owner),
    steps: (id) => listOf(own(journeys, id)?.steps).map((step) => step.id),
    triggers: () => triggers,
  };
}
