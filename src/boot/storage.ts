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
  write(key: string, value: unknown): void;
  remove(key: string): void;
}

const PROBE = 'antes.probe';

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
      storage?.setItem(PROBE, '1');
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
        return (JSON.parse(open()?.getItem(key) ?? 'null') as unknown) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(key, value) {
      try {
        open()?.setItem(key, JSON.stringify(value));
      } catch {
        report(
          'STORAGE_BLOCKED',
          name,
          `${name} is full or was blocked; what should outlast this page is not remembered.`,
        );
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
