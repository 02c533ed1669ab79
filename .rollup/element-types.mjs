import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { customElements } from './elements.mjs';

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const HEADER = "/** What elements of Antes take in markup. Made by Antes' build from its sources. */\n";

/** `AntesBadge` and what it takes from outside, as members of an interface. */
const members = (elements, typeOf) =>
  elements.map((one) => `    /** ${one.description} */\n    '${one.tagName}': ${typeOf(one)};\n`).join('');
const own = ({ attributes }) =>
  attributes.map(({ fieldName, type }) => `${fieldName}?: ${type.text}`).join('; ');
const and = (type, one) => (own(one) ? `${type} & { ${own(one)} }` : type);

/** Each framework has attributes of its own, and a place of its own for what elements there are. */
const FRAMEWORKS = {
  'jsx/react': {
    imports: (names) => `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ${names} } from '../types/elements.js';
`,
    module: "'react'",
    typeOf: (one) => and(`DetailedHTMLProps<HTMLAttributes<${one.name}>, ${one.name}>`, one),
  },
  'jsx/preact': {
    imports: (names) => `import type { JSX as Preact } from 'preact';
import type { ${names} } from '../types/elements.js';
`,
    module: "'preact'",
    typeOf: (one) => and(`Preact.HTMLAttributes<${one.name}>`, one),
  },
  'jsx/solid': {
    imports: (names) => `import type { JSX as Solid } from 'solid-js';
import type { ${names} } from '../types/elements.js';
`,
    module: "'solid-js'",
    typeOf: (one) => and(`Solid.HTMLAttributes<${one.name}>`, one),
  },
};

function jsx(elements, { imports, module, typeOf }) {
  const names = elements.map(({ name }) => name).join(', ');
  return `${HEADER}${imports(names)}
declare module ${module} {
  namespace JSX {
    interface IntrinsicElements {
${members(elements, typeOf).replaceAll(/^/gm, '  ').trimEnd()}
    }
  }
}
`;
}

/** For templates, as vue-tsc and Vue's language tools read them. */
const vue = (elements) => `${HEADER}import type { DefineComponent, HTMLAttributes } from 'vue';

declare module 'vue' {
  interface GlobalComponents {
${members(elements, (one) => `DefineComponent<${and('HTMLAttributes', one)}>`).trimEnd()}
  }
}
`;

/** https://code.visualstudio.com/api/extension-guides/custom-data-extension */
const vscode = (elements) => ({
  version: 1.1,
  tags: elements.map(({ tagName, description, attributes }) => ({
    name: tagName,
    description,
    attributes: attributes.map((one) => ({
      name: one.name,
      description: one.description,
      ...(one.type.text === 'boolean' && { valueSet: 'v' }),
    })),
  })),
  globalAttributes: [
    ['data-antes-anchor', 'Help may appear after this element, and actions may lead here.'],
    ['data-antes-step', 'This part of the page is a step.'],
    ['data-antes-commit', 'This control completes a step.'],
    ['data-antes-key', 'A stable name for a control that is drawn anew.'],
    ['data-antes-frame', 'A frame of your own origin that belongs to the page.'],
    ['data-antes-ignore', 'This element and all inside give no records.'],
  ].map(([name, description]) => ({ name, description })),
});

/**
 * Writes what editors and compilers want to know of the elements: manifest, web-types, custom data, JSX and Vue.
 * @returns {import('rollup').Plugin}
 */
export const elementTypes = () => ({
  name: 'element-types',
  writeBundle({ dir }) {
    const manifest = customElements();
    const elements = manifest.modules[0].declarations;
    writeFileSync(join(dir, 'custom-elements.json'), json(manifest));
    writeFileSync(join(dir, 'html-custom-data.json'), json(vscode(elements)));
    mkdirSync(join(dir, 'jsx'), { recursive: true });
    for (const [name, framework] of Object.entries(FRAMEWORKS)) {
      writeFileSync(join(dir, `${name}.d.ts`), jsx(elements, framework));
      writeFileSync(join(dir, `${name}.js`), 'export {};\n');
    }
    writeFileSync(join(dir, 'vue.d.ts'), vue(elements));
    writeFileSync(join(dir, 'vue.js'), 'export {};\n');
    // It says so on the console whatever it is told, and a silent build says nothing.
    const { log } = console;
    console.log = () => {};
    try {
      generateJetBrainsWebTypes(manifest, { outdir: dir, packageJson: false });
    } finally {
      console.log = log;
    }
  },
});
