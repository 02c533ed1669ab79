import type { Impact, Incident } from '../state/sources.js';

const WORSE: readonly Impact[] = ['none', 'maintenance', 'minor', 'major', 'critical'];

export const worst = (impacts: Iterable<Impact>): Impact =>
  [...impacts].reduce((a, b) => (WORSE.indexOf(b) > WORSE.indexOf(a) ? b : a), 'none' as Impact);

export const asImpact = (value: unknown): Impact | undefined => WORSE.find((impact) => impact === value);

/** `Payments API` → `payments-api`. */
export const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/**
 * The name that a component has in facts: the one of the config, if it is the component's id or its name (as written,
 * or in lower case with hyphens); else its own name in that form.
 */
export function componentName(
  id: string | undefined,
  name: string | undefined,
  known: readonly string[],
): string {
  const slugged = slug(name ?? id ?? '');
  return known.find((key) => key === id || key === name || key === slugged) ?? slugged;
}

/** One component, as far as a feed tells of it beside its incidents. */
export interface Component {
  readonly name: string;
  readonly impact: Impact;
}

/** How each component is affected now: by what is said of it, and by what is going on. */
export function impactsOf(
  components: readonly Component[],
  incidents: readonly Incident[],
): ReadonlyMap<string, Impact> {
  const impacts = new Map<string, Impact>();
  const add = (name: string, impact: Impact) =>
    void (name && impacts.set(name, worst([impacts.get(name) ?? 'none', impact])));
  for (const { name, impact } of components) add(name, impact);
  for (const { phase, impact, components: names } of incidents)
    if (phase === 'ongoing') for (const name of names) add(name, impact);
  return impacts;
}
