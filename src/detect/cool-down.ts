/** When each control was last reported. Plain data. */
export type Told = Record<string, number>;

/** Pages name their controls: a name must never mean something else to an object (`constructor`, `__proto__`). */
const slot = (key: string | number): string => `:${key}`;
const isRecent = (since: number | undefined, at: number, ms: number): boolean =>
  at - (since ?? -Infinity) < ms;

/** Whether `key` was reported less than `ms` ago. */
export const toldLately = (told: Told, key: string | number, at: number, ms: number): boolean =>
  isRecent(told[slot(key)], at, ms);

/** Notes that `key` is reported now, and forgets what no longer matters. */
export function noteTold(told: Told, key: string | number, at: number, ms: number): void {
  for (const old of Object.keys(told)) if (!isRecent(told[old], at, ms)) delete told[old];
  told[slot(key)] = at;
}

/** Whether `key` may be reported now; if so, that is noted. */
export function mayTell(told: Told, key: string | number, at: number, ms: number): boolean {
  if (toldLately(told, key, at, ms)) return false;
  noteTold(told, key, at, ms);
  return true;
}
