/** How figures are written. */
const grouped = new Intl.NumberFormat('en');

/** As many digits as matter. */
export function number(value) {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.095 || size === 0 ? 2 : 3;
  return grouped.format(Number(value.toFixed(digits)));
}

/** The median, and what the rounds went from and to. */
export const spreadOf = ({ median, min, max }, unit = '', say = number) =>
  min === max ? `${say(median)}${unit}` : `${say(median)}${unit} (${say(min)}–${say(max)})`;

/** Thousands of bytes. */
export const kB = (bytes) => (bytes / 1_000).toFixed(1);

export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const list = (names) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** What is measured to know how little is possible; it is not compared. */
export const isFloor = ({ id }) => id.startsWith('floor-');
