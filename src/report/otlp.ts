import { plainJson } from '../core/plain-json.js';
import type { ReadBody } from './endpoint/answer.js';
import { startDelivery, type DeliveryPort } from './endpoint/delivery.js';
import type { Encoder } from './endpoint/transport.js';
import { utf8Length } from './endpoint/utf8-length.js';
import type { WireEvent } from './events.js';
import type { Exporter } from './exporter.js';
import { OTLP_OUTBOX_KEY } from './keys.js';

/** By the data model of logs. */
const INFO = { severityNumber: 9, severityText: 'INFO' };
const WARN = { severityNumber: 13, severityText: 'WARN' };
/** What OpenTelemetry says for a service without a name. */
const NO_NAME = 'unknown_service';

export interface OtlpOptions {
  /** Of the logs signal: what ends in `/v1/logs`. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** `service.name`. */
  readonly service?: string | undefined;
}

/** What all events of this page have in common. */
export interface OtlpResource {
  readonly service?: string | undefined;
  /** Of Antes. */
  readonly version: string;
  /** Primary language of the browser, without a region. */
  readonly language?: string | undefined;
  /** As the browser itself says it, where it does. */
  readonly mobile?: boolean | undefined;
}

/** Events in OTLP/JSON, as log records by the conventions for events: a name, attributes, no body. */
export function otlpEncoder({ service = NO_NAME, version, language, mobile }: OtlpResource): Encoder {
  const resource = {
    attributes: attributes({
      'service.name': service,
      'telemetry.sdk.name': 'antes',
      'telemetry.sdk.language': 'webjs',
      'telemetry.sdk.version': version,
      'browser.language': language,
      'browser.mobile': mobile,
    }),
  };
  const scope = { name: 'antes', version };
  return {
    encode: (events, sent) =>
      plainJson({
        resourceLogs: [
          { resource, scopeLogs: [{ scope, logRecords: events.map((event) => logRecord(event, sent)) }] },
        ],
      }),
    // And a comma.
    size: (event) => utf8Length(plainJson(logRecord(event, event.at))) + 1,
  };
}

/** Fields that have a place of their own in a log record. */
const PLACED: ReadonlySet<string> = new Set(['antes', 'type', 'at', 'sid', 'visit']);

function logRecord(event: WireEvent, sent: number): object {
  const { antes, type, at, sid, visit } = event;
  const rest = Object.entries(event).filter(([name]) => !PLACED.has(name));
  return {
    timeUnixNano: nanoseconds(at),
    // Seen by us in the moment it happened.
    observedTimeUnixNano: nanoseconds(at),
    ...(type === 'problem' ? WARN : INFO),
    eventName: `antes.${type}`,
    attributes: attributes({
      'session.id': visit,
      'antes.vocabulary': antes,
      'antes.stream': sid,
      'antes.sent': sent,
      ...flat('antes', rest),
    }),
  };
}

/** What is in something has the name of that before its own. */
function flat(prefix: string, fields: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, value] of fields) {
    const full = `${prefix}.${name}`;
    if (typeof value === 'object' && value !== null) Object.assign(found, flat(full, Object.entries(value)));
    else found[full] = value;
  }
  return found;
}

const attributes = (values: Readonly<Record<string, unknown>>) =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({ key, value: anyValue(value) }));

function anyValue(value: unknown): object {
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number')
    // 64-bit integers are texts in the JSON of protobuf.
    return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  return { stringValue: String(value) };
}

/** More digits than a number holds. */
const nanoseconds = (ms: number) => `${Math.round(ms)}000000`;

/** `{}` or `{"partialSuccess": {…}}`; what was rejected must not be sent again. */
export const readExportResponse: ReadBody = (body) => {
  const keys = Object.keys(body);
  if (keys.length > 1 || (keys.length === 1 && keys[0] !== 'partialSuccess')) return undefined;
  const { rejectedLogRecords } = (body['partialSuccess'] ?? {}) as { rejectedLogRecords?: unknown };
  const rejected = Number(rejectedLogRecords ?? 0);
  return { kind: 'accepted', rejected: Number.isSafeInteger(rejected) && rejected > 0 ? rejected : 0 };
};

/** Reports to an OpenTelemetry Collector, or to whatever else takes OTLP over HTTP. */
export function startOtlp(
  { url, headers, service }: OtlpOptions,
  version: string,
  port: DeliveryPort,
): Exporter {
  const { navigator } = port.window;
  const { userAgentData } = navigator as { userAgentData?: { mobile?: unknown } };
  const mobile = userAgentData?.mobile;
  return startDelivery(port, {
    url,
    type: 'application/json',
    headers,
    encoder: otlpEncoder({
      service,
      version,
      language: navigator.language?.split('-')[0],
      mobile: typeof mobile === 'boolean' ? mobile : undefined,
    }),
    readBody: readExportResponse,
    key: OTLP_OUTBOX_KEY,
    path: '/report/otlp',
  });
}
