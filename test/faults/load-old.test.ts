import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { expect, it } from 'vitest';
import { describeFaults } from './support/describe-faults.js';
import { TAG } from './support/host.js';
import { waitForCode } from './support/load.js';
import type { WithAntes } from './support/survive.js';

const asModule = (file: string) => TAG.replace('async', 'async type="module"').replace('antes.js', file);
/** What a browser may lack, and how it is taken away. */
const MISSING: Readonly<Record<string, string>> = {
  AbortController: 'delete globalThis.AbortController',
  structuredClone: 'delete globalThis.structuredClone',
  queueMicrotask: 'delete globalThis.queueMicrotask',
  MutationObserver: 'delete globalThis.MutationObserver',
  adoptedStyleSheets:
    'delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets',
};

it('LOAD-08: what asks old browsers first is written so that they can read it', async () => {
  const code = readFileSync(new URL('../../dist/cdn/antes.load.js', import.meta.url), 'utf8');
  const as = async (target: string) =>
    (await transform(code, { target, minify: true, supported: { 'dynamic-import': true } })).code;
  expect(await as('es2015')).toBe(await as('esnext'));
  // And it would be told, were it not.
  const { code: old } = await transform('a?.b', { target: 'es2015', minify: true });
  expect(old).not.toContain('?.');
});

describeFaults('load', ({ survives }) => {
  for (const [missing, inject] of Object.entries(MISSING))
    for (const [what, tag, starts] of [
      ['told to be too old', TAG, true],
      ['asked first, and not even sent the script', asModule('antes.load.js'), false],
    ] as const)
      survives(
        'LOAD-08',
        `a browser without ${missing} is ${what}`,
        { inject, tag },
        {
          starts,
          help: 'none',
          problems: ['UNSUPPORTED'],
          async then(page, site) {
            await waitForCode(page, 'UNSUPPORTED');
            const asked = site.asked.filter((path) => path === '/antes.json' || path.startsWith('/antes/'));
            expect(asked).toEqual([starts ? '/antes/antes.js' : '/antes/antes.load.js']);
          },
        },
      );

  const asModules = ['antes.load.js', 'antes.js', 'antes.all.js'].map((file) => ({
    what: `takes ${file} as a module, with the attributes of its tag`,
    hostile: { tag: asModule(file), attributes: 'data-locale="pt"' },
  }));
  // Of no module, as the Tag Manager makes it.
  const byAddress = (rest: string) =>
    `<script async src="/antes/antes.load.js?config=/antes.json${rest}"></script>`;
  for (const { what, hostile } of [
    ...asModules,
    {
      what: 'takes antes.load.js with what its address says',
      hostile: { tag: byAddress('&locale=pt&consent=denied&no-name=1&v=2') },
    },
    {
      what: 'takes antes.load.js with what its address says where an image is called currentScript',
      hostile: { tag: byAddress('&locale=pt&consent=denied'), head: '<img name="currentScript" alt="">' },
    },
    {
      what: 'takes the attributes of a tag before its address',
      hostile: { tag: byAddress('&locale=fr&consent=denied'), attributes: 'data-locale="pt"' },
    },
  ])
    survives('LOAD-08', `a browser that is not too old ${what}`, hostile, {
      async then(page, site) {
        expect(await page.evaluate(() => document.querySelector<HTMLElement>('antes-inline')!.lang)).toBe(
          'en',
        );
        await page.waitFor(
          () =>
            document
              .querySelector('antes-inline')!
              .shadowRoot!.querySelector('[part~=close]')!
              .textContent.trim() === 'Fechar',
        );
        expect(await page.evaluate(() => (globalThis as WithAntes).antes!.problems.length)).toBe(0);
        expect(site.asked.filter((path) => path === '/antes/antes.js').length).toBeLessThanOrEqual(1);
      },
    });
});
