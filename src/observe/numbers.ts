/** What may stand between the digits of a number. */
const GAP = String.raw`[\s().+\-–/·]{0,3}`;
/** Shorter ones are extensions. */
const MIN_DIGITS = 3;
const COUNTRY = 3;
/** A number with a country code is written without it as well, if this much is left to know it by. */
const MIN_NATIONAL = 6;

/** Finds a telephone number in a text however it is written: `+34 900 123 456`, `0034900123456`, `900 12 34 56`. */
export function phonePattern(phone: string): RegExp | undefined {
  const isInternational = /^\D*(?:\+|00)/.test(phone);
  const digits = phone.replace(/\D/g, '').replace(/^00/, '');
  if (digits.length < MIN_DIGITS) return undefined;
  const code = isInternational && digits.length - COUNTRY >= MIN_NATIONAL ? COUNTRY : 0;
  const head = digits
    .slice(0, code)
    .split('')
    .map((digit) => `(?:${digit}${GAP})?`)
    .join('');
  const before = isInternational
    ? `(?:00)?${head}(?:0${GAP})?`
    : String.raw`(?:(?:\+|00)\d{1,3}${GAP}(?:0${GAP})?)?`;
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
