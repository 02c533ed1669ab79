import { asTold } from '../core/real.js';
import { native } from './native.js';

type Listener = (event: Event) => void;

/**
 * The one place that adds listeners. However many parts want an event, the page carries one listener for it: capturing
 * and passive, on the window unless said otherwise, and only while somebody wants it.
 */
export interface Bus {
  /**
   * `types` are separated by spaces; with a `!` behind it, what scripts dispatch is heard, and nothing else. Returns the way
   * to stop.
   */
  on(types: string, fn: Listener, target?: EventTarget): () => void;
  /** What is heard on the window is heard in this one as well; returns the way to leave it. */
  enter(view: Window): () => void;
  /** Whether somebody listens to events of this type. */
  hears(type: string): boolean;
  /** Tells an event on its way through the page, to which nobody had listened when it came. */
  hear(event: Event): void;
  stop(): void;
}

/** Never changed in place: whoever comes or goes while an event is told does so for the next one. */
interface Heard {
  readonly name: string;
  readonly target: EventTarget;
  wanted: readonly Listener[];
  readonly listener: Listener;
}

/** `over` is called when everybody has heard of an event. */
export function createBus(window: Window & typeof globalThis, over: () => void): Bus {
  const proto = window.EventTarget.prototype;
  const add = native<EventTarget['addEventListener']>(window, proto, 'addEventListener');
  const remove = native<EventTarget['removeEventListener']>(window, proto, 'removeEventListener');
  const heard = new Set<Heard>();
  const views = new Set<EventTarget>([window]);

  const targets = ({ target }: Heard) => (target === window ? views : [target]);
  const change = (how: typeof add | typeof remove, { name, listener }: Heard, target: EventTarget) => {
    try {
      // An object of its own each time: wrappers change what they are given.
      how.call(target, name.replace('!', ''), listener, { capture: true, passive: true });
    } catch (error) {
      // A frame that has gone to another origin allows nothing; its listeners went with its page.
      if (how === add && (target === window || !views.has(target))) throw error;
    }
  };
  const listen = (name: string, target: EventTarget): Heard => {
    // What scripts dispatch tells nothing of a customer. WebKitGTK does not call its own rejections trusted.
    const unwanted = name === 'unhandledrejection' ? undefined : name.includes('!');
    const entry: Heard = {
      name,
      target,
      wanted: [],
      listener(event) {
        if (event.isTrusted === unwanted) return;
        const seen = asTold(event);
        for (const fn of entry.wanted) fn(seen);
        over();
      },
    };
    for (const one of targets(entry)) change(add, entry, one);
    heard.add(entry);
    return entry;
  };
  const off = (entry: Heard) => {
    heard.delete(entry);
    for (const one of targets(entry)) change(remove, entry, one);
  };
  return {
    on(types, fn, target = window) {
      const entries: Heard[] = [];
      const stop = () => {
        for (const entry of entries.splice(0)) {
          entry.wanted = entry.wanted.filter((one) => one !== fn);
          if (entry.wanted.length === 0) off(entry);
        }
      };
      try {
        for (const name of types.split(' ')) {
          let entry: Heard | undefined;
          for (const one of heard) if (one.name === name && one.target === target) entry = one;
          entry ??= listen(name, target);
          entry.wanted = [...entry.wanted, fn];
          entries.push(entry);
        }
      } catch (error) {
        // All of them or none.
        stop();
        throw error;
      }
      return stop;
    },
    enter(view) {
      const inner = () => [...heard].filter(({ target }) => target === window);
      views.add(view);
      for (const entry of inner()) change(add, entry, view);
      return () => {
        views.delete(view);
        for (const entry of inner()) change(remove, entry, view);
      };
    },
    hears: (type) => [...heard].some(({ name }) => name === type),
    hear(event) {
      for (const { name, listener } of heard) if (name === event.type) listener(event);
    },
    stop() {
      for (const entry of heard) off(entry);
      views.clear();
    },
  };
}
