/** How deep stored state is compared: all that an engine relies on being there. */
const DEPTH = 3;

/** Whether `saved` has everything that `fresh` has, of the same kind: what is stored may be old, or tampered with. */
export function fits(saved: unknown, fresh: unknown, depth: number = DEPTH): boolean {
  if (fresh === null) return true;
  if (typeof fresh !== 'object') return typeof saved === typeof fresh;
  if (typeof saved !== 'object' || saved === null || Array.isArray(saved) !== Array.isArray(fresh))
    return false;
  // Of lists only that there is something in each place: what a place holds is looked at by those who use it.
  if (Array.isArray(saved)) return saved.every((item) => item !== null && item !== undefined);
  const held = saved as Readonly<Record<string, unknown>>;
  return depth === 0 || Object.entries(fresh).every(([key, value]) => fits(held[key], value, depth - 1));
}
