// @ts-check
import { DAY_MS, MINUTE_MS } from './clock.js';

const ZONE = 'Europe/Madrid';
const OPEN_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

/** The same hours stand in antes.json; a customer must not read two different ones. */
export const channels = { phone: { from: 9, to: 18 }, chat: { from: 9, to: 20 } };
export const PHONE_NUMBER = '+34 900 123 456';

/** @typedef {keyof typeof channels} Channel */
/** @typedef {{ open: boolean, from: number, to: number, opensAt: number | null }} Hours */

const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** @param {Channel} channel @param {number} at */
function isOpen(channel, at) {
  const part = Object.fromEntries(wall.formatToParts(at).map(({ type, value }) => [type, value]));
  const hour = Number(part['hour']);
  return (
    OPEN_DAYS.includes(part['weekday'] ?? '') && hour >= channels[channel].from && hour < channels[channel].to
  );
}

/** @param {Channel} channel @param {number} now @param {string} [override] `open`, `closed` or `real` @returns {Hours} */
export function hoursOf(channel, now, override = 'real') {
  const open = override === 'real' ? isOpen(channel, now) : override === 'open';
  return { open, ...channels[channel], opensAt: open ? null : nextOpening(channel, now) };
}

/** @param {Channel} channel @param {number} now */
function nextOpening(channel, now) {
  const quarter = 15 * MINUTE_MS;
  let wasOpen = isOpen(channel, now);
  for (let at = Math.ceil(now / quarter) * quarter; at < now + 8 * DAY_MS; at += quarter) {
    const open = isOpen(channel, at);
    if (open && !wasOpen) return at;
    wasOpen = open;
  }
  return null;
}
