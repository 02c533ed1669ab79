import { systemClock } from './clock.js';
import { hash } from './hash.js';

let made = 0;

/** Only to tell sessions apart, to draw shares and to salt: no key, and nothing about the device. */
export function randomId(): string {
  try {
    const bytes = crypto.getRandomValues(new Uint8Array(8));
    // A test library's are all the same.
    if (new Set(bytes).size > 1) return Array.from(bytes, (byte) => hex(byte, 2)).join('');
  } catch {
    // The page has replaced it.
  }
  const mix = [++made, Date.now(), systemClock.now(), Math.random(), drawn()].join();
  return hex(hash(mix), 8) + hex(hash(`2 ${mix}`), 8);
}

const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');

/** The browser itself draws a number for every address of this kind, whatever a page has done to its chance and its clock. */
function drawn(): string {
  try {
    const url = URL.createObjectURL(new Blob([]));
    URL.revokeObjectURL(url);
    return url;
  } catch {
    return '';
  }
}
