import { executeServerCommand } from '@web/test-runner-commands';
import { randomId } from '../../../src/core/random-id.js';
import { openStore } from '../../../src/boot/storage.js';
import type { Clock } from '../../../src/core/clock.js';
import { createGuard } from '../../../src/core/guard.js';
import type { DeliveryPort } from '../../../src/report/endpoint/delivery.js';
import { startEndpoint } from '../../../src/report/endpoint/index.js';
import type { WireEvent } from '../../../src/report/events.js';
import type { Exporter } from '../../../src/report/exporter.js';

/** The network is real, time is shorter: 10 s of a report's are 100 ms. */
export const SPEED = 100;

export const clockAt = (speed: number): Clock => ({
  now: () => performance.now() * speed,
  wall: () => Math.round(Date.now() + performance.now() * (speed - 1)),
  after(ms, fn) {
    const id = setTimeout(fn, ms / speed);
    return () => clearTimeout(id);
  },
});
export const fastClock: Clock = clockAt(SPEED);

/** An hour can be left out. */
export function skippingClock(speed: number = SPEED): Clock & { skip(ms: number): void } {
  let skipped = 0;
  const timers = new Set<{ readonly due: number; readonly fn: () => void; id: number }>();
  const clock = clockAt(speed);
  const now = () => clock.now() + skipped;
  const run = (timer: { readonly fn: () => void }) => {
    if (timers.delete(timer as never)) timer.fn();
  };
  return {
    now,
    wall: () => clock.wall() + skipped,
    after(ms, fn) {
      const timer = { due: now() + ms, fn, id: 0 };
      timer.id = window.setTimeout(run, ms / speed, timer);
      timers.add(timer);
      return () => {
        clearTimeout(timer.id);
        timers.delete(timer);
      };
    },
    skip(ms) {
      skipped += ms;
      for (const timer of timers) {
        clearTimeout(timer.id);
        timer.id = window.setTimeout(run, (timer.due - now()) / speed, timer);
      }
    },
  };
}

export interface Bucket {
  readonly requests: number;
  readonly preflights: number;
  readonly received: number;
  readonly inFlight: number;
  readonly mostInFlight: number;
  readonly largest: number;
  readonly written: number;
  readonly times: readonly number[];
  /** Events, each counted once. */
  readonly distinct: number;
  readonly corrupted: readonly string[];
}

let buckets = 0;
/** A receiver on another origin, that does what it is told. */
export async function openCollector() {
  const origin = await executeServerCommand<string, never>('collector');
  const name = `${Date.now()}-${++buckets}-${Math.random()}`;
  return {
    url: `${origin}/to/${name}`,
    fault: async (fault: string): Promise<void> =>
      void (await fetch(`${origin}/set/${name}`, { method: 'POST', body: fault })),
    read: async (): Promise<Bucket> => (await (await fetch(`${origin}/get/${name}`)).json()) as Bucket,
    /** As they came, by stream and number. */
    events: async (): Promise<Readonly<Record<string, string>>> =>
      ((await (await fetch(`${origin}/all/${name}`)).json()) as { events: Record<string, string> }).events,
  };
}
export type Collector = Awaited<ReturnType<typeof openCollector>>;

export const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Waits until the collector has come to something, at most so many seconds of real time. */
export async function reached(
  collector: Collector,
  look: (bucket: Bucket) => boolean,
  ms = 5_000,
): Promise<Bucket> {
  const end = performance.now() + ms;
  for (;;) {
    const bucket = await collector.read();
    if (look(bucket) || performance.now() > end) return bucket;
    await rest(10);
  }
}

const TYPES = ['signal', 'level', 'step', 'help', 'outcome', 'contact'];

/** Reports of this page, to an endpoint if nothing else is said. */
export function startReporting(
  url: string,
  start: (url: string, port: DeliveryPort) => Exporter = startEndpoint,
  clock: Clock = fastClock,
) {
  const sid = Math.random().toString(36).slice(2).padEnd(12, '0');
  let seq = 0;
  const accepted = new Map<string, WireEvent>();
  const problems: string[] = [];
  const report = (code: string, path: string) => problems.push(`${code} ${path}`) > 0;
  const accept = (body: object): WireEvent => {
    const event = { antes: 1, ...body, sid, seq: ++seq, visit: 'visit-0001' } as unknown as WireEvent;
    accepted.set(`${sid} ${seq}`, event);
    return event;
  };
  const exporter = start(url, {
    window,
    clock,
    guard: createGuard(report),
    report,
    own: new Set(),
    store: openStore(() => localStorage, 'localStorage', report),
    newId: randomId,
    stamp: accept,
    may: () => true,
    off: () => {},
  });
  return {
    ...exporter,
    accepted,
    problems,
    happen(n = 1, fields: object = {}) {
      exporter.send(
        Array.from({ length: n }, (_, i) =>
          accept({ type: TYPES[(seq + i) % TYPES.length], at: clock.wall(), name: 'rage-click', ...fields }),
        ),
      );
    },
  };
}
