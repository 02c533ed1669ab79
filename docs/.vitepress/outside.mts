import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';

const DOCS = resolve(import.meta.dirname, '..');
const ROOT = resolve(DOCS, '..');

/** Files of the project that are pages of the site, by their name there. */
export const PROJECT: Readonly<Record<string, string>> = {
  changes: 'CHANGELOG.md',
  contributing: 'CONTRIBUTING.md',
  'security-policy': 'SECURITY.md',
  'demo-shop': 'demo/README.md',
};
const pageOf = new Map(Object.entries(PROJECT).map(([name, file]) => [file, `/project/${name}`]));

/** The file that a page of the site is made of, from the root of the project. */
function sourceOf(page: string): string {
  const name = /^project\/(.+)\.md$/.exec(page)?.[1];
  return (name && PROJECT[name]) ?? `docs/${page}`;
}

/** Files that are read as they are: from where, to where in the site. */
const published = new Map<string, string>();
function publish(file: string, to: string): string {
  published.set(join(ROOT, file), to);
  return `/${to}`;
}

/** What is not read but saved, and given to another program: under its own name, and not by the router. */
const isSaved = (path: string): boolean => path.endsWith('.tpl');

/** Where a link of a page leads in the site; nothing where there is no page or file for it. */
function inSite(page: string, href: string): string | undefined {
  const [path = '', anchor] = href.split('#');
  const file = posix.join(posix.dirname(sourceOf(page)), path);
  const hash = anchor === undefined ? '' : `#${anchor}`;
  if (file === 'README.md') return '/';
  const project = pageOf.get(file);
  if (project) return `${project}${hash}`;
  const inDocs = file.startsWith('docs/') ? file.slice('docs/'.length) : undefined;
  if (inDocs?.endsWith('.md')) return `/${inDocs.replace(/\.md$/, '')}${hash}`;
  if (!existsSync(join(ROOT, file)) || statSync(join(ROOT, file)).isDirectory()) return undefined;
  if (inDocs?.endsWith('.json')) return publish(file, inDocs);
  if (isSaved(file)) return publish(file, posix.basename(file));
  return publish(file, `source/${file}.txt`);
}

/** Where the site is; pages add it to their own links, but not to those in HTML. */
export const BASE: string = process.env['ANTES_DOCS_BASE'] ?? '/';

const isRelative = (href: string) => href !== '' && !/^(?:[a-z]+:|#|\/)/i.test(href);

/**
 * Links are written as they work where the files lie side by side. In the site, sources that they lead to are texts
 * beside the pages; folders have no address, so their name stays without a link.
 */
export function outside(md: MarkdownRenderer): void {
  md.core.ruler.push('outside', ({ tokens, env }) => {
    const page = (env as { relativePath?: string }).relativePath ?? '';
    for (const block of tokens) {
      const { children } = block;
      // Without the dot, the bundler takes it for a package.
      if (block.type === 'html_block')
        block.content = block.content.replaceAll(/\b(src|srcset)="(?=img\/)/g, '$1="./');
      let dropped = 0;
      for (const token of children ?? []) {
        if (token.type === 'html_inline')
          token.content = token.content.replace('href="/antes/', `href="${BASE}antes/`);
        if (token.type === 'link_close' && dropped > 0) {
          token.tag = 'span';
          dropped--;
        }
        const href = token.type === 'link_open' ? token.attrGet('href') : null;
        if (href === null || !isRelative(href)) continue;
        const to = inSite(page, decodeURI(href));
        if (to) {
          // Of what is saved, nobody else adds the base.
          token.attrSet('href', isSaved(to) ? BASE + to.slice(1) : to);
          if (isSaved(to)) {
            token.attrSet('download', '');
            token.attrSet('target', '_self');
          }
        } else if (!/\.md(#|$)/.test(href)) {
          token.type = 'span_open';
          token.tag = 'span';
          token.attrs = [];
          dropped++;
        }
      }
    }
  });
}

/** Copies what was linked to. */
export function copyPublished(out: string): void {
  for (const [file, to] of published) {
    const target = join(out, to);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(file, target);
  }
}

export const projectPages = (): { params: { name: string }; content: string }[] =>
  Object.entries(PROJECT).map(([name, file]) => ({
    params: { name },
    content: readFileSync(join(ROOT, file), 'utf8'),
  }));
