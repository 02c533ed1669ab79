import type { Guard } from '../core/guard.js';
import { native } from './dom.js';

/**
 * The one place that adds listeners. However many parts want an event, the page carries one listener for it: capturing
 * and passive, on the window, and only while somebody wants it.
 */
export interface Bus {
  on<E extends Event>(type: string, part: string, fn: (event: E) => void): () => void;
  /** The same for targets off the document's path (`navigation`, `document`). */
  onTarget(target: EventTarget, type: string, part: string, fn: (event: Event) => void): () => void;
  /** How many listeners the page carries now. */
  readonly size: number;
}

const OPTIONS = { capture: true, passive: true };

export function createBus(window: Window & typeof globalThis, guard: Guard): Bus {
  const proto = window.EventTarget.prototype;
  const add = native<EventTarget['addEventListener']>(window, proto, 'addEventListener');
  const remove = native<EventTarget['removeEventListener']>(window, proto, 'removeEventListener');
  const handlers = new Map<string, Set<(event: Event) => void>>();
  const natives = new Map<string, (event: Event) => void>();
  let others = 0;

  return {
    on(type, part, fn) {
      // What scripts dispatch themselves says nothing about a customer.
      const handler = guard(part, fn) as (event: Event) => void;
      let set = handlers.get(type);
      if (!set) {
        const own = (set = new Set());
        const listener = (event: Event) => {
          if (event.isTrusted) for (const each of Array.from(own)) each(event);
        };
        guard.run('observe/bus', () => add.call(window, type, listener, OPTIONS));
        handlers.set(type, set);
        natives.set(type, listener);
      }
      set.add(handler);
      return () => {
        if (!set.delete(handler) || set.size > 0) return;
        const listener = natives.get(type);
        if (listener) remove.call(window, type, listener, OPTIONS);
        handlers.delete(type);
        natives.delete(type);
      };
    },
    onTarget(target, type, part, fn) {
      const handler = guard(part, fn) as (event: Event) => void;
      add.call(target, type, handler, OPTIONS);
      others++;
      let on = true;
      return () => {
        if (!on) return;
        on = false;
        others--;
        remove.call(target, type, handler, OPTIONS);
      };
    },
    get size() {
      return handlers.size + others;
    },
  };
}
