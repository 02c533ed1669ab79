import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve, type Site } from '../../e2e/support/site.js';
import { ROOT } from '../../support/samples.js';

export const cdn = (file: string): string => join(ROOT, 'dist/cdn', file);

/** What stands for the reader's own configuration: that of the shop, whose names the samples take. */
export const shopConfig = (): string => {
  const config = JSON.parse(readFileSync(join(ROOT, 'demo/antes.json'), 'utf8')) as Record<string, unknown>;
  // Handed over by the page: there is no server behind these samples.
  const sources = {
    status: { kind: 'incidents', host: true, components: { payments: ['checkout/payment'] } },
  };
  return JSON.stringify({ ...config, sources, report: undefined });
};

/** A page of the reader's: what is in it may be at any of the addresses that the docs give to Antes. */
export const servePages = (bodyOf: (path: string) => string): Promise<Site> =>
  serve((path) => {
    if (path === '/antes.json') return shopConfig();
    if (path === '/antes.all.js') return { body: readFileSync(cdn('antes.all.js')), type: 'text/javascript' };
    if (path.startsWith('/antes@0.1.0/'))
      return { body: readFileSync(cdn(path.slice('/antes@0.1.0/'.length))), type: 'text/javascript' };
    if (!path.startsWith('/page')) return undefined;
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body>${bodyOf(path)}</body></html>`;
  });

export const hashOf = (file: string): string =>
  `sha384-${createHash('sha384')
    .update(readFileSync(cdn(file)))
    .digest('base64')}`;
