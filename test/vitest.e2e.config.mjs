import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Hundreds of pages, and people at human speed: run by `npm test -- people`, not with every change. */
const PEOPLE = ['test/e2e/signals/**/*.test.ts', 'test/e2e/simulated.test.ts'];
/** Every widget in every state, looked at by axe: in one look with every change, in all of them by `npm test -- looks`. */
const LOOKS = ['test/e2e/looks/**/*.test.ts'];
/** Pictures of every widget beside those that were kept: they are of one machine's fonts. */
const VISUAL = ['test/e2e/visual/**/*.test.ts'];
const DEMANDED = { people: PEOPLE, looks: LOOKS, visual: VISUAL };
const demanded = DEMANDED[process.env.ANTES_E2E];

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: demanded ?? ['test/e2e/**/*.test.ts'],
    exclude: demanded ? [] : [...PEOPLE, ...VISUAL],
    // One browser at a time: whole journeys have timing in them, and a second browser would be in the way of it.
    fileParallelism: false,
    // People who mostly wait: several of them in one browser (simulated.test.ts).
    maxConcurrency: 8,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
