/*
 * Classic script, first in a test page: writes down, over page loads too, what the page's own scripts can notice of its
 * events, its console and its globals. Two runs of the same story must give the same log.
 */
(() => {
  const KEY = 'page-log';
  const log = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  const keep = (line) => {
    log.push(line);
    sessionStorage.setItem(KEY, JSON.stringify(log));
  };
  const name = (node) => node?.id || node?.localName || (node === document ? 'document' : 'window');
  const TYPES =
    'pointerdown pointerup mousedown mouseup click keydown keyup beforeinput input change invalid submit focusin focusout';
  keep(`page ${location.pathname}`);
  for (const type of TYPES.split(' ')) {
    addEventListener(type, (event) => keep(`${type} ${name(event.target)}`), true);
    // Last of all: what became of it.
    addEventListener(
      type,
      (event) => event.defaultPrevented && keep(`${type} ${name(event.target)} prevented`),
    );
  }
  for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
    const original = console[level];
    console[level] = function (...args) {
      keep(`console.${level} ${args.join(' ')}`);
      return original.apply(this, args);
    };
  }
  addEventListener('error', ({ message }) => keep(`error ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => keep(`rejection ${reason}`));
  globalThis.pageLog = log;
})();
