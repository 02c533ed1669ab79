import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/check/lines.js';

describe('lines on a narrow phone', () => {
  it.each([
    ['Your bank said no, nothing was charged', 'title', 2],
    ['Hello', 'title', 1],
    ['', 'text', 0],
    ['One\n\nTwo', 'text', 2],
    ['See [how we deliver](https://example.com/a/very/long/address/that/nobody/reads)', 'text', 1],
    ['漢字'.repeat(20), 'text', 3],
    ['x'.repeat(100), 'text', 4],
  ] as const)('of %j as %s are %d', (text, what, lines) => {
    expect(linesOf(text, what)).toBe(lines);
  });
});
