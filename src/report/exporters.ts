import { startCall } from './call.js';
import { startDataLayer } from './data-layer.js';
import { startEndpoint } from './endpoint/index.js';
import type { Exporter, Stamp } from './exporter.js';
import { startOtlp } from './otlp.js';
import type { ReportPort } from './port.js';

/** Every way out that is named. */
export function startExporters(port: ReportPort, stamp: Stamp, off: ReportPort['off']): readonly Exporter[] {
  const { window, clock, guard, report, to, about } = port;
  const delivery = { ...port, stamp, off };
  const { endpoint, otlp, dataLayer, call } = to;
  const started: (Exporter | undefined)[] = [
    // One that cannot be started is no reason for the others to do without.
    guard.run('report/endpoint', () => (endpoint ? startEndpoint(endpoint, delivery) : undefined)),
    guard.run('report/otlp', () =>
      otlp ? startOtlp(typeof otlp === 'string' ? { url: otlp } : otlp, about.version, delivery) : undefined,
    ),
    dataLayer ? startDataLayer(dataLayer, window, clock) : undefined,
    call === undefined ? undefined : startCall(call, { functions: port.functions, clock, guard, report }),
  ];
  return started.filter((one) => one !== undefined);
}
