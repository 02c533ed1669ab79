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

/** Milliseconds since 1970 of an ISO date or date-time; `NaN` for anything else. */
export const parseTime = (text: unknown): number =>
  typeof text === 'string' && /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : NaN;
