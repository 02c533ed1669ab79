import { below } from '../core/pointer.js';
import { real } from '../core/real.js';
import type { Source } from '../config/types.js';
import type { SourceState } from '../state/sources.js';
import { startFromPage } from './from-page.js';
import { startFromUrl, type FromUrl } from './from-url.js';
import type { Sources, SourcesPort } from './port.js';

/** What a page emits where people sign in or out without a new page. */
const ACCOUNT_CHANGED = 'account-changed';

type Fetched = Source & { readonly url: string };
const isFetched = (source: Source): source is Fetched => source.url !== undefined;

/** Follows every source of the config, and tells what it knows as facts and in `$sources`. */
export function startSources(port: SourcesPort): Sources {
  const { window, config, guard, report, stores } = port;
  const document = real(window.document);
  const fromPage: ReturnType<typeof startFromPage>[] = [];
  const fetched = new Map<string, FromUrl>();
  const undo: (() => void)[] = [];
  const streams = new Set<string>();
  const show = (name: string) => (state: SourceState) =>
    stores.$sources.set({ ...stores.$sources.get(), [name]: state });

  // Each on its own: an address that is none leaves the others alone.
  for (const [name, source] of Object.entries(config.sources ?? {})) {
    if (!isFetched(source)) fromPage.push(startFromPage(name, source, port, show(name)));
    else {
      try {
        fetched.set(name, startFromUrl(name, source, port, show(name), streams));
      } catch {
        report(
          'SOURCE_INVALID',
          `${below('/sources', name)}/url`,
          `'${source.url}' is not an address; '${name}' is off.`,
        );
      }
    }
  }

  const look = () => fetched.forEach((one) => one.visible(!document.hidden));
  // Nothing listens where nothing is fetched.
  if (fetched.size > 0) {
    const listen = (target: EventTarget, type: string, heard: (event: Event) => void) => {
      const fn = guard('sources', heard);
      undo.push(() => target.removeEventListener(type, fn));
      guard.always('sources', () => target.addEventListener(type, fn));
    };
    listen(document, 'visibilitychange', look);
    listen(window, 'pageshow', (event) => {
      if ((event as PageTransitionEvent).persisted) fetched.forEach((one) => one.back?.());
      // A page that comes back was hidden, and not every browser says that it is no more.
      look();
    });
    listen(window, 'pagehide', () => fetched.forEach((one) => one.left?.()));
    listen(window, 'online', () => fetched.forEach((one) => one.online()));
    undo.push(
      stores.$followed.subscribe(
        guard('sources', (names: readonly string[]) =>
          fetched.forEach((one, name) => one.followed(names.includes(name))),
        ),
      ),
    );
    guard.run('sources', look);
  }

  return {
    heard: guard('sources', (record: Parameters<Sources['heard']>[0]) => {
      if (record.type === 'facts') for (const one of fromPage) one.heard(record.facts);
      else if (record.event === ACCOUNT_CHANGED) fetched.forEach((one) => one.anew?.());
    }),
    stop() {
      for (const one of [...fromPage, ...fetched.values()]) undo.push(one.stop);
      for (const fn of undo) guard.always('sources', fn);
    },
  };
}
