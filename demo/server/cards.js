// @ts-check
import { SECOND_MS } from './clock.js';

/**
 * The cards the payment simulator knows. Every other number that passes the Luhn check is accepted.
 * None of them exists; no real card is ever charged.
 * @type {{ number: string, outcome: string, takesMs?: number }[]}
 */
export const testCards = [
  { number: '4242 4242 4242 4242', outcome: 'accepted' },
  { number: '4000 0000 0000 0002', outcome: 'card_declined' },
  { number: '4000 0000 0000 9995', outcome: 'insufficient_funds' },
  { number: '4000 0000 0000 0069', outcome: 'expired_card' },
  { number: '4000 0000 0000 3220', outcome: 'authentication_failed' },
  { number: '4000 0000 0000 0119', outcome: 'processing_error' },
  { number: '4000 0000 0000 1224', outcome: 'slow', takesMs: 12 * SECOND_MS },
];

/** How long a payment takes on a good day, and how much longer while the incident lasts. */
export const USUAL_PAYMENT_MS = 900;
export const INCIDENT_PAYMENT_MS = 8 * SECOND_MS;

export const digitsOf = (/** @type {unknown} */ text) =>
  (typeof text === 'string' ? text : '').replace(/\D/g, '');

/** @param {string} digits */
export function luhn(digits) {
  const sum = digits
    .split('')
    .reverse()
    .reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0;
}

/**
 * What "the bank" says.
 * @param {string} digits
 * @returns {{ code: string | null, takesMs: number }} `code` null: accepted
 */
export function outcomeOf(digits) {
  const card = testCards.find(({ number }) => digitsOf(number) === digits);
  const accepted = !card || card.outcome === 'accepted' || card.outcome === 'slow';
  return { code: accepted ? null : card.outcome, takesMs: card?.takesMs ?? USUAL_PAYMENT_MS };
}
