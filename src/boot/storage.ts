import { jsonOf } from '../core/json.js';
import type { Report } from '../core/problems.js';

/** The part of the Web Storage interface that is used; a page may hand over its own. */
export interface StorageLike {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Plain values under a name. Never throws; where the browser refuses, things are simply not remembered. */
export interface Store {
  read(key: string): unknown;
  /** Whether it is there now. */
  write(key: string, value: unknown): boolean;
  remove(key: string): void;
}

const PROBE = 'antes.probe';
/** More than this is not ours: a state has some kilobytes. */
const MAX_LENGTH = 1_000_000;

/** Some storages drop or change what they are given, and say nothing. */
function keep(storage: StorageLike, key: string, text: string): void {
  storage.setItem(key, text);
  if (storage.getItem(key) === text) return;
  storage.removeItem(key);
  throw new Error('not kept');
}

/**
 * Opens a storage if it really works. In sandboxed frames reading `window.localStorage` throws already, and a
 * full or blocked one throws at the first write.
 */
export function openStore(get: () => StorageLike | null | undefined, name: string, report: Report): Store {
  /** Nothing is touched before it is asked for: without consent, not even to try it. */
  let opened: StorageLike | null | undefined;
  function open(): StorageLike | null {
    if (opened !== undefined) return opened;
    opened = null;
    try {
      const storage = get() ?? null;
      if (storage) keep(storage, PROBE, '1');
      storage?.removeItem(PROBE);
      opened = storage;
    } catch {
      report(
        'STORAGE_BLOCKED',
        name,
        `${name} cannot be used here; what should outlast this page is not remembered.`,
      );
    }
    return opened;
  }
  return {
    read(key) {
      try {
        const text = open()?.getItem(key) ?? 'null';
        return text.length > MAX_LENGTH ? undefined : ((JSON.parse(text) as unknown) ?? undefined);
      } catch {
        return undefined;
      }
    },
    write(key, value) {
      try {
        const storage = open();
        if (storage) keep(storage, key, jsonOf(value));
        return storage !== null;
      } catch {
        report(
          'STORAGE_BLOCKED',
          name,
          `${name} is full or was blocked; what should outlast this page is not remembered.`,
        );
        return false;
      }
    },
    remove(key) {
      try {
        // Not through `open`: taking away writes nothing.
        get()?.removeItem(key);
      } catch {
        // Not there, then.
      }
    },
  };
}
