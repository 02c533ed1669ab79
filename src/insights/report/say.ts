import type { Estimate } from '../statistics/intervals.js';

/** Numbers as people read them. */
export const whole: (value: number) => string = new Intl.NumberFormat('en').format;
const percents = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const finePercents = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const decimals = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat('en', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const money = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export const decimal = (value: number): string => decimals.format(value);
export const amount = (value: number): string => money.format(value);

/** A share of something; of nothing there is none. */
export function share(hits: number, of: number): string {
  if (of === 0) return '–';
  const value = hits / of;
  return (value > 0 && value < 0.1 ? finePercents : percents).format(value);
}

export const points = (value: number): string => signed.format(value * 100).replace('-', '−');

export const interval = (estimate: Estimate | undefined): string =>
  estimate === undefined
    ? '–'
    : `${points(estimate.value)} (${points(estimate.low)} to ${points(estimate.high)})`;

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${whole(n)} ${n === 1 ? one : many}`;

const days = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
export const period = (first: number, last: number): string => days.formatRange(first, last);
export const day = (at: number): string => days.format(at);

/** Minutes and seconds since the start. */
export function since(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
