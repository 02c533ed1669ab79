import { LEAVING_MS } from '../core/leaving.js';
import type { Sources, SourcesModule, SourcesPort } from '../sources/port.js';

/** Brings the sources: like the widgets, they are somewhere else for the script tag, for npm, and in the one-file build. */
export type LoadSources = () => Promise<SourcesModule>;

/** Follows the sources of the config; where there are none, their code is not even fetched. */
export function startLazySources(load: LoadSources, port: SourcesPort): Sources {
  let sources: Sources | undefined;
  let stopped = false;
  if (port.config.sources)
    load().then(
      port.guard('sources', (module) => {
        if (!stopped) sources = module.startSources(port);
      }),
      () =>
        port.clock.after(LEAVING_MS, () => {
          if (!stopped) port.report('PART_FAILED', 'sources', 'They could not be loaded; all else goes on.');
        }),
    );
  return {
    heard: (record) => sources?.heard(record),
    stop() {
      stopped = true;
      sources?.stop();
    },
  };
}
