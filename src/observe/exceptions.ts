import type { Context } from './context.js';

const NOISE = /^(?:ResizeObserver loop|Script error\.?$)/;
const EXTENSION = /^(?:chrome|moz|safari(?:-web)?|webkit-masked-url|ms-browser)-?(?:extension|url)?:/i;
/** A page that fails in a loop tells nothing new. */
const MAX_PER_SECOND = 5;

/** Uncaught errors and rejections. Of the error only its file and its kind are looked at. */
export function startExceptions({ bus, feed, now, window }: Context): () => void {
  let second = -1;
  let count = 0;
  const tell = (kind: 'error' | 'rejection', file: string) => {
    if (EXTENSION.test(file)) return;
    const at = now();
    const current = Math.floor(at / 1_000);
    count = current === second ? count + 1 : 1;
    second = current;
    if (count <= MAX_PER_SECOND) feed({ type: 'exception', at, kind, own: isOwn(file, window) });
  };
  const stops = [
    bus.on<ErrorEvent>('error', 'observe/exceptions', (event) => {
      // Pictures and scripts that do not load send a plain event.
      if (!(event instanceof window.ErrorEvent) || NOISE.test(event.message)) return;
      if ((event.error as { name?: unknown } | null)?.name !== 'AbortError') tell('error', event.filename);
    }),
    // WebKitGTK's own rejection events are not marked as trusted.
    bus.onTarget(window, 'unhandledrejection', 'observe/exceptions', (event) => {
      const { name, stack } = ((event as PromiseRejectionEvent).reason ?? {}) as {
        name?: unknown;
        stack?: unknown;
      };
      if (name !== 'AbortError')
        tell('rejection', /(?:[a-z-]+:\/\/)[^\s)]+/i.exec(typeof stack === 'string' ? stack : '')?.[0] ?? '');
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Inline scripts have no file; files of the page's own origin are its own. */
function isOwn(file: string, window: Window): boolean {
  return file === '' || !/^[a-z-]+:\/\//i.test(file) || file.startsWith(`${window.location.origin}/`);
}
