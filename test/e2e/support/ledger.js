/*
 * Classic script, first in a test page: counts listeners, observers, timers and frames that are alive, so that a test
 * can see whether everything that was started has been stopped.
 */
(() => {
  const alive = new Map();
  const add = (what) => alive.set(what, (alive.get(what) ?? 0) + 1);
  const drop = (what) => alive.set(what, (alive.get(what) ?? 0) - 1);

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const heard = [];
  const find = (target, type, listener, capture) =>
    heard.findIndex(
      (one) =>
        one.target === target && one.type === type && one.listener === listener && one.capture === capture,
    );
  const captures = (options) => (typeof options === 'object' ? !!options?.capture : !!options);
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    addEventListener.call(this, type, listener, options);
    const target = this ?? globalThis;
    const capture = captures(options);
    if (!listener || target instanceof AbortSignal || find(target, type, listener, capture) >= 0) return;
    heard.push({ target, type, listener, capture });
    const end = () => forget(target, type, listener, capture);
    if (options?.signal) addEventListener.call(options.signal, 'abort', end, { once: true });
    if (options?.once) addEventListener.call(target, type, end, { once: true, capture });
  };
  const forget = (target, type, listener, capture) => {
    const place = find(target, type, listener, capture);
    if (place >= 0) heard.splice(place, 1);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    removeEventListener.call(this, type, listener, options);
    forget(this ?? globalThis, type, listener, captures(options));
  };
  // A listener on an element that has left the page has left with it.
  const isThere = ({ target }) => !(target instanceof Node) || target.isConnected;
  const nameOf = ({ target, type }) => `${type} on ${target.localName ?? target.constructor.name}`;

  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'PerformanceObserver']) {
    const Original = globalThis[name];
    if (!Original) continue;
    globalThis[name] = class extends Original {
      #on = false;
      observe(...args) {
        super.observe(...args);
        if (!this.#on) add(name);
        this.#on = true;
      }
      disconnect() {
        super.disconnect();
        if (this.#on) drop(name);
        this.#on = false;
      }
    };
    // As the browser's own are: who wraps it looks for them.
    for (const method of ['observe', 'disconnect'])
      Object.defineProperty(globalThis[name].prototype, method, { enumerable: true });
  }
  const timers = (set, clear, repeats) => {
    const start = globalThis[set];
    const stop = globalThis[clear];
    if (!start) return;
    const open = new Set();
    globalThis[set] = (fn, ...rest) => {
      const id = start.call(
        globalThis,
        (...args) => {
          if (!repeats && open.delete(id)) drop(set);
          return fn(...args);
        },
        ...rest,
      );
      open.add(id);
      add(set);
      return id;
    };
    globalThis[clear] = (id) => {
      if (open.delete(id)) drop(set);
      return stop.call(globalThis, id);
    };
  };
  timers('setTimeout', 'clearTimeout', false);
  timers('setInterval', 'clearInterval', true);
  timers('requestAnimationFrame', 'cancelAnimationFrame', false);
  timers('requestIdleCallback', 'cancelIdleCallback', false);
  globalThis.ledger = () => ({
    listeners: heard.filter(isThere).map(nameOf).sort(),
    ...Object.fromEntries([...alive].filter(([, count]) => count !== 0)),
  });
})();
