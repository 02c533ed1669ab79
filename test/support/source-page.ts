import type { Source } from '../../src/config/types.js';
import { createGuard } from '../../src/core/guard.js';
import type { Value } from '../../src/core/matcher.js';
import { startSources } from '../../src/sources/index.js';
import { createStores } from '../../src/state/stores.js';
import { virtualClock } from './virtual-clock.js';

export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: string;
  readonly headers?: Record<string, string>;
  readonly redirected?: boolean;
  /** There is no connection. */
  readonly lost?: true;
  /** It never comes. */
  readonly hangs?: true;
  /** Nor does the page hear that it is given up. */
  readonly deaf?: true;
}

class FakeStream {
  onmessage: ((event: { data: unknown }) => void) | undefined;
  onerror: (() => void) | undefined;
  closed = false;
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }
  close(): void {
    this.closed = true;
  }
}

/** Says whether it can be seen as a document does: by its kind, not by a property of its own. */
class PageDocument extends EventTarget {
  #hidden = false;
  get hidden(): boolean {
    return this.#hidden;
  }
  set hidden(is: boolean) {
    this.#hidden = is;
  }
}

/** A page as far as sources see one, on virtual time, with a server that answers as it is told. */
export function sourcePage(
  sources: Record<string, Source>,
  { facts = {}, declared = {} }: { facts?: Record<string, Value>; declared?: Record<string, object> } = {},
) {
  const clock = virtualClock();
  const document = new PageDocument();
  const asked: { url: string; init: RequestInit; at: number }[] = [];
  const streams: FakeStream[] = [];
  const problems: string[] = [];
  const told: Record<string, Value>[] = [];
  const known: Record<string, Value> = { ...facts };
  const own = new Set<string>();
  let inFlight = 0;
  const page = {
    clock,
    asked,
    streams,
    problems,
    told,
    known,
    own,
    mostInFlight: 0,
    reply: (_url: string): Reply => ({ body: {} }),
    online: true,
    listeners: 0,
  };
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    asked.push({ url, init, at: clock.now() });
    page.mostInFlight = Math.max(page.mostInFlight, ++inFlight);
    try {
      // A test says what is answered after the page has begun.
      await Promise.resolve();
      const { status = 200, body, raw, headers = {}, lost, hangs, deaf, redirected } = page.reply(url);
      if (hangs)
        await new Promise((_done, reject) =>
          init.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
        );
      if (deaf) await new Promise(() => {});
      if (lost) throw new TypeError('Failed to fetch');
      const text = status === 204 || status === 304 ? null : (raw ?? JSON.stringify(body));
      const response = new Response(text, { status, headers });
      if (redirected) Object.defineProperty(response, 'redirected', { value: true });
      return response;
    } finally {
      inFlight--;
    }
  };
  const window = Object.assign(new EventTarget(), {
    document,
    fetch,
    location: { href: 'https://shop.example/checkout', origin: 'https://shop.example' },
    navigator: {
      get onLine() {
        return page.online;
      },
    },
    EventSource: class extends FakeStream {
      constructor(url: string) {
        super(url);
        streams.push(this);
      }
    },
  });
  // Once, as boot does.
  const report = (code: string, path: string) =>
    !problems.includes(`${code} ${path}`) && problems.push(`${code} ${path}`) > 0;
  const stores = createStores('en');
  const sourcesRun = startSources({
    window: window as unknown as Window & typeof globalThis,
    config: { version: 1, triggers: [], sources, facts: declared as never },
    clock,
    guard: createGuard(report),
    report,
    stores,
    own,
    facts: (name) => known[name],
    tell(patch) {
      told.push(patch);
      Object.assign(known, patch);
      sourcesRun?.heard({ type: 'facts', at: 0, facts: patch } as never);
    },
  });
  return Object.assign(page, {
    stores,
    state: (name: string) => stores.$sources.get()[name],
    stop: () => sourcesRun.stop(),
    say(patch: Record<string, Value>) {
      Object.assign(known, patch);
      sourcesRun.heard({ type: 'facts', at: 0, facts: patch } as never);
    },
    /** The page says that something has happened. */
    emit(event: string) {
      sourcesRun.heard({ type: 'host', at: 0, event, data: {} });
    },
    /** It is put into the back/forward cache, and comes out of it. */
    freeze() {
      window.dispatchEvent(new Event('pagehide'));
    },
    thaw() {
      window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    },
    hide(is: boolean) {
      document.hidden = is;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    connect() {
      window.dispatchEvent(new Event('online'));
    },
  });
}
