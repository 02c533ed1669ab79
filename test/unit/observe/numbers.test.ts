import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversNumber, phonePattern } from '../../../src/observe/numbers.js';

const finds = (phone: string, text: string) => {
  const pattern = phonePattern(phone);
  return !!pattern && coversNumber(text, 0, text.length, [pattern]);
};

describe('telephone numbers', () => {
  it.each([
    ['+34 900 123 456', '+34900123456'],
    ['+34 900 123 456', '0034 900-12-34-56'],
    ['+34 900 123 456', '900 123 456'],
    ['900 123 456', '+34 900 123 456'],
    ['+44 20 7946 0000', '020 7946 0000'],
    ['+44 20 7946 0000', '+44 (0)20 7946 0000'],
    ['(+49) 30 901820', '030 / 901820'],
    ['1-800-555-0199', '(800) 555-0199 or 1-800-555-0199'],
    ['1004', 'Call 1004.'],
  ])('%s is %s', (phone, text) => expect(finds(phone, text)).toBe(true));

  it.each([
    ['+34 900 123 456', '900 123 457'],
    ['+34 900 123 456', '9001234567'],
    ['+34 900 123 456', '123 456'],
    ['1004', '10045'],
    ['1004', '1 October 2004'],
    ['12', '12'],
    ['', '900'],
  ])('%s is not %s', (phone, text) => expect(finds(phone, text)).toBe(false));

  it('half of the digits are enough', () => {
    const text = 'Call 900 123 456 now';
    const pattern = phonePattern('900 123 456')!;
    expect(coversNumber(text, 5, 12, [pattern])).toBe(true);
    expect(coversNumber(text, 5, 9, [pattern])).toBe(false);
    expect(coversNumber(text, 0, 5, [pattern])).toBe(false);
    expect(coversNumber(text, 16, 20, [pattern])).toBe(false);
  });

  it('takes whatever the configuration says, and is done with long texts at once', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (phone, text) => void finds(phone, text)));
    const start = performance.now();
    finds('+34 900 123 456', '9 0 0 '.repeat(30_000));
    // No number is so long, and no pattern may be.
    expect(phonePattern('9'.repeat(100_000))).toBe(undefined);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
