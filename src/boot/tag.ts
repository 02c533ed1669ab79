import { real } from '../core/real.js';
import type { Antes, Consent, StartOptions } from './antes.js';
import { RUNNING, type Running } from './running.js';
import { createStart, type Parts } from './start.js';

type Command = (antes: Antes) => void;
const MAX_QUEUE = 100;

/** Starts from the attributes of the script's own tag, and takes over `window.antes`. */
export function bootTag(partsAt: (src: string) => Parts): void {
  const { src = '', dataset = {} } = ownScript() ?? {};
  try {
    const antes = createStart(partsAt(src))(dataset['config'] ?? '', optionsOf(dataset));
    let queued: readonly Command[] = [];
    try {
      queued = takeOver(antes);
    } catch {
      // `window.antes` cannot be written, or not even read: what nobody could speak to, or stop, does not run.
      antes.stop();
    }
    antes.push(...queued.slice(0, MAX_QUEUE));
  } catch {
    // A page where not even a name can be given to a window: nothing runs, and nothing is thrown into it.
  }
}

/**
 * Only while a classic script runs for the first time does the document say which tag it is; a form or image named
 * `currentScript` would hide it from a plain property access. Of a module, and in a shadow root, it says nothing.
 */
function ownScript(): HTMLScriptElement | undefined {
  const get = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')?.get;
  const script = get?.call(document) as unknown;
  return script instanceof HTMLScriptElement
    ? script
    : (find('script[src*="antes."][data-config]') as HTMLScriptElement | undefined);
}

function optionsOf({ locale, consent, root, endpoint, debug }: DOMStringMap): StartOptions {
  const parent = root === undefined ? undefined : find(root);
  return {
    ...(locale ? { locale } : {}),
    ...(consent ? { consent: consent as Consent } : {}),
    ...(parent ? { root: parent } : {}),
    ...(endpoint ? { endpoint } : {}),
    ...(debug === undefined || debug === 'false' ? {} : { debug: true }),
  };
}

function find(selector: string): Element | undefined {
  try {
    return real(document).querySelector(selector) ?? undefined;
  } catch {
    return undefined;
  }
}

/** One of ours, of whatever version, that has been stopped: only one runs, and that is another. */
const isOver = (before: unknown): boolean =>
  typeof before === 'object' &&
  before !== null &&
  (['why', 'journal'] as const).every((name) => typeof (before as Partial<Antes>)[name] === 'function');

/**
 * Returns what was queued before; from now on it is run at once. Somebody else's `window.antes` is left alone, but not what the
 * browser itself says under that name: elements with that id, a frame of that name.
 */
function takeOver(antes: Antes): readonly Command[] {
  const page = window as typeof globalThis & { antes?: unknown; [RUNNING]?: Running };
  const before = Object.hasOwn(page, 'antes') ? page.antes : undefined;
  const running = page[RUNNING];
  const isFree = before === undefined || before === antes || Array.isArray(before) || isOver(before);
  if ((running && running.antes !== antes) || !isFree) return [];
  // A second tag is one too many, and nobody stops it.
  if (before === antes) antes.stop();
  else page.antes = antes;
  return Array.isArray(before) ? (before as Command[]) : [];
}
