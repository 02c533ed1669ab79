/** One value that others follow. */
export interface Store<T> {
  get(): T;
  set(value: T): void;
  /** Calls `fn` at once and after every change; returns the way to stop that. */
  subscribe(fn: (value: T) => void): () => void;
}

/**
 * A value that is set while it is being told is told next, so that everybody sees the same values in the same order.
 * Our own twenty lines instead of a library: those at hand leave a global on the page.
 */
export function createStore<T>(initial: T): Store<T> {
  const followers = new Set<(value: T) => void>();
  let current = initial;
  let telling = false;
  let changed = false;
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      changed = true;
      if (telling) return;
      telling = true;
      try {
        while (changed) {
          changed = false;
          const told = current;
          for (const fn of followers) fn(told);
        }
      } finally {
        telling = false;
      }
    },
    subscribe(fn) {
      followers.add(fn);
      fn(current);
      return () => void followers.delete(fn);
    },
  };
}
