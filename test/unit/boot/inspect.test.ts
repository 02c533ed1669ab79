import { describe, expect, it, vi } from 'vitest';
import { inspectsHere } from '../../../src/boot/inspect.js';
import { EMPTY } from '../../../src/config/read.js';

const at = (url: string): Location => new URL(url) as unknown as Location;
const opens = (url: string, inspector?: readonly string[], debug = false, kept?: unknown): boolean =>
  inspectsHere(
    at(url),
    { ...EMPTY, ...(inspector && { policy: { inspector } }) },
    { debug },
    { read: () => kept },
  );

describe('who may open the inspector by the address', () => {
  it.each([
    'http://localhost/?antes=inspect',
    'http://localhost:4173/cart?a=1&antes=inspect&b=2',
    'http://shop.localhost/?antes=inspect',
    'http://127.0.0.1:8080/?antes=inspect',
    'http://[::1]/?antes=inspect',
  ])('on the own machine: %s', (url) => expect(opens(url)).toBe(true));
  it.each([
    'https://shop.example/?antes=inspect',
    'https://localhost.shop.example/?antes=inspect',
    'https://notlocalhost/?antes=inspect',
  ])('nobody elsewhere: %s', (url) => expect(opens(url)).toBe(false));
  it.each(['http://localhost/', 'http://localhost/?antes=other', 'http://localhost/?xantes=inspect'])(
    'only who asks: %s',
    (url) => expect(opens(url)).toBe(false),
  );
  it('on the hosts that the configuration names, and on no others', () => {
    const hosts = ['staging.shop.example', '*.preview.shop.example'];
    expect(opens('https://staging.shop.example/?antes=inspect', hosts)).toBe(true);
    expect(opens('https://pr-7.preview.shop.example/?antes=inspect', hosts)).toBe(true);
    expect(opens('https://shop.example/?antes=inspect', hosts)).toBe(false);
    expect(opens('http://localhost/?antes=inspect', hosts)).toBe(false);
    expect(opens('http://localhost/?antes=inspect', [])).toBe(false);
    expect(opens('https://shop.example/?antes=inspect', ['*'])).toBe(true);
  });
  it('anywhere with debug, which the page itself has set', () =>
    expect(opens('https://shop.example/?antes=inspect', [], true)).toBe(true));
  it('on the pages that follow in the same tab', () => {
    expect(opens('http://localhost/cart', undefined, false, {})).toBe(true);
    expect(opens('https://shop.example/cart', undefined, false, {})).toBe(false);
  });
  it('looks into no storage where it may not open, and none without consent', () => {
    const read = vi.fn(() => ({}));
    const here = (url: string, tab: false | { read(): unknown }) =>
      inspectsHere(at(url), EMPTY, { debug: false }, tab);
    expect(here('https://shop.example/', { read })).toBe(false);
    expect(here('http://localhost/', false)).toBe(false);
    expect(read).not.toHaveBeenCalled();
    expect(here('http://localhost/', { read })).toBe(true);
  });
});
