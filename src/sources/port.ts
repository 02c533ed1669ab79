import type { Config } from '../config/types.js';
import type { Clock } from '../core/clock.js';
import type { Guard } from '../core/guard.js';
import type { Lookup } from '../core/matcher.js';
import type { Report } from '../core/problems.js';
import type { FactsRecord, HostRecord } from '../core/records.js';
import type { Stores } from '../state/stores.js';

/** What boot gives to the sources. */
export interface SourcesPort {
  readonly window: Window & typeof globalThis;
  readonly config: Config;
  readonly clock: Clock;
  readonly guard: Guard;
  readonly report: Report;
  readonly stores: Pick<Stores, '$sources' | '$followed'>;
  /** Addresses that are ours: what becomes of requests to them says nothing of the page. */
  readonly own: Set<string>;
  /** What is known now. */
  readonly facts: Lookup;
  /** From now on this is known. */
  tell(facts: FactsRecord['facts']): void;
}

export interface Sources {
  /** Facts have been told, by the page or by us; or something has happened. */
  heard(record: FactsRecord | HostRecord): void;
  stop(): void;
}

/** The one thing that boot calls of this room, which it fetches only where the config has sources. */
export interface SourcesModule {
  startSources(port: SourcesPort): Sources;
}
