import { expect } from 'vitest';
import fc from 'fast-check';
import type { Page } from '../support/engines/index.js';
import { describeFaults } from './support/describe-faults.js';
import { TAG } from './support/host.js';
import { endsTold, keysOf, leave, REPORTING, sentTo, tellPage, until } from './support/reported.js';
import { buy, isRunning, waitForHelp, type WithAntes } from './support/survive.js';

const GRANTED = { tag: TAG.replace('denied', 'granted') };
const stored = (page: Page) =>
  page.evaluate(() =>
    [localStorage, sessionStorage].map((storage) =>
      Object.fromEntries(
        Array.from({ length: storage.length }, (_, i) => [
          storage.key(i)!,
          storage.getItem(storage.key(i)!)!,
        ]),
      ),
    ),
  );

describeFaults('storage', ({ survives }) => {
  survives(
    'STO-01',
    'a page in a sandbox without an origin: all of it works in memory',
    { ...GRANTED, headers: { 'content-security-policy': 'sandbox allow-scripts allow-forms' } },
    { problems: ['STORAGE_BLOCKED'] },
  );

  const FILL = `{
    localStorage.setItem('host', 'mine');
    let block = 'x'.repeat(1 << 20);
    for (let i = 0; block.length > 0; ) {
      try { localStorage.setItem('host' + i, block); i++; } catch { block = block.slice(0, block.length >> 1); }
    }
  }`;
  const isWhole = async (page: Page) => {
    const [local] = await stored(page);
    expect(local!['host']).toBe('mine');
    expect(Object.keys(local!).filter((key) => key.startsWith('host')).length).toBeGreaterThan(5);
  };
  survives(
    'STO-03',
    'a storage that is full from the beginning: nothing of the page’s is touched, and it goes on in memory',
    { ...GRANTED, inject: FILL },
    { problems: ['STORAGE_BLOCKED'], then: isWhole },
  );
  survives(
    'STO-03',
    'a storage that fills up later: nothing of the page’s is touched, and it goes on in memory',
    GRANTED,
    {
      problems: ['STORAGE_BLOCKED'],
      async then(page) {
        await page.evaluate(`(() => ${FILL})()`);
        await page.evaluate(() => {
          for (let i = 0; i < 3_000; i++) (globalThis as WithAntes).antes!.emit(`event-${i}`);
          (globalThis as WithAntes).antes!.mute();
        });
        // What it had, it may write over; that help is wanted no more makes it longer.
        await tellPage(page, 'pagehide');
        await isWhole(page);
      },
    },
  );

  for (const [what, change] of [
    ['drops what is written', '() => {}'],
    [
      'gives back other bytes',
      "function (key, value) { own.call(this, key, value.replace(/[0-9]/g, '7') + ' ') }",
    ],
  ] as const)
    survives(
      'STO-04',
      `a storage that ${what}: it is noticed once, and all goes on in memory`,
      {
        ...GRANTED,
        inject: `{ const own = Storage.prototype.setItem; Storage.prototype.setItem = ${change}; }`,
      },
      { problems: ['STORAGE_BLOCKED'] },
    );

  const rubbish = fc.sample(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constantFrom(
        '{"format":4,"wall":-1,"session":{},"salt":[],"presses":1e99,"state":{"__proto__":{"x":1}}}',
        '{"__proto__":{"format":4},"constructor":{"prototype":{"polluted":1}}}',
        '{"format":999,"seed":"s","visitor":{"displays":[{"at":-1}]}}',
        `{"format":4,"seed":"s","visitor":{"displays":[${'{"trigger":"asked"},'.repeat(5_000)}0]}}`,
        `[${'['.repeat(5_000)}${']'.repeat(5_000)}]`,
        '"'.repeat(2_000_000),
      ),
    ),
    { numRuns: 24, seed: 20_261_126 },
  );
  survives(
    'STO-05',
    'somebody has written rubbish into what is stored: it is left out, and help comes',
    {
      ...GRANTED,
      inject: `{
        const list = ${JSON.stringify(rubbish)};
        let i = 0;
        for (const storage of [localStorage, sessionStorage])
          for (const key of ['antes.session', 'antes.visitor', 'antes.open', 'antes.report', 'antes.outbox.0'])
            storage.setItem(key, list[i++ % list.length]);
      }`,
    },
    {
      async then(page) {
        expect(await page.evaluate(() => 'polluted' in {} || 'x' in {})).toBe(false);
        const [local] = await stored(page);
        expect(JSON.parse(local!['antes.visitor']!)).toMatchObject({ format: 4 });
      },
    },
  );

  survives(
    'STO-06',
    'a page that clears all storage as its customer leaves: nothing of ours comes back by itself',
    GRANTED,
    {
      async then(page) {
        expect(Object.keys((await stored(page))[0]!)).toContain('antes.visitor');
        await page.evaluate(() => {
          localStorage.clear();
          sessionStorage.clear();
          (globalThis as WithAntes).antes!.open('hello');
        });
        await page.waitFor("!!document.querySelector('antes-notice')");
        await tellPage(page, 'pagehide');
        expect(await stored(page)).toEqual([{}, {}]);
        // The next page of the visitor is that of a new one.
        await page.reload();
        await isRunning(page);
        await buy(page);
        const [local] = await stored(page);
        expect(JSON.parse(local!['antes.visitor']!)).toMatchObject({ visitor: { displays: [] } });
      },
    },
  );

  survives(
    'STO-10',
    'a window that begins with a copy of what this tab has stored: it numbers its reports by itself',
    REPORTING,
    {
      async then(page, site) {
        await page.evaluate(() => {
          const link = document.createElement('a');
          link.id = 'copy';
          link.href = '/';
          link.target = '_blank';
          link.rel = 'opener';
          link.textContent = 'Copy';
          document.querySelector('h1')!.append(link);
        });
        const copy = await page.popup('#copy');
        await until('the copy', () => site.seen.filter(({ url }) => url === '/antes.json').length > 1);
        await page.evaluate(() => document.getElementById('copy')!.remove());
        await isRunning(copy);
        // Firefox does not always tell a window that is closed.
        await leave(copy);
        await copy.close();
        await endsTold(page, site);
        await until('both', () => new Set(sentTo(site).map(({ sid }) => sid)).size > 1);
        expect(new Set(keysOf(sentTo(site))).size).toBe(sentTo(site).length);
      },
    },
  );

  survives(
    'STO-12',
    'a page that reads all that is stored as JSON: it can, there is little of ours, and nothing of the customer’s',
    REPORTING,
    {
      async then(page) {
        await page.type('#name', 'Zoe Canary');
        await leave(page);
        const all = await stored(page);
        const keys = all.flatMap((one) => Object.keys(one));
        expect(keys.length).toBeGreaterThan(1);
        for (const key of keys) expect(key).toMatch(/^antes\./);
        for (const one of all) expect(Object.keys(one).length).toBeLessThanOrEqual(5);
        for (const text of all.flatMap((one) => Object.values(one)))
          expect(() => JSON.parse(text) as unknown).not.toThrow();
        expect(JSON.stringify(all)).not.toMatch(/Zoe|Canary|Checkout|Ana/);
        await page.evaluate(() => void ((document.getElementById('name') as HTMLInputElement).value = ''));
        await waitForHelp(page, 'asked');
      },
    },
  );
});
