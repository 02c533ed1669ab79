/**
 * What everything else is built on. Browsers that have all of it can read the syntax of our scripts as well: in each
 * engine the youngest of these came later. Written so that a browser from before can run it.
 */
export function isTooOld(): boolean {
  return (
    typeof MutationObserver !== 'function' ||
    typeof AbortController !== 'function' ||
    typeof structuredClone !== 'function' ||
    typeof queueMicrotask !== 'function' ||
    !('adoptedStyleSheets' in Document.prototype)
  );
}

export const TOO_OLD = 'This browser is too old; nothing will be shown and the page is not affected.';
