/** Typed listeners: a failing one never starves the others. */
export interface Emitter<Events extends object> {
  on<K extends keyof Events>(type: K, fn: (detail: Events[K]) => void): () => void;
  emit<K extends keyof Events>(type: K, detail: Events[K]): void;
  clear(): void;
}

type Listener = (detail: never) => void;

export function createEmitter<Events extends object>(failed: (error: unknown) => void): Emitter<Events> {
  // No Map and no Set: that a page has its own of them is told through this.
  const none = () => Object.create(null) as Partial<Record<keyof Events, readonly Listener[]>>;
  let listeners = none();
  return {
    on(type, fn) {
      const others = () => (listeners[type] ?? []).filter((one) => one !== fn);
      listeners[type] = [...others(), fn];
      return () => void (listeners[type] = others());
    },
    emit(type, detail) {
      for (const fn of (listeners[type] ?? []) as readonly ((detail: unknown) => void)[]) {
        try {
          fn(detail);
        } catch (error) {
          failed(error);
        }
      }
    },
    clear: () => void (listeners = none()),
  };
}
