/** Documents as the services send them, with what does not matter left out. */
export const statuspageSummary = {
  page: { id: 'p', name: 'Shop', url: 'https://status.example', updated_at: '2026-11-30T10:40:00.123Z' },
  components: [
    { id: 'b13yz5g2cw10', name: 'Payments API', status: 'partial_outage', group: false },
    { id: '8kbf7d35c070', name: 'Website', status: 'operational', group: false },
    { id: 'vtnh60py4yd7', name: 'Delivery', status: 'operational', group: false },
  ],
  incidents: [
    {
      id: 'i1',
      name: 'Card payments are slow',
      status: 'identified',
      impact: 'minor',
      started_at: '2026-11-30T10:12:00.000-00:00',
      created_at: '2026-11-30T10:13:00Z',
      updated_at: '2026-11-30T10:40:00Z',
      resolved_at: null,
      components: [{ id: 'b13yz5g2cw10', name: 'Payments API', status: 'partial_outage' }],
      incident_updates: [{ status: 'identified', body: 'A bank is slow.\nWe are on it.' }],
    },
    { id: 'i0', name: 'Over', status: 'resolved', impact: 'critical', components: [{ name: 'Website' }] },
  ],
  scheduled_maintenances: [
    {
      id: 'm1',
      name: 'New sorting centre',
      status: 'scheduled',
      impact: 'maintenance',
      scheduled_for: '2026-12-01T02:00:00Z',
      scheduled_until: '2026-12-01T04:00:00Z',
      incident_updates: [
        {
          body: 'Parcels wait for two hours.',
          affected_components: [{ code: 'vtnh60py4yd7', name: 'Delivery' }],
        },
      ],
    },
    {
      id: 'm2',
      name: 'Website moves',
      status: 'in_progress',
      scheduled_for: '2026-11-30T10:00:00Z',
      scheduled_until: '2026-11-30T11:00:00Z',
      components: [{ id: '8kbf7d35c070', name: 'Website' }],
    },
  ],
  status: { indicator: 'minor', description: 'Partial outage' },
};

export const incidentIoSummary = {
  page_title: 'Shop',
  page_url: 'https://status.example',
  ongoing_incidents: [
    {
      id: '01FCNDV6P870EA6S7TK1DSYDG0',
      name: 'Card payments fail',
      status: 'investigating',
      url: 'https://status.example/incidents/1',
      last_update_at: '2026-11-30T10:40:57.801578Z',
      last_update_message: 'We are looking into it.',
      current_worst_impact: 'full_outage',
      affected_components: [{ id: 'c1', name: 'Payments', group_name: 'Shop' }],
    },
  ],
  in_progress_maintenances: [
    {
      id: '2',
      name: 'Website moves',
      status: 'maintenance_in_progress',
      last_update_at: '2026-11-30T10:00:00Z',
      last_update_message: '',
      started_at: '2026-11-30T10:00:00Z',
      scheduled_end_at: '2026-11-30T11:00:00Z',
      affected_components: [{ id: 'c2', name: 'Website' }],
    },
  ],
  scheduled_maintenances: [
    {
      id: '3',
      name: 'Night works',
      status: 'maintenance_scheduled',
      starts_at: '2026-12-01T02:00:00Z',
      ends_at: '2026-12-01T04:00:00Z',
      affected_components: [{ id: 'c1', name: 'Payments' }],
    },
  ],
};

export const instatusSummary = {
  page: { name: 'Shop', url: 'https://status.example', status: 'HASISSUES' },
  activeIncidents: [
    {
      id: 'cl1',
      name: 'Cards are declined',
      started: '2026-11-30T10:12:00.000Z',
      status: 'INVESTIGATING',
      impact: 'MAJOROUTAGE',
      url: 'https://status.example/cl1',
      updatedAt: '2026-11-30T10:40:00.000Z',
    },
  ],
  activeMaintenances: [
    {
      id: 'cl2',
      name: 'Night works',
      start: '2026-12-01T02:00:00.000Z',
      status: 'NOTSTARTEDYET',
      duration: '120',
    },
  ],
};
export const instatusComponents = {
  components: [
    { id: 'cm1', name: 'Payments', status: 'MAJOROUTAGE', group: null },
    { id: 'cm2', name: 'Website', status: 'OPERATIONAL', group: { id: 'g', name: 'Shop' } },
  ],
};

export const nativeOrder = {
  id: 'TJ-104233',
  state: 'shipped',
  eta: '2026-12-02',
  steps: [
    { id: 'placed', at: '2026-11-29T09:00:00Z' },
    { id: 'packed', at: '2026-11-29T15:30:00Z', label: 'Wrapped in straw' },
    { id: 'shipped', at: '2026-11-30T08:00:00Z', text: 'Left Seville' },
    'out-for-delivery',
    'delivered',
  ],
};
