import type { Guard } from '../core/guard.js';
import { native } from '../observe/native.js';

/** Listeners of the house itself, beside those that observe: the page comes, is left, is written anew. */
export interface Listening {
  /** Until Antes is stopped, or what it returns is called. */
  listen(target: EventTarget, type: string, fn: (event: Event) => void, capture?: boolean): () => void;
  /** `document.open()` has taken all of them away. */
  again(): void;
  stop(): void;
}

export function createListening(page: Window & typeof globalThis, guard: Guard): Listening {
  const all = new Map<() => void, () => void>();
  return {
    listen(target, type, fn, capture = false) {
      // The document's own may be hidden by an image of that name.
      const call = (name: 'addEventListener' | 'removeEventListener') =>
        native<typeof addEventListener>(page, EventTarget.prototype, name).call(target, type, fn, {
          capture,
          passive: true,
        });
      const add = () => call('addEventListener');
      const remove = () => {
        all.delete(remove);
        call('removeEventListener');
      };
      all.set(remove, add);
      add();
      return remove;
    },
    again() {
      for (const add of all.values()) add();
    },
    stop() {
      // Each under its own name: however many fail, none keeps the others.
      [...all.keys()].forEach((remove, i) => guard.run(`stop/${i}`, remove));
    },
  };
}
