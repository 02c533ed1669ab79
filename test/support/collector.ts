import type { WireEvent } from '../../src/report/events.js';

/** What reports were received, de-duplicated as the documentation says. */
export interface Collector {
  readonly events: Map<string, WireEvent>;
  /** Received, duplicates included. */
  readonly received: number;
  /** Lines that are no event. */
  readonly corrupted: readonly string[];
  /** One body; how many events are in it. */
  take(body: string): number;
  /** Losses that were told, by reason. */
  lost(): Record<string, number>;
}

export const idOf = ({ sid, seq }: { sid: string; seq: number }): string => `${sid} ${seq}`;

export function createCollector(): Collector {
  const events = new Map<string, WireEvent>();
  const corrupted: string[] = [];
  let received = 0;
  return {
    events,
    corrupted,
    get received() {
      return received;
    },
    take(body) {
      const lines = body.split('\n').filter((line) => line !== '');
      for (const line of lines) {
        try {
          const { sent, ...event } = JSON.parse(line) as WireEvent & { sent: number };
          const before = events.get(idOf(event));
          // The same number again is the same event again.
          if (!Number.isInteger(sent) || (before && JSON.stringify(before) !== JSON.stringify(event)))
            throw new Error('not the same');
          events.set(idOf(event), event);
          received++;
        } catch {
          corrupted.push(line);
        }
      }
      return lines.length;
    },
    lost() {
      const sum: Record<string, number> = {};
      for (const event of events.values())
        if (event.type === 'dropped')
          for (const [why, n] of Object.entries(event.counts)) sum[why] = (sum[why] ?? 0) + n;
      return sum;
    },
  };
}
