import type { Figure } from '../simulate/detection.js';
import type { Separation } from '../simulate/iweb-study.js';

export const fixed = (value: number, digits: number): string =>
  Number.isFinite(value) ? value.toFixed(digits) : '–';
/** A figure and its interval. */
export const figure = ({ value, low, high }: Figure, digits = 2): string =>
  `${fixed(value, digits)} (${fixed(low, digits)}–${fixed(high, digits)})`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const separations = (list: readonly Separation[]): string =>
  table(
    ['', 'bad (1–2) from good (4–5)', '1–3 from 4–5', 'without one person'],
    list.map(({ name, auc: value, low, high, aucWithMiddle, without }) => [
      name,
      figure({ value, low, high }, 3),
      fixed(aucWithMiddle, 3),
      `${fixed(without.low, 3)}–${fixed(without.high, 3)}`,
    ]),
  );
