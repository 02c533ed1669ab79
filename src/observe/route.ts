/**
 * Where the customer is. Nothing of `history` is wrapped: the Navigation API tells where there is one; elsewhere the
 * address is compared whenever something happens.
 */
export interface Route {
  readonly href: string;
  /** It was last changed by going through the browser's history. */
  readonly byHistory: boolean;
  /** Compares now. */
  check(byHistory?: boolean): void;
}

/** `#` alone is what `<a href="#">` leaves behind: the same place. */
export const place = (href: string): string => href.replace(/#$/, '');

export function createRoute(window: Window, moved: () => void): Route {
  const route = {
    href: place(window.location.href),
    byHistory: false,
    check(byHistory = false) {
      const now = place(window.location.href);
      if (now === route.href) return;
      route.href = now;
      route.byHistory = byHistory;
      moved();
    },
  };
  return route;
}
