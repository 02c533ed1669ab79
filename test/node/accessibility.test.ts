import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(resolve(root, 'docs/accessibility.md'), 'utf8');
const rows = [
  ...page.matchAll(/^\| (\d\.\d\.\d+)[^|]*\| (A|AA|A, AA) \| ([^|]+) \| ([^|]*) \|([^|]*)\|$/gm),
].map(([, criterion, level, result, , tests]) => ({
  criterion: criterion!,
  level,
  result: result!.trim(),
  tests: tests!,
}));

/** `ui/inline` is test/browser/ui/inline.test.ts, `check/theme` what lies in that folder of the unit tests. */
const places = (name: string) => [
  `test/browser/${name}.test.ts`,
  `test/e2e/${name}.test.ts`,
  `test/unit/${name}`,
];

describe('the conformance report', () => {
  it('judges every criterion of level A and AA', () => {
    // 55, and of these 1.2.1 to 1.2.5 in one row.
    expect(rows).toHaveLength(55 - 4);
    expect(new Set(rows.map(({ criterion }) => criterion)).size).toBe(rows.length);
    const results = ['supports', 'partially supports', 'does not support', 'does not apply'];
    for (const { criterion, result } of rows)
      expect([criterion, results.includes(result)]).toEqual([criterion, true]);
  });

  it('names tests that there are', () => {
    for (const { criterion, tests } of rows) {
      for (const [, name] of tests.matchAll(/`([^`]+)`/g))
        expect([criterion, name, places(name!).some((file) => existsSync(resolve(root, file)))]).toEqual([
          criterion,
          name,
          true,
        ]);
    }
  });

  it('names a test for everything that it claims, but for what is an absence', () => {
    const claimed = rows.filter(({ result, tests }) => result === 'supports' && !tests.includes('`'));
    expect(claimed.map(({ criterion }) => criterion)).toEqual(['2.3.1']);
  });
});
