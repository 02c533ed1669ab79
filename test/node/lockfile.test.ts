import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { missingPackages } from '../support/lockfile.mjs';

const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');

it('locks the optional packages of every platform (else: npm run lockfile)', () => {
  expect(missingPackages(JSON.parse(text))).toEqual([]);
});

it('names no place to download from', () => {
  expect(text).not.toMatch(/"resolved": "https?:/);
});
