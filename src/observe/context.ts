import type { Clock } from '../core/clock.js';
import type { Guard } from '../core/guard.js';
import type { Report } from '../core/problems.js';
import type { JournalRecord } from '../core/records.js';
import type { Bus } from './bus.js';
import type { Dom } from './dom.js';
import type { Mutations } from './mutations.js';
import type { Names } from './names.js';
import type { Route } from './route.js';

export interface ObserveOptions {
  /** Subtrees that give no records and whose changes answer no press. */
  readonly ignoreSelectors: readonly string[];
  /** Path patterns of requests that answer nothing; see `matchesUrl`. */
  readonly ignoreUrls: readonly string[];
  matchesUrl(pattern: string, path: string): boolean;
  /** Steps known by a selector; ids as `journey/step`. */
  readonly steps: readonly { readonly id: string; readonly selector: string }[];
  /** Selectors of the controls that complete a step. */
  readonly commits: readonly string[];
  /** Requests of Antes itself. */
  ownUrl(url: string): boolean;
}

export interface ObserveDeps {
  readonly window: Window & typeof globalThis;
  readonly clock: Clock;
  readonly guard: Guard;
  /** Session time in whole milliseconds: the `at` of every record. */
  now(): number;
  /** Takes records, in order. */
  feed(record: JournalRecord): void;
  nextPress(): number;
  readonly report: Report;
  readonly options: ObserveOptions;
}

/** What the sources share: made once per start, by index.ts. */
export interface Context extends ObserveDeps {
  readonly dom: Dom;
  readonly bus: Bus;
  readonly names: Names;
  readonly mutations: Mutations;
  readonly route: Route;
  /** Antes' own elements, and what the page or the config asks to leave alone. */
  ignored(node: Node): boolean;
  /** Calls `fn` with every record that is fed, after it was. */
  watch(fn: (record: JournalRecord) => void): () => void;
  /** A timer under guard; returns its cancel. */
  later(part: string, ms: number, fn: () => void): () => void;
}
