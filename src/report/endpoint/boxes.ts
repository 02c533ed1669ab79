import type { Store } from '../../boot/storage.js';
import { isObject, isWhole } from '../../core/sound.js';
import type { WireEvent } from '../events.js';
import { boxKeys } from '../keys.js';
import { LOSSES, MAX_EVENTS, type Counts } from './outbox.js';
import { plainJson } from '../../core/plain-json.js';
import { MAX_ORDERED_MS } from './waits.js';

/** An event has some hundred bytes; what is longer is not ours. */
const MAX_EVENT_LENGTH = 4_096;
const MAX_COUNT = 1e9;

export interface Stored {
  readonly event: WireEvent;
  readonly left: boolean;
}
/** What one page has not delivered. */
export interface Box {
  readonly events: readonly Stored[];
  readonly lost: Counts;
  /** Wall-clock time before which the server does not want to be asked. */
  readonly quiet: number;
}
interface Kept extends Box {
  readonly page: string;
  /** Wall-clock time up to which its page sends it; then whichever page comes first. */
  readonly until: number;
}

/**
 * Boxes in a storage that all tabs share: one for each page that has something to deliver. Each page writes only its own, and
 * a box is taken over by another page only once its own page has left it. Two that take over the same box deliver it twice,
 * which the receiver notices by `sid` and `seq`; none is lost.
 */
export interface Boxes {
  /** What pages have left behind; it is theirs until the next `keep`. */
  adopt(wall: number): Box[];
  /** Keeps what this page has not delivered; says whether that is stored now. */
  keep(box: Box, until: number, wall: number): boolean;
  /** All boxes, of all pages. */
  forget(): void;
}

export function openBoxes(store: Store | undefined, key: string, page: string): Boxes {
  let storage = store;
  const keys = boxKeys(key);
  const adopted = new Set<string>();
  let mine: string | undefined;
  let leased = 0;

  /** Whatever is no box counts as none, and is written over. */
  const read = (name: string): Kept | undefined => asBox(storage?.read(name));
  const isFree = ({ page: holder, until }: Kept, wall: number) =>
    // Later than any lease of ours: the clock was set back, or somebody else wrote it.
    holder !== page && (until <= wall || until > wall + 2 * MAX_ORDERED_MS);

  function place(wall: number): string | undefined {
    const now = mine === undefined ? undefined : read(mine);
    if (mine !== undefined && now === undefined && leased > wall) {
      // Somebody has emptied the storage: whoever did, does not want to find things of ours in it.
      storage = undefined;
      return undefined;
    }
    if (mine !== undefined && (now === undefined || now.page === page)) return mine;
    return keys.find((name) => {
      const there = read(name);
      return there === undefined || adopted.has(name) || there.page === page;
    });
  }
  function write(name: string, text: string): boolean {
    // Some storages drop or change what they are given.
    return !!storage?.write(name, text) && storage.read(name) === text;
  }
  function release(except?: string): void {
    for (const name of adopted) if (name !== except) storage?.remove(name);
    adopted.clear();
  }

  return {
    adopt(wall) {
      const found: Box[] = [];
      for (const name of keys) {
        const there = read(name);
        if (!there || adopted.has(name) || !isFree(there, wall)) continue;
        adopted.add(name);
        found.push(there);
      }
      return found;
    },
    keep(box, until, wall) {
      if (box.events.length === 0 && Object.keys(box.lost).length === 0) {
        if (mine !== undefined && read(mine)?.page === page) storage?.remove(mine);
        release();
        mine = undefined;
        return true;
      }
      const name = place(wall);
      if (name === undefined) return false;
      const text = plainJson({ ...box, page, until } satisfies Kept);
      let written = write(name, text);
      if (!written && adopted.size > 0) {
        // No room for both; what was adopted is in here.
        release(name);
        written = write(name, text);
      }
      release(name);
      // Better nothing than half of it.
      if (!written) storage?.remove(name);
      mine = written ? name : undefined;
      leased = until;
      return written;
    },
    forget() {
      for (const name of keys) store?.remove(name);
      adopted.clear();
      mine = undefined;
    },
  };
}

function asBox(text: unknown): Kept | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const read: unknown = JSON.parse(text);
    if (!isObject(read)) return undefined;
    const { page, until, quiet, lost, events } = read;
    if (typeof page !== 'string' || !isWhole(until) || !isWhole(quiet) || !isObject(lost)) return undefined;
    if (!Array.isArray(events)) return undefined;
    return {
      page,
      until,
      quiet,
      lost: Object.fromEntries(
        LOSSES.flatMap((why) => {
          const n = Object.hasOwn(lost, why) ? lost[why] : undefined;
          return isWhole(n) && n < MAX_COUNT ? [[why, n]] : [];
        }),
      ) as Counts,
      events: events.slice(0, 2 * MAX_EVENTS).filter(isStored),
    };
  } catch {
    return undefined;
  }
}

function isStored(value: unknown): value is Stored {
  if (!isObject(value) || !isObject(value['event'])) return false;
  const { antes, type, sid, seq, at } = value['event'];
  return (
    antes === 1 &&
    typeof type === 'string' &&
    typeof sid === 'string' &&
    isWhole(seq) &&
    isWhole(at) &&
    typeof value['left'] === 'boolean' &&
    plainJson(value['event']).length <= MAX_EVENT_LENGTH
  );
}
