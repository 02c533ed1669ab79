import type { DroppedBody, WireEvent } from './events.js';

/** One way out. What it cannot deliver it counts; nothing is ever thrown into the page. */
export interface Exporter {
  /** Takes them: from here on they are delivered, kept, or counted as lost. */
  send(events: readonly WireEvent[]): void;
  /** The page is hidden or left: there may be no later. */
  leave(): void;
  stop(): void;
  /** Consent was withdrawn: what waits is thrown away, and nothing of it stays stored. */
  forget(): void;
}

/** The stream of this tab. What an exporter has to say itself (what it has lost) gets its number here. */
export type Stamp = (body: DroppedBody) => WireEvent;
