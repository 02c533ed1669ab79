/**
 * By code units, and not as some locale has it: the same on every machine.
 * @template T
 * @param {Iterable<T>} list
 * @param {(one: T) => any} [by]
 */
export const sorted = (list, by = (one) => one) =>
  [...list].toSorted((one, other) => (by(one) < by(other) ? -1 : by(one) > by(other) ? 1 : 0));
