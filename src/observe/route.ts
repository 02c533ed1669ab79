/**
 * Where the customer is. Nothing of `history` is wrapped: the Navigation API tells where there is one; elsewhere the
 * address is compared whenever something happens.
 */
export interface Route {
  readonly href: string;
  /** Compares now. */
  check(): void;
}

/** `#` alone is what `<a href="#">` leaves behind: the same place. */
export const place = (href: string): string => href.replace(/#$/, '');

export function createRoute(window: Window, moved: () => void): Route {
  const route = {
    href: place(window.location.href),
    check() {
      const now = place(window.location.href);
      if (now === route.href) return;
      route.href = now;
      moved();
    },
  };
  return route;
}
