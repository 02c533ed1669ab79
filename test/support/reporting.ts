import { openStore, type StorageLike } from '../../src/boot/storage.js';
import { createGuard } from '../../src/core/guard.js';
import { openBoxes } from '../../src/report/endpoint/boxes.js';
import { lines, readOk } from '../../src/report/endpoint/index.js';
import { createPost } from '../../src/report/endpoint/post.js';
import { createTransport, type Encoder, type Transport } from '../../src/report/endpoint/transport.js';
import type { ReadBody } from '../../src/report/endpoint/answer.js';
import type { WireEvent } from '../../src/report/events.js';
import { createCollector, idOf } from './collector.js';
import { memoryStorage } from './memory-storage.js';
import { virtualClock } from './virtual-clock.js';

/** What a network and a server can do to a request. */
export type Fault =
  | 'ok'
  | 'no-content'
  | 'offline'
  | 'hang'
  /** Taken, but answered after the time limit. */
  | 'slow'
  | 'reset'
  /** Taken, but the answer is cut off. */
  | 'reset-after'
  /** Taken, but the answer may not be read. */
  | 'cors'
  | 'redirect'
  | 'html'
  | 'cut-off'
  | 'too-large'
  | '400'
  | '408'
  | '425'
  | '429'
  | '429 seconds'
  | '429 date'
  | '500'
  | '503';

/** The server has the events, but the page cannot know. */
export const AMBIGUOUS: readonly Fault[] = ['slow', 'reset-after', 'cors', 'cut-off'];

const TYPES = ['signal', 'level', 'step', 'help', 'outcome', 'contact', 'visit', 'off'] as const;

export interface PageOptions {
  readonly encoder?: Encoder;
  readonly readBody?: ReadBody;
  readonly keepsAlive?: boolean;
}

let pages = 0;

export interface BrowserOptions {
  /** `null`: nothing may be stored. */
  readonly storage?: StorageLike | null;
  random?(): number;
}

/** A browser with pages that report, on virtual time, and a server that fails as it is told. */
export function reporting({ storage = memoryStorage(), random = () => 0.5 }: BrowserOptions = {}) {
  const clock = virtualClock();
  const collector = createCollector();
  const requests: { at: number; body: string; fault: Fault; events: number }[] = [];
  const accepted = new Map<string, WireEvent>();
  const problems: string[] = [];
  const off: string[][] = [];
  const beacons: string[] = [];
  const errors: string[] = [];
  let inFlight = 0;
  const browser = {
    clock,
    storage,
    collector,
    requests,
    accepted,
    problems,
    off,
    beacons,
    errors,
    mostInFlight: 0,
    fault: (_body: string): Fault => 'ok',
    consent: true,
    answer: { ok: true } as unknown,
    maxEvents: 10,
    retryAfter: '30',
    page,
    /** Events in the storage now. */
    stored,
    /** Losses that have been counted but not told yet. */
    untold,
    missing: () => [...accepted.keys()].filter((id) => !collector.events.has(id) && !stored().has(id)),
  };

  async function serve(body: string, signal: AbortSignal): Promise<Response> {
    const fault = browser.fault(body);
    const events = body.split('\n').length - 1;
    requests.push({ at: clock.now(), body, fault, events });
    const lost = () => new TypeError('Failed to fetch');
    const never = () => new Promise<never>((_, fail) => signal.addEventListener('abort', () => fail(lost())));
    const status = (code: number, headers: Record<string, string> = {}) =>
      new Response('no', { status: code, headers });
    switch (fault) {
      case 'ok':
        collector.take(body);
        return Response.json(browser.answer);
      case 'no-content':
        collector.take(body);
        return new Response(null, { status: 204 });
      case 'hang':
        return never();
      case 'slow':
        collector.take(body);
        return never();
      case 'reset-after':
      case 'cors':
        collector.take(body);
        throw lost();
      case 'offline':
      case 'reset':
      case 'redirect':
        throw lost();
      case 'html':
        return new Response('<!doctype html><title>Welcome</title>', {
          headers: { 'content-type': 'text/html' },
        });
      case 'cut-off': {
        collector.take(body);
        return new Response(
          new ReadableStream({
            pull: (controller) => controller.error(lost()),
          }),
        );
      }
      case 'too-large':
        if (events > browser.maxEvents) return status(413);
        collector.take(body);
        return Response.json({ ok: true });
      case '429 seconds':
        return status(429, { 'retry-after': browser.retryAfter });
      case '429 date':
        return status(429, { 'retry-after': new Date(clock.wall() + 30_000).toUTCString() });
      default:
        return status(Number(fault));
    }
  }
  async function fetch(_url: string, { body, signal }: RequestInit): Promise<Response> {
    browser.mostInFlight = Math.max(browser.mostInFlight, ++inFlight);
    try {
      await Promise.resolve();
      return await serve(body as string, signal!);
    } finally {
      inFlight--;
    }
  }

  function page({ encoder = lines, readBody = readOk, keepsAlive = true }: PageOptions = {}) {
    const sid = `page-${++pages}`;
    let seq = 0;
    const report = (code: string, path: string) =>
      !problems.includes(`${code} ${path}`) && problems.push(`${code} ${path}`) > 0;
    const guard = createGuard((code, path, message) => errors.push(`${code} ${path} ${message}`) > 0);
    const accept = (body: object): WireEvent => {
      const event = { antes: 1, ...body, sid, seq: ++seq, visit: 'visit-1' } as unknown as WireEvent;
      accepted.set(idOf(event), event);
      return event;
    };
    const transport: Transport = createTransport({
      clock,
      random,
      encoder,
      post: createPost({
        clock,
        sender: {
          fetch,
          Request: { prototype: keepsAlive ? { keepalive: true } : {} },
          navigator: {
            sendBeacon(_url, blob) {
              void blob.text().then((text) => beacons.push(text));
              return true;
            },
          },
        },
        url: 'https://reports.example/',
        type: 'text/plain',
        readBody,
      }),
      boxes: openBoxes(
        storage ? openStore(() => storage, 'localStorage', report) : undefined,
        'antes.outbox',
        sid,
      ),
      stamp: accept,
      may: () => browser.consent,
      off: (triggers) => void off.push([...triggers]),
      guard,
      report,
      path: '/report/endpoint',
    });
    return {
      ...transport,
      /** So many things happen at once. */
      happen(n = 1, type?: (typeof TYPES)[number], rest: object = {}) {
        const made = Array.from({ length: n }, (_, i) =>
          accept({
            type: type ?? TYPES[(seq + i) % TYPES.length],
            at: clock.wall(),
            name: 'rage-click',
            count: 3,
            ...rest,
          }),
        );
        transport.send(made);
        return made;
      },
    };
  }

  const boxes = () =>
    storage
      ? ['antes.outbox', 'antes.outbox.2', 'antes.outbox.3', 'antes.outbox.4'].flatMap((key) => {
          const text = storage.getItem(key);
          if (text === null) return [];
          return [
            JSON.parse(JSON.parse(text) as string) as {
              events: { event: WireEvent; left: boolean }[];
              lost: Record<string, number>;
              until: number;
              page: string;
            },
          ];
        })
      : [];
  function stored() {
    return new Map(boxes().flatMap(({ events }) => events.map(({ event }) => [idOf(event), event] as const)));
  }
  function untold() {
    let sum = 0;
    const add = (counts: Readonly<Record<string, number>>) => {
      for (const n of Object.values(counts)) sum += n;
    };
    for (const { lost } of boxes()) add(lost);
    for (const [id, event] of stored())
      if (event.type === 'dropped' && !collector.events.has(id)) add(event.counts);
    return sum;
  }
  return browser;
}

export const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, n) => all + n, 0);
