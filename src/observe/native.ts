/** Zone.js keeps the originals of what it wraps; through them our listeners cause no change detection. */
export function native<T>(window: Window, owner: object, name: string): T {
  const zone = (window as { Zone?: { __symbol__?: (name: string) => string } }).Zone;
  const symbol = zone?.__symbol__?.(name);
  const holder = owner as Record<string, unknown>;
  return ((symbol && holder[symbol]) || holder[name]) as T;
}
