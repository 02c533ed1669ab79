import type { Impact, Incident } from '../../state/sources.js';
import type { Adapter, Asked } from '../adapter.js';
import { componentName } from '../components.js';
import { MAX_TITLE, at, list, text, time } from '../values.js';
import { statuspage } from './statuspage.js';

const IMPACT: Readonly<Record<string, Impact>> = {
  degraded_performance: 'minor',
  partial_outage: 'major',
  full_outage: 'critical',
};
const LISTS = ['ongoing_incidents', 'in_progress_maintenances', 'scheduled_maintenances'] as const;

function incident(value: unknown, from: (typeof LISTS)[number], { known }: Asked): Incident[] {
  const title = text(at(value, 'name'), MAX_TITLE);
  if (title === undefined) return [];
  const impact = at(value, 'current_worst_impact');
  const named = typeof impact === 'string' && Object.hasOwn(IMPACT, impact) ? IMPACT[impact]! : 'minor';
  return [
    {
      id: text(at(value, 'id'), MAX_TITLE) ?? title,
      title,
      text: text(at(value, 'last_update_message')) ?? '',
      impact: from === 'ongoing_incidents' ? named : 'maintenance',
      phase: from === 'scheduled_maintenances' ? 'scheduled' : 'ongoing',
      components: (list(at(value, 'affected_components')) ?? [])
        .map((one) => componentName(text(at(one, 'id'), MAX_TITLE), text(at(one, 'name'), MAX_TITLE), known))
        .filter(Boolean),
      updatedAt: time(at(value, 'last_update_at')),
      from: time(at(value, 'starts_at') ?? at(value, 'started_at')),
      until: time(at(value, 'ends_at') ?? at(value, 'scheduled_end_at')),
    },
  ];
}

/** `/api/v1/summary` of incident.io (its widget API), or the summary in Statuspage's form that it serves as well. */
export const incidentIo: Adapter = {
  read(document, asked) {
    const lists = LISTS.map((name) => ({ name, items: list(at(document, name)) }));
    // Both forms have `scheduled_maintenances`.
    if (at(document, 'ongoing_incidents') === undefined) return statuspage.read(document, asked);
    if (!lists[0]!.items) return undefined;
    return {
      incidents: lists.flatMap(({ name, items = [] }) => items.flatMap((one) => incident(one, name, asked))),
    };
  },
};
