import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { serve, type Site } from '../../e2e/support/site.js';
import { ROOT } from '../../support/samples.js';

export const SITE: string = join(ROOT, 'docs/.vitepress/dist');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.html': 'text/html',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain',
};

/** The site as any server of files gives it. */
export const serveBuilt = (): Promise<Site> =>
  serve((path) => {
    const file = join(SITE, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) return { status: 404 };
    return { body: readFileSync(file), type: TYPES[extname(file)] ?? 'application/octet-stream' };
  });
