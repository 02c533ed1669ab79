/**
 * The page's own script. Each press changes the page six times, each second key once; most presses of buttons ask the
 * server. It counts what it has done, so that a load which was not played as planned is not measured.
 */
(() => {
  const MOST_FETCHES = 200;
  const done = { presses: 0, keys: 0, fetches: 0, answers: 0, mutations: 0 };
  const byId = (id) => document.getElementById(id);
  const change = (act) => {
    act();
    done.mutations++;
  };
  let buttons = 0;

  function answer(text) {
    change(() => (byId('status').firstChild.data = text));
  }
  async function ask(what) {
    done.fetches++;
    const response = await fetch(`/api/basket?line=${what}`);
    const { line } = await response.json();
    answer(`Line ${line} is in the basket`);
    done.answers++;
  }

  document.addEventListener('click', ({ target }) => {
    const pressed = target.closest('[data-press], [data-type]');
    if (!pressed) return;
    const count = String(++done.presses);
    const log = byId('log');
    change(() => (byId('basket').firstChild.data = count));
    change(() => (pressed.closest('.card') ?? pressed).classList.toggle('chosen'));
    change(() => pressed.setAttribute('data-count', count));
    change(() => log.prepend(Object.assign(document.createElement('li'), { textContent: `Line ${count}` })));
    change(() => log.lastElementChild.remove());
    const asks = pressed.matches('[data-press]') && buttons++ % 4 !== 3 && done.fetches < MOST_FETCHES;
    if (asks) void ask(count);
    else answer(`Press ${count}`);
  });
  document.addEventListener('input', ({ target }) => {
    if (done.keys++ % 2 === 0) change(() => (byId('length').firstChild.data = String(target.value.length)));
  });

  const events = [];
  const seen = { longTasks: 0, shifted: 0 };
  const watch = (type, options, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, ...options });
  watch('event', { durationThreshold: 16 }, ({ interactionId, duration, startTime }) => {
    if (interactionId) events.push([interactionId, duration, startTime]);
  });
  watch('longtask', { buffered: true }, () => seen.longTasks++);
  watch('layout-shift', { buffered: true }, ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shifted += value;
  });
  window.bench = {
    done,
    seen,
    /** Of each interaction since then that took 16 ms or more, how long. */
    interactions(since) {
      const longest = new Map();
      for (const [id, duration, at] of events)
        if (at >= since) longest.set(id, Math.max(duration, longest.get(id) ?? 0));
      return [...longest.values()];
    },
  };
})();
