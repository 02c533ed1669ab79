import type { HostFunction } from '../boot/actions.js';
import type { Store } from '../boot/storage.js';
import type { Config, Report as ReportTo } from '../config/types.js';
import type { Clock } from '../core/clock.js';
import type { Guard } from '../core/guard.js';
import type { Report } from '../core/problems.js';
import type { VisitBody } from './events.js';
import type { Heard } from './heard.js';

/** What boot gives to reporting, once it may be. */
export interface ReportPort {
  readonly window: Window & typeof globalThis;
  readonly config: Config;
  /** Where to. */
  readonly to: ReportTo;
  readonly clock: Clock;
  readonly guard: Guard;
  readonly report: Report;
  readonly functions: ReadonlyMap<string, HostFunction>;
  /** Addresses that are ours: what becomes of requests to them says nothing of the page. */
  readonly own: Set<string>;
  /** What outlasts the visit. */
  readonly store: Store;
  readonly visit: string;
  /** For what belongs together. */
  newId(): string;
  readonly about: Pick<VisitBody, 'version' | 'device' | 'lang' | 'holdout'>;
  /** What an earlier page of this tab has kept. */
  readonly kept: unknown;
  /** Whether there still is consent: it may have been withdrawn in another tab. */
  may(): boolean;
  /** Whether later pages of this tab have gone on from here. */
  overtaken(): boolean;
  /** These triggers do harm, and no others. */
  off(triggers: readonly string[]): void;
}

export interface Reports {
  heard(heard: readonly Heard[]): void;
  /** What the next page of this tab goes on from. Plain data. */
  kept(): unknown;
  /** The page is hidden, or left. */
  leave(): void;
  /** It has come back, and goes on unless other pages of this tab have: then it is stopped within a moment. */
  restored(): void;
  forget(): void;
  stop(): void;
}

/** The one thing that boot calls of this room, which it fetches only with consent and where there is somebody to report to. */
export interface ReportModule {
  startReport(port: ReportPort): Reports;
}
