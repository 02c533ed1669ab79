import { expect } from 'vitest';
import type { Page } from '../support/engines/index.js';
import { describeFaults } from './support/describe-faults.js';
import { endsTold, leave, REPORTING, sentTo, tellPage, until } from './support/reported.js';
import { waitForHelp, type WithAntes } from './support/survive.js';

describeFaults('host-globals', ({ survives, engineName }) => {
  // WebKit's driver writes its own answers as the page does.
  if (engineName !== 'webkit')
    survives(
      'GLOB-01',
      'a page whose arrays and texts have a toJSON of an old library: reports are whole all the same',
      {
        ...REPORTING,
        inject: () => {
          for (const { prototype } of [Array, String, Number] as { prototype: object }[])
            Object.defineProperty(prototype, 'toJSON', {
              value() {
                return `"${String(this)}"`;
              },
              configurable: true,
              writable: true,
            });
        },
      },
      {
        async then(page, site) {
          await endsTold(page, site);
          const visit = sentTo(site).find(({ type }) => type === 'visit')!;
          expect(visit['at']).toBeTypeOf('number');
          // What is stored for the next page is what was meant, too.
          const stored = await page.evaluate(() => sessionStorage.getItem('antes.session')!);
          expect(
            (JSON.parse(stored) as { state: { detect: { presses: unknown } } }).state.detect.presses,
          ).toBeInstanceOf(Array);
        },
      },
    );

  survives(
    'GLOB-02',
    'a page with an Array.from that knows no iterators: nothing is lost',
    {
      ...REPORTING,
      inject: () => {
        Array.from = ((list: ArrayLike<unknown>, change?: (one: unknown, i: number) => unknown) => {
          const copy: unknown[] = [];
          for (let i = 0; i < (list.length || 0); i++) copy.push(change ? change(list[i], i) : list[i]);
          return copy;
        }) as never;
      },
    },
    { then: endsTold },
  );

  survives(
    'GLOB-03',
    'a page that gives all objects and arrays members of its own',
    {
      ...REPORTING,
      inject: () => {
        const shared = globalThis as { added?: unknown };
        const each = function each() {};
        Object.assign(Object.prototype, { oldLib: each, total: 1 });
        Object.assign(Array.prototype, { each, last: each });
        shared.added = each;
      },
    },
    {
      async then(page, site) {
        await endsTold(page, site);
        // Nor is anything written to what is the page's.
        expect(
          await page.evaluate(() => Object.keys((globalThis as never as { added: object }).added)),
        ).toEqual([]);
      },
    },
  );

  survives('GLOB-05', 'a page that has frozen everything of the language', {
    inject: () => {
      for (const one of [Object, Array, Function, Error, Promise, Map, Set, String, Number, RegExp, Date]) {
        Object.freeze(one.prototype);
        Object.freeze(one);
      }
    },
  });

  survives(
    'GLOB-07',
    'a page that replaced fetch by one that throws: reports go another way',
    {
      ...REPORTING,
      inject: () => {
        globalThis.fetch = () => {
          throw new TypeError('no');
        };
      },
    },
    { then: endsTold },
  );

  for (const [what, inject] of [
    ['comes back with nothing', () => void (globalThis.fetch = (() => Promise.resolve(undefined)) as never)],
    ['gives back nothing', () => void (globalThis.fetch = (() => undefined) as never)],
  ] as const)
    survives(
      'GLOB-08',
      `a page with a fetch that ${what}: reports go another way`,
      { ...REPORTING, inject },
      { then: endsTold },
    );

  const wrapped = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as { breakIt(): void }).breakIt());
  survives(
    'GLOB-09',
    'a page whose wrapper of fetch dies later: later reports arrive as well',
    {
      ...REPORTING,
      inject: `{ let own = window.fetch; window.fetch = (...all) => own(...all); globalThis.breakIt = () => void (own = null); }`,
    },
    {
      async then(page, site) {
        await leave(page);
        await until('the first reports', () => sentTo(site).length > 0);
        const before = sentTo(site).length;
        await tellPage(page, 'pageshow');
        await wrapped(page);
        await page.evaluate(() => (globalThis as WithAntes).antes!.open('hello'));
        await waitForHelp(page, 'asked', 'shown');
        await page.click('antes-inline >>> [part~=close]');
        await endsTold(page, site);
        await until('the later reports', () => sentTo(site).length > before);
      },
    },
  );

  survives(
    'GLOB-10',
    'a page that looks whether the functions of its window are the browser’s: they are',
    {
      inject: () => {
        const shared = globalThis as { isNative?: () => string[] };
        const native = (fn: unknown) => Function.prototype.toString.call(fn).includes('[native code]');
        shared.isNative = () =>
          Object.entries({
            fetch: window.fetch,
            pushState: history.pushState,
            replaceState: history.replaceState,
            open: XMLHttpRequest.prototype.open,
            send: XMLHttpRequest.prototype.send,
            sendBeacon: navigator.sendBeacon,
            dispatchEvent: document.dispatchEvent,
            setItem: localStorage.setItem,
            attachShadow: Element.prototype.attachShadow,
            append: Element.prototype.append,
            focus: HTMLElement.prototype.focus,
            define: customElements.define,
          }).flatMap(([name, fn]) => (native(fn) ? [] : [name]));
      },
    },
    {
      async then(page) {
        expect(
          await page.evaluate(() => (globalThis as unknown as { isNative(): string[] }).isNative()),
        ).toEqual([]);
      },
    },
  );

  survives(
    'GLOB-11',
    'a page whose routers wrap pushState twice, one of them throwing: each route is seen once',
    {},
    {
      async scenario(page) {
        await page.evaluate(() => {
          for (const throws of [false, true]) {
            const own = history.pushState;
            history.pushState = function (...all) {
              own.apply(this, all);
              if (throws) throw new Error('a router');
            };
          }
        });
        await page.type('#name', 'Ana');
        await page.click('#plus');
        await page.click('#about');
        await page.waitFor("location.hash === '#about'");
      },
      async then(page) {
        const views = () =>
          page.evaluate(
            () =>
              (globalThis as WithAntes)
                .antes!.journal()
                .records.filter(
                  ({ type, ...more }) => type === 'view' && (more as { how?: string }).how !== 'restore',
                ).length,
          );
        const before = await views();
        for (const path of ['/one', '/two', '/three']) {
          await page.evaluate((to) => {
            try {
              history.pushState({}, '', to);
            } catch {
              // The page's own.
            }
          }, path);
          await page.click('#name');
        }
        expect(await views()).toBe(before + 3);
      },
    },
  );

  survives(
    'GLOB-14',
    'a page without performance and crypto, with a clock and chance that stand still',
    {
      ...REPORTING,
      inject: () => {
        for (const name of ['performance', 'crypto'])
          Object.defineProperty(globalThis, name, { value: undefined });
        const at = 1_790_000_000_000;
        const Own = Date;
        const fixed = class extends Own {
          constructor(...all: []) {
            super(...(all.length ? all : ([at] as never)));
          }
          static override now = () => at;
        };
        globalThis.Date = fixed as never;
        Math.random = () => 0.5;
      },
    },
    {
      async then(page, site) {
        await endsTold(page, site);
        const ids = new Set<string>();
        const idsHere = () =>
          page.evaluate(() =>
            JSON.stringify([localStorage.getItem('antes.visitor'), sessionStorage.getItem('antes.session')]),
          );
        for (const event of sentTo(site)) ids.add(event.sid);
        expect(ids.size).toBe(1);
        const [visitor, session] = JSON.parse(await idsHere()) as [string, string];
        const { seed, session: id } = JSON.parse(visitor) as { seed: string; session: string };
        const { salt } = JSON.parse(session) as { salt: string };
        for (const one of [seed, id, salt]) expect(one).toMatch(/^[\da-f]{16}$/);
        expect(new Set([seed, id, salt, ...ids]).size).toBe(4);
      },
    },
  );

  survives('GLOB-15', 'a page without a console', {
    attributes: 'data-debug',
    inject: () => {
      Object.defineProperty(globalThis, 'console', { value: undefined });
    },
  });
  survives('GLOB-15', 'a page with a console that throws', {
    attributes: 'data-debug',
    inject: () => {
      for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
        console[level] = () => {
          throw new Error('no console');
        };
    },
  });
});
