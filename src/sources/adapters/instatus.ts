import type { Impact, Incident } from '../../state/sources.js';
import type { Adapter, Asked } from '../adapter.js';
import { componentName, type Component } from '../components.js';
import { MAX_TITLE, at, list, text, time } from '../values.js';

const IMPACT: Readonly<Record<string, Impact>> = {
  OPERATIONAL: 'none',
  UNDERMAINTENANCE: 'maintenance',
  DEGRADEDPERFORMANCE: 'minor',
  MINOROUTAGE: 'minor',
  PARTIALOUTAGE: 'major',
  MAJOROUTAGE: 'critical',
};
const MINUTE_MS = 60_000;

const impactOf = (word: unknown, otherwise: Impact): Impact =>
  typeof word === 'string' && Object.hasOwn(IMPACT, word) ? IMPACT[word]! : otherwise;

function base(value: unknown): Pick<Incident, 'id' | 'title' | 'text' | 'updatedAt'> | undefined {
  const title = text(at(value, 'name'), MAX_TITLE);
  return title === undefined
    ? undefined
    : {
        id: text(at(value, 'id'), MAX_TITLE) ?? title,
        title,
        text: '',
        updatedAt: time(at(value, 'updatedAt')),
      };
}

function incident(value: unknown, components: readonly string[]): Incident[] {
  const told = base(value);
  const over = at(value, 'status') === 'RESOLVED';
  return told
    ? [
        {
          ...told,
          impact: impactOf(at(value, 'impact'), 'minor'),
          phase: over ? 'resolved' : 'ongoing',
          components,
          from: time(at(value, 'started')),
          until: null,
        },
      ]
    : [];
}

function maintenance(value: unknown): Incident[] {
  const told = base(value);
  const status = at(value, 'status');
  const from = time(at(value, 'start'));
  // A length in minutes, as a number or as a text.
  const minutes = Number(text(at(value, 'duration')) ?? NaN);
  const before = status === 'NOTSTARTEDYET' ? 'scheduled' : 'ongoing';
  return told
    ? [
        {
          ...told,
          impact: 'maintenance',
          phase: status === 'COMPLETED' ? 'resolved' : before,
          components: [],
          from,
          // A duration may lead beyond all dates.
          until: from !== null && minutes > 0 ? time(from + minutes * MINUTE_MS) : null,
        },
      ]
    : [];
}

function componentsOf(document: unknown, { known }: Asked): Component[] {
  return (list(at(document, 'components')) ?? []).flatMap((one): Component[] => {
    const name = componentName(text(at(one, 'id'), MAX_TITLE), text(at(one, 'name'), MAX_TITLE), known);
    return name === '' ? [] : [{ name, impact: impactOf(at(one, 'status'), 'none') }];
  });
}

/**
 * `/summary.json` of Instatus, which does not say what an incident affects; `/v3/components.json` does, by how each
 * component is now. What is wrong is then taken for the incident's.
 */
export const instatus: Adapter = {
  second: 'v3/components.json',
  read(document, asked, second) {
    const page = at(document, 'page');
    const incidents = list(at(document, 'activeIncidents')) ?? [];
    const planned = list(at(document, 'activeMaintenances')) ?? [];
    if (at(page, 'status') === undefined && at(document, 'activeIncidents') === undefined) return undefined;
    const components = componentsOf(second, asked);
    const affected = components.filter(({ impact }) => impact !== 'none').map(({ name }) => name);
    return {
      components,
      incidents: [
        ...incidents.flatMap((one) => incident(one, affected)),
        ...planned.flatMap((one) => maintenance(one)),
      ],
    };
  },
};
