import { expect } from 'vitest';
import { describeFaults } from './support/describe-faults.js';
import { endsTold, REPORTING } from './support/reported.js';
import type { WithAntes } from './support/survive.js';

/** What pages have made themselves, years ago, of what their browsers lacked, under the names that the language took later. */
const OWN: Readonly<Record<string, () => void>> = {
  'a Map that is always empty at first': () => {
    const whole = globalThis.Map;
    globalThis.Map = new Proxy(whole, { construct: () => new whole() });
  },
  'a Set that only adds': () => {
    const add = function add() {};
    globalThis.Set = Object.assign(function OwnSet() {}, { prototype: { add } }) as never;
  },
  'a Promise without race': () => {
    const { Promise: whole } = globalThis;
    const own = function OwnPromise(work: never) {
      return new whole(work);
    };
    own.resolve = whole.resolve.bind(whole);
    globalThis.Promise = own as never;
  },
  'a Symbol without for': () => {
    globalThis.Symbol = function OwnSymbol(name: string) {
      return `@@${name}`;
    } as never;
  },
  'a URL that is a text': () => {
    globalThis.URL = 'https://api.example' as never;
  },
};

describeFaults('host-globals', ({ survives, engineName }) => {
  survives(
    'GLOB-01',
    'a page whose lists have the `entries` of an old library, which is a copy: help comes, and goes whole',
    {
      ...REPORTING,
      inject: () => {
        const copy = function copy(this: unknown[]) {
          return this.slice();
        };
        for (const name of ['entries', 'toArray'])
          Reflect.defineProperty(Array.prototype, name, { value: copy, configurable: true, writable: true });
      },
    },
    { then: endsTold },
  );

  for (const name of ['get', 'set', 'value', 'writable'])
    survives(
      'GLOB-03',
      `a page that gives all objects a \`${name}\`: it is taken for no part of a description`,
      {
        inject: `Object.defineProperty(Object.prototype, '${name}', { value: Object.assign(function () {}, {}), enumerable: false, configurable: true, writable: true });`,
      },
    );

  // WebKit's driver reads its answers with what the page has.
  if (engineName !== 'webkit')
    for (const [what, inject] of Object.entries(OWN))
      survives(
        'GLOB-02',
        `a page that has made itself ${what} is left alone, and told`,
        { inject },
        {
          help: 'none',
          problems: ['UNSUPPORTED'],
          async then(page) {
            const [problem] = await page.evaluate(() => [...(globalThis as WithAntes).antes!.problems]);
            expect(problem).toMatchObject({ code: 'UNSUPPORTED', path: 'page' });
            // What the page does with it has no effect, and throws nothing.
            await page.evaluate(() => {
              const antes = (globalThis as WithAntes).antes!;
              antes.register('pay', () => {});
              antes.on('signal', () => {})();
              antes.emit('needed');
              antes.facts({ a: 1 });
            });
          },
        },
      );

  survives('GLOB-14', 'a page without matchMedia gets help as on a desktop', {
    inject: () => {
      delete (globalThis as { matchMedia?: unknown }).matchMedia;
    },
  });
  survives('GLOB-14', 'a page whose matchMedia has nothing to say gets help as on a desktop', {
    inject: () => {
      globalThis.matchMedia = (() => null) as never;
    },
  });
});
