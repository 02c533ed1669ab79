import type { Impact, Incident } from '../../state/sources.js';
import type { Adapter, Asked } from '../adapter.js';
import { asImpact, componentName, type Component } from '../components.js';
import { MAX_TITLE, at, list, text, time } from '../values.js';

/** What Statuspage, and those who speak its language, say of a component. */
const STATUS: Readonly<Record<string, Impact>> = {
  operational: 'none',
  under_maintenance: 'maintenance',
  degraded_performance: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
};
const OVER = ['resolved', 'postmortem', 'completed'];

const named = (value: unknown, { known }: Asked): string =>
  componentName(
    text(at(value, 'id') ?? at(value, 'code'), MAX_TITLE),
    text(at(value, 'name'), MAX_TITLE),
    known,
  );

const impactOf = (status: unknown): Impact =>
  typeof status === 'string' && Object.hasOwn(STATUS, status) ? STATUS[status]! : 'none';

function incident(value: unknown, planned: boolean, asked: Asked): Incident[] {
  const title = text(at(value, 'name'), MAX_TITLE);
  if (title === undefined) return [];
  const status = at(value, 'status');
  const over = OVER.includes(status as string) || time(at(value, 'resolved_at')) !== null;
  // The newest comes first.
  const last = list(at(value, 'incident_updates'))?.[0];
  const touched = list(at(value, 'components')) ?? [];
  const affected = touched.length > 0 ? touched : (list(at(last, 'affected_components')) ?? []);
  const ongoing = planned && status === 'scheduled' ? 'scheduled' : 'ongoing';
  return [
    {
      id: text(at(value, 'id'), MAX_TITLE) ?? title,
      title,
      text: text(at(last, 'body')) ?? '',
      impact: planned ? 'maintenance' : (asImpact(at(value, 'impact')) ?? 'minor'),
      phase: over ? 'resolved' : ongoing,
      components: affected.map((one) => named(one, asked)).filter(Boolean),
      updatedAt: time(at(value, 'updated_at')),
      from:
        time(at(value, 'scheduled_for')) ?? time(at(value, 'started_at')) ?? time(at(value, 'created_at')),
      until: time(at(value, 'scheduled_until')),
    },
  ];
}

/** `/api/v2/summary.json` of Atlassian Statuspage. */
export const statuspage: Adapter = {
  read(document, asked) {
    const parts = list(at(document, 'components'));
    const incidents = list(at(document, 'incidents'));
    const planned = list(at(document, 'scheduled_maintenances')) ?? [];
    if (!parts && !incidents) return undefined;
    return {
      components: (parts ?? []).flatMap((one): Component[] => {
        const name = named(one, asked);
        return name === '' ? [] : [{ name, impact: impactOf(at(one, 'status')) }];
      }),
      incidents: [
        ...(incidents ?? []).flatMap((one) => incident(one, false, asked)),
        ...planned.flatMap((one) => incident(one, true, asked)),
      ],
    };
  },
};
