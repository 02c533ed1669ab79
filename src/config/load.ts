import type { Clock } from '../core/clock.js';
import type { ProblemCode } from '../core/problems.js';
import { MAX_BYTES, readLimited } from '../core/read-limited.js';

const TIMEOUT_MS = 5_000;

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
  // An image may be called like that method.
  const element = Document.prototype.getElementById.call(document, id);
  return element
    ? parseConfig(element.textContent ?? '', `#${id}`)
    : failed('CONFIG_MISSING', `There is no element #${id} with a configuration.`);
}

/** Fetches a config: at most 256 KiB, within 5 s, and until `abort` is told. Never rejects. */
export async function loadUrl(
  url: string,
  clock: Clock,
  fetcher: typeof fetch,
  abort: AbortController = new AbortController(),
): Promise<Loaded> {
  const cancel = clock.after(TIMEOUT_MS, () => abort.abort());
  try {
    const response = await fetcher(url, { signal: abort.signal, credentials: 'same-origin' });
    if (!response.ok) return failed('CONFIG_UNREACHABLE', `${url} answered ${response.status}.`);
    const text = await readLimited(response);
    return text === undefined
      ? failed('CONFIG_TOO_LARGE', `${url} is larger than 256 KiB.`)
      : parseConfig(text, url);
  } catch {
    return failed(
      'CONFIG_UNREACHABLE',
      abort.signal.aborted
        ? `${url} did not answer within ${TIMEOUT_MS / 1000} s.`
        : `${url} could not be reached.`,
    );
  } finally {
    cancel();
  }
}
