/**
 * Stock Lit calls `trustedTypes.createPolicy('lit-html', …)` when its module is evaluated. Under
 * `trusted-types 'none'`, a list without that name, or beside a second copy of Lit, the call throws and takes
 * the whole bundle with it. This plugin gives the policy our own name and creates it on first use, guarded.
 * Where the page refuses it, Lit works with plain strings, and boot falls back if the page refuses those too.
 */
const LIT_HTML = /[\\/]lit-html[\\/](?:node[\\/])?(?:development[\\/])?lit-html\.js$/;

// Both patterns match the minified build and the readable `development` one.
const CREATION =
  /=\s*(\w+)\s*\?\s*\1\.createPolicy\(\s*(['"])lit-html\2,\s*\{\s*createHTML:\s*\(?(\w+)\)?\s*=>\s*\3,?\s*\}\s*\)\s*:\s*(?:void 0|undefined)/g;
const USE =
  /(?:void 0\s*!==\s*(\w+)|(\w+)\s*!==\s*undefined)\s*\?\s*(?:\1|\2)\.createHTML\((\w+)\)\s*:\s*\3/g;

const guardedPolicy = (trustedTypes) => `
let antesPolicy, antesPolicyAsked = false;
function antesHTML(text) {
  if (!antesPolicyAsked) {
    antesPolicyAsked = true;
    try {
      antesPolicy = ${trustedTypes}?.createPolicy('antes', { createHTML: (html) => html });
    } catch {}
  }
  return antesPolicy ? antesPolicy.createHTML(text) : text;
}
`;

/** @returns {import('rollup').Plugin} */
export const litPolicy = () => ({
  name: 'lit-policy',
  transform(code, id) {
    if (!LIT_HTML.test(id)) return null;
    const creations = [...code.matchAll(CREATION)];
    const uses = [...code.matchAll(USE)];
    if (creations.length !== 1 || uses.length !== 1) {
      this.error(
        `Lit's Trusted Types policy is no longer where it was (${creations.length} creations, ${uses.length} uses)`,
      );
    }
    const patched = code.replace(CREATION, '=void 0').replace(USE, 'antesHTML($3)');
    // Function declarations are hoisted and nothing renders while modules evaluate, so the end of the file will do.
    return { code: patched + guardedPolicy(creations[0][1]), map: null };
  },
});
