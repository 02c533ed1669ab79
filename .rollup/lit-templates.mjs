import { resolve } from 'node:path';

/**
 * Stock Lit makes templates with `innerHTML`, through a policy that it creates when its module is evaluated. Where a
 * page allows neither (`trusted-types 'none'`, or a list without that name) the bundle would die, and with a guard
 * around it the attempt alone would be reported. So the bundles build templates node by node (src/ui/template.ts): no
 * policy has to be allowed, and there is no `innerHTML` in them.
 */
const LIT_HTML = /[\\/]lit-html[\\/](?:node[\\/])?lit-html\.js$/;
const BUILDER = resolve(import.meta.dirname, '../src/ui/template.ts');
const REAL = resolve(import.meta.dirname, '../src/core/real.ts');

const PATCHES = [
  ['the policy', /(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/g, 'void 0'],
  ['its use', /void 0!==(\w+)\?\1\.createHTML\((\w+)\):\2/g, '$2'],
  ['the markup', /return (\w+)\.innerHTML=(\w+),\1\}/g, 'return fillTemplate($1,$2),$1}'],
  // An image named `createComment` replaces that of the document.
  ['the document', /([\w$]+)=document,/g, '$1=real(document),'],
  ['where a walk through it begins', /\.createTreeWalker\([\w$]+,129\)/g, '.createTreeWalker(document,129)'],
  ['where it waits', /return (\w+)\.currentNode=\w+,/g, 'return $1.currentNode=document,'],
  // There are no formulas in help.
  ['how formulas begin', /:3===\w\?"<math>":""/g, ':""'],
  ['how formulas end', /:3===\w\?"<\/math>":""/g, ':""'],
  ['what is taken out of them', /2===(\w)\|\|3===\1/g, '2===$1'],
  // A template is never made by hand, and there are no values in what has only text in it.
  [
    'who makes templates by hand',
    /if\(!\w+\(\w+\)\|\|!\w+\.hasOwnProperty\("raw"\)\)throw Error\("[^"]*"\);/g,
    '',
  ],
  ['values in a textarea', /if\(\w+\.test\(\w+\.tagName\)\)\{.*?\}\}(?=\}else if\(8===)/g, ''],
  // Names that `setAttribute` takes in every engine: a `$` it does not.
  ['the mark of attributes', /"\$lit\$"/g, '"-lit-"'],
  ['the mark of values', /`lit\$\$\{([^}]*)\}\$`/g, '`lit-${$1}-`'],
];

/** @returns {import('rollup').Plugin} */
export const litTemplates = () => ({
  name: 'lit-templates',
  transform(code, id) {
    if (!LIT_HTML.test(id)) return null;
    for (const [what, pattern, replacement] of PATCHES) {
      const found = [...code.matchAll(pattern)].length;
      if (found !== 1) this.error(`${id}: expected ${what} of Lit once, found it ${found} times`);
      code = code.replace(pattern, replacement);
    }
    const imports = `import { fillTemplate } from ${JSON.stringify(BUILDER)};\nimport { real } from ${JSON.stringify(REAL)};`;
    return { code: `${imports}\n${code}`, map: null };
  },
});
