import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inNode, manifest, readPacked, ROOT } from './support/packed.js';

interface Named {
  readonly name: string;
  readonly description: string;
}
interface Element extends Named {
  readonly tagName: string;
  readonly attributes: readonly (Named & { readonly type: { readonly text: string } })[];
  readonly members: readonly Named[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly (Named & { readonly default?: string })[];
}
const { modules } = JSON.parse(readPacked(manifest.customElements)) as {
  modules: { path: string; declarations: Element[]; exports: { kind: string; name: string }[] }[];
};
const elements = modules.flatMap(({ declarations }) => declarations);
const element = (tag: string) => elements.find(({ tagName }) => tagName === tag)!;
const names = (list: readonly Named[]) => list.map(({ name }) => name).toSorted();

const api = readFileSync(join(ROOT, 'docs/api.md'), 'utf8');
/** The rows of the table below this head: what is in the first column, and the text of the second. */
const rows = (head: string): [string[], string][] => {
  const table = api.slice(api.indexOf(head)).split('\n\n')[0]!;
  return table
    .split('\n')
    .slice(2)
    .map((row) => {
      const [, first = '', ...rest] = row.split('|');
      return [[...first.matchAll(/`([^`]+)`/g)].map(([, name]) => name!), rest.join('|')];
    });
};
const marked = (text: string) => [...text.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name!);

describe('the manifest of custom elements and docs/api.md tell the same', () => {
  it('elements', async () => {
    const told = rows('| element | parts |').flatMap(([tags]) => tags);
    expect(elements.map(({ tagName }) => tagName)).toEqual(told.toSorted());
    const { said } = await inNode("console.log(Object.keys(await import('antes/elements')).join())");
    expect(said.trim()).toBe(elements.map(({ name }) => name).join());
  });

  it('parts', () => {
    const table = rows('| element | parts |');
    const card = marked(table.find(([tags]) => tags.includes('antes-inline'))![1]);
    for (const [tags, text] of table) {
      const more = /the same as inline help|those of a card/.test(text) ? card : [];
      // What help contains is told of the element that it is in.
      const told = [...marked(text), ...more].toSorted();
      for (const tag of tags) expect(names(element(tag).cssParts), tag).toEqual(told);
    }
  });

  it('attributes, which are the properties that hosts may set', () => {
    const told = rows('| element | attributes |').flatMap(([tags, text]) =>
      tags.flatMap((tag) => marked(text).map((name) => `${tag} ${name}`)),
    );
    const known = (of: 'attributes' | 'members') =>
      elements.flatMap((one) => one[of].map(({ name }) => `${one.tagName} ${name}`));
    expect(known('attributes')).toEqual(told);
    expect(known('members')).toEqual(told);
  });

  it('neither slots nor events', () => {
    expect(elements.flatMap(({ slots, events }) => [...slots, ...events])).toEqual([]);
    expect(api).toContain('Elements of Antes have no slots and send no events of their own');
  });

  it('properties of the theme', () => {
    const told = rows('| property | what it is |').flatMap(([first]) => first);
    for (const { tagName, cssProperties } of elements)
      expect(names(cssProperties), tagName).toEqual(told.toSorted());
  });
});

it('everything in it is described, and every property of the theme has its default', () => {
  for (const one of elements) {
    const all = [one, ...one.attributes, ...one.cssParts, ...one.cssProperties];
    expect(all.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
    expect(one.cssProperties.filter((property) => property.default === undefined)).toEqual([]);
  }
});

it('JetBrains and VS Code are told of the same elements', () => {
  const webTypes = JSON.parse(readPacked(manifest['web-types'])) as {
    version: string;
    contributions: { html: { elements: { name: string; attributes: Named[] }[] } };
  };
  const vscode = JSON.parse(readPacked('dist/html-custom-data.json')) as {
    tags: { name: string; attributes: Named[] }[];
    globalAttributes: Named[];
  };
  expect(webTypes.version).toBe(manifest.version);
  for (const list of [webTypes.contributions.html.elements, vscode.tags]) {
    expect(names(list as unknown as Named[])).toEqual(elements.map(({ tagName }) => tagName));
    for (const { name, attributes } of list)
      expect(names(attributes)).toEqual(names(element(name).attributes));
  }
  const told = [...api.matchAll(/^\| `(data-antes-[a-z]+)/gm)].map(([, name]) => name!);
  expect(names(vscode.globalAttributes)).toEqual(told.toSorted());
});
