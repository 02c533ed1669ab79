/** What may stand between the digits of a number. */
const GAP = String.raw`[\s().+\-\u2013/·]{0,3}`;
/** Shorter ones are extensions. */
const MIN_DIGITS = 3;
/** The longest that there are have 15; some are dialled with more before them. A pattern grows with what it is to find. */
const MAX_DIGITS = 24;
const COUNTRY = 3;
/** A number with a country code is written without it as well, if this much is left to know it by. */
const MIN_NATIONAL = 6;

/** Finds a telephone number in a text however it is written: `+34 900 123 456`, `0034900123456`, `900 12 34 56`. */
export function phonePattern(phone: string): RegExp | undefined {
  const isInternational = /^\D*(?:\+|00)/.test(phone);
  const digits = phone.replace(/\D/g, '').replace(/^00/, '');
  if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS) return undefined;
  const code = isInternational && digits.length - COUNTRY >= MIN_NATIONAL ? COUNTRY : 0;
  // Within a country, a zero may stand for its code.
  const zero = `(?:0${GAP})?`;
  const head = digits.slice(0, code).replace(/\d/g, (digit) => `${zero}(?:${digit}${GAP})?`);
  const before = isInternational ? `(?:00)?${head}${zero}` : String.raw`(?:(?:\+|00)\d{1,3}${GAP}${zero})?`;
  return new RegExp(String.raw`(?<!\d)${before}${digits.slice(code).split('').join(GAP)}(?!\d)`, 'g');
}

const digitsIn = (text: string) => text.replace(/\D/g, '').length;

/** Whether half or more of one of the numbers in a text lies between two places in it. */
export const coversNumber = (text: string, from: number, to: number, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) =>
    [...text.matchAll(pattern)].some(({ 0: number, index }) => {
      const part = number.slice(Math.max(0, from - index), Math.max(0, to - index));
      return digitsIn(part) * 2 >= digitsIn(number);
    }),
  );
