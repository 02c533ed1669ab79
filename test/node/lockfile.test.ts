import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingPackages } from '../support/lockfile.mjs';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe.each(['package-lock.json', 'demo/examples/angular/package-lock.json'])('%s', (name) => {
  const text = read(name);

  it('locks the optional packages of every platform (else: npm run lockfile)', () => {
    expect(missingPackages(JSON.parse(text))).toEqual([]);
  });

  it('names no place to download from', () => {
    expect(text).not.toMatch(/"resolved": "https?:/);
  });
});
