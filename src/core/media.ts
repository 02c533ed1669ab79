/**
 * Whether a media query holds. Not everywhere where pages run is there a `matchMedia`, or one that answers: what stands in
 * for a browser in tests has none.
 */
export const holds = (
  query: string,
  { matchMedia }: Partial<Pick<Window, 'matchMedia'>> = globalThis,
): boolean => (matchMedia?.(query) as MediaQueryList | null | undefined)?.matches ?? false;
