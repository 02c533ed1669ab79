import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect } from 'vitest';
import type { Page } from '../../support/engines/index.js';
import { type Hostile, type HostSite, serveHost } from './host.js';
import { isRunning, ours, type WithAntes } from './survive.js';

const words = (text: string) => text.trim().split(/\s+/);

/** Members of a form that a control of the same name replaces. */
export const FORM_MEMBERS: readonly string[] = words(`
  closest matches id tagName className parentNode getAttribute nodeType isConnected getRootNode addEventListener
  localName parentElement children childNodes firstChild nextSibling nextElementSibling previousElementSibling
  ownerDocument shadowRoot textContent hidden lang dir style dataset attributes classList setAttribute removeAttribute
  hasAttribute toggleAttribute append prepend after before remove replaceWith appendChild insertBefore removeChild
  contains compareDocumentPosition querySelector querySelectorAll getBoundingClientRect getClientRects checkVisibility
  scrollIntoView getAnimations focus blur click submit requestSubmit reset elements length action method target
  dispatchEvent removeEventListener clientWidth clientHeight offsetParent namespaceURI toString`);

/** Members of a document that an image of the same name replaces. */
export const DOCUMENT_MEMBERS: readonly string[] = words(`
  querySelector cookie readyState visibilityState currentScript body
  querySelectorAll getElementById documentElement head activeElement hidden title baseURI URL referrer defaultView
  fullscreenElement adoptedStyleSheets styleSheets elementFromPoint elementsFromPoint hasFocus getSelection
  createElement createElementNS createTextNode createComment createDocumentFragment createTreeWalker createRange
  createEvent importNode adoptNode addEventListener removeEventListener dispatchEvent contains getRootNode nodeType
  append children scrollingElement implementation fonts forms images links scripts domain characterSet contentType
  compatMode doctype parentNode parentElement host ownerDocument isConnected textContent getAnimations`);

/** A page's script that is drawn by a framework: `globalThis.draw(key)` draws the anchor anew, under another key. */
const FRAMEWORKS = {
  react: `import { createElement as h } from 'react'; import { createRoot } from 'react-dom/client'; import { flushSync } from 'react-dom';
    const root = createRoot(document.getElementById('app'));
    globalThis.draw = (key) => flushSync(() => root.render(h('div', { key }, h('label', null, 'Card ', h('input', { id: 'card' })), h('p', { 'data-antes-anchor': 'drawn' }, 'Drawn ', key))));`,
  vue: `import { createApp, h, nextTick, ref } from 'vue/dist/vue.runtime.esm-bundler.js';
    const key = ref(0);
    createApp({ render: () => h('div', { key: key.value }, [h('label', ['Card ', h('input', { id: 'card' })]), h('p', { 'data-antes-anchor': 'drawn' }, 'Drawn ' + key.value)]) }).mount('#app');
    globalThis.draw = (next) => { key.value = next; return nextTick(); };`,
  lit: `import { html, render } from 'lit'; import { keyed } from 'lit/directives/keyed.js';
    globalThis.draw = (key) => render(keyed(key, html\`<div><label>Card <input id="card"></label><p data-antes-anchor="drawn">Drawn \${key}</p></div>\`), document.getElementById('app'));`,
};
export type Framework = keyof typeof FRAMEWORKS;
export const FRAMEWORK_NAMES = Object.keys(FRAMEWORKS) as readonly Framework[];

export async function bundle(name: Framework): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: FRAMEWORKS[name], resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  });
  return outputFiles[0]!.text;
}

/** A page with Antes, on which nothing goes wrong and of which nothing is left: for faults that change the page for good. */
export async function visit(
  page: Page,
  hostile: Hostile,
  run: (page: Page, site: HostSite) => Promise<void>,
): Promise<void> {
  const site = await serveHost(hostile);
  try {
    const before = (await page.problems()).length;
    await page.goto(`${site.origin}/`);
    await isRunning(page);
    await run(page, site);
    expect(await page.evaluate(() => globalThis.watch.complaints)).toEqual([]);
    expect((await page.problems()).slice(before)).toEqual([]);
    await page.evaluate(() => (globalThis as WithAntes).antes!.stop());
    expect(await ours(page)).toEqual([]);
  } finally {
    await site.close();
  }
}

/** After so many frames. */
export const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (n) => {
    for (let i = 0; i < n; i++) await new Promise((done) => requestAnimationFrame(done));
  }, count);

/** Runs in the page: counts what our scripts ask it for, until `takeWork()` is called. */
export function countWork(): void {
  let counts: Record<string, number> = {};
  const count = (name: string) => void (counts[name] = (counts[name] ?? 0) + 1);
  const wrap = (owner: object, name: string, more?: (args: unknown[]) => string): void => {
    const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
    Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
      count(name);
      if (more) count(`${name} ${more(args)}`);
      return Reflect.apply(original, this, args);
    });
  };
  for (const { prototype } of [Document, Element, DocumentFragment])
    wrap(prototype, 'querySelectorAll', ([selector]) => String(selector));
  for (const name of ['matches', 'closest', 'getBoundingClientRect', 'getAnimations'])
    wrap(Element.prototype, name);
  wrap(window, 'getComputedStyle');
  Object.assign(globalThis, {
    takeWork: () => {
      const taken = counts;
      counts = {};
      return taken;
    },
  });
}
