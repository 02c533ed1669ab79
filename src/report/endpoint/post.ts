import type { Clock } from '../../core/clock.js';
import { inTime } from '../../core/in-time.js';
import { quietly } from '../../core/quietly.js';
import { readLimited } from '../../core/read-limited.js';
import { AGAIN, judge, type Answer, type ReadBody } from './answer.js';

/** A server that takes longer will take the same events again. */
export const TIMEOUT_MS = 10_000;
/** No answer of a receiver is longer, with a hundred triggers that are off in it; of anything else we want no more. */
const MAX_ANSWER_BYTES = 16_384;

/** The window, as far as sending needs it. Looked at for each request: a page may change it. */
export interface Sender {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** The older way, where the page has broken `fetch`. */
  readonly XMLHttpRequest?: typeof XMLHttpRequest;
  /** Whether a request can outlive its page is to be seen here; where it cannot, a beacon does. */
  readonly Request: { readonly prototype: object };
  readonly navigator: { sendBeacon(url: string, body: Blob): boolean };
}

export interface PostOptions {
  readonly clock: Clock;
  readonly sender: Sender;
  readonly url: string;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly readBody: ReadBody;
}

/**
 * Sends one body. Never rejects, and ends within the time limit, or when `abort` says so. Without an `abort` the request
 * outlives its page. Only then: Chromium keeps the connection of such a request to a server that hangs, whoever gives it up,
 * and with six of them the page's own requests to that server wait for ever.
 */
export type Post = (body: string, abort?: AbortController) => Promise<Answer>;

export function createPost({ clock, sender, url, type, headers, readBody }: PostOptions): Post {
  const all = { ...headers, 'content-type': type };
  const read = async (response: Response): Promise<Answer> => {
    // Only an answer that may be accepted is looked into.
    const text =
      response.status >= 200 && response.status < 300
        ? await readLimited(response, MAX_ANSWER_BYTES)
        : undefined;
    return judge(response.status, response.headers.get('retry-after'), text, clock.wall(), readBody);
  };
  const byFetch = (body: string, keepalive: boolean, signal: AbortSignal) =>
    sender.fetch(url, {
      method: 'POST',
      body,
      headers: all,
      keepalive,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal,
    });
  const byXhr = (body: string, signal: AbortSignal) =>
    new Promise<Answer>((done) => {
      // Where there is none, this fails like everything else.
      const xhr = new sender.XMLHttpRequest!();
      xhr.open('POST', url);
      for (const [name, value] of Object.entries(all)) xhr.setRequestHeader(name, value);
      xhr.onloadend = () =>
        // 0 where there is no answer.
        done(
          judge(xhr.status, xhr.getResponseHeader('retry-after'), xhr.responseText, clock.wall(), readBody),
        );
      xhr.onprogress = ({ loaded }) => loaded > MAX_ANSWER_BYTES && xhr.abort();
      signal.addEventListener(
        'abort',
        quietly(() => xhr.abort()),
      );
      xhr.send(body);
    });

  /** A wrapper of the page's that is broken may look like no connection: after a failure the other way is tried. */
  let older = false;
  async function attempt(body: string, leaving: boolean, signal: AbortSignal): Promise<Answer> {
    if (!older || leaving) {
      let asked: Promise<Response | undefined> | undefined;
      try {
        asked = byFetch(body, leaving, signal);
      } catch {
        // Not the browser's own any more: that one never throws.
      }
      older = !leaving && !!sender.XMLHttpRequest && !/native code/.test(String(sender.fetch));
      const response = await asked;
      if (typeof response?.status === 'number') {
        older = false;
        return read(response);
      }
    }
    older = false;
    return byXhr(body, signal);
  }

  return async (body, given) => {
    const leaving = given === undefined;
    // A beacon has no answer: what it carries stays in the outbox.
    if (leaving && !('keepalive' in sender.Request.prototype)) {
      sender.navigator.sendBeacon(url, new Blob([body], { type }));
      return AGAIN;
    }
    const abort = given ?? new AbortController();
    return inTime(clock, TIMEOUT_MS, abort, AGAIN, () => attempt(body, leaving, abort.signal)).catch(
      () => AGAIN,
    );
  };
}
