// The same rules as the server's, so that most mistakes are told next to the field and at once. The server has the last word.
import { data, type Address } from './data.js';

export type Errors = Record<string, string>;

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const PHONE = /^\+?[\d\s().-]{6,20}$/;
export const digits = (text: string): string => text.replace(/\D/g, '');

export function tidyPostcode(value: string, country: string): string {
  const tight = value.toUpperCase().replace(/[\s-]/g, '');
  if (country === 'PT') return tight.replace(/^(\d{4})(\d{3})$/, '$1-$2');
  if (country === 'GB') return tight.replace(/^(.+)(.{3})$/, '$1 $2');
  if (country === 'IE') return tight.replace(/^(.{3})(.+)$/, '$1 $2');
  if (country === 'NL') return tight.replace(/^(\d{4})(.+)$/, '$1 $2');
  return tight;
}

export const countryOf = (code: string) => data.countries.find((country) => country.code === code);

export function checkAddress(address: Address): Errors {
  const errors: Errors = {};
  const pattern = countryOf(address.country)?.pattern;
  if (!address.email.trim()) errors['email'] = 'email_missing';
  else if (!EMAIL.test(address.email.trim())) errors['email'] = 'email_invalid';
  if (!address.name.trim()) errors['name'] = 'name_missing';
  if (address.phone.trim() && !(PHONE.test(address.phone.trim()) && digits(address.phone).length >= 6))
    errors['phone'] = 'phone_invalid';
  if (!pattern) errors['country'] = 'country_unknown';
  if (!address.postcode.trim()) errors['postcode'] = 'postcode_missing';
  else if (pattern && !new RegExp(pattern).test(tidyPostcode(address.postcode, address.country)))
    errors['postcode'] = 'postcode_invalid';
  if (!address.street.trim()) errors['street'] = 'street_missing';
  if (!address.city.trim()) errors['city'] = 'city_missing';
  return errors;
}

function luhn(number: string): boolean {
  const sum = number
    .split('')
    .reverse()
    .reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return number.length >= 13 && number.length <= 19 && sum % 10 === 0;
}

export type Card = Record<'number' | 'expiry' | 'cvc' | 'name', string>;

export function checkCard(card: Card, now: number): Errors {
  const errors: Errors = {};
  const number = digits(card.number);
  if (!number) errors['number'] = 'card_number_missing';
  else if (!luhn(number)) errors['number'] = 'card_number_invalid';
  const [, month, year] = /^(0[1-9]|1[0-2])\s*\/\s*(\d{2})$/.exec(card.expiry.trim()) ?? [];
  if (!month) errors['expiry'] = 'card_expiry_invalid';
  else if (Date.UTC(2000 + Number(year), Number(month), 1) <= now) errors['expiry'] = 'card_expiry_past';
  if (!/^\d{3,4}$/.test(card.cvc.trim())) errors['cvc'] = 'card_cvc_invalid';
  if (!card.name.trim()) errors['name'] = 'card_name_missing';
  return errors;
}

/** 4242424242424242 → 4242 4242 4242 4242, while typing at the end. */
export const spaceCardNumber = (text: string): string =>
  digits(text)
    .slice(0, 19)
    .replace(/(\d{4})(?=\d)/g, '$1 ');

export const slashExpiry = (text: string): string => {
  const plain = digits(text).slice(0, 4);
  return plain.length > 2
    ? `${plain.slice(0, 2)}/${plain.slice(2)}`
    : text.replace(/[^\d/]/g, '').slice(0, 5);
};
