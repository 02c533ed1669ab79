import { orderedWait } from './waits.js';

/** What became of a request. */
export type Answer =
  | {
      readonly kind: 'accepted';
      /** Triggers that do harm. */
      readonly off?: readonly string[];
      /** So many of its events the server will never take. */
      readonly rejected?: number;
    }
  /** Not this time. */
  | { readonly kind: 'again'; readonly waitMs?: number | undefined }
  /** Too much at once. */
  | { readonly kind: 'smaller' }
  /** Not ever. */
  | { readonly kind: 'refused'; readonly status: number };

/** What an accepted answer says; `undefined` where it is not the server's own. */
export type ReadBody = (body: Readonly<Record<string, unknown>>) => Answer | undefined;

export const AGAIN: Answer = { kind: 'again' };

const NO_CONTENT = 204;
const TOO_LARGE = 413;
/** Request timeout, too early, too many requests: they say nothing against what was sent. */
const PASSING: readonly number[] = [408, 425, 429];

/** `text` is what was read of the body. */
export function judge(
  status: number,
  retryAfter: string | null,
  text: string | undefined,
  wall: number,
  readBody: ReadBody,
): Answer {
  if (status === NO_CONTENT) return { kind: 'accepted' };
  // A network that wants people to sign in answers for everybody, with a page of its own.
  if (status >= 200 && status < 300) return readBody(asObject(text)) ?? AGAIN;
  if (status === TOO_LARGE) return { kind: 'smaller' };
  if (status >= 400 && status < 500 && !PASSING.includes(status)) return { kind: 'refused', status };
  return { kind: 'again', waitMs: orderedWait(retryAfter, wall) };
}

function asObject(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text ?? '')) as Record<string, unknown>;
  } catch {
    return {};
  }
}
