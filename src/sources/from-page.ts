import type { Source } from '../config/types.js';
import type { FactsRecord } from '../core/records.js';
import type { SourceState } from '../state/sources.js';
import { hostIncidents, hostProgress } from './host.js';
import type { SourcesPort } from './port.js';
import { watchAge } from './age.js';

/** One source that the page itself feeds with `antes.facts()`: nothing is asked, only told on. */
export function startFromPage(
  name: string,
  source: Source,
  port: SourcesPort,
  show: (state: SourceState) => void,
): { heard(facts: FactsRecord['facts']): void; stop(): void } {
  const { clock, config, facts } = port;
  const { kind } = source;
  const age = watchAge(source, port, name, draw);
  let asOf: number | null = null;
  /** An order that stops does not say where; it was seen there. */
  let before: string | undefined;

  function draw(): void {
    const progress = kind === 'incidents' ? undefined : hostProgress(kind, config, facts, before);
    if (progress && progress.current !== -1) before = progress.steps[progress.current]!.id;
    const incidents = kind === 'incidents' ? hostIncidents(source, facts) : [];
    const nothing = kind !== 'incidents' && kind !== 'facts' && progress === undefined;
    const old = asOf !== null && age.isOld(asOf);
    show({ kind, condition: nothing ? 'empty' : old ? 'stale' : 'fresh', asOf, progress, incidents });
  }

  draw();
  return {
    heard(told) {
      if (!Object.keys(told).some((fact) => fact.startsWith(`${kind}.`))) return;
      asOf = clock.wall();
      age.since(asOf);
      draw();
    },
    stop: age.stop,
  };
}
