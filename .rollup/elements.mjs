import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

const TOKENS = 'src/ui/tokens.ts';

/** What is between a bracket and the one that closes it. */
function untilClosed(code, from) {
  let depth = 1;
  let at = from;
  for (; depth > 0; at++) depth += code[at] === '(' ? 1 : code[at] === ')' ? -1 : 0;
  return code.slice(from, at - 1);
}

/** What the sources put where a page sets nothing. */
function defaults() {
  const found = new Map();
  for (const file of sources()) {
    const code = readFileSync(file, 'utf8');
    for (const match of code.matchAll(/var\(\s*(--antes-[a-z-]+),\s*/g))
      found.set(match[1], line(untilClosed(code, match.index + match[0].length)));
  }
  return found;
}

/** The theme, from the table above its source. */
function cssProperties() {
  const code = readFileSync(TOKENS, 'utf8');
  const usual = defaults();
  return [...code.matchAll(/^ \* \| (`--antes-[^|]*) \| (.+) \|$/gm)].flatMap(([, names, description]) =>
    [...names.matchAll(/`(--antes-[a-z-]+)`/g)].map(([, name]) => ({
      name,
      default: usual.get(name),
      description,
    })),
  );
}

const sources = () =>
  readdirSync('src/ui', { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('src/ui', name).replaceAll('\\', '/'))
    .toSorted();

/** A sentence of a comment without its line breaks. */
const line = (text = '') => text.replaceAll(/\s*\n\s*/g, ' ').trim();

/** @param {any} one */
const element = ({ name, tagName, description, attributes = [], cssParts = [] }) => {
  // What is set from outside has an attribute. All else is between elements and Antes, and no host's.
  const open = attributes.filter((attribute) => !attribute.name.startsWith('_'));
  const byName = (a, b) => (a.name < b.name ? -1 : 1);
  return {
    kind: 'class',
    name,
    description: line(description),
    tagName,
    customElement: true,
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: open.map(({ name: attribute, type, description: says }) => ({
      name: attribute,
      fieldName: attribute,
      type,
      description: line(says),
    })),
    members: open.map(({ name: field, type, description: says }) => ({
      kind: 'field',
      name: field,
      type,
      description: line(says),
    })),
    events: [],
    slots: [],
    cssParts: cssParts
      .map(({ name: part, description: says }) => ({ name: part, description: line(says) }))
      .toSorted(byName),
    cssProperties: cssProperties(),
  };
};

/** What elements there are, in the words of their sources: https://github.com/webcomponents/custom-elements-manifest */
export function customElements() {
  const modules = sources().map((file) =>
    ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2015, true),
  );
  const found = create({ modules, plugins: litPlugin(), context: { dev: false } });
  const elements = found.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName !== undefined)
    .map(element)
    .toSorted((a, b) => (a.tagName < b.tagName ? -1 : 1));
  const named = (kind, nameOf) =>
    elements.map((one) => ({
      kind,
      name: nameOf(one),
      declaration: { name: one.name, module: 'dist/elements.js' },
    }));
  return {
    schemaVersion: '1.0.0',
    readme: '',
    modules: [
      {
        kind: 'javascript-module',
        path: 'dist/elements.js',
        declarations: elements,
        exports: named('js', ({ name }) => name),
      },
      {
        kind: 'javascript-module',
        path: 'dist/define.js',
        declarations: [],
        exports: named('custom-element-definition', ({ tagName }) => tagName),
      },
    ],
  };
}
