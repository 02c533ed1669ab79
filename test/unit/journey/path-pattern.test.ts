import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPath } from '../../../src/journey/path-pattern.js';

describe('matchesPath', () => {
  it.each<[string, string[], string[]]>([
    ['/cart', ['/cart', '/cart/'], ['/', '/cart/x', '/carts', '/Cart']],
    ['/', ['/'], ['/cart']],
    [
      '/checkout/:step',
      ['/checkout/address', '/checkout/payment/'],
      ['/checkout', '/checkout/', '/checkout/a/b'],
    ],
    ['/shop/:id?', ['/shop', '/shop/', '/shop/5'], ['/shop/5/6', '/shops']],
    ['/:id', ['/x'], ['/', '/x/y']],
    ['/:lang?/checkout', ['/checkout', '/es/checkout'], ['/es', '/es/pt/checkout']],
    ['/orders/*', ['/orders/1', '/orders/1/2/3'], ['/', '/orders', '/order/1']],
    ['/orders/*/items', ['/orders/1/items', '/orders/1/2/items'], ['/', '/orders/1', '/orders/1/items/2']],
    ['*', ['/', '/a', '/a/b'], []],
    ['/*', ['/', '/a', '/a/b'], []],
    ['/docs/*.html', ['/docs/a.html', '/docs/a.b.html'], ['/docs/a.htm', '/docs/a/b.html', '/docs']],
    ['/p-*-x/*', ['/p-1-x/a', '/p--x/a'], ['/p-x/a', '/p-1-x']],
    ['/a*a', ['/aa', '/aba'], ['/a']],
    ['/a*b*c', ['/abc', '/a1b2c', '/abbc'], ['/ac', '/a1c', '/acb', '/ab', '/a1b2', '/xabc']],
    ['/*b*', ['/b', '/bc', '/abc'], ['/', '/ac']],
    ['/a*bb*b', ['/abbb'], ['/abb', '/ab']],
    ['/*', ['/'], []],
    ['/:a/:b?', ['/x', '/x/y'], ['/', '/x/y/z']],
    ['/?', ['/?'], ['/']],
    ['/x?', ['/x?'], ['/', '/x']],
    ['/*/x', ['/a/x', '/a/b/x'], ['/x', '/a']],
    ['/a/*/*', ['/a/b/c', '/a/b/c/d'], ['/a/b', '/a']],
    ['cart', ['/cart', 'cart'], []],
    ['//', ['//'], ['/a']],
  ])('%s', (pattern, yes, no) => {
    for (const path of yes) expect([path, matchesPath(pattern, path)]).toEqual([path, true]);
    for (const path of no) expect([path, matchesPath(pattern, path)]).toEqual([path, false]);
  });
  const segment = fc.stringMatching(/^[a-z0-9-]{1,8}$/);
  const path = fc.array(segment, { minLength: 1, maxLength: 5 });
  it('a path matches itself, with any segment as a parameter', () => {
    fc.assert(
      fc.property(path, fc.nat(4), (segments, i) => {
        const pattern = segments.map((one, j) => (j === i % segments.length ? ':any' : one));
        return (
          matchesPath(`/${segments.join('/')}`, `/${segments.join('/')}`) &&
          matchesPath(`/${pattern.join('/')}`, `/${segments.join('/')}`)
        );
      }),
    );
  });
  it('never throws, and is quick whatever the pattern', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (pattern, one) => typeof matchesPath(pattern, one) === 'boolean'),
    );
    const started = process.hrtime.bigint();
    matchesPath(`/${'*a'.repeat(200)}b`, `/${'a'.repeat(5_000)}`);
    matchesPath(`/${':x?/'.repeat(200)}b`, `/${'a/'.repeat(200)}`);
    matchesPath(`/${'*/'.repeat(200)}b`, `/${'a/'.repeat(200)}`);
    // As long as an address may be.
    expect(matchesPath('/*/*/:last', `/${'a/'.repeat(500_000)}`)).toBe(true);
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(1_000);
  });
});
