/** Puts a value into a map that is kept small: it is the newest now, and beyond `max` the oldest goes. */
export function putNewest<K, V>(map: Map<K, V>, key: K, value: V, max: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > max) map.delete(oldest as K);
}
