import type { Context } from './context.js';

const NOISE = /^(?:ResizeObserver loop|Script error\.?$)/;
const EXTENSION = /^(?:[a-z-]*extension|webkit-masked-url):/i;
const ADDRESS = /[a-z-]+:\/\/[^\s)]+/i;
/** A page that fails in a loop tells nothing new. */
const MAX_PER_SECOND = 5;

/** Uncaught errors and rejections. Of the error only its file and its kind are looked at. */
export function startExceptions({ on, tell, now, window }: Context): void {
  let since = -Infinity;
  let count = 0;
  const thrown = (kind: 'error' | 'rejection', error: unknown, file?: string) => {
    const { name, stack } = (error ?? {}) as { name?: unknown; stack?: unknown };
    const from = file ?? ADDRESS.exec(String(stack))?.[0] ?? '';
    if (name === 'AbortError' || EXTENSION.test(from)) return;
    if (now() - since >= 1_000) {
      since = now();
      count = 0;
    }
    if (++count > MAX_PER_SECOND) return;
    // Inline scripts have no file.
    const own = !/^[a-z-]+:\/\//i.test(from) || from.startsWith(`${window.location.origin}/`);
    tell({ type: 'exception', kind, own });
  };
  on<ErrorEvent>('error', ({ message, error, filename }) => {
    // Pictures and scripts that do not load send a plain event, without a message.
    if (message && !NOISE.test(message)) thrown('error', error, filename);
  });
  on<PromiseRejectionEvent>('unhandledrejection', ({ reason }) => thrown('rejection', reason));
}
