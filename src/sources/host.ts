import type { Config, Source } from '../config/types.js';
import type { Lookup } from '../core/matcher.js';
import type { Incident, Progress, SourceKind } from '../state/sources.js';
import { asImpact } from './components.js';
import { date, text, time } from './values.js';

/** The state of an order that does not go on by itself. */
const EXCEPTION = 'exception';

/** How far it is, from what the page has told: steps are the values that the config declares for the state, in order. */
export function hostProgress(
  kind: SourceKind,
  { facts: declared = {} }: Pick<Config, 'facts'>,
  facts: Lookup,
  /** The last step it was seen at before it stopped. */
  before: string | undefined,
): Progress | undefined {
  const state = text(facts(`${kind}.state`));
  if (state === undefined) return undefined;
  /** Texts of the page are shown where the config lets them be. */
  const shown = (name: string) => (declared[name]?.show === true ? facts(name) : undefined);
  const told = facts(`${kind}.exception`);
  const stopped =
    state === EXCEPTION || (told !== undefined && told !== null && told !== false && told !== '');
  const steps = (declared[`${kind}.state`]?.values ?? [])
    .filter((value) => typeof value === 'string' && value !== EXCEPTION)
    .map((id) => ({ id: String(id), label: undefined, text: undefined, at: null }));
  const here = state === EXCEPTION ? before : state;
  const current = steps.findIndex(({ id }) => id === here);
  return {
    id: text(shown(`${kind}.id`)),
    state,
    eta: date(shown(`${kind}.eta`)),
    steps,
    current,
    exception: stopped ? (text(shown(`${kind}.exception`)) ?? '') : undefined,
    done: !stopped && current !== -1 && current === steps.length - 1,
    next: undefined,
  };
}

/** Incidents that the page itself tells of: one for each component that the config names. */
export function hostIncidents({ components = {} }: Source, facts: Lookup): readonly Incident[] {
  return Object.keys(components).flatMap((name): Incident[] => {
    const impact = asImpact(facts(`incidents.${name}.impact`)) ?? 'none';
    const from = time(facts(`incidents.${name}.scheduled`));
    if (impact === 'none' && from === null) return [];
    return [
      {
        id: name,
        title: text(facts(`incidents.${name}.title`)) ?? '',
        text: '',
        impact: impact === 'none' ? 'maintenance' : impact,
        phase: impact === 'none' ? 'scheduled' : 'ongoing',
        components: [name],
        updatedAt: null,
        from,
        until: time(facts(`incidents.${name}.until`)),
      },
    ];
  });
}
