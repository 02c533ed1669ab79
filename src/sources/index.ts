import { below } from '../core/pointer.js';
import { real } from '../core/real.js';
import type { Source } from '../config/types.js';
import type { FactsRecord } from '../core/records.js';
import type { SourceState } from '../state/sources.js';
import { startFromPage } from './from-page.js';
import { startFromUrl, type FromUrl } from './from-url.js';
import type { Sources, SourcesPort } from './port.js';

type Fetched = Source & { readonly url: string };
const isFetched = (source: Source): source is Fetched => source.url !== undefined;

/** Follows every source of the config, and tells what it knows as facts and in `$sources`. */
export function startSources(port: SourcesPort): Sources {
  const { window, config, guard, report, stores } = port;
  const document = real(window.document);
  const fromPage: ReturnType<typeof startFromPage>[] = [];
  const fetched = new Map<string, FromUrl>();
  const undo: (() => void)[] = [];
  const show = (name: string) => (state: SourceState) =>
    stores.$sources.set({ ...stores.$sources.get(), [name]: state });

  // Each on its own: an address that is none leaves the others alone.
  for (const [name, source] of Object.entries(config.sources ?? {})) {
    if (!isFetched(source)) fromPage.push(startFromPage(name, source, port, show(name)));
    else {
      try {
        fetched.set(name, startFromUrl(name, source, port, show(name)));
      } catch {
        report(
          'SOURCE_INVALID',
          `${below('/sources', name)}/url`,
          `'${source.url}' is not an address; '${name}' is off.`,
        );
      }
    }
  }

  const look = guard('sources', () => {
    for (const one of fetched.values()) one.visible(!document.hidden);
  });
  // Nothing listens where nothing is fetched.
  if (fetched.size > 0) {
    const listen = (target: EventTarget, type: string, fn: () => void) => {
      target.addEventListener(type, fn);
      undo.push(() => target.removeEventListener(type, fn));
    };
    listen(document, 'visibilitychange', look);
    // A page that comes back from the back/forward cache was hidden, and not every browser says that it is no more.
    listen(window, 'pageshow', look);
    listen(
      window,
      'online',
      guard('sources', () => fetched.forEach((one) => one.online())),
    );
    undo.push(
      stores.$followed.subscribe(
        guard('sources', (names: readonly string[]) =>
          fetched.forEach((one, name) => one.followed(names.includes(name))),
        ),
      ),
    );
    look();
  }

  return {
    heard: guard('sources', (facts: FactsRecord['facts']) => fromPage.forEach((one) => one.heard(facts))),
    stop() {
      for (const one of [...fromPage, ...fetched.values()]) one.stop();
      for (const fn of undo) fn();
    },
  };
}
