import type { Clock } from '../../core/clock.js';
import type { Guard } from '../../core/guard.js';
import type { Report } from '../../core/problems.js';
import type { WireEvent } from '../events.js';
import type { Exporter, Stamp } from '../exporter.js';
import type { Answer } from './answer.js';
import type { Boxes } from './boxes.js';
import { createOutbox, type Entry } from './outbox.js';
import { createPace } from './pace.js';
import type { Post } from './post.js';

/** What happens within this time goes together. */
export const BATCH_MS = 10_000;
/** A batch is sent at once when it has so many, or is so large. */
export const BATCH_EVENTS = 50;
export const BATCH_BYTES = 16_384;
/** A browser has 64 KiB for all that outlives a page, the page's own included. */
export const LEAVING_BYTES = 60_000;
/** Writing takes time from the page. */
const SAVE_MS = 5_000;
/** A page that does not renew its box for so long is gone. */
const LEASE_MS = 120_000;
/** So often in a row nobody has heard whether it arrived as the page was left: it is tried no more if it can be stored. */
const MAX_UNANSWERED = 3;
/** From this failure on it is a problem. */
const TOLD_FAILURES = 3;
/** What happens while the page is hidden may be the last; timers run once a second then. */
const HIDDEN_MS = 1_000;

const PART = 'report/delivery';

export interface Encoder {
  encode(events: readonly WireEvent[], sent: number): string;
  /** Bytes that one takes in a body. */
  size(event: WireEvent): number;
}

export interface TransportOptions {
  readonly clock: Clock;
  /** 0 ≤ … < 1. */
  random(): number;
  readonly encoder: Encoder;
  readonly post: Post;
  readonly boxes: Boxes;
  readonly stamp: Stamp;
  /** Whether there still is consent. */
  may(): boolean;
  /** The server says that these do harm. */
  off(triggers: readonly string[]): void;
  readonly guard: Guard;
  readonly report: Report;
  /** For problems: where in the configuration. */
  readonly path: string;
  readonly batchMs?: number;
}

export interface Transport extends Exporter {
  /** The page can be seen again. */
  back(): void;
  /** There may be a connection again. */
  soon(): void;
}

/** Delivers events: in batches, one request at a time, again where it did not work, and once more as the page is left. */
export function createTransport(options: TransportOptions): Transport {
  const { clock, random, encoder, post, boxes, stamp, may, off, guard, report, path } = options;
  const { batchMs = BATCH_MS } = options;
  const outbox = createOutbox(encoder.size);
  const wallNow = () => Math.round(clock.wall());
  const after = (ms: number, fn: () => void) => clock.after(ms, guard(PART, fn));
  const pace = createPace(clock, random);
  /** When the first of those that wait has come. */
  let since: number | undefined;
  /** More are waiting than went into the last batch. */
  let isMore = false;
  let maxEvents = BATCH_EVENTS;
  let hidden = false;
  let over = false;
  /** The request under way, unless it is one of a page being left. */
  let sending: { readonly batch: readonly Entry[]; readonly abort: AbortController } | undefined;
  let unanswered = 0;
  let isStored = true;
  let savedAt = -Infinity;
  let cancelPlan: (() => void) | undefined;
  let cancelSave: (() => void) | undefined;

  function plan(): void {
    cancelPlan?.();
    cancelPlan = undefined;
    if (over || sending || outbox.entries.length === 0) return;
    const now = clock.now();
    since ??= now;
    // What was sent as a page was left has probably arrived: it is in no hurry.
    const fresh = outbox.entries.filter(({ left }) => !left);
    if (hidden) {
      if (fresh.length > 0) cancelPlan = after(HIDDEN_MS, leave);
      return;
    }
    const bytes = fresh.reduce((sum, entry) => sum + entry.bytes, 0);
    const isFull = isMore || fresh.length >= maxEvents || bytes >= BATCH_BYTES;
    const due = isFull || pace.failures > 0 ? now : since + batchMs;
    // Never within the call of whoever has told us something.
    cancelPlan = after(Math.max(0, due - now, pace.waitMs), go);
  }

  function go(): void {
    cancelPlan = undefined;
    if (!may()) return forget();
    adopt();
    tidy();
    const batch = outbox.next(maxEvents, BATCH_BYTES);
    if (batch.length === 0) return;
    pace.begin();
    isMore = batch.length < outbox.entries.length;
    const mine = (sending = { batch, abort: new AbortController() });
    fly(batch, mine.abort, (answer) => {
      // Given up, as the page was left.
      if (sending !== mine) return;
      land(batch);
      sending = undefined;
      settle(batch, answer);
      since = undefined;
      save();
      plan();
    });
  }
  function fly(
    batch: readonly Entry[],
    abort: AbortController | undefined,
    landed: (answer: Answer) => void,
  ): void {
    for (const entry of batch) entry.flying = true;
    const body = encoder.encode(
      batch.map(({ event }) => event),
      wallNow(),
    );
    void post(body, abort).then(
      guard(PART, (answer) => {
        if (!over) landed(answer);
      }),
    );
  }
  function land(batch: readonly Entry[]): void {
    for (const entry of batch) entry.flying = false;
  }
  /** A request under way would keep the page out of the back/forward cache, and would not outlive it. */
  function giveUp(): void {
    if (!sending) return;
    const { batch, abort } = sending;
    sending = undefined;
    land(batch);
    abort.abort();
  }
  function tidy(): void {
    outbox.trim(wallNow());
    outbox.tell(stamp, wallNow());
    outbox.trim(wallNow());
  }

  function settle(batch: readonly Entry[], answer: Answer): void {
    if (answer.kind === 'accepted') accepted(batch, answer);
    else if (answer.kind === 'smaller' && batch.length > 1) maxEvents = Math.ceil(batch.length / 2);
    else if (answer.kind === 'again') {
      pace.failed(answer.waitMs);
      if (pace.failures === TOLD_FAILURES)
        report('REPORT_UNREACHABLE', path, 'Reports cannot be delivered; they are kept, and tried again.');
    } else {
      const isLarge = answer.kind === 'smaller';
      outbox.drop(batch, isLarge ? 'too-large' : 'refused');
      const status = isLarge ? 413 : answer.status;
      if (pace.refused())
        report('REPORT_REFUSED', path, `Reports are refused with ${status}; nothing is sent for an hour.`);
    }
  }
  function accepted(
    batch: readonly Entry[],
    { off: harmful, rejected }: Answer & { kind: 'accepted' },
  ): void {
    pace.succeeded();
    unanswered = 0;
    outbox.remove(batch);
    if (rejected) outbox.lose({ rejected: Math.min(rejected, batch.length) });
    if (harmful) off(harmful);
  }

  /** What other pages have left behind is delivered by this one. */
  function adopt(): void {
    const wall = wallNow();
    const found = boxes.adopt(wall);
    for (const { events, lost, quiet } of found) {
      for (const { event, left } of events) outbox.add([event], left);
      outbox.lose(lost);
      if (quiet > wall) pace.order(quiet - wall);
    }
    if (found.length > 0) saveNow();
  }
  function save(): void {
    cancelSave ??= after(Math.max(0, savedAt + SAVE_MS - clock.now()), saveNow);
  }
  function saveNow(): void {
    cancelSave?.();
    cancelSave = undefined;
    if (!may()) return forget();
    savedAt = clock.now();
    const wall = wallNow();
    const quietMs = pace.orderedMs;
    outbox.trim(wall);
    isStored = boxes.keep(
      {
        events: outbox.entries.map(({ event, left }) => ({ event, left })),
        lost: outbox.lost,
        quiet: quietMs > 0 ? Math.round(wall + quietMs) : 0,
      },
      // A page that cannot be seen may never come back: whoever is there may deliver it.
      hidden || over ? 0 : Math.round(wall + quietMs + LEASE_MS),
      wall,
    );
  }

  function leave(): void {
    cancelPlan?.();
    cancelPlan = undefined;
    if (over) return;
    if (!may()) return forget();
    hidden = true;
    giveUp();
    // With a number of its own, what was lost is told once, whoever tells it.
    tidy();
    // Asked to wait, we wait, unless nobody would come after us.
    const waits = pace.orderedMs > 0 || unanswered >= MAX_UNANSWERED;
    if (!waits || (!isStored && !pace.isRefused)) {
      // What is under way takes its share of what may.
      const flying = outbox.entries.filter((entry) => entry.flying);
      const taken = flying.reduce((sum, { bytes }) => sum + bytes, encoder.encode([], wallNow()).length);
      const batch = outbox.leaving(LEAVING_BYTES - taken);
      for (const entry of batch) entry.left = true;
      if (batch.length > 0) {
        unanswered++;
        fly(batch, undefined, (answer) => {
          land(batch);
          // Whatever else it says is found out by the request that follows.
          if (answer.kind === 'accepted') {
            accepted(batch, answer);
            save();
          }
          plan();
        });
      }
    }
    saveNow();
  }

  function forget(): void {
    giveUp();
    outbox.clear();
    boxes.forget();
    rest();
  }
  function rest(): void {
    cancelPlan?.();
    cancelSave?.();
    cancelPlan = cancelSave = undefined;
  }

  adopt();
  plan();
  return {
    send(events) {
      if (over || events.length === 0) return;
      outbox.add(events);
      outbox.trim(wallNow());
      save();
      plan();
    },
    leave,
    back() {
      if (!hidden || over) return;
      hidden = false;
      since = undefined;
      adopt();
      saveNow();
      plan();
    },
    soon() {
      if (pace.failures === 0 || over) return;
      pace.soon();
      plan();
    },
    stop() {
      leave();
      over = true;
      rest();
    },
    forget,
  };
}
