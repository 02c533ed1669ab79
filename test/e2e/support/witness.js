/*
 * Classic script, first in a test page: writes down what Antes tells, over page loads too, and when the customer last
 * did something. It only listens.
 */
(() => {
  const KEY = 'witness';
  // `?fresh`: nothing is to be remembered of the pages before.
  const told = location.search === '?fresh' ? [] : JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  sessionStorage.setItem(KEY, JSON.stringify(told));
  let lastInput = performance.now();
  for (const type of ['keydown', 'pointerdown', 'keyup', 'pointerup'])
    addEventListener(type, () => (lastInput = performance.now()), { capture: true, passive: true });
  for (const type of ['signal', 'level', 'help', 'contact', 'problem'])
    document.addEventListener(`antes:${type}`, ({ detail }) => {
      const sinceInput = Math.round(performance.now() - lastInput);
      told.push({ type, detail, sinceInput, focus: document.activeElement?.id ?? '' });
      sessionStorage.setItem(KEY, JSON.stringify(told));
    });
  globalThis.witness = told;
})();
