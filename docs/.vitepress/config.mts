import { cpSync, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { defineConfig } from 'vitepress';
import { BASE, copyPublished, outside } from './outside.mts';
import { english, spanish } from './sidebar.mts';

const CDN = resolve(import.meta.dirname, '../../dist/cdn');
if (!existsSync(resolve(CDN, 'antes.js')))
  throw new Error('The live examples run what was built: `npm run build` first.');

/** As code hosts make them, so that a link with a fragment leads to the same place there and here. */
const slugify = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};

/** While somebody writes; the built site has a copy. */
const serveAntes = {
  name: 'serve-antes',
  configureServer(server: {
    middlewares: {
      use(path: string, handle: (request: any, response: any, next: () => void) => void): void; // oxlint-disable-line typescript/no-explicit-any -- Node's, of another copy of Vite
    };
  }) {
    server.middlewares.use('/antes', (request, response, next) => {
      const path = new URL(String(request.url), 'http://localhost').pathname;
      readFile(resolve(CDN, `.${path}`)).then((content) => {
        response.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain');
        response.end(content);
      }, next);
    });
  },
};

const SPANISH_SEARCH = {
  button: { buttonText: 'Buscar', buttonAriaLabel: 'Buscar' },
  modal: {
    displayDetails: 'Mostrar detalles',
    resetButtonTitle: 'Borrar la búsqueda',
    backButtonTitle: 'Cerrar la búsqueda',
    noResultsText: 'Sin resultados para',
    footer: {
      selectText: 'abrir',
      navigateText: 'moverse',
      closeText: 'cerrar',
    },
  },
};

export default defineConfig({
  title: 'Antes',
  description: 'Help that comes before the customer reaches for the phone.',
  base: BASE,
  cleanUrls: false,
  lastUpdated: false,
  metaChunk: true,
  head: [
    ['link', { rel: 'icon', href: 'data:,' }],
    ['meta', { name: 'color-scheme', content: 'light dark' }],
  ],
  markdown: {
    anchor: { slugify },
    toc: { slugify },
    // Braces are those of texts and JSON.
    attrs: { disable: true },
    config: outside,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  vite: {
    plugins: [serveAntes],
    build: {
      chunkSizeWarningLimit: 2_000,
      // A page of many pictures fetches those that are looked at.
      assetsInlineLimit: (file: string) => (file.endsWith('.webp') ? false : undefined),
    },
    server: { fs: { allow: [resolve(import.meta.dirname, '../..')] } },
  },
  buildEnd({ outDir }) {
    cpSync(CDN, resolve(outDir, 'antes'), { recursive: true, filter: (file) => !file.endsWith('.map') });
    copyPublished(outDir);
  },
  themeConfig: {
    // Only two pages are in both languages.
    i18nRouting: false,
    search: { provider: 'local', options: { locales: { es: { translations: SPANISH_SEARCH } } } },
    outline: { level: [2, 3] },
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: {
        sidebar: english,
        nav: [
          { text: 'Five minutes', link: '/get-started' },
          { text: 'Triggers', link: '/triggers' },
          { text: 'API', link: '/api' },
          { text: 'Try it', link: '/live' },
        ],
      },
    },
    es: {
      label: 'Español',
      lang: 'es',
      description: 'Ayuda que llega antes de que el cliente busque el teléfono.',
      themeConfig: {
        sidebar: spanish,
        nav: [
          { text: 'En cinco minutos', link: '/es/get-started' },
          { text: 'Disparadores', link: '/es/triggers' },
        ],
        outline: { level: [2, 3], label: 'En esta página' },
        docFooter: { prev: 'Anterior', next: 'Siguiente' },
        darkModeSwitchLabel: 'Apariencia',
        lightModeSwitchTitle: 'Cambiar a claro',
        darkModeSwitchTitle: 'Cambiar a oscuro',
        sidebarMenuLabel: 'Menú',
        returnToTopLabel: 'Volver arriba',
        langMenuLabel: 'Cambiar de idioma',
        skipToContentLabel: 'Ir al contenido',
      },
    },
  },
});
