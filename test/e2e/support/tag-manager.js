/*
 * Classic script, in the head of a test page after `window.container` has been told: a tag manager as the page sees it. It
 * runs what Custom HTML tags hold, and the code of custom templates in a sandbox that has what Google documents, refuses
 * what the template has no permission for, and lets only copies of plain data through, in both directions.
 */
(() => {
  const { html = [], template, tags = [], consent = {}, servers = {} } = globalThis.container;

  const kinds = ['null', 'undefined', 'boolean', 'number', 'string'];
  const copy = (value, ofFunction) => {
    if (kinds.includes(value === null ? 'null' : typeof value)) return value;
    if (typeof value === 'function') return ofFunction(value);
    if (Array.isArray(value)) return value.map((one) => copy(one, ofFunction));
    if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copy(one, ofFunction)]));
  };
  const crossed = (fn, into, out) =>
    function (...values) {
      return out(Reflect.apply(fn, this, values.map(into)));
    };
  const toPage = (value) => copy(value, (fn) => crossed(fn, toSandbox, toPage));
  const toSandbox = (value) => copy(value, (fn) => crossed(fn, toPage, toSandbox));

  const need = (allowed, what) => {
    if (!allowed) throw new Error(`The template has no permission: ${what}`);
  };
  const needGlobal = (path, use) =>
    need(
      template.globals.some(({ key, ...may }) => key === path && may[use]),
      `${use} of ${path}`,
    );
  const needConsent = (type) =>
    need(
      template.consents.some(({ consentType, read }) => consentType === type && read),
      `consent ${type}`,
    );
  const escape = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const matches = (pattern, url) => new RegExp(`^${pattern.split('*').map(escape).join('.*')}$`).test(url);
  const bring = (url) =>
    new Promise((done) => {
      const script = document.createElement('script');
      script.async = true;
      // The test's servers have other addresses than those of a company.
      const { origin } = new URL(url);
      script.src = url.replace(origin, servers[origin] ?? origin);
      script.onload = () => done(true);
      script.onerror = () => done(false);
      document.head.append(script);
    });

  const listeners = [];
  const injected = new Map();
  const apis = {
    addConsentListener(type, listener) {
      needConsent(type);
      listeners.push({ type, listener });
    },
    callInWindow(path, ...values) {
      needGlobal(path, 'execute');
      const names = path.split('.');
      const last = names.pop();
      const owner = names.reduce((object, name) => object?.[name], globalThis);
      if (typeof owner?.[last] !== 'function') return undefined;
      return toSandbox(owner[last](...values.map(toPage)));
    },
    encodeUriComponent: (text) => encodeURIComponent(text),
    injectScript(url, onSuccess, onFailure, token) {
      need(
        url.startsWith('https://') && template.urls.some((pattern) => matches(pattern, url)),
        `script ${url}`,
      );
      const came = injected.get(token) ?? bring(url);
      injected.set(token, came);
      void came.then((isThere) => (isThere ? onSuccess() : onFailure()));
    },
    isConsentGranted(type) {
      needConsent(type);
      return consent[type] ?? true;
    },
    makeTableMap: (table, name, value) => Object.fromEntries(table.map((row) => [row[name], row[value]])),
    setInWindow(path, value, override = false) {
      // The Tag Manager asks for both, because what is there already may stay.
      needGlobal(path, 'read');
      needGlobal(path, 'write');
      if (!override && globalThis[path] !== undefined) return false;
      globalThis[path] = toPage(value);
      return true;
    },
  };

  const ended = [];
  const put = (text) => {
    const script = document.createElement('script');
    script.text = text;
    document.head.append(script);
  };
  /** `{{DLV - code}}` is what the entry of the data layer has under that name. */
  const filled = (value, entry) =>
    JSON.parse(JSON.stringify(value), (_key, one) => {
      const name = typeof one === 'string' && /^\{\{DLV - (\w+)\}\}$/.exec(one)?.[1];
      return name ? entry[name] : one;
    });
  function fire(entry) {
    for (const { on, text } of html)
      if (on === entry.event)
        put(text.replaceAll(/\{\{DLV - (\w+)\}\}/g, (_all, name) => JSON.stringify(entry[name])));
    for (const { on, data } of tags) {
      if (on !== entry.event) continue;
      const told = {
        ...filled(data, entry),
        gtmOnSuccess: () => ended.push('success'),
        gtmOnFailure: () => ended.push('failure'),
      };
      const load = (name) => {
        if (!apis[name]) throw new Error(`There is no API ${name}`);
        return apis[name];
      };
      // oxlint-disable-next-line typescript/no-implied-eval -- as the Tag Manager does with what it was given
      new Function('require', 'data', `'use strict';${template.code}`)(load, told);
    }
  }

  const { push } = globalThis.dataLayer;
  globalThis.dataLayer.push = function (...entries) {
    for (const entry of entries) fire(entry);
    return Reflect.apply(push, this, entries);
  };
  globalThis.container.ended = ended;
  globalThis.container.decide = (type, granted) => {
    const before = consent[type] ?? true;
    consent[type] = granted;
    for (const one of listeners) if (one.type === type && before !== granted) one.listener(type, granted);
  };
  fire({ event: 'gtm.init' });
})();
