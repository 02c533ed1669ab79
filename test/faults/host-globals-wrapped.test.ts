import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { describeFaults } from './support/describe-faults.js';
import { type WithAntes } from './support/survive.js';

const ZONE = readFileSync(new URL('../../node_modules/zone.js/bundles/zone.umd.js', import.meta.url), 'utf8');
const zone = (path: string) => (path === '/zone.js' ? ZONE : undefined);

describeFaults('host-globals', ({ survives }) => {
  /** Angular's zone: it looks for changes after every task that runs in it. */
  const ANGULAR = `
    globalThis.ticks = 0;
    globalThis.angular = Zone.current.fork({
      name: 'angular',
      onInvokeTask(delegate, current, target, task, self, all) {
        ticks++;
        return delegate.invokeTask(target, task, self, all);
      },
    });`;
  const INSIDE = `<script>fetch('/antes/antes.all.js').then((one) => one.text()).then((text) => angular.run(() => {
    const script = document.createElement('script');
    script.dataset.config = '/antes.json';
    script.dataset.consent = 'denied';
    script.textContent = text;
    document.head.append(script);
    script.remove();
  })); document.currentScript.remove();</script>`;
  survives(
    'GLOB-06',
    'an Angular page with zone.js that starts it in its own zone: nothing of ours makes it look for changes',
    { head: `<script src="/zone.js"></script><script>${ANGULAR}</script>`, tag: INSIDE, routes: zone },
    {
      async then(page) {
        const ticks = () => page.evaluate<number, []>('ticks');
        const before = await ticks();
        await page.click('#name');
        await page.press('a');
        await page.evaluate(() => {
          const { antes, angular } = globalThis as WithAntes & { angular: { run(fn: () => void): void } };
          angular.run(() => {
            antes!.emit('something');
            antes!.facts({});
            antes!.open('hello');
          });
        });
        await page.waitFor("!!document.querySelector('antes-notice')");
        await page.click('antes-notice >>> [part~=close]');
        await page.waitFor("!document.querySelector('antes-notice')");
        expect(await ticks()).toBe(before);
        // What the page itself is called for runs where it belongs.
        // Not awaited: what is promised here is the zone's, and no driver's.
        await page.evaluate(() => {
          const { antes, angular, Zone } = globalThis as never as Required<WithAntes> & {
            angular: { run(fn: () => void): void };
            Zone: { current: { name: string } };
          };
          angular.run(
            () =>
              void antes.on('problem', () => Object.assign(globalThis.watch, { zone: Zone.current.name })),
          );
          antes.open('no-such-content');
        });
        expect(await page.waitFor<string, []>('watch.zone')).toBe('angular');
      },
      problems: ['UNKNOWN_NAME'],
    },
  );

  for (const nth of [1, 2, 5, 9, 14, 19, 27, 40])
    survives(
      'GLOB-18',
      `a page that lets nobody have more than ${nth} listeners: what has none is off, and says so`,
      {
        inject: `{
          const own = EventTarget.prototype.addEventListener;
          let ours = 0;
          EventTarget.prototype.addEventListener = function (type, listener, options) {
            // Wrappers change what they are given, too.
            if (options && typeof options === 'object') { options.passive = false; options.added = true; }
            if (String(new Error().stack).includes('/antes/') && ++ours > ${nth}) throw new RangeError('too many listeners');
            return own.call(this, type, listener, options);
          };
        }`,
      },
      { help: 'any', problems: 'any' },
    );
  survives(
    'GLOB-18',
    'a page that counts listeners: 20 at most while nothing happens',
    {
      inject: `{
        const own = EventTarget.prototype.addEventListener;
        globalThis.most = 0;
        EventTarget.prototype.addEventListener = function (...all) {
          if (String(new Error().stack).includes('/antes/')) most++;
          return own.apply(this, all);
        };
        const away = EventTarget.prototype.removeEventListener;
        EventTarget.prototype.removeEventListener = function (...all) {
          if (String(new Error().stack).includes('/antes/')) most--;
          return away.apply(this, all);
        };
      }`,
      head: '<script>addEventListener("pointerdown", () => { globalThis.idle ??= most; }, true)</script>',
    },
    {
      async then(page) {
        const idle = await page.evaluate<number, []>('idle');
        expect(idle).toBeGreaterThan(5);
        expect(idle).toBeLessThanOrEqual(20);
      },
    },
  );

  for (const [what, name, expected] of [
    ['whose elements do not tell their place', 'getBoundingClientRect', { help: 'any', problems: 'any' }],
    ['whose elements take no shadow root', 'attachShadow', { help: 'text', problems: ['UI_FAILED'] }],
  ] as const)
    survives(
      'GLOB-20',
      `a page ${what}: the same words come in another form`,
      {
        inject: `{
          const own = HTMLElement.prototype.${name};
          HTMLElement.prototype.${name} = function (...all) {
            if (String(new Error().stack).includes('/antes/')) throw new Error('overridden');
            return own.apply(this, all);
          };
        }`,
      },
      expected,
    );
});
