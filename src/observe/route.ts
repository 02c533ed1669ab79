import type { Guard } from '../core/guard.js';
import type { Bus } from './bus.js';

/**
 * Where the customer is. Nothing of `history` is wrapped: the Navigation API tells where there is one; elsewhere the
 * address is compared whenever something happens.
 */
export interface Route {
  readonly href: string;
  /** Compares now; tells the subscribers when the address has changed. */
  check(): void;
  on(fn: () => void): () => void;
}

interface NavigationTarget extends EventTarget {
  readonly currentEntry?: unknown;
}

/** `#` alone is what `<a href="#">` leaves behind: the same place. */
export const place = (href: string): string => (href.endsWith('#') ? href.slice(0, -1) : href);

export const navigationOf = (window: Window): NavigationTarget | undefined =>
  (window as Window & { navigation?: NavigationTarget }).navigation;

export function startRoute(
  window: Window & typeof globalThis,
  bus: Bus,
  guard: Guard,
): Route & { stop(): void } {
  const subscribers = new Set<() => void>();
  let href = place(window.location.href);
  const check = () => {
    const now = place(window.location.href);
    if (now === href) return;
    href = now;
    for (const fn of subscribers) guard.run('observe/route', fn);
  };
  const navigation = navigationOf(window);
  const stop = navigation
    ? bus.onTarget(navigation, 'currententrychange', 'observe/route', check)
    : bus.on('popstate', 'observe/route', check);
  return {
    get href() {
      return href;
    },
    check,
    on(fn) {
      subscribers.add(fn);
      return () => void subscribers.delete(fn);
    },
    stop,
  };
}
