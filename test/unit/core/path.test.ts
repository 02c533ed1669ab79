import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitisePath } from '../../../src/core/path.js';

const NONE: ReadonlySet<string> = new Set();
const isHidden = (segment: string) => sanitisePath(`/${segment}`, NONE) === '/:id';

describe('a path that is told', () => {
  it.each([
    ['/orders/81723/items', '/orders/:id/items'],
    ['/checkout/payment', '/checkout/payment'],
    ['/', '/'],
    ['', ''],
    ['//a//81723/', '//a//:id/'],
    ['/u/ana@example.com/edit', '/u/:id/edit'],
  ])('%s is told as %s', (path, said) => {
    expect(sanitisePath(path, NONE)).toBe(said);
  });

  it.each([
    '7',
    '42',
    '2024',
    'ord-2024-7731',
    'a1b2c3',
    '1a2b',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    'deadbeef',
    'DEADBEEF01.html',
    'dQw4w9WgXcQrTyUiO',
    'token=abc',
    'a+b',
    'a:b',
    'caf%2Fe',
    'my-order-number-2024',
    'abcd12',
    'AbcdefgHijklmnop',
    'abcdEfghIjklMnop',
    '%3Cscript%3E',
    'x'.repeat(41),
  ])('%s names one thing out of many, and is not told', (segment) => {
    expect(isHidden(segment)).toBe(true);
  });

  it.each([
    'cart',
    'step2',
    'v1',
    'b2b',
    'mp3',
    'Über',
    'caf%C3%A9',
    '%E4%B8%AD%E6%96%87',
    'zwei%20Worte',
    'facade',
    'index.html',
    'top-10-shoes',
    'my-order-number-202',
    'file.rev12',
    '.git',
    'a%20la%2012',
    'redeadbeef',
    'deadbeefs',
    'AbcdefgHijklmno',
    'CHECKOUTPAYMENTS',
    'iPhoneAccessories',
    'Terms-And-Conditions-Of-Sale',
    'x'.repeat(40),
  ])('%s is a word, and is told', (segment) => {
    // Sixteen letters in both cases without a mark between them look like a key.
    expect(isHidden(segment)).toBe(segment === 'iPhoneAccessories');
  });

  it('words that the configuration uses itself are told, whatever they look like', () => {
    const words = new Set(['2024', 'ord-2024-7731']);
    expect(sanitisePath('/2024/ord-2024-7731/2025', words)).toBe('/2024/ord-2024-7731/:id');
  });

  it('keeps the form of every path: as many slashes, and no number of four digits', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const said = sanitisePath(path, NONE);
        expect(said.split('/').length).toBe(path.split('/').length);
        for (const segment of said.split('/'))
          expect(segment.replace(/%[0-9a-f]{2}/gi, '')).not.toMatch(/\d{4}/);
      }),
    );
  });
});
