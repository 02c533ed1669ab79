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
  /** What is heard on the window is heard in this one as well; returns the way to leave it. */
  enter(view: Window): () => void;
  stop(): void;
}

const OPTIONS = { capture: true, passive: true };

export function createBus(window: Window & typeof globalThis): Bus {
  const proto = window.EventTarget.prototype;
  const add = native<EventTarget['addEventListener']>(window, proto, 'addEventListener');
  const remove = native<EventTarget['removeEventListener']>(window, proto, 'removeEventListener');
  interface Entry {
    readonly type: string;
    readonly target: EventTarget;
    readonly wanted: Set<Listener>;
    readonly listener: Listener;
  }
  const heard = new Set<Entry>();
  const views = new Set<EventTarget>([window]);

  const targets = ({ target }: Entry) => (target === window ? views : [target]);
  const type = (name: string) => name.replace('!', '');
  const listen = (name: string, target: EventTarget): Entry => {
    const all = /!|^unhandledrejection/.test(name);
    const wanted = new Set<Listener>();
    const listener = (event: Event) => {
      // What scripts dispatch tells nothing of a customer. WebKitGTK does not call its own rejections trusted.
      if (event.isTrusted || all) for (const fn of Array.from(wanted)) fn(event);
    };
    const entry = { type: name, target, wanted, listener };
    heard.add(entry);
    for (const one of targets(entry)) add.call(one, type(name), listener, OPTIONS);
    return entry;
  };
  const off = (entry: Entry) => {
    heard.delete(entry);
    for (const one of targets(entry)) remove.call(one, type(entry.type), entry.listener, OPTIONS);
  };
  return {
    on(types, fn, target = window) {
      const stops = types.split(' ').map((name) => {
        const entry =
          [...heard].find((one) => one.type === name && one.target === target) ?? listen(name, target);
        entry.wanted.add(fn);
        return () => {
          if (entry.wanted.delete(fn) && entry.wanted.size === 0) off(entry);
        };
      });
      return () => stops.forEach((stop) => stop());
    },
    enter(view) {
      const inner = () => [...heard].filter(({ target }) => target === window);
      views.add(view);
      for (const { type: name, listener } of inner()) add.call(view, type(name), listener, OPTIONS);
      return () => {
        views.delete(view);
        for (const { type: name, listener } of inner()) remove.call(view, type(name), listener, OPTIONS);
      };
    },
    stop() {
      for (const entry of heard) off(entry);
      views.clear();
    },
  };
}
