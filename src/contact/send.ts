import { makeCode } from './code.js';
import type { Handoff } from './handoff.js';

/** What came of sending something to the company's own server. */
export type Sent =
  | { readonly ok: true; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly status: number; readonly answer: Readonly<Record<string, unknown>> };

const TIMEOUT_MS = 10_000;
/** Somebody else has the code. */
const TAKEN = 409;
const TRIES = 3;

/** Sends JSON to an address of the configuration. Never rejects; `status` 0 is no answer at all. */
export async function post(url: string, body: unknown, fetcher: typeof fetch = fetch): Promise<Sent> {
  try {
    const response = await fetcher(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      // To a page where one signs in, say: nobody has taken it.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      body: JSON.stringify(body),
    });
    const read: unknown = await response.json().catch(() => undefined);
    const answer = (typeof read === 'object' && read !== null ? read : {}) as Record<string, unknown>;
    return response.ok ? { ok: true, answer } : { ok: false, status: response.status, answer };
  } catch {
    return { ok: false, status: 0, answer: {} };
  }
}

/** Leaves a hand-off with the company under a code that the customer can say. Nothing where that did not work. */
export async function leaveUnderCode(
  url: string,
  handoff: Handoff,
  random: () => Uint8Array = () => crypto.getRandomValues(new Uint8Array(6)),
  fetcher: typeof fetch = fetch,
): Promise<string | undefined> {
  for (let tries = 0; tries < TRIES; tries++) {
    const code = makeCode(random());
    const sent = await post(url, { code, handoff }, fetcher);
    if (sent.ok) return code;
    if (sent.status !== TAKEN) return undefined;
  }
  return undefined;
}
