import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Inline, parseText } from '../../src/ui/text.js';
import { forbiddenInFile } from '../support/forbidden.mjs';
import { ADDRESSES, PAYLOADS } from './support/content-xss.js';

const ROOT = resolve(import.meta.dirname, '../..');
const BASE = 'https://shop.example/pay';
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const filesIn = (folder: string, ending: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));

describe('faults: content-xss (texts and files)', () => {
  const WAYS: Readonly<Record<string, (text: string) => string>> = {
    'as it is': (text) => text,
    'in bold': (text) => `**${text}**`,
    'as the words of a link': (text) => `[${text}](https://example.com/)`,
    'as the address of a link': (text) => `[Press](${text})`,
    'in a link in bold': (text) => `**[${text}](https://example.com/)**`,
    'in bold in a link': (text) => `[**${text}**](https://example.com/)`,
    'in a list': (text) => `- ${text}\n- **${text}**`,
    'half in bold': (text) => `**${text}`,
    'with its brackets open': (text) => `[${text}](https://example.com/`,
  };
  it.each(Object.entries(WAYS))(
    'XSS-02: the light mark-up makes nothing but texts, bold, breaks, lists and safe links: %s',
    (_, wrap) => {
      for (const payload of [...PAYLOADS, ...ADDRESSES]) {
        const blocks = parseText(wrap(payload), BASE);
        const inlines = blocks.flatMap((block): readonly Inline[] => {
          expect(['paragraph', 'list']).toContain(block.type);
          return block.type === 'list' ? block.items.flat() : block.content;
        });
        for (const part of inlines) {
          expect(['text', 'bold', 'break', 'link']).toContain(part.type);
          if (part.type === 'link')
            expect(new URL(part.href).protocol, `${payload} ${part.href}`).toMatch(
              /^(?:https|tel|mailto|sms):$/,
            );
          if (part.type !== 'break') expect(typeof part.text).toBe('string');
        }
      }
    },
  );

  it('XSS-02: no script that browsers are sent can make markup or code of a text', () => {
    const scripts = filesIn('dist/cdn', '.js');
    expect(scripts.length).toBeGreaterThan(15);
    for (const file of scripts) expect(forbiddenInFile(file), relative(ROOT, file)).toEqual([]);
  });

  it('XSS-15: all that a press on help can do is in this list, and none of it pays or sends what was typed', () => {
    const sections = read('src/config/sections.ts');
    expect(/const VERBS = \[(.+?)\]/.exec(sections)?.[1]).toBe(
      "'link', 'call', 'focus', 'open', 'contact', 'resolve'",
    );
  });

  it('XSS-15: all that help ever asks to be filled in is in this list', () => {
    const asked = filesIn('src/ui', '.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/<(input|select|textarea)\b([^>]*)/g)].map(
        ([, tag, attributes = '']) =>
          `${relative(ROOT, file)}: ${tag} ${/type="(\w+)"/.exec(attributes)?.[1] ?? ''}`.trim(),
      ),
    );
    expect(asked.sort()).toEqual([
      'src/ui/contact/parts.ts: input checkbox',
      'src/ui/contact/request.ts: input tel',
      'src/ui/contact/request.ts: select',
      'src/ui/feedback/feedback.ts: input radio',
      'src/ui/panel/panel.ts: input search',
    ]);
  });

  it('XSS-16: what is shipped depends on one package, of one version, without scripts of its own', () => {
    const { dependencies, peerDependencies, peerDependenciesMeta, optionalDependencies, scripts } =
      JSON.parse(read('package.json')) as Record<string, Record<string, unknown> | undefined>;
    expect(Object.keys(dependencies ?? {})).toEqual(['lit']);
    for (const version of Object.values(dependencies ?? {})) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Object.keys(peerDependencies ?? {})).toEqual(Object.keys(peerDependenciesMeta ?? {}));
    expect(optionalDependencies).toBeUndefined();
    expect(Object.keys(scripts ?? {}).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<
        string,
        {
          dev?: boolean;
          devOptional?: boolean;
          optional?: boolean;
          hasInstallScript?: boolean;
          integrity?: string;
        }
      >;
    };
    const shipped = Object.entries(packages).filter(
      ([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional,
    );
    expect(shipped.map(([path]) => path.replace(/.*node_modules\//, '')).sort()).toEqual([
      '@lit-labs/ssr-dom-shim',
      '@lit/reactive-element',
      '@types/trusted-types',
      'lit',
      'lit-element',
      'lit-html',
    ]);
    for (const [path, { hasInstallScript, integrity }] of shipped) {
      expect(hasInstallScript, path).toBeUndefined();
      expect(integrity, path).toMatch(/^sha512-/);
    }
  });

  it('XSS-16: no script that customers are sent names an address', () => {
    // The inspector, which they are not, has the examples of the schema in it, to be offered in its editor.
    const scripts = filesIn('dist/cdn', '.js').filter((file) => !/antes\.inspect\.|\/inspect\//.test(file));
    expect(scripts.length).toBeGreaterThan(20);
    const named = scripts.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\b(?:https?|wss?):\/\/[\w.-]+[^\s"'`)]*/g)].map(
        ([address]) => address,
      ),
    );
    // Names of vocabularies, of which nothing is asked.
    const NAMESPACES = ['http://www.w3.org/1999/xhtml', 'http://www.w3.org/2000/svg'];
    expect([...new Set(named)].toSorted((a, b) => a.localeCompare(b))).toEqual(NAMESPACES);
  });
});
