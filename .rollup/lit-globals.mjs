/**
 * Lit leaves notes on `globalThis` (which versions are loaded, metadata of decorators) and adds `Symbol.metadata`.
 * Nothing of the page's globals is ours to change, and nobody reads these notes: Lit's decorators are not used, and
 * no other copy can meet the one inside this bundle.
 */
const LIT = /[\\/](?:lit-html|lit-element|reactive-element)\.js$/;
const LIT_ELEMENT = /[\\/]lit-element\.js$/;
const REACTIVE_ELEMENT = /[\\/]reactive-element\.js$/;

const VERSIONS = /\(\w+\.(?:litHtml|litElement|reactiveElement)Versions\s*\?\?=\s*\[\]\)\.push\([^)]*\)/g;
const METADATA =
  /Symbol\.metadata\s*\?\?=\s*Symbol\("metadata"\),\s*\w+\.litPropertyMetadata\s*\?\?=\s*new WeakMap\s*;/g;
const METADATA_USE = /\[Symbol\.metadata\]/g;

const CSS_TAG = /[\\/]css-tag\.js$/;
/** Whether the browser has adopted style sheets. Boot asks for them (start.ts), so what Lit does without is not needed. */
const SUPPORTS_SHEETS =
  /\w+\.ShadowRoot&&\([^)]*\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype/g;

/** Hooks for polyfills that a page may have: what they would do to the page's own Lit is no business of ours. */
const HOOKS = /\w+\.(?:litHtml|reactiveElement|litElement)PolyfillSupport/g;
const HYDRATION = /\w+\.litElementHydrateSupport/g;

/** @returns {import('rollup').Plugin} */
export const litGlobals = () => ({
  name: 'lit-globals',
  transform(code, id) {
    if (!(LIT.test(id) || CSS_TAG.test(id)) || !id.includes('node_modules')) return null;
    const once = (pattern, replacement) => {
      const found = [...code.matchAll(pattern)].length;
      if (found !== 1) this.error(`${id}: expected ${pattern} once, found it ${found} times`);
      code = code.replace(pattern, replacement);
    };
    if (CSS_TAG.test(id)) once(SUPPORTS_SHEETS, 'true');
    else {
      once(VERSIONS, '0');
      once(HOOKS, 'void 0');
    }
    if (LIT_ELEMENT.test(id)) once(HYDRATION, '(void 0)');
    if (REACTIVE_ELEMENT.test(id)) {
      once(METADATA, 'const antesMetadata=Symbol(),litPropertyMetadata=new WeakMap;');
      once(METADATA_USE, '[antesMetadata]');
    }
    return { code, map: null };
  },
});
