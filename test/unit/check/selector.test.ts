import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayBeSelector } from '../../../src/check/selector.js';
import { NO_SELECTORS, SELECTORS } from '../../support/selectors.js';

it.each(SELECTORS)('%j may be a selector', (text) => {
  expect(mayBeSelector(text)).toBe(true);
});

// That browsers agree is asked in test/browser/fuzz/selectors.test.ts.
it.each(NO_SELECTORS)('%j is none', (text) => {
  expect(mayBeSelector(text)).toBe(false);
});

it('any name that is escaped may be one', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), (name) => {
      const escaped = Array.from(name, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `).join('');
      for (const text of [`#${escaped}`, `.${escaped}`, `[${escaped}]`, `a:not(#${escaped})`])
        expect(mayBeSelector(text), text).toBe(true);
      const quoted = name.replaceAll(/["\\\n\r\f]/g, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `);
      expect(mayBeSelector(`[data-antes-anchor="${quoted}"]`) || quoted.includes('/*'), quoted).toBe(true);
    }),
  );
});

it('is told at once of what is long or deep, and never throws', () => {
  const before = performance.now();
  for (const text of [
    ':not('.repeat(50_000),
    ':is('.repeat(50_000),
    '['.repeat(100_000),
    'a '.repeat(100_000),
    ' '.repeat(100_000),
    '\\'.repeat(100_001),
    'a'.repeat(250_000),
    `[a=${'b'.repeat(200_000)}!`,
    `[a="${'\\'.repeat(200_001)}`,
    `[a=b${' '.repeat(100_000)}!`,
    '|'.repeat(100_000),
    `a${' '.repeat(100_000)}!`,
  ])
    expect(typeof mayBeSelector(text)).toBe('boolean');
  expect(performance.now() - before).toBeLessThan(2_000);
});
