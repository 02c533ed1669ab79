import { isTooOld, TOO_OLD } from './too-old.js';

/**
 * Why nothing can run here, of the browser or of the page: old pages have made what their browsers lacked, under the
 * names that everything of ours is built on, and not all of it. What is called before this may need none of them.
 */
export function whyUnfit(): readonly [path: string, message: string] | undefined {
  if (isTooOld()) return ['browser', TOO_OLD];
  return hasLanguage() ? undefined : ['page', REPLACED];
}

const REPLACED =
  'This page has a Map, Set, Promise, Symbol or URL of its own that lacks something; nothing will be shown and the page is not affected.';

function hasLanguage(): boolean {
  try {
    return (
      new Set([1]).has(1) &&
      new Map([[1, 1]]).get(1) === 1 &&
      [Promise.race, Promise.resolve().then, Symbol.for].every((one) => typeof one === 'function') &&
      new URL('a:b').href === 'a:b'
    );
  } catch {
    return false;
  }
}
