import { closed, flag, named, prop, ref, text, type Defs } from './build.js';

/** Where outcomes go. */
export const report: Defs = {
  ReportUrl: {
    title: 'An address that takes outcomes',
    description: 'An address with `https:`, or a path of the site itself.',
    type: 'string',
    pattern: '^(https?:\\/\\/[^\\s\\/]+\\S*|\\/\\S*)$',
    maxLength: 2000,
    examples: ['/antes/events', 'https://collect.example.com/antes'],
  },
  Report: closed(
    'Report',
    'Where outcomes are reported to, once consent is given. Several at once are possible; without any, nothing is sent.',
    {
      endpoint: prop(
        'Endpoint',
        'Takes the events by POST, one JSON object a line. `options.endpoint` and `data-endpoint` go first.',
        ref('ReportUrl'),
        { examples: ['/antes/events'] },
      ),
      otlp: prop(
        'OpenTelemetry',
        'Takes the events as OpenTelemetry logs (OTLP/HTTP in JSON): the address of a Collector, with `/v1/logs`.',
        { anyOf: [ref('ReportUrl'), ref('Otlp')] },
        { examples: ['https://otel.example.com/v1/logs'] },
      ),
      dataLayer: prop(
        'Data layer',
        '`true`: events are pushed to `window.dataLayer`. A text: to the array of that name.',
        { anyOf: [flag, { type: 'string', pattern: '^[A-Za-z_$][A-Za-z0-9_$]{0,79}$' }] },
        { default: false },
      ),
      call: prop('Function', 'A function of the page that is called with each event.', ref('Name'), {
        examples: ['analytics.antes'],
      }),
      sample: prop('Sample', 'The share of visitors whose visits are reported.', ref('Share'), {
        default: 1,
      }),
    },
    [],
    { examples: [{ endpoint: '/antes/events' }] },
  ),
  Otlp: closed(
    'An OpenTelemetry receiver',
    'Where logs are taken, and what goes with them.',
    {
      url: prop('Address', 'Of the receiver, with `/v1/logs`.', ref('ReportUrl'), {
        examples: ['https://otel.example.com/v1/logs'],
      }),
      headers: named(
        'Headers',
        'Sent with each request. Everybody can read them: no secrets. They cost a preflight request.',
        text,
        undefined,
        [{ 'x-tenant': 'shop' }],
      ),
      service: prop('Service', 'The name of the site among your services.', text, {
        default: 'unknown_service',
      }),
    },
    ['url'],
    { examples: [{ url: 'https://otel.example.com/v1/logs', service: 'shop' }] },
  ),
};
