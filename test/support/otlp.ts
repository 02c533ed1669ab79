import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Message {
  fromObject(value: object): unknown;
  verify(value: object): string | null;
  encode(message: unknown): { finish(): Uint8Array };
  decode(bytes: Uint8Array): unknown;
  toObject(message: unknown, options: object): Record<string, unknown>;
}

/** The official definitions, as the JavaScript SDK of OpenTelemetry uses them. */
const root = createRequire(import.meta.url)(
  '../../node_modules/@opentelemetry/otlp-transformer/build/src/generated/root.js',
) as { opentelemetry: { proto: { collector: { logs: { v1: { ExportLogsServiceRequest: Message } } } } } };
const { ExportLogsServiceRequest } = root.opentelemetry.proto.collector.logs.v1;

export interface AnyValue {
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly intValue?: string;
  readonly doubleValue?: number;
}
export interface LogRecord {
  readonly timeUnixNano: string;
  readonly observedTimeUnixNano: string;
  readonly severityNumber: string;
  readonly severityText: string;
  readonly eventName: string;
  readonly attributes: readonly { key: string; value: AnyValue }[];
  readonly body?: unknown;
}
export interface ResourceLogs {
  readonly resource: { attributes: readonly { key: string; value: AnyValue }[] };
  readonly scopeLogs: readonly {
    scope: { name: string; version: string };
    logRecords: readonly LogRecord[];
  }[];
}

/** Every name in it, and the types that the definitions give to names alike. */
function names(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) names(item, found);
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) {
      found.add(name);
      names(member, found);
    }
  return found;
}

/**
 * What a receiver makes of a body: through the binary form and back. Throws at what is not in the definitions; they
 * would pass over a name that they do not know.
 */
export function receiveLogs(body: string): readonly ResourceLogs[] {
  const json = JSON.parse(body) as object;
  const message = ExportLogsServiceRequest.fromObject(json);
  const problem = ExportLogsServiceRequest.verify(message as object);
  if (problem !== null) throw new Error(problem);
  const decoded = ExportLogsServiceRequest.decode(ExportLogsServiceRequest.encode(message).finish());
  const object = ExportLogsServiceRequest.toObject(decoded, { longs: String, enums: String });
  const kept = names(object);
  for (const name of names(json)) if (!kept.has(name)) throw new Error(`OTLP does not know '${name}'`);
  return (object['resourceLogs'] ?? []) as ResourceLogs[];
}

export const valueOf = (value: AnyValue): unknown =>
  value.stringValue ??
  value.boolValue ??
  (value.intValue === undefined ? value.doubleValue : Number(value.intValue));
export const attributesOf = (
  attributes: readonly { key: string; value: AnyValue }[],
): Record<string, unknown> => Object.fromEntries(attributes.map(({ key, value }) => [key, valueOf(value)]));

/** A receiver of OTLP over HTTP, as the specification has it, that rejects what it is told to. */
export async function otlpReceiver() {
  const received: ResourceLogs[] = [];
  const preflights: string[] = [];
  const problems: string[] = [];
  const receiver = { url: '', received, preflights, problems, reject: 0, headers: [] as unknown[], close };
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    if (request.method === 'OPTIONS') {
      preflights.push(String(request.headers['access-control-request-headers']));
      response.setHeader('access-control-allow-headers', 'content-type, x-key');
      return response.writeHead(204).end();
    }
    receiver.headers.push(request.headers);
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      try {
        if (request.url !== '/v1/logs' || request.headers['content-type'] !== 'application/json')
          throw new Error(`${request.url} ${request.headers['content-type']}`);
        received.push(...receiveLogs(body));
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify({
            partialSuccess: receiver.reject
              ? { rejectedLogRecords: String(receiver.reject), errorMessage: 'no' }
              : {},
          }),
        );
      } catch (error) {
        problems.push(String(error));
        response.writeHead(400).end();
      }
    });
    return undefined;
  });
  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/logs`;
  return receiver;
}
