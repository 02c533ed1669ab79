import { expect, it } from 'vitest';
import { loadingOf } from '../../../src/core/loading.js';

const of = (performance: unknown) => loadingOf({ performance } as Window & typeof globalThis);

it('how a document came here is what the browser says first', () => {
  const entries = [{ type: 'reload' }, { type: 'navigate' }];
  expect(of({ getEntriesByType: (type: string) => (type === 'navigation' ? entries : []) })).toBe(entries[0]);
});

it('is not known where the browser says nothing, or the page has taken it away', () => {
  for (const performance of [undefined, {}, { getEntriesByType: () => [] }])
    expect(of(performance)).toBe(undefined);
});
