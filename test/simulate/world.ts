import type { JournalRecord } from '../../src/core/records.js';

export type Body<R = JournalRecord> = R extends JournalRecord ? Omit<R, 'at'> : never;

/** Virtual time, what is going to happen in it, and the records that observe would have made of it. */
export interface World {
  readonly now: number;
  readonly records: JournalRecord[];
  /** Lets time pass; what is due meanwhile happens, in order. */
  wait(ms: number): void;
  later(ms: number, fn: () => void): void;
  tell(body: Body): void;
}

export function createWorld(): World {
  const records: JournalRecord[] = [];
  const queue: { readonly at: number; readonly fn: () => void }[] = [];
  let now = 0;
  const world: World = {
    get now() {
      return now;
    },
    records,
    wait(ms) {
      const until = now + ms;
      for (let next = queue[0]; next && next.at <= until; next = queue[0]) {
        queue.shift();
        now = next.at;
        next.fn();
      }
      now = until;
    },
    later(ms, fn) {
      const at = now + ms;
      const before = queue.findLastIndex((one) => one.at <= at);
      queue.splice(before + 1, 0, { at, fn });
    },
    tell: (body) => void records.push({ ...body, at: Math.round(now) }),
  };
  return world;
}
