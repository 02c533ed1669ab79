import type { Scalar } from '../core/records.js';
import type { Incident, SourceKind } from '../state/sources.js';
import type { News } from './adapter.js';
import { impactsOf, worst } from './components.js';

/** What triggers may ask for, by name; `null` for what is not (any more). */
export type FactsPatch = Record<string, Scalar | null>;

/** All components together. */
const ANY = 'any';

/** The facts that news are, `known` being the components that the config names. */
export function factsOf(kind: SourceKind, news: News, known: readonly string[]): FactsPatch {
  if (kind === 'incidents') return incidentFacts(news, known);
  if (kind === 'facts')
    return Object.fromEntries(
      Object.entries(news.facts ?? {}).map(([name, value]) => [`facts.${name}`, value]),
    );
  const { progress } = news;
  return {
    [`${kind}.id`]: progress?.id ?? null,
    [`${kind}.state`]: progress?.state ?? null,
    [`${kind}.eta`]: progress?.eta ?? null,
    // Only that it is so, where it does not say why.
    [`${kind}.exception`]: progress?.exception === '' ? true : (progress?.exception ?? null),
  };
}

function incidentFacts({ incidents = [], components = [] }: News, known: readonly string[]): FactsPatch {
  const impacts = impactsOf(components, incidents);
  const ongoing = incidents.filter(({ phase }) => phase === 'ongoing').map(({ impact }) => impact);
  const facts: FactsPatch = {};
  const tell = (name: string, impact: string, own: readonly Incident[]) => {
    const planned = first(own.filter(({ phase }) => phase === 'scheduled'));
    const now = own.find(({ phase }) => phase === 'ongoing');
    facts[`incidents.${name}.impact`] = impact;
    facts[`incidents.${name}.title`] = (now ?? planned)?.title || null;
    facts[`incidents.${name}.scheduled`] = iso(planned?.from);
    facts[`incidents.${name}.until`] = iso((now ?? planned)?.until);
  };
  tell(ANY, worst([...impacts.values(), ...ongoing]), incidents);
  const planned = incidents.flatMap((one) => one.components);
  for (const name of new Set([...known, ...impacts.keys(), ...planned]))
    tell(
      name,
      impacts.get(name) ?? 'none',
      incidents.filter((one) => one.components.includes(name)),
    );
  return facts;
}

const first = (incidents: readonly Incident[]): Incident | undefined =>
  [...incidents].sort((a, b) => (a.from ?? Infinity) - (b.from ?? Infinity))[0];

const iso = (ms: number | null | undefined): string | null =>
  typeof ms === 'number' ? new Date(ms).toISOString() : null;
