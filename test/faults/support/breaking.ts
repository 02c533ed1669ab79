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

/** What is broken, and where: at each call of ours, or once, at one place of our code. */
export interface Breaking {
  readonly what: string;
  readonly at: 'always' | string;
}

/** For functions that run in the page. */
export type WithPlaces = typeof globalThis & {
  /** From where our code has called what is watched: each place once, in the order in which it came. */
  places: Record<string, string[]>;
  /** It has thrown. */
  broke: boolean;
};

/**
 * In the page, before Antes: watches from where our code calls these things of the browser's, and makes one of them throw.
 * What the page itself does is left as it was.
 */
export function breakOne(watched: readonly string[], breaking?: Breaking): void {
  const places: Record<string, string[]> = ((globalThis as WithPlaces).places = {});
  (globalThis as WithPlaces).broke = false;
  /** The two innermost frames of who calls, where that is us; nothing where it is the page. */
  const placeOf = () => {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 8;
    const stack = String(new Error('').stack);
    Error.stackTraceLimit = limit;
    const frames = stack.split('\n').filter((line) => line.includes('://') && !line.includes('/inject.js'));
    return frames[0]?.includes('/antes/')
      ? frames
          .slice(0, 2)
          .map((line) => line.replace(/^.*:\/\/[^/]*/, '').replace(/\)$/, ''))
          .join(' < ')
      : undefined;
  };
  const watch = (path: string) => {
    const names = path.split('.');
    const name = names.pop()!;
    let owner = globalThis as never as Record<string, never>;
    for (const one of names) owner = owner[one]!;
    const own = owner[name] as unknown as ((...all: unknown[]) => unknown) | undefined;
    if (typeof own !== 'function') return;
    const known: string[] = (places[path] = []);
    const called = () => {
      const place = placeOf();
      if (!place) return;
      const isFirst = !known.includes(place);
      if (isFirst) known.push(place);
      if (breaking?.what !== path) return;
      if (breaking.at !== 'always' && !(isFirst && breaking.at === place)) return;
      (globalThis as WithPlaces).broke = true;
      throw new TypeError(`${path} is broken`);
    };
    owner[name] = new Proxy(own, {
      apply(target, self, all) {
        called();
        return Reflect.apply(target, self, all);
      },
      construct(target, all, fresh) {
        called();
        return Reflect.construct(target, all, fresh) as object;
      },
    }) as never;
  };
  watched.forEach(watch);
}
