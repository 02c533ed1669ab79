// @ts-check
import { digitsOf, luhn } from './cards.js';

/** @type {Record<string, { pattern: RegExp, example: string, dialling: string }>} where we deliver, and what a postcode looks like there */
export const countries = {
  ES: { pattern: /^(0[1-9]|[1-4]\d|5[0-2])\d{3}$/, example: '28013', dialling: '+34' },
  PT: { pattern: /^[1-9]\d{3}-\d{3}$/, example: '1100-048', dialling: '+351' },
  FR: { pattern: /^(?!00)\d{5}$/, example: '75004', dialling: '+33' },
  DE: { pattern: /^(?!00)\d{5}$/, example: '10115', dialling: '+49' },
  IT: { pattern: /^\d{5}$/, example: '50122', dialling: '+39' },
  GB: { pattern: /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/, example: 'EC1A 1BB', dialling: '+44' },
  IE: { pattern: /^[A-Z]\d[\dW] [A-Z\d]{4}$/, example: 'D02 X285', dialling: '+353' },
  NL: { pattern: /^[1-9]\d{3} [A-Z]{2}$/, example: '1012 AB', dialling: '+31' },
};

/** @typedef {Record<string, string>} Errors field name → error code */

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const PHONE = /^\+?[\d\s().-]{6,20}$/;

/** Text from outside: a string, trimmed, not endless. @param {unknown} value @param {number} [max] */
export const clean = (value, max = 120) => (typeof value === 'string' ? value.trim().slice(0, max) : '');

/** Writes a postcode the way the country does: "sw1a1aa" → "SW1A 1AA". @param {unknown} value @param {string} country */
export function tidyPostcode(value, country) {
  const tight = clean(value, 12).toUpperCase().replace(/[\s-]/g, '');
  if (country === 'PT') return tight.replace(/^(\d{4})(\d{3})$/, '$1-$2');
  if (country === 'GB') return tight.replace(/^(.+)(.{3})$/, '$1 $2');
  if (country === 'IE') return tight.replace(/^(.{3})(.+)$/, '$1 $2');
  if (country === 'NL') return tight.replace(/^(\d{4})(.+)$/, '$1 $2');
  return tight;
}

/** @param {unknown} email */
export const isEmail = (email) => EMAIL.test(clean(email, 254));

/** @param {unknown} phone */
export const isPhone = (phone) => PHONE.test(clean(phone, 30)) && digitsOf(phone).length >= 6;

/** @param {Record<string, unknown>} input @returns {{ address: Record<string, string>, errors: Errors }} */
export function checkAddress(input) {
  const country = clean(input['country'], 2).toUpperCase();
  const address = {
    email: clean(input['email'], 254),
    name: clean(input['name']),
    phone: clean(input['phone'], 30),
    country,
    postcode: tidyPostcode(input['postcode'], country),
    street: clean(input['street']),
    number: clean(input['number'], 12),
    extra: clean(input['extra'], 60),
    city: clean(input['city'], 80),
  };
  /** @type {Errors} */
  const errors = {};
  if (!address.email) errors['email'] = 'email_missing';
  else if (!isEmail(address.email)) errors['email'] = 'email_invalid';
  if (!address.name) errors['name'] = 'name_missing';
  if (address.phone && !isPhone(address.phone)) errors['phone'] = 'phone_invalid';
  const rule = Object.hasOwn(countries, country) ? countries[country] : undefined;
  if (!rule) errors['country'] = 'country_unknown';
  if (!address.postcode) errors['postcode'] = 'postcode_missing';
  else if (rule && !rule.pattern.test(address.postcode)) errors['postcode'] = 'postcode_invalid';
  if (!address.street) errors['street'] = 'street_missing';
  if (!address.city) errors['city'] = 'city_missing';
  return { address, errors };
}

/** @param {Record<string, unknown>} input @param {number} now @returns {Errors} */
export function checkCard(input, now) {
  /** @type {Errors} */
  const errors = {};
  const digits = digitsOf(input['number']);
  if (!digits) errors['number'] = 'card_number_missing';
  else if (!luhn(digits)) errors['number'] = 'card_number_invalid';
  const [, month, year] = /^(0[1-9]|1[0-2])\s*\/\s*(\d{2})$/.exec(clean(input['expiry'], 9)) ?? [];
  if (!month) errors['expiry'] = 'card_expiry_invalid';
  else if (Date.UTC(2000 + Number(year), Number(month), 1) <= now) errors['expiry'] = 'card_expiry_past';
  if (!/^\d{3,4}$/.test(clean(input['cvc'], 5))) errors['cvc'] = 'card_cvc_invalid';
  if (!clean(input['name'])) errors['name'] = 'card_name_missing';
  return errors;
}

export const topics = ['order', 'payment', 'delivery', 'return', 'other'];
export const moments = ['soon', 'morning', 'afternoon'];

/** @param {Record<string, unknown>} input @param {{ nameRequired: boolean }} rules */
export function checkCallback(input, { nameRequired }) {
  const request = {
    name: clean(input['name']),
    phone: clean(input['phone'], 30),
    topic: topics.find((topic) => topic === input['topic']) ?? 'other',
    moment: moments.find((moment) => moment === input['moment']) ?? 'soon',
    message: clean(input['message'], 1000),
  };
  /** @type {Errors} */
  const errors = {};
  if (nameRequired && !request.name) errors['name'] = 'name_missing';
  if (!request.phone) errors['phone'] = 'phone_missing';
  else if (!isPhone(request.phone)) errors['phone'] = 'phone_invalid';
  return { request, errors };
}
