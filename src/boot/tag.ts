import { real } from '../core/real.js';
import type { Antes, Consent, StartOptions } from './antes.js';
import { createStart, type Parts } from './start.js';

type Command = (antes: Antes) => void;
const MAX_QUEUE = 100;

/** Starts from the attributes of the script's own tag, and takes over `window.antes`. */
export function bootTag(partsAt: (src: string) => Parts): void {
  // Only now, while the script runs for the first time, does the document say which tag it is. A form or image named
  // `currentScript` would hide it from a plain property access.
  const script = ownScript();
  const { src = '', dataset } = script ?? {};
  takeOver(createStart(partsAt(src))(dataset?.['config'] ?? '', optionsOf(dataset ?? {})));
}

function ownScript(): HTMLScriptElement | undefined {
  const get = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')?.get;
  const script = get?.call(document) as unknown;
  return script instanceof HTMLScriptElement ? script : undefined;
}

function optionsOf({ locale, consent, root, endpoint, debug }: DOMStringMap): StartOptions {
  const parent = root === undefined ? null : find(root);
  return {
    ...(locale ? { locale } : {}),
    ...(consent ? { consent: consent as Consent } : {}),
    ...(parent ? { root: parent } : {}),
    ...(endpoint ? { endpoint } : {}),
    ...(debug === undefined || debug === 'false' ? {} : { debug: true }),
  };
}

function find(selector: string): Element | null {
  try {
    return real(document).querySelector(selector);
  } catch {
    return null;
  }
}

/** Runs what was queued before, and from now on at once. Somebody else's `window.antes` is left alone. */
function takeOver(antes: Antes): void {
  const page = window as unknown as { antes?: unknown };
  const before = page.antes;
  // An element with id="antes" shows up under that name too, and may be replaced.
  if (
    before !== undefined &&
    before !== antes &&
    !Array.isArray(before) &&
    !(before instanceof Element) &&
    !(before instanceof HTMLCollection)
  )
    return;
  page.antes = antes;
  if (Array.isArray(before)) antes.push(...(before as Command[]).slice(0, MAX_QUEUE));
}
