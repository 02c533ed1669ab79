/*
 * Classic script, first in the hostile page, before anything is broken: keeps what the page's own scripts can notice of
 * its events, its console, its errors and its globals, and what Antes tells. In memory only, by means that it has taken
 * before anybody could replace them.
 */
(() => {
  const { apply, ownKeys, getOwnPropertyDescriptor } = Reflect;
  const { addEventListener } = EventTarget.prototype;
  const { push } = Array.prototype;
  const String_ = String;
  const { isArray } = Array;
  /** JSON of plain data: no `toJSON` that a library has given to arrays and texts has a say in it. */
  const plain = (value) => {
    if (typeof value !== 'object' || value === null)
      return typeof value === 'string' ? quoted(value) : String_(value);
    let parts = '';
    for (const key of ownKeys(value)) {
      if ((isArray(value) && key === 'length') || value[key] === undefined) continue;
      parts += `${parts && ','}${isArray(value) ? '' : `${quoted(key)}:`}${plain(value[key])}`;
    }
    return isArray(value) ? `[${parts}]` : `{${parts}}`;
  };
  const quoted = (text) => {
    let safe = '';
    for (const unit of text)
      safe += /[\w .,:;/#()'-]/.test(unit) ? unit : `\\u${`000${unit.charCodeAt(0).toString(16)}`.slice(-4)}`;
    return `"${safe}"`;
  };
  const log = [];
  const complaints = [];
  const told = [];
  const keep = (list, line) => apply(push, list, [line]);
  const hear = (target, type, fn, capture) => apply(addEventListener, target, [type, fn, capture]);
  const text = (value) => {
    try {
      return value instanceof Error ? `${value.name}: ${value.message}` : String_(value);
    } catch {
      return typeof value;
    }
  };
  const getId = getOwnPropertyDescriptor(Element.prototype, 'id').get;
  const name = (target) =>
    target instanceof Element ? apply(getId, target, []) || 'an element' : 'the page';

  const TYPES =
    'pointerdown pointerup mousedown mouseup click keydown keyup beforeinput input change invalid submit focusin focusout popstate hashchange';
  for (const type of TYPES.split(' ')) {
    hear(window, type, (event) => keep(log, `${type} at ${name(event.target)}`), true);
    // Last of all: what became of it.
    hear(
      window,
      type,
      (event) => event.defaultPrevented && keep(log, `${type} at ${name(event.target)} was prevented`),
    );
  }
  for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
    const original = console[level];
    console[level] = function (...args) {
      let line = `console.${level}`;
      for (const arg of args) line += ` ${text(arg)}`;
      keep(level === 'error' ? complaints : log, line);
      return apply(original, this, args);
    };
  }
  hear(window, 'error', (event) => keep(complaints, `error ${event.message ?? 'of a resource'}`), true);
  hear(window, 'unhandledrejection', (event) => keep(complaints, `rejection ${text(event.reason)}`));
  hear(document, 'securitypolicyviolation', (event) =>
    keep(complaints, `policy ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`),
  );
  for (const type of ['signal', 'level', 'help', 'contact', 'problem'])
    hear(document, `antes:${type}`, ({ detail }) => keep(told, { type, detail }));

  /** Everything that a script could replace, by where it is found. */
  const places = {
    window,
    ...Object.fromEntries(
      (
        'Object Array Function Promise Map Set Date JSON Math Error RegExp String Symbol Reflect Node Element HTMLElement EventTarget ' +
        'Document History Location Storage Navigator XMLHttpRequest Response Request Event KeyboardEvent MutationObserver ' +
        'CSSStyleSheet ShadowRoot HTMLInputElement HTMLFormElement Window Performance CustomElementRegistry console performance navigator history'
      )
        .split(' ')
        .flatMap((one) => {
          const value = window[one];
          const prototype = typeof value === 'function' ? value.prototype : undefined;
          return [[one, value], ...(prototype ? [[`${one}.prototype`, prototype]] : [])];
        }),
    ),
  };
  const names = ownKeys(places);
  const inventory = () => {
    const found = new Map();
    for (const place of names) {
      const object = places[place];
      if (object === undefined || object === null) continue;
      for (const key of ownKeys(object)) {
        // Indexed frames come and go.
        if (place === 'window' && /^\d+$/.test(String_(key))) continue;
        // Where zone.js keeps its books.
        const key_ = key.toString();
        if (key_.startsWith('__zone_symbol__')) continue;
        found.set(`${String_(place)}.${key_}`, getOwnPropertyDescriptor(object, key));
      }
    }
    return found;
  };
  const same = (a, b) =>
    a.value === b.value &&
    a.get === b.get &&
    a.set === b.set &&
    a.writable === b.writable &&
    a.enumerable === b.enumerable &&
    a.configurable === b.configurable;
  let before;
  globalThis.watch = {
    /** What is to be as it was: called when the page itself, and what is wrong with it, is in place. */
    start: () => void (before = inventory()),
    changed() {
      const now = inventory();
      const lines = [];
      for (const [place, descriptor] of before) {
        const other = now.get(place);
        if (!other) keep(lines, `${place} is gone`);
        // What the window itself holds as values (status, name, event …) changes by being used.
        else if (
          !same(descriptor, other) &&
          !(place.startsWith('window.') && typeof other.value !== 'function')
        )
          keep(lines, `${place} is another`);
      }
      for (const place of now.keys()) if (!before.has(place)) keep(lines, `${place} is new`);
      return lines;
    },
    log,
    complaints,
    told,
    /** For a driver whose way of writing JSON may be broken by the page. */
    plain,
    take: (key) => plain(globalThis.watch[key]),
  };
})();
