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

const NOTHING: Store = { read: () => undefined, write: () => {}, remove: () => {} };

/**
 * Opens a storage if it really works. In sandboxed frames reading `window.localStorage` throws already, and a
 * full or blocked one throws at the first write.
 */
export function openStore(get: () => StorageLike | null | undefined, name: string, report: Report): Store {
  let storage: StorageLike | null | undefined;
  const probe = 'antes.probe';
  try {
    storage = get();
    if (!storage) return NOTHING;
    storage.setItem(probe, '1');
    storage.removeItem(probe);
  } catch {
    report(
      'STORAGE_BLOCKED',
      name,
      `${name} cannot be used here; what should outlast this page is not remembered.`,
    );
    return NOTHING;
  }
  const use = storage;
  return {
    read(key) {
      try {
        return JSON.parse(use.getItem(key) ?? 'null') as unknown;
      } catch {
        return undefined;
      }
    },
    write(key, value) {
      try {
        use.setItem(key, JSON.stringify(value));
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
        use.removeItem(key);
      } catch {
        // Not there, then.
      }
    },
  };
}
