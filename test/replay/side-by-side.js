/*
 * Classic script, in the head of a page after rrweb's own: records the page with rrweb while Antes looks at it live. What
 * both saw is kept over page loads in this tab.
 */
(() => {
  const KEY = 'side-by-side';
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{"events":[],"records":[]}');
  const { record } = globalThis.rrweb;
  const FULL_SNAPSHOT = 2;
  let recording = false;
  record({
    emit(event) {
      kept.events.push(event);
      recording ||= event.type === FULL_SNAPSHOT;
    },
    recordAfter: 'DOMContentLoaded',
    inlineStylesheet: false,
    inlineImages: false,
    maskAllInputs: true,
    slimDOMOptions: 'all',
    // The shop's sheets and drawings say nothing about struggle.
    blockSelector: 'svg',
  });

  // rrweb tells of no route; recorders add an event of their own.
  let href = location.href;
  const routed = () => {
    if (location.href === href) return;
    href = location.href;
    record.addCustomEvent('route', { href });
  };
  globalThis.navigation?.addEventListener('currententrychange', routed);
  addEventListener('popstate', routed);
  if (!globalThis.navigation) setInterval(routed, 50);

  // What the shop tells Antes, told to the recording as well.
  const listener = {
    emit: (event, data = {}) => record.addCustomEvent('antes:emit', { event, data }),
    facts: (patch) => record.addCustomEvent('antes:facts', patch),
    register: () => {},
  };
  const listen = (antes) => {
    const push = antes.push.bind(antes);
    antes.push = (...commands) => {
      for (const command of commands) command(listener);
      return push(...commands);
    };
  };
  globalThis.antes = [];
  const queue = globalThis.antes;
  // rrweb takes custom events once it records.
  const early = [];
  queue.push = (...commands) => (early.push(...commands), Array.prototype.push.apply(queue, commands));
  const started = setInterval(() => {
    if (!recording || !globalThis.antes || globalThis.antes === queue) return;
    clearInterval(started);
    for (const command of early) command(listener);
    listen(globalThis.antes);
  }, 5);

  const seen = () => {
    const records = globalThis.antes?.journal?.().records ?? [];
    return { events: kept.events, records: [...kept.records, ...records] };
  };
  globalThis.sideBySide = () => {
    // Up to here nothing more happened.
    record.addCustomEvent('end', {});
    return seen();
  };
  const keep = () => sessionStorage.setItem(KEY, JSON.stringify(seen()));
  // The second comes when everybody has heard the first.
  addEventListener('pagehide', keep);
  addEventListener('visibilitychange', keep);
})();
