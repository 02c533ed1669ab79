import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash, share } from '../../../src/core/hash.js';

describe('hash', () => {
  it('is FNV-1a (published test vectors)', () => {
    expect(hash('')).toBe(0x811c9dc5);
    expect(hash('a')).toBe(0xe40c292c);
    expect(hash('foobar')).toBe(0xbf9cf968);
  });
  it('is a whole number of 32 bits for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => hash(text) === hash(text) >>> 0));
  });
});

describe('share', () => {
  it('is in [0, 1) and always the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (seed, name) => {
        const one = share(seed, name);
        return one >= 0 && one < 1 && one === share(seed, name);
      }),
    );
  });
  const visitors = Array.from({ length: 20_000 }, (_, i) => `visitor-${i}`);
  it('is even: a twentieth of all visitors are below 0.05', () => {
    const below = visitors.filter((seed) => share(seed, 'global-2026h1') < 0.05).length / visitors.length;
    expect(below).toBeGreaterThan(0.045);
    expect(below).toBeLessThan(0.055);
  });
  it('draws anew for another name: one experiment does not decide another', () => {
    const first = visitors.filter((seed) => share(seed, 'declined-copy') < 0.5);
    const both = first.filter((seed) => share(seed, 'address-copy') < 0.5).length / first.length;
    expect(both).toBeGreaterThan(0.47);
    expect(both).toBeLessThan(0.53);
  });
});
