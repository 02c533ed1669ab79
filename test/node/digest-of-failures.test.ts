import { describe, expect, it } from 'vitest';
import { digestOfFailures, messageOf } from '../support/digest-of-failures.mjs';

const failure = (n: number, message = 'expected 1 to equal 2\n    at one\n    at two') => ({
  stage: 'unit',
  file: `test/unit/${n}.test.ts`,
  test: `does ${n}`,
  message,
});

describe('the digest of what failed', () => {
  it('is nothing where nothing did', () => {
    expect(digestOfFailures([])).toEqual([]);
  });

  it('says where, what and why, without colours', () => {
    const browser = {
      stage: 'browser',
      engine: 'Firefox',
      file: 'a.test.ts',
      test: 'x > y',
      message: '\u001B[31mno\u001B[39m',
    };
    expect(digestOfFailures([browser, { stage: 'lint', message: 'a\n\nb' }])).toEqual([
      'What failed:',
      '✗ browser · Firefox · a.test.ts · x > y',
      '    no',
      '✗ lint',
      '    a',
      '    b',
    ]);
  });

  it('names every failure before it explains one, and has an end', () => {
    for (const count of [1, 7, 30, 60, 78, 500]) {
      const lines = digestOfFailures(Array.from({ length: count }, (_, n) => failure(n, 'why\n'.repeat(50))));
      expect(lines.length).toBeLessThanOrEqual(80);
      expect(lines.filter((line) => line.startsWith('✗'))).toHaveLength(Math.min(count, 78));
      expect(lines.at(-1)).toMatch(count > 78 ? /^… and 422 more$/ : /why|✗/);
    }
    expect(digestOfFailures([failure(1, 'x'.repeat(10_000))])[2]).toHaveLength(240);
  });

  it('shows the line of the test with the message, once', () => {
    const at = '    at Context.<anonymous> (test/unit/a.test.ts:3:4)';
    expect(
      messageOf({ message: 'no', stack: `Error: no\n    at node_modules/chai.js:1\n${at}\n${at}` }),
    ).toBe(`no\n${at}`);
    expect(messageOf({})).toBe('');
  });
});
