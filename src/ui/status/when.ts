/** Dates and times of one language; another day than today is named. */
export function createWhen(lang: string): {
  /** A moment, to be read now. */
  moment(ms: number, now: number): string;
  /** A day, or a day and a time, as it was written (ISO). */
  day(iso: string): string;
  span(from: number, until: number): string;
} {
  const format = (options: Intl.DateTimeFormatOptions) => {
    try {
      return new Intl.DateTimeFormat(lang, options);
    } catch {
      // A language tag that is none.
      return new Intl.DateTimeFormat(undefined, options);
    }
  };
  const sameDay = (a: number, b: number) => new Date(a).toDateString() === new Date(b).toDateString();
  const full = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const;
  return {
    moment: (ms, now) => format(sameDay(ms, now) ? { timeStyle: 'short' } : full).format(ms),
    day(iso) {
      // A day alone is the same everywhere.
      const options =
        iso.length === 10
          ? ({ timeZone: 'UTC' } as const)
          : ({ hour: 'numeric', minute: '2-digit' } as const);
      return format({ weekday: 'long', day: 'numeric', month: 'long', ...options }).format(new Date(iso));
    },
    span: (from, until) => format(full).formatRange(from, until),
  };
}
