import type { Store } from '../../boot/storage.js';
import type { Clock } from '../../core/clock.js';
import type { Guard } from '../../core/guard.js';
import type { Report } from '../../core/problems.js';
import type { Exporter, Stamp } from '../exporter.js';
import type { ReadBody } from './answer.js';
import { openBoxes } from './boxes.js';
import { createPost } from './post.js';
import { BATCH_MS, createTransport, type Encoder } from './transport.js';

/** What an exporter with a network needs of the page. */
export interface DeliveryPort {
  readonly window: Window & typeof globalThis;
  readonly clock: Clock;
  readonly guard: Guard;
  readonly report: Report;
  /** Addresses that are ours: what becomes of requests to them says nothing of the page. */
  readonly own: Set<string>;
  /** What outlasts the page, of all tabs; nothing where nothing may be stored. */
  readonly store: Store | undefined;
  readonly stamp: Stamp;
  /** For what belongs together. */
  newId(): string;
  /** Whether there still is consent. */
  may(): boolean;
  /** The server says that these triggers do harm. */
  off(triggers: readonly string[]): void;
}

export interface Receiver {
  readonly url: string;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly encoder: Encoder;
  readonly readBody: ReadBody;
  /** Of the storage; receivers do not share. */
  readonly key: string;
  /** Where the configuration names it. */
  readonly path: string;
}

const PART = 'report/delivery';
/** Who wants to save data gets fewer requests. */
const SAVING_FACTOR = 3;

/** Delivers to one receiver for as long as the page lives. */
export function startDelivery(port: DeliveryPort, receiver: Receiver): Exporter {
  const { window, clock, guard, report, own, store, stamp, may, off, newId } = port;
  const { document, navigator } = window;
  const { type, headers, encoder, readBody, key, path } = receiver;
  // By the prototypes: an image named `hidden` would keep every page in the background.
  const read = (name: 'baseURI' | 'hidden') => Reflect.get(Document.prototype, name, document) as string;
  const url = new URL(receiver.url, read('baseURI')).href;
  own.add(url);
  const connection = Reflect.get(navigator, 'connection') as { saveData?: boolean } | undefined;
  const transport = createTransport({
    clock,
    random: () => Math.random(),
    encoder,
    post: createPost({
      clock,
      sender: window,
      url,
      type,
      headers,
      readBody,
    }),
    boxes: openBoxes(store, key, newId()),
    stamp,
    may,
    off,
    guard,
    report,
    path,
    batchMs: connection?.saveData === true ? SAVING_FACTOR * BATCH_MS : BATCH_MS,
  });

  // Opened in the background, or before anybody asked for it.
  if (read('hidden')) transport.leave();
  const undo: (() => void)[] = [];
  const listen = (target: EventTarget, event: string, heard: () => void) => {
    const fn = guard(PART, heard);
    undo.push(() => target.removeEventListener(event, fn));
    guard.always(PART, () => target.addEventListener(event, fn));
  };
  const look = () => read('hidden') || transport.back();
  listen(window, 'visibilitychange', look);
  // Not every engine tells a page that comes out of the back/forward cache that it can be seen.
  listen(window, 'pageshow', look);
  listen(window, 'online', transport.soon);
  return {
    ...transport,
    stop() {
      for (const fn of undo.splice(0)) guard.always(PART, fn);
      transport.stop();
    },
  };
}
