/** Session time as on a stopwatch: `0:07.4`, `1:02:03.0`. */
export function clock(ms: number): string {
  const tenths = Math.round(ms / 100);
  const [h, m, s] = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60, (tenths % 600) / 10];
  const seconds = s.toFixed(1).padStart(4, '0');
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${seconds}` : `${m}:${seconds}`;
}

/** A length of time: `40 s`, `12.5 min`, `3.4 h`. */
export function length(ms: number): string {
  const [size, unit] = ms < 120_000 ? [1_000, 's'] : ms < 7_200_000 ? [60_000, 'min'] : [3_600_000, 'h'];
  return `${Number((ms / size).toFixed(1))} ${unit}`;
}

export const count = (n: number, word: string): string =>
  `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;

/** Columns as wide as what is in them; numbers stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => String(row[i]).length)));
  const line = (cells: readonly (string | number)[], right: (i: number) => boolean) =>
    cells
      .map((cell, i) => {
        const text = String(cell);
        return right(i) ? text.padStart(widths[i]!) : i === cells.length - 1 ? text : text.padEnd(widths[i]!);
      })
      .join('  ')
      .trimEnd();
  const numeric = (i: number) => rows.length > 0 && rows.every((row) => typeof row[i] === 'number');
  return [line(head, numeric), ...rows.map((row) => line(row, numeric))].map((one) => `${one}\n`).join('');
}
