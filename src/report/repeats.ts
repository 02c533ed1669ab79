const DAY_MS = 86_400_000;
/** First-contact resolution looks this far: what comes back within a week was not solved. */
const WITHIN_DAYS = 7;
/** Reasons that are remembered on a device. */
const MAX_REASONS = 100;

/** Reason → when this device last had a contact or help for it. Plain data. */
export type Reasons = Record<string, number>;

/** Whole days since the last time, if that is not long ago. */
export function repeatOf(reasons: Reasons, reason: string | undefined, at: number): { repeat?: number } {
  if (reason === undefined || !Object.hasOwn(reasons, reason)) return {};
  // A clock that was set back: it has just been.
  const days = Math.floor(Math.max(0, at - reasons[reason]!) / DAY_MS);
  return days <= WITHIN_DAYS ? { repeat: days } : {};
}

export function remember(reasons: Reasons, reason: string | undefined, at: number): void {
  if (reason === undefined) return;
  reasons[reason] = at;
  const all = Object.entries(reasons);
  for (const [old] of all.sort((a, b) => b[1] - a[1]).slice(MAX_REASONS)) delete reasons[old];
}

/** What was stored: anybody can write there. */
export function soundReasons(stored: unknown, wall: number): Reasons {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  const sound = Object.entries(stored as Readonly<Record<string, unknown>>).filter(
    ([name, at]) =>
      name !== '__proto__' && Number.isFinite(at) && wall - (at as number) < (WITHIN_DAYS + 1) * DAY_MS,
  );
  return Object.fromEntries(sound.slice(0, MAX_REASONS)) as Reasons;
}
