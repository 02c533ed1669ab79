import type { Clock } from '../core/clock.js';

/** A stream that breaks this often in a row is left alone: the source is asked as always. */
const MAX_ERRORS = 3;
/** After the first time it breaks; twice as long after each further one. The browser's own way would be as often as the server says. */
const FIRST_WAIT_MS = 1_000;
/** Pages whose stream was closed together do not come back together. */
const JITTER = 0.5;
/** One that held for so long works. */
const STEADY_MS = 60_000;

export interface LiveDeps {
  readonly clock: Clock;
  /** 0 ≤ … < 1. */
  random(): number;
  open(url: string): EventSource;
  readonly url: URL;
  /** Origins that have a stream already: browsers have six connections to some, and the page needs them. */
  readonly taken: Set<string>;
  heard(text: string): void;
  guard(fn: () => void): () => void;
}

export interface Live {
  /** Somebody looks at it, on a page that can be seen. */
  wanted(is: boolean): void;
  stop(): void;
}

/** News as they happen, while somebody looks: a stream that is open keeps a page out of the back/forward cache. */
export function createLive({ clock, random, open, url, taken, heard, guard }: LiveDeps): Live {
  let stream: EventSource | undefined;
  let errors = 0;
  let openedAt = 0;
  let cancel: (() => void) | undefined;
  function close(): void {
    cancel?.();
    cancel = undefined;
    if (!stream) return;
    stream.close();
    stream = undefined;
    taken.delete(url.origin);
  }
  function go(): void {
    cancel = undefined;
    if (taken.has(url.origin)) return;
    try {
      stream = open(url.href);
    } catch {
      // Forbidden here, or not an address.
      errors = MAX_ERRORS;
      return;
    }
    taken.add(url.origin);
    openedAt = clock.now();
    stream.onmessage = ({ data }) => {
      if (typeof data === 'string') heard(data);
    };
    stream.onerror = guard(broken);
  }
  function broken(): void {
    close();
    if (clock.now() - openedAt >= STEADY_MS) errors = 0;
    const wait = FIRST_WAIT_MS * 2 ** errors * (1 + JITTER * random());
    if (++errors < MAX_ERRORS) cancel = clock.after(wait, go);
  }
  return {
    wanted(is) {
      if (!is) close();
      else if (!stream && !cancel && errors < MAX_ERRORS) go();
    },
    stop: close,
  };
}
