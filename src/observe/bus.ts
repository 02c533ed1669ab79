import { native } from './native.js';

type Listener = (event: Event) => void;

/**
 * The one place that adds listeners. However many parts want an event, the page carries one listener for it: capturing
 * and passive, on the window unless said otherwise, and only while somebody wants it.
 */
export interface Bus {
  /**
   * `types` are separated by spaces; with a `!` behind it, events that scripts dispatch are heard too. Returns the way to
   * stop.
   */
  on(types: string, fn: Listener, target?: EventTarget): () => void;
  stop(): void;
}

const OPTIONS = { capture: true, passive: true };

export function createBus(window: Window & typeof globalThis): Bus {
  const proto = window.EventTarget.prototype;
  const add = native<EventTarget['addEventListener']>(window, proto, 'addEventListener');
  const remove = native<EventTarget['removeEventListener']>(window, proto, 'removeEventListener');
  const heard = new Map<string, { wanted: Set<Listener>; off(): void }>();

  const listen = (name: string, target: EventTarget) => {
    const type = name.replace('!', '');
    const all = name !== type || type === 'unhandledrejection';
    const wanted = new Set<Listener>();
    const listener = (event: Event) => {
      // What scripts dispatch tells nothing of a customer. WebKitGTK does not call its own rejections trusted.
      if (event.isTrusted || all) for (const fn of Array.from(wanted)) fn(event);
    };
    add.call(target, type, listener, OPTIONS);
    return { wanted, off: () => remove.call(target, type, listener, OPTIONS) };
  };
  return {
    on(types, fn, target = window) {
      const stops = types.split(' ').map((type) => {
        const entry = heard.get(type) ?? listen(type, target);
        heard.set(type, entry);
        entry.wanted.add(fn);
        return () => {
          if (!entry.wanted.delete(fn) || entry.wanted.size > 0) return;
          entry.off();
          heard.delete(type);
        };
      });
      return () => stops.forEach((stop) => stop());
    },
    stop() {
      for (const { off } of heard.values()) off();
      heard.clear();
    },
  };
}
