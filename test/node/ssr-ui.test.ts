import { expect, it } from 'vitest';

it.each([
  ['elements', () => import('../../src/elements.js')],
  ['define', () => import('../../src/define.js')],
  ['ui', () => import('../../src/ui/index.js')],
  ['ui/inline', () => import('../../src/ui/inline/index.js')],
  ['ui/badge', () => import('../../src/ui/badge/index.js')],
])('a server may import %s', async (_name, load) => {
  expect(typeof globalThis.document).toBe('undefined');
  expect(await load()).toBeTruthy();
});
