// @ts-check

/**
 * The state of the shop in the summary format of Statuspage, which status services and monitors read.
 * @param {{ incident: boolean, since: number, now: number, origin: string, t: (key: string) => string }} deps
 */
export function statusSummary({ incident, since, now, origin, t }) {
  const page = {
    id: 'tinaja',
    name: 'Tinaja',
    url: `${origin}/status`,
    time_zone: 'Europe/Madrid',
    updated_at: iso(incident ? since : now),
  };
  const component = (
    /** @type {string} */ id,
    /** @type {string} */ name,
    /** @type {number} */ position,
    bad = false,
  ) => ({
    id,
    name,
    position,
    status: bad ? 'degraded_performance' : 'operational',
    created_at: iso(0),
    updated_at: iso(bad ? since : 0),
    description: t(`status.components.${id}`),
    showcase: true,
    start_date: null,
    group_id: null,
    page_id: page.id,
    group: false,
    only_show_if_degraded: false,
  });
  const payments = component('payments', 'Payments', 2, incident);
  const components = [component('website', 'Website', 1), payments, component('delivery', 'Delivery', 3)];
  const told = {
    id: `card-slow-${since}`,
    name: t('status.incident.title'),
    status: 'identified',
    impact: 'minor',
    shortlink: `${origin}/status`,
    page_id: page.id,
    started_at: iso(since),
    created_at: iso(since),
    updated_at: iso(since),
    monitoring_at: null,
    resolved_at: null,
    components: [payments],
    incident_updates: [
      {
        id: `card-slow-${since}-1`,
        incident_id: `card-slow-${since}`,
        status: 'identified',
        body: t('status.incident.body'),
        created_at: iso(since),
        updated_at: iso(since),
        display_at: iso(since),
        affected_components: [
          {
            code: 'payments',
            name: 'Payments',
            old_status: 'operational',
            new_status: 'degraded_performance',
          },
        ],
      },
    ],
  };
  return {
    page,
    components,
    incidents: incident ? [told] : [],
    scheduled_maintenances: [],
    status: {
      indicator: incident ? 'minor' : 'none',
      description: t(incident ? 'status.minor' : 'status.none'),
    },
  };
}

/** @param {number} at */
const iso = (at) => new Date(at).toISOString();
