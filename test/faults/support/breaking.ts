/** Where each of what we use of the browser is found, from the window on. */
export const USED = [
  'EventTarget.prototype.addEventListener',
  'EventTarget.prototype.removeEventListener',
  'EventTarget.prototype.dispatchEvent',
  'MutationObserver.prototype.observe',
  'IntersectionObserver.prototype.observe',
  'ResizeObserver.prototype.observe',
  'PerformanceObserver.prototype.observe',
  'Performance.prototype.now',
  'Performance.prototype.getEntriesByType',
  'Element.prototype.getBoundingClientRect',
  'Element.prototype.attachShadow',
  'Element.prototype.matches',
  'Element.prototype.closest',
  'Element.prototype.checkVisibility',
  'Element.prototype.getAnimations',
  'Element.prototype.animate',
  'Element.prototype.append',
  'Element.prototype.after',
  'Element.prototype.remove',
  'Element.prototype.setAttribute',
  'Document.prototype.querySelector',
  'Document.prototype.querySelectorAll',
  'Document.prototype.createElement',
  'Document.prototype.elementFromPoint',
  'HTMLElement.prototype.showPopover',
  'HTMLElement.prototype.hidePopover',
  'HTMLElement.prototype.focus',
  'CustomElementRegistry.prototype.define',
  'CSSStyleSheet.prototype.replaceSync',
  'Storage.prototype.getItem',
  'Storage.prototype.setItem',
  'Storage.prototype.removeItem',
  'Crypto.prototype.getRandomValues',
  'LockManager.prototype.request',
  'AbortController.prototype.abort',
  'Response.prototype.text',
  'fetch',
  'matchMedia',
  'getComputedStyle',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'setTimeout',
  'clearTimeout',
  'queueMicrotask',
  'structuredClone',
  'CustomEvent',
  'URL',
  'Intl.DateTimeFormat',
] as const;

/**
 * In the page, before Antes: makes one thing of the browser's throw when it is our code that calls it: at each call
 * (`always`), or at the first. What the page itself does is left as it was.
 */
export function breakOne(path: string, always: boolean): void {
  const names = path.split('.');
  const name = names.pop()!;
  let owner = globalThis as never as Record<string, never>;
  for (const one of names) owner = owner[one]!;
  const own = owner[name] as unknown as ((...all: unknown[]) => unknown) | undefined;
  if (typeof own !== 'function') return;
  let calls = 0;
  const isOurs = () => {
    // The first line that is not this file's.
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 4;
    const stack = String(new Error('').stack);
    Error.stackTraceLimit = limit;
    return stack
      .split('\n')
      .filter((line) => !line.includes('/test/'))
      .some((line) => line.includes('/antes/'));
  };
  const fail = () => {
    if (!isOurs()) return;
    calls++;
    if (always || calls === 1) {
      throw new TypeError(`${path} is broken`);
    }
  };
  owner[name] = new Proxy(own, {
    apply(target, self, all) {
      fail();
      return Reflect.apply(target, self, all);
    },
    construct(target, all, fresh) {
      fail();
      return Reflect.construct(target, all, fresh) as object;
    },
  }) as never;
}
