import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Page } from '../../support/engines/index.js';

const CDN = new URL('../../../dist/cdn/', import.meta.url);
const HERE = new URL('./', import.meta.url);

/** A page's own bundle with a Lit of its own, which asks for its policy when it is loaded. */
export async function hostLit(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { html, render } from 'lit';
        const box = document.createElement('div');
        box.id = 'host-app';
        document.documentElement.append(box);
        const root = box.attachShadow({ mode: 'open' });
        const draw = (n) => render(html\`<p>Theirs <b>\${n}</b></p>\`, root);
        draw(1);
        draw(2);`,
      resolveDir: new URL('../../..', import.meta.url).pathname,
    },
    bundle: true,
    format: 'iife',
    minify: true,
    write: false,
  });
  return outputFiles[0]!.text;
}

const sha384 = (text: string | Buffer) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

/** A page of which every script is pinned, but perhaps for ours: they are pinned as told. */
export function pinnedPage(pinned: 'tag and map' | 'tag' | 'nothing', file: string): string {
  const { files } = JSON.parse(readFileSync(new URL('integrity.json', CDN), 'utf8')) as {
    files: Record<string, { integrity: string }>;
  };
  const scripts = Object.keys(files).filter((name) => name.endsWith('.js'));
  const hash = (name: string) => sha384(readFileSync(new URL(name, CDN)));
  const map = { integrity: Object.fromEntries(scripts.map((name) => [`/antes/${name}`, hash(name)])) };
  // The policy looks at the hash of a script only where it is fetched with `crossorigin`, from the own origin too.
  const tag = pinned === 'nothing' ? '' : `crossorigin integrity="${hash(file)}"`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pinned</title><link rel="icon" href="data:,">
    ${pinned === 'tag and map' ? `<script type="importmap">${JSON.stringify(map)}</script>` : ''}
    <script>${readFileSync(new URL('watch.js', HERE), 'utf8')}</script>
    <script async ${tag} src="/antes/${file}" data-config="/antes.json" data-consent="denied"></script></head>
    <body><p data-antes-anchor="here">Here</p></body></html>`;
}

/** How the card looks, in the words of the browser. */
export const lookOf = (page: Page, tag: string): Promise<Record<string, string>> =>
  page.evaluate((name) => {
    const host = document.querySelector(name)!;
    const part = (which: string) => host.shadowRoot!.querySelector(`[part~=${which}]`)!;
    const { display, backgroundColor, color, borderTopLeftRadius, paddingTop } = getComputedStyle(
      part('card'),
    );
    const action = getComputedStyle(part('action'));
    return {
      host: getComputedStyle(host).display,
      display,
      backgroundColor,
      color,
      borderTopLeftRadius,
      paddingTop,
      action: `${action.backgroundColor} ${action.minHeight} ${action.textDecorationLine}`,
      sheets: String(host.shadowRoot!.adoptedStyleSheets.length > 0),
      elements: String(host.shadowRoot!.querySelectorAll('style,link').length),
    };
  }, tag);
