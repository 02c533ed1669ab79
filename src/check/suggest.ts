import { asText } from './finding.js';

/** How many letters have to be changed, added, taken out or swapped with their neighbour to make `b` of `a`. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** A slip of the pen is at most this: one letter in three, and never more than three. */
const slips = (word: string): number => Math.min(3, Math.max(1, Math.floor(word.length / 3)));
/** Longer names are not compared: nobody mistypes them, and the work grows with the square. */
const MAX_LETTERS = 100;

/** The candidate that was probably meant; of several, the nearest, and of those the first. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > MAX_LETTERS) return undefined;
  let best: string | undefined;
  let least = slips(word) + 1;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) >= least) continue;
    const far = distance(word.toLowerCase(), candidate.toLowerCase());
    // A word in which nothing is left of it is another word.
    if (far < least && far < Math.min(word.length, candidate.length)) [best, least] = [candidate, far];
  }
  return best;
}

const UNITS: Readonly<Record<string, string>> = {
  ms: 'ms',
  millisecond: 'ms',
  milliseconds: 'ms',
  s: 's',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  m: 'm',
  min: 'm',
  mins: 'm',
  minute: 'm',
  minutes: 'm',
  h: 'h',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  d: 'd',
  day: 'd',
  days: 'd',
  w: 'w',
  week: 'w',
  weeks: 'w',
};

/** `10 min` → `10m`, `1 week` → `7d`, `30` → `30s`: what people write for a length of time. */
export function meantDuration(value: unknown): string | undefined {
  const [, number = '', word = ''] = /^\s*(\d{1,6})\s*([a-z]*)\s*$/i.exec(asText(value)) ?? [];
  if (number === '') return undefined;
  const unit = word === '' ? 's' : UNITS[word.toLowerCase()];
  if (unit === undefined) return undefined;
  // Whoever asks for none gets what nobody notices.
  if (Number(number) === 0) return '1ms';
  return unit === 'w' ? `${Number(number) * 7}d` : `${Number(number)}${unit}`;
}
