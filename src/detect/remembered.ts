/**
 * What is known of `key`, at first `fresh()`. Pages make any number of names up: of more than `max` the oldest is
 * forgotten. A key that begins with a page's own name needs something in front of it (`__proto__`).
 */
export function remembered<T>(known: Record<string, T>, key: string, max: number, fresh: () => T): T {
  const one = known[key];
  if (one !== undefined) return one;
  const keys = Object.keys(known);
  if (keys.length >= max) delete known[keys[0]!];
  return (known[key] = fresh());
}
