import { native } from './native.js';

type Listener = (event: Event) => void;

/**
 * The one place that adds listeners. However many parts want an event, the page carries one listener for it: capturing
 * and passive, on the window unless said otherwise, and only while somebody wants it.
 */
export interface Bus {
  /** `types` are separated by spaces. Returns the way to stop. */
  on(types: string, fn: Listener, target?: EventTarget): () => void;
  stop(): void;
}

/** Never changed in place: whoever comes or goes while an event is told does so for the next one. */
interface Heard {
  wanted: readonly Listener[];
  off(): void;
}

const OPTIONS = { capture: true, passive: true };

export function createBus(window: Window & typeof globalThis): Bus {
  const proto = window.EventTarget.prototype;
  const add = native<EventTarget['addEventListener']>(window, proto, 'addEventListener');
  const remove = native<EventTarget['removeEventListener']>(window, proto, 'removeEventListener');
  const heard = new Map<EventTarget, Map<string, Heard>>();

  const listen = (type: string, target: EventTarget): Heard => {
    const listener = (event: Event) => {
      // What scripts dispatch tells nothing of a customer. WebKitGTK does not call its own rejections trusted.
      if (event.isTrusted || type === 'unhandledrejection') for (const fn of one.wanted) fn(event);
    };
    const one: Heard = { wanted: [], off: () => remove.call(target, type, listener, OPTIONS) };
    add.call(target, type, listener, OPTIONS);
    return one;
  };
  return {
    on(types, fn, target = window) {
      const here = heard.get(target) ?? new Map<string, Heard>();
      heard.set(target, here);
      const stops = types.split(' ').map((type) => {
        const entry = here.get(type) ?? listen(type, target);
        here.set(type, entry);
        entry.wanted = [...entry.wanted, fn];
        return () => {
          if (!entry.wanted.includes(fn)) return;
          entry.wanted = entry.wanted.filter((one) => one !== fn);
          if (entry.wanted.length > 0) return;
          entry.off();
          here.delete(type);
        };
      });
      return () => stops.forEach((stop) => stop());
    },
    stop() {
      for (const here of heard.values()) for (const { off } of here.values()) off();
      heard.clear();
    },
  };
}
