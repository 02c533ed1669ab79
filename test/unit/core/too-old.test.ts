import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isTooOld } from '../../../src/core/too-old.js';

class Page {
  adoptedStyleSheets = [];
}

beforeEach(() => {
  vi.stubGlobal('MutationObserver', Page);
  vi.stubGlobal('Document', { prototype: new Page() });
});
afterEach(() => vi.unstubAllGlobals());

it('a browser that has all of it is not too old', () => expect(isTooOld()).toBe(false));

it.each(['MutationObserver', 'AbortController', 'structuredClone', 'queueMicrotask'])(
  'one without %s is, and so is one where the page has put something else there',
  (name) => {
    vi.stubGlobal(name, undefined);
    expect(isTooOld()).toBe(true);
    vi.stubGlobal(name, {});
    expect(isTooOld()).toBe(true);
  },
);

it('one whose documents take no style sheets is', () => {
  vi.stubGlobal('Document', { prototype: {} });
  expect(isTooOld()).toBe(true);
});
