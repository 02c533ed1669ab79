const UNIT_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `500ms`, `90s`, `10m`, `2h`, `7d` as milliseconds; `undefined` for anything else. */
export function parseDuration(text: unknown): number | undefined {
  const match = typeof text === 'string' ? /^([1-9]\d{0,5})(ms|s|m|h|d)$/.exec(text) : null;
  return match ? Number(match[1]) * UNIT_MS[match[2] as keyof typeof UNIT_MS] : undefined;
}

/** Milliseconds for a sentence: `1.4 s`, `3 min`. */
export function sayDuration(ms: number): string {
  if (ms < 120_000) return `${Math.round(ms / 100) / 10} s`;
  return `${Math.round(ms / 60_000)} min`;
}

const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** Milliseconds since 1970 of an ISO date or date-time, UTC unless it says otherwise; `NaN` for anything else. */
export function parseTime(text: unknown): number {
  const match = typeof text === 'string' ? ISO.exec(text) : null;
  if (!match) return NaN;
  // Some engines take 31 February for 3 March.
  const day = match[0].slice(0, 10);
  if (new Date(day).toJSON()?.slice(0, 10) !== day) return NaN;
  return Date.parse(match[0].length > 10 && match[1] === undefined ? `${match[0]}Z` : match[0]);
}
