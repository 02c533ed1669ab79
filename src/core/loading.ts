/** How the document came here; nothing where the page has taken that away. */
export const loadingOf = (page: Window & typeof globalThis): PerformanceNavigationTiming | undefined =>
  (page.performance as Performance | undefined)?.getEntriesByType?.('navigation')[0] as
    | PerformanceNavigationTiming
    | undefined;
