import { isTooOld, TOO_OLD } from './core/too-old.js';

/** What a tag may say in attributes; all else in an address is for others, such as `?v=2`. */
const ATTRIBUTES = /^(?:config|consent|debug|endpoint|locale|root)$/;

/** Beside this file once it is built. */
const ANTES: string = './antes.js';

/**
 * Tag managers put the tag of an address into the page, and no attributes on it: `antes.load.js?config=/antes.json` says the
 * same. Such a tag is no module, and one of another origin does not even know what is beside it.
 */
function readAddress(): string {
  // A form or image of the name `currentScript` stands in the way of the plain property.
  const tag = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')!.get!.call(
    document,
  ) as HTMLScriptElement | null;
  if (!tag) return ANTES;
  new URL(tag.src).searchParams.forEach((value, name) => {
    if (ATTRIBUTES.test(name) && !(name in tag.dataset)) tag.dataset[name] = value;
  });
  return new URL(ANTES, tag.src).href;
}

// For pages that are also visited by browsers that cannot read antes.js: those report a mistake in its syntax, while a
// module is nothing to browsers that know none, and this one asks the others first.
if (isTooOld())
  document.dispatchEvent(
    new CustomEvent('antes:problem', { detail: { code: 'UNSUPPORTED', path: 'browser', message: TOO_OLD } }),
  );
else
  // Whether it comes or not is seen by the page: as of a script tag.
  new Promise((done) => done(import(/* @vite-ignore */ readAddress()))).catch(() => {});
