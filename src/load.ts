import { isTooOld, TOO_OLD } from './core/too-old.js';

/** Beside this file once it is built. */
const ANTES: string = './antes.js';

// For pages that are also visited by browsers that cannot read antes.js: those report a mistake in its syntax, while a
// module is nothing to browsers that know none, and this one asks the others first.
if (isTooOld())
  document.dispatchEvent(
    new CustomEvent('antes:problem', { detail: { code: 'UNSUPPORTED', path: 'browser', message: TOO_OLD } }),
  );
else
  // Whether it comes or not is seen by the page: as of a script tag.
  import(/* @vite-ignore */ ANTES).catch(() => {});
