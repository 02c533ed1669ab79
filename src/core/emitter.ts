/** Typed listeners: a failing one never starves the others. */
export interface Emitter<Events extends object> {
  on<K extends keyof Events>(type: K, fn: (detail: Events[K]) => void): () => void;
  emit<K extends keyof Events>(type: K, detail: Events[K]): void;
  clear(): void;
}

export function createEmitter<Events extends object>(failed: (error: unknown) => void): Emitter<Events> {
  const listeners = new Map<keyof Events, Set<(detail: never) => void>>();
  return {
    on(type, fn) {
      let set = listeners.get(type);
      if (!set) listeners.set(type, (set = new Set()));
      set.add(fn);
      return () => void set.delete(fn);
    },
    emit(type, detail) {
      for (const fn of [...(listeners.get(type) ?? [])] as ((detail: unknown) => void)[]) {
        try {
          fn(detail);
        } catch (error) {
          failed(error);
        }
      }
    },
    clear: () => listeners.clear(),
  };
}
