import type { Config } from '../config/types.js';
import type { Clock } from '../core/clock.js';
import { INSPECT_KEY } from '../core/stored-keys.js';
import type { Guard } from '../core/guard.js';
import type { Report } from '../core/problems.js';
import type { Antes, StartOptions } from './antes.js';
import type { Runtime } from './runtime-deps.js';
import type { Store } from './storage.js';

export type Tuned = { -readonly [K in keyof StartOptions]: StartOptions[K] };

/** What the inspector gets of a page beside its instance. Not public: it changes with the inspector. */
export interface Inspected {
  readonly antes: Antes;
  /** Where the configuration came from. */
  readonly source: Config | string;
  /** As they were given to `start`; what is changed here counts from the next `use`. */
  readonly options: Tuned;
  readonly clock: Clock;
  readonly guard: Guard;
  readonly report: Report;
  /** What lasts as long as this tab, and longer; to be written to only where that is allowed. */
  readonly tab: Store;
  readonly browser: Store;
  /** Whether anything may be stored. */
  allowed(): boolean;
  /** What is to be done when Antes stops. */
  readonly cleanup: (() => void)[];
  /** Another one after `use`, and after the page was written anew. */
  runtime(): Runtime | undefined;
  /** Goes on with this configuration, as the next page of the visit would. */
  use(config: unknown): void;
}

export interface InspectorModule {
  startInspector(inspected: Inspected): void;
}
export type LoadInspector = () => Promise<InspectorModule>;

/** The developer's own machine. */
const LOCAL = ['localhost', '*.localhost', '127.0.0.1', '[::1]'];

/**
 * Whether this is a place where the inspector may open, and the address asks for it, or the page before: that is looked
 * up in no storage elsewhere, and in none without consent.
 */
export const inspectsHere = (
  { search, hostname }: Location,
  config: Config,
  { debug }: Tuned,
  tab: Pick<Store, 'read'> | false,
): boolean =>
  (debug ||
    (config.policy?.inspector ?? LOCAL).some((host) =>
      host[0] === '*' ? hostname.endsWith(host.slice(1)) : host === hostname,
    )) &&
  (/[?&]antes=inspect\b/.test(search) || !!(tab && tab.read(INSPECT_KEY)));

/** Resolves when it is open, or told why it is not. */
export const createInspect = (load: LoadInspector, inspected: Inspected) => (): Promise<void> =>
  Promise.resolve()
    .then(load)
    .then(({ startInspector }) => startInspector(inspected))
    .catch(() => void inspected.report('UI_FAILED', 'inspect', 'The inspector could not be opened.'));
