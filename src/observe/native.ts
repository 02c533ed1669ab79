import { zoneOf } from '../core/zone.js';

/** Zone.js keeps the originals of what it wraps; through them our listeners cause no change detection. */
export function native<T>(window: Window, owner: object, name: string): T {
  const symbol = zoneOf(window)?.__symbol__(name);
  const holder = owner as Record<string, unknown>;
  return ((symbol && holder[symbol]) || holder[name]) as T;
}
