import { real } from '../core/real.js';
import type { Clock } from '../core/clock.js';
import { inTime } from '../core/in-time.js';
import type { ProblemCode } from '../core/problems.js';
import { MAX_BYTES, readLimited } from '../core/read-limited.js';

/** Tries and all: help that comes later is too late for the page it is on. */
const TIMEOUT_MS = 5_000;
const MAX_TRIES = 2;
/** A server that is just being started is there by then. */
const RETRY_MS = 1_000;

/** Either the parsed JSON, or why there is none. */
export type Loaded = { readonly value: unknown } | { readonly code: ProblemCode; readonly message: string };

const failed = (code: ProblemCode, message: string): Loaded => ({
  code,
  message: `${message} Nothing will be shown; the page is not affected.`,
});

/** Parses the text of a config. */
export function parseConfig(text: string, from: string): Loaded {
  if (text.length > MAX_BYTES) return failed('CONFIG_TOO_LARGE', `${from} is larger than 256 KiB.`);
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    const hint = /^\s*</.test(text) ? 'is HTML, not JSON: is the address right?' : 'is not valid JSON.';
    return failed('CONFIG_NOT_JSON', `${from} ${hint}`);
  }
}

/** The text of an inline `<script type="application/json" id="…">`. */
export function loadInline(document: Document, id: string): Loaded {
  const element = real(document).getElementById(id);
  return element
    ? parseConfig(element.textContent ?? '', `#${id}`)
    : failed('CONFIG_MISSING', `There is no element #${id} with a configuration.`);
}

/** Fetches a config: at most 256 KiB, within 5 s, once more where it fails before, and until `abort` is told. Never rejects. */
export function loadUrl(
  url: string,
  clock: Clock,
  fetcher: typeof fetch,
  abort: AbortController = new AbortController(),
): Promise<Loaded> {
  const { signal } = abort;
  const unreachable = (why: string) => failed('CONFIG_UNREACHABLE', `${url} ${why}.`);
  async function ask(tries: number): Promise<Loaded> {
    let why = 'could not be reached';
    try {
      const response = await fetcher(url, {
        signal,
        credentials: 'same-origin',
        // Which page is looked at is nobody else's business.
        referrerPolicy: 'same-origin',
      });
      if (response.ok) {
        const text = await readLimited(response);
        return text === undefined
          ? failed('CONFIG_TOO_LARGE', `${url} is larger than 256 KiB.`)
          : parseConfig(text, url);
      }
      why = `answered ${response.status}`;
    } catch {
      // Not reached, or not to its end.
    }
    if (tries === MAX_TRIES || signal.aborted) return unreachable(why);
    await new Promise<void>((done) => {
      const cancel = clock.after(RETRY_MS, done);
      signal.onabort = () => {
        cancel();
        done();
      };
    });
    return ask(tries + 1);
  }
  const late = unreachable(`did not answer within ${TIMEOUT_MS / 1000} s`);
  return inTime(clock, TIMEOUT_MS, abort, late, () => ask(1));
}
