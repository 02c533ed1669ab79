import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What leads somewhere in the built site leads to something that is there. */
const SITE = resolve(import.meta.dirname, '../../docs/.vitepress/dist');
const files = readdirSync(SITE, { recursive: true, encoding: 'utf8' }).filter((name) =>
  statSync(join(SITE, name)).isFile(),
);
const pages = files.filter((name) => name.endsWith('.html'));

const textOf = (value: string): string =>
  value.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
const attributes = (html: string, ...names: string[]): string[] =>
  [...html.matchAll(new RegExp(`\\s(?:${names.join('|')})="([^"]*)"`, 'g'))].map(([, value]) =>
    textOf(value!),
  );

const idsOf = new Map<string, Set<string>>();
function ids(file: string): Set<string> {
  const known = idsOf.get(file) ?? new Set(attributes(readFileSync(join(SITE, file), 'utf8'), 'id'));
  idsOf.set(file, known);
  return known;
}

/** The file that a server gives for a path. */
function fileAt(path: string): string | undefined {
  const name = path.replace(/^\//, '');
  return [name, `${name}.html`, join(name, 'index.html')].find(
    (one) => existsSync(join(SITE, one)) && statSync(join(SITE, one)).isFile(),
  );
}

function broken(page: string): string[] {
  const html = readFileSync(join(SITE, page), 'utf8');
  return attributes(html, 'href', 'src')
    .filter((href) => !/^(?:https?|data|mailto|tel):/.test(href))
    .filter((href) => {
      const { pathname, hash } = new URL(href, `http://site/${page}`);
      const file = fileAt(decodeURIComponent(pathname));
      if (!file) return true;
      return hash !== '' && file.endsWith('.html') && !ids(file).has(decodeURIComponent(hash.slice(1)));
    });
}

describe('links of the site', () => {
  it.each(pages)('of %s lead somewhere', (page) => {
    expect(broken(page)).toEqual([]);
  });

  it('are there at all, to pages and places in them', () => {
    expect(pages.length).toBeGreaterThan(25);
    const all = pages.flatMap((page) => attributes(readFileSync(join(SITE, page), 'utf8'), 'href'));
    expect(all.filter((href) => href.includes('#')).length).toBeGreaterThan(100);
  });
});

describe('the site', () => {
  it('loads nothing from elsewhere', () => {
    const foreign = pages.flatMap((page) => {
      const html = readFileSync(join(SITE, page), 'utf8');
      return [
        ...html.matchAll(/<(?:script|link|img|iframe|source)\b[^>]*\s(?:src|href)="(https?:[^"]+)"/g),
      ].map(([, url]) => `${page}: ${url}`);
    });
    expect(foreign).toEqual([]);
    const styles = files.filter((name) => name.endsWith('.css'));
    expect(styles.length).toBeGreaterThan(0);
    for (const name of styles)
      expect(readFileSync(join(SITE, name), 'utf8'), name).not.toMatch(/url\(["']?(?:https?:)?\/\//);
  });
});
