import type { Clock } from '../core/clock.js';
import { quietly } from '../core/quietly.js';

/** No source is asked more often, whatever the config says. */
export const MIN_EVERY_MS = 15_000;
/** Longer than a customer stays on a page that does not work. */
const MAX_BACK_OFF_MS = 900_000;
/** A page that says so again and again does not make a storm of requests. */
const MIN_ANEW_MS = 1_000;
/** Pages that were opened together do not ask together. */
const JITTER = 0.1;

export interface Asking {
  readonly ok: boolean;
  /** The server wants to be left alone for this long. */
  readonly waitMs?: number | undefined;
}

export interface PollDeps {
  readonly clock: Clock;
  readonly everyMs: number;
  /** 0 ≤ … < 1. */
  random(): number;
  /** One request; never rejects. */
  ask(abort: AbortController): Promise<Asking>;
}

export interface Poll {
  /** The page can be seen, or not any more: then nothing is asked. */
  visible(is: boolean): void;
  /** Something else has told the news: the next request may wait. */
  heard(): void;
  /** There may be a connection again. */
  soon(): void;
  /** What was asked for is of no use any more: it is asked anew. */
  anew(): void;
  stop(): void;
}

/** Asks again and again while the page can be seen: one request at a time, less often while it goes wrong. */
export function createPoll({ clock, everyMs, random, ask }: PollDeps): Poll {
  const every = Math.max(MIN_EVERY_MS, everyMs);
  let seen = false;
  let failures = 0;
  /** When the next one is due; the first is due at once. */
  let due = -Infinity;
  let startedAt = -Infinity;
  let cancel: (() => void) | undefined;
  let flying: AbortController | undefined;

  function plan(): void {
    cancel?.();
    cancel = undefined;
    if (!seen || flying) return;
    const left = due - clock.now();
    // Already: within the call of whoever has made the page visible.
    if (left <= 0) go().catch(quietly(halt));
    else cancel = clock.after(left, plan);
  }

  async function go(): Promise<void> {
    const abort = (flying = new AbortController());
    startedAt = clock.now();
    const { ok, waitMs = 0 } = await ask(abort);
    if (flying !== abort) return;
    flying = undefined;
    failures = ok ? 0 : failures + 1;
    next(waitMs);
    plan();
  }

  function next(waitMs: number): void {
    const normal = every * (1 + JITTER * (2 * random() - 1));
    // Half of it is chance, so that a service that comes back is not met by everybody at once.
    const longer = Math.min(MAX_BACK_OFF_MS, every * 2 ** failures) * (0.5 + random() / 2);
    due = clock.now() + Math.max(MIN_EVERY_MS, waitMs, failures > 0 ? longer : normal);
  }

  function halt(): void {
    cancel?.();
    cancel = undefined;
    // A request under way would keep the page out of the back/forward cache; it is due again when the page is back.
    const abort = flying;
    flying = undefined;
    abort?.abort();
  }

  return {
    visible(is) {
      if (is === seen) return;
      seen = is;
      if (is) plan();
      else halt();
    },
    heard() {
      failures = 0;
      next(0);
      plan();
    },
    anew() {
      halt();
      due = startedAt + MIN_ANEW_MS;
      plan();
    },
    soon() {
      if (failures === 0) return;
      due = -Infinity;
      plan();
    },
    stop() {
      seen = false;
      halt();
    },
  };
}
