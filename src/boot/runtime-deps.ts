import type { Config } from '../config/types.js';
import type { Clock } from '../core/clock.js';
import type { Guard } from '../core/guard.js';
import type { Journal } from '../core/journal.js';
import type { Report } from '../core/problems.js';
import type { JournalRecord } from '../core/records.js';
import type { Trace } from '../decide/decide.js';
import type { Engine } from '../engine/engine.js';
import type { HostFunction } from './actions.js';
import type { AntesEvents } from './antes.js';
import type { Asking } from './asking.js';
import type { OfferSource } from './offers.js';
import type { After, Said } from './presence.js';
import type { LoadReport, ReportingDeps } from './reporting.js';
import type { Session } from './session.js';
import type { LoadSources } from './sources.js';
import type { LoadUi } from './ui.js';

/** A record that has not been dated yet. */
export type Body<T> = T extends JournalRecord ? Omit<T, 'at'> : never;

/** What the composition root brings. */
export interface RuntimeDeps {
  readonly window: Window & typeof globalThis;
  readonly config: Config;
  readonly session: Session;
  readonly clock: Clock;
  readonly guard: Guard;
  readonly report: Report;
  readonly functions: ReadonlyMap<string, HostFunction>;
  readonly loadUi: LoadUi;
  readonly loadSources: LoadSources;
  readonly loadReport: LoadReport;
  /** Where outcomes are sent, if the page says so itself. */
  readonly endpoint: string | undefined;
  readonly reporting: Pick<ReportingDeps, 'tab' | 'store' | 'on'>;
  /** Whether consent may still be given. */
  readonly undenied: boolean;
  readonly root: Element;
  readonly debug: boolean;
  /** It takes the place of one on the same page. */
  readonly after: After | undefined;
  /** Does it when its turn comes; see core/turns.ts. */
  turn(work: () => void): void;
  /** What is here is over: begin as a page does that has just been loaded. */
  again(said: Said, history: boolean): void;
  locale(anchor?: string): string;
  /** Addresses that are ours: what becomes of requests to them says nothing of the page. */
  readonly own: Set<string>;
  emit<K extends keyof AntesEvents>(type: K, detail: AntesEvents[K]): void;
}

/** Everything that runs once the config is there. */
export interface Runtime {
  record(body: Body<JournalRecord>): void;
  /** As of the page; see observe/bus.ts. */
  hears(type: string): boolean;
  hear(event: Event): void;
  why(trigger?: string): readonly Trace[];
  journal(): Journal;
  /** For the inspector: the engine itself, which is to be worked only inside of `pass`. */
  readonly engine: Engine;
  pass(work: () => void): void;
  /** Shows something; with a number below 0, nobody is told. */
  present(source: OfferSource): void;
  /** The offer that comes of it, if there is such a content. */
  open(content?: string): number | undefined;
  readonly ask: Asking['ask'];
  mute(duration?: string | null): void;
  save(): void;
  /** What is stored may have become readable, or have changed: it counts from now on. */
  recall(): void;
  /** The page has been written anew. */
  renew(): void;
  /** Consent has been given, or was withdrawn. */
  consent(): void;
  stop(): void;
}
