import type { Clock } from '../../core/clock.js';
import { backOff, MAX_ORDERED_MS } from './waits.js';

/** So often in a row the server has refused: it does not want this. */
const MAX_REFUSALS = 3;
/** A connection that comes and goes does not make requests come more often than this. */
const MIN_GAP_MS = 5_000;
/** Pages that are connected again together do not ask together. */
const SOON_MS = 2_000;

/** When the next request may begin: later after each failure, and not before the server wants it. */
export interface Pace {
  /** In a row. */
  readonly failures: number;
  readonly isRefused: boolean;
  /** Milliseconds from now. */
  readonly waitMs: number;
  /** Of these, what the server has asked for. */
  readonly orderedMs: number;
  begin(): void;
  succeeded(): void;
  failed(orderedMs?: number): void;
  /** Says whether that was once too often: then it is as if the server had asked for an hour. */
  refused(): boolean;
  order(ms: number): void;
  /** There may be a connection again. */
  soon(): void;
}

export function createPace(clock: Clock, random: () => number): Pace {
  let failures = 0;
  let refusals = 0;
  let startedAt = -Infinity;
  let notBefore = -Infinity;
  let ordered = -Infinity;
  const left = (until: number) => Math.max(0, until - clock.now());
  const pace: Pace = {
    get failures() {
      return failures;
    },
    get isRefused() {
      return refusals >= MAX_REFUSALS;
    },
    get waitMs() {
      return left(Math.max(notBefore, ordered));
    },
    get orderedMs() {
      return left(ordered);
    },
    begin: () => void (startedAt = clock.now()),
    succeeded() {
      failures = refusals = 0;
      notBefore = ordered = -Infinity;
    },
    failed(orderedMs) {
      failures++;
      notBefore = startedAt + backOff(failures, random());
      if (orderedMs !== undefined) ordered = clock.now() + orderedMs;
    },
    refused() {
      pace.failed();
      refusals++;
      if (pace.isRefused) pace.order(MAX_ORDERED_MS);
      return pace.isRefused;
    },
    order(ms) {
      ordered = Math.max(ordered, clock.now() + Math.min(ms, MAX_ORDERED_MS));
    },
    soon() {
      notBefore = Math.min(notBefore, Math.max(clock.now() + random() * SOON_MS, startedAt + MIN_GAP_MS));
    },
  };
  return pace;
}
