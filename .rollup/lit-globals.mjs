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
const METADATA_USE = /const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{.*?\}(?=this\._\$Eh=)/g;

const CSS_TAG = /[\\/]css-tag\.js$/;
/** Whether the browser has adopted style sheets. Boot asks for them (start.ts), so what Lit does without is not needed. */
const SUPPORTS_SHEETS =
  /\w+\.ShadowRoot&&\([^)]*\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype/g;

/** Hooks for polyfills that a page may have: what they would do to the page's own Lit is no business of ours. */
const HOOKS = /\w+\.(?:litHtml|reactiveElement|litElement)PolyfillSupport/g;
const HYDRATION = /\w+\.litElementHydrateSupport/g;

/** Decorators, and attributes with JSON in them: no widget has any. */
const UNUSED = [
  /static addInitializer\(\w+\)\{[^}]*\}/g,
  /,void 0!==\w+\.l&&\(this\.l=\[\.\.\.\w+\.l\]\)/g,
  /,this\.constructor\.l\?\.forEach\(\w+=>\w+\(this\)\)/g,
  /;break;case Object:case Array:\w+=null==\w+\?\w+:JSON\.stringify\(\w+\)/g,
  /;break;case Object:case Array:try\{\w+=JSON\.parse\(\w+\)\}catch\(\w+\)\{\w+=null\}/g,
];
/** For who writes widgets, and makes the mistakes that the types forbid here. */
const ADVICE = [
  /if\(this\._\$cssResult\$=!0,\w+!==\w+\)throw Error\("[^"]*"\);/g,
  /toString\(\)\{return this\.cssText\}/g,
];
const VALUE = /\(\w+=>\{if\(!0===\w+\._\$cssResult\$\)return \w+\.cssText;[^}]*\}\)\((\w+)\)/g;

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
    if (CSS_TAG.test(id)) {
      once(SUPPORTS_SHEETS, 'true');
      for (const pattern of ADVICE) once(pattern, '');
      once(VALUE, '$1.cssText');
    } else {
      once(VERSIONS, '0');
      once(HOOKS, 'void 0');
    }
    if (LIT_ELEMENT.test(id)) once(HYDRATION, '(void 0)');
    if (REACTIVE_ELEMENT.test(id)) {
      once(METADATA, '');
      once(METADATA_USE, '');
      for (const pattern of UNUSED) once(pattern, '');
    }
    return { code, map: null };
  },
});
