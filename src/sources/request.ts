import type { Clock } from '../core/clock.js';
import { inTime } from '../core/in-time.js';
import { quietly } from '../core/quietly.js';
import type { ProblemCode } from '../core/problems.js';
import { MAX_BYTES, readLimited } from '../core/read-limited.js';

/** Slower than this, the customer is better told that it is not known. */
const TIMEOUT_MS = 5_000;
/** What a server asks us to wait is believed within these bounds. */
const MIN_WAIT_MS = 1_000;
const MAX_WAIT_MS = 3_600_000;

/** What became of one request. */
export type Outcome =
  | { readonly kind: 'read'; readonly document: unknown; readonly tag: string | undefined }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unauthorised' }
  | {
      readonly kind: 'failed';
      readonly code: ProblemCode;
      readonly message: string;
      readonly waitMs?: number | undefined;
    };

export interface Requesting {
  readonly url: URL;
  /** Origin of the page. */
  readonly origin: string;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  /** Calls it off. */
  readonly signal: AbortSignal;
  /** What it was tagged with when it was last read. */
  readonly tag?: string | undefined;
  /** There need not be one: `404` is an answer. */
  readonly optional: boolean;
}

/** Asks once: at most 256 KiB, within 5 s. Never rejects. */
export async function request(asked: Requesting): Promise<Outcome> {
  const { url, clock, signal } = asked;
  const abort = new AbortController();
  const callOff = quietly(() => abort.abort());
  signal.addEventListener('abort', callOff);
  const unreachable = (why: string) => failed('SOURCE_UNREACHABLE', `${url.pathname} ${why}`);
  const late = unreachable(`did not answer within ${TIMEOUT_MS / 1_000} s`);
  const outcome = await inTime(clock, TIMEOUT_MS, abort, late, () =>
    answered({ ...asked, signal: abort.signal }).catch(() => unreachable('could not be reached')),
  );
  signal.removeEventListener('abort', callOff);
  return outcome;
}

const failed = (code: ProblemCode, what: string, waitMs?: number): Outcome => ({
  kind: 'failed',
  code,
  message: `${what}; what is known is kept, and it is asked again later.`,
  waitMs,
});

async function answered({ url, origin, clock, fetch, signal, tag, optional }: Requesting): Promise<Outcome> {
  const own = url.origin === origin;
  const response = await fetch(url.href, {
    signal,
    // A cookie of another site is none of our business, nor ours of theirs.
    credentials: own ? 'same-origin' : 'omit',
    referrerPolicy: own ? 'same-origin' : 'no-referrer',
    // The browser asks by itself whether what it has is still good. Named tags would make another site's server
    // be asked twice (CORS).
    cache: 'no-cache',
    headers:
      own && tag !== undefined
        ? { accept: 'application/json', 'if-none-match': tag }
        : { accept: 'application/json' },
  });
  const { status } = response;
  const at = url.pathname;
  // To who has nothing yet it says nothing.
  if (status === 304 && tag !== undefined) return { kind: 'unchanged' };
  if (status === 204 || (optional && (status === 404 || status === 410))) return { kind: 'empty' };
  if (status === 401 || status === 403) return { kind: 'unauthorised' };
  if (!response.ok)
    return failed('SOURCE_UNREACHABLE', `${at} answered ${status}`, waitOf(response.headers, clock.wall()));
  const text = await readLimited(response);
  if (text === undefined) return failed('SOURCE_TOO_LARGE', `${at} is larger than 256 KiB`);
  // Signed out: many sites lead to the page where one signs in.
  if (/^\s*</.test(text)) {
    if (own && response.redirected) return { kind: 'unauthorised' };
    return failed('SOURCE_NOT_JSON', `${at} answered with a page instead of JSON`);
  }
  const document = parseDocument(text);
  if (document === undefined) return failed('SOURCE_NOT_JSON', `${at} is not valid JSON`);
  return { kind: 'read', document, tag: response.headers.get('etag') ?? undefined };
}

/** JSON cannot say `undefined`, so that stands for what is none. */
export function parseDocument(text: string): unknown {
  if (text.length > MAX_BYTES) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `Retry-After`: seconds or a date. */
function waitOf(headers: Headers, wall: number): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - wall;
  return Number.isFinite(ms) ? Math.min(MAX_WAIT_MS, Math.max(MIN_WAIT_MS, ms)) : undefined;
}
