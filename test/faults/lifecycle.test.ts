import { expect } from 'vitest';
import { serve } from '../e2e/support/site.js';
import { describeFaults } from './support/describe-faults.js';
import { CONFIG } from './support/host.js';
import { serveLongVisit, untilShorter } from './support/long-visit.js';
import { endsTold, leave, REPORTING, sentTo, tellPage, until } from './support/reported.js';
import { isRunning, problemCodes, signalNames, waitForHelp, type WithAntes } from './support/survive.js';

const HIDDEN = `
  for (const [name, value] of [['hidden', true], ['visibilityState', 'hidden']])
    Object.defineProperty(Document.prototype, name, { get: () => value, configurable: true });`;

describeFaults('lifecycle', ({ fault, survives, engineName }) => {
  survives(
    'LIFE-03',
    'a page that the browser makes ahead: it begins when it is seen, and until then stores, sends and shows nothing',
    {
      ...REPORTING,
      inject: `
        let ahead = true;
        Object.defineProperty(Document.prototype, 'prerendering', { get: () => ahead, configurable: true });
        globalThis.isSeen = () => {
          ahead = false;
          document.dispatchEvent(new Event('prerenderingchange'));
        };`,
    },
    {
      help: 'none',
      async then(page, site) {
        await page.evaluate("antes.emit('needed')");
        await until('the configuration', () => site.seen.some(({ url }) => url === '/antes.json'));
        expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
        expect(await page.evaluate('antes.journal().records.length')).toBe(0);
        expect(site.seen.filter(({ url }) => url === '/collect' || /ui|report/.test(url))).toEqual([]);
        await page.evaluate('isSeen()');
        await waitForHelp(page, 'asked');
        expect(
          await page.evaluate(
            "antes.journal().records.filter(({ type, how }) => type === 'view' && how === 'load').length",
          ),
        ).toBe(1);
      },
    },
  );

  survives(
    'LIFE-04',
    'a page that is opened in the background: nobody is said to have trouble, and no help counts as seen',
    { ...REPORTING, inject: HIDDEN },
    {
      help: 'none',
      async then(page, site) {
        await page.evaluate(() => (globalThis as WithAntes).antes!.why());
        expect(await signalNames(page)).toEqual([]);
        expect(sentTo(site).filter(({ phase }) => phase === 'shown')).toEqual([]);
      },
    },
  );

  survives(
    'LIFE-05',
    'a page that the browser had discarded and loads again: the same visit, begun once',
    { ...REPORTING, inject: "Object.defineProperty(document, 'wasDiscarded', { value: true })" },
    {
      async then(page) {
        const visit = () =>
          page.evaluate(() => {
            const { visiting, records } = (globalThis as WithAntes).antes!.journal();
            const loads = records.filter(
              (one) => one.type === 'view' && (one as { how?: string }).how === 'load',
            );
            return [visiting.session, loads.length] as const;
          });
        const before = await visit();
        expect(before[1]).toBe(1);
        // It is killed without a word: what it has stored is of the moment when help was shown.
        const text = await page.evaluate(() => sessionStorage.getItem('antes.session'));
        expect(text).toContain(before[0]);
      },
    },
  );

  survives(
    'LIFE-07',
    'a thousand soft navigations: what is kept has an end, and the history is the page’s own',
    {},
    {
      async then(page) {
        const length = await page.evaluate('history.length');
        // WebKit allows a hundred in ten seconds.
        const [rounds, each] = engineName === 'webkit' ? [1, 90] : [10, 100];
        for (let round = 0; round < rounds; round++)
          await page.evaluate(
            async (n, most) => {
              for (let i = 0; i < most; i++) {
                history.replaceState({}, '', i % 2 ? `/product/${n}/${i}` : `/#part-${i}`);
                if (i % 10 === 0) await new Promise((done) => void setTimeout(done));
              }
              history.replaceState({}, '', '/#about');
            },
            round,
            each,
          );
        expect(await page.evaluate('history.length')).toBe(length);
        const { records, state } = await page.evaluate(() => {
          const journal = (globalThis as WithAntes).antes!.journal();
          return { records: journal.records.length, state: JSON.stringify(journal.state ?? {}).length };
        });
        expect(records).toBeLessThanOrEqual(2_000);
        expect(state).toBeLessThan(100_000);
      },
    },
  );

  // The others' drivers cannot be asked how much is held.
  if (engineName === 'chromium')
    fault(
      'LIFE-07',
      'ten thousand records more of a long visit: no more than 100 kB is held because of them',
      async (page) => {
        const site = await serveLongVisit();
        try {
          await page.goto(`${site.origin}/`);
          await isRunning(page);
          // A full journal, and what the browser compiles and learns of code that goes on: less and less of it.
          await untilShorter(page, 30_000);
          const before = await page.collect!();
          const records = await untilShorter(page, 10_000);
          const held = (await page.collect!()) - before;
          expect((held / records) * 10_000).toBeLessThanOrEqual(100_000);
        } finally {
          await site.close();
        }
      },
    );

  survives(
    'LIFE-09',
    'two parts of a page start it and stop it, each on its own: it is over with the last',
    {
      head: `<script>
        globalThis.both = [];
        globalThis.again = () => new Promise((done) => {
          const tag = document.createElement('script');
          tag.src = '/antes/antes.all.js';
          tag.dataset.config = '/antes.json';
          tag.dataset.consent = 'denied';
          tag.onload = () => (tag.remove(), done());
          document.head.append(tag);
        });
      </script>`,
      tag: `<script type="module">
        await again();
        // The second part has a queue of its own, so that its copy takes it over.
        const first = window.antes;
        window.antes = [];
        await again();
        both.push(first, window.antes);
        document.querySelector('script[type=module]').remove();
      </script>`,
    },
    {
      problems: ['DUPLICATE_LOAD'],
      async then(page) {
        expect(
          await page.evaluate(() => {
            const { both } = globalThis as never as { both: Required<WithAntes>['antes'][] };
            return both[0] === both[1];
          }),
        ).toBe(true);
        await page.evaluate(() => (globalThis as WithAntes).antes!.stop());
        await page.evaluate(() => (globalThis as WithAntes).antes!.open('hello'));
        await page.waitFor("!!document.querySelector('antes-notice')");
      },
    },
  );

  survives(
    'LIFE-12',
    'functions and listeners of the page’s that throw: each is reported once, as the page’s own, and all goes on',
    {
      head: `<script>
        globalThis.own = [];
        globalThis.failing = () => { throw new Error('queue'); };
        addEventListener('error', (event) => { own.push(event.message); event.preventDefault(); });
        (window.antes ||= []).push((antes) => {
          for (const type of ['help', 'signal', 'problem'])
            antes.on(type, () => { throw new Error('on ' + type); });
          antes.register('host.do', () => { throw new Error('call'); });
        });
        document.addEventListener('antes:help', ({ detail }) => { throw new Error('event ' + detail.phase); });
      </script>`,
    },
    {
      problems: ['CALL_FAILED'],
      // In WebKit they come by the page's own listener, which is there first.
      logs: /\bError: (?:on \w+|event \w+|queue|call)\b/,
      async then(page) {
        await page.evaluate('antes.push(failing)');
        await page.click('antes-inline >>> [part~=action]');
        await page.waitFor("own.some((one) => one.includes('call'))");
        await page.click('antes-inline >>> [part~=close]');
        await waitForHelp(page, 'asked', 'dismissed');
        const own = (await page.evaluate<string[], []>('own')).map((one) =>
          one.replace(/^Uncaught |Error: /g, ''),
        );
        const times = (what: string) => own.filter((one) => one === what).length;
        expect(times('queue')).toBe(1);
        expect(times('call')).toBe(1);
        expect(times('event shown')).toBe(1);
        expect(times('event dismissed')).toBe(1);
        expect(times('on problem')).toBe((await problemCodes(page)).length);
        expect(times('on help')).toBe(own.filter((one) => one.startsWith('event')).length);
        // What was expected of the page is not a complaint of the test's.
        await page.evaluate(() => void globalThis.watch.complaints.splice(0));
      },
    },
  );

  survives(
    'LIFE-15',
    'the switch of the configuration: no help, and the next page knows it',
    { config: (config) => ({ ...config, policy: { ...config.policy, enabled: false } }) },
    {
      help: 'none',
      async then(page) {
        await page.click('#needed');
        await page.evaluate(() => (globalThis as WithAntes).antes!.why());
        const gates = await page.evaluate(() =>
          JSON.stringify((globalThis as WithAntes).antes!.why('asked')),
        );
        expect(gates).toContain('enabled');
        expect(await page.evaluate("document.querySelectorAll('antes-inline').length")).toBe(0);
      },
    },
  );
  survives(
    'LIFE-15',
    'a receiver that is gone for good (410): it is left alone, and help goes on',
    { ...REPORTING, routes: (path) => (path === '/collect' ? { status: 410 } : undefined) },
    {
      async then(page, site) {
        await leave(page);
        await until('a report', () => site.seen.some(({ url }) => url === '/collect'));
        await tellPage(page, 'pageshow');
        await page.evaluate(() => (globalThis as WithAntes).antes!.open('hello'));
        await page.waitFor("!!document.querySelector('antes-notice')");
        expect(site.seen.filter(({ url }) => url === '/collect').length).toBeLessThanOrEqual(2);
      },
    },
  );

  survives(
    'LIFE-16',
    'a browser inside an app, with half of what browsers have: help comes',
    {
      ...REPORTING,
      inject: `
        Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/22A [FBAN/FBIOS;FBAV/480.0;FBBV/1]' });
        for (const [owner, names] of [
          [Navigator.prototype, 'sendBeacon locks connection userActivation share serviceWorker'],
          [window, 'SharedWorker navigation requestIdleCallback PerformanceObserver ReportingObserver'],
          [Element.prototype, 'checkVisibility'],
        ]) for (const name of names.split(' ')) { delete owner[name]; delete globalThis[name]; }
        for (const key of ['webkit', '_AutofillCallbackHandler']) globalThis[key] = {};`,
    },
    { then: endsTold },
  );

  fault(
    'LIFE-08',
    'started and stopped a hundred times: no element is left, and nothing of it is kept in memory',
    async (page) => {
      // Without the ledger of the other tests, which itself keeps what it counts.
      const site = await serve((path) =>
        path === '/'
          ? '<!doctype html><html lang="en"><head><title>Host</title></head><body><p data-antes-anchor="here">Here</p></body></html>'
          : path === '/antes.json'
            ? JSON.stringify(CONFIG)
            : undefined,
      );
      await page.goto(`${site.origin}/`);
      const before = await page.evaluate('document.documentElement.outerHTML');
      await page.evaluate(async () => {
        const refs: WeakRef<object>[] = [];
        for (let i = 0; i < 100; i++) {
          const tag = document.createElement('script');
          tag.src = '/antes/antes.all.js';
          tag.dataset['config'] = '/antes.json';
          tag.dataset['consent'] = 'denied';
          await new Promise((done) => {
            tag.onload = done;
            document.head.append(tag);
          });
          tag.remove();
          const shared = globalThis as WithAntes;
          const antes = shared.antes!;
          // Some of them get as far as to run.
          if (i % 10 === 0) await new Promise((done) => void setTimeout(done, 50));
          antes.emit('needed');
          antes.stop();
          delete shared.antes;
          refs.push(new WeakRef(antes));
        }
        Object.assign(globalThis, { refs });
      });
      expect(await page.evaluate('document.documentElement.outerHTML')).toBe(before);
      if (page.collect) {
        // What was under way (a request that was called off) lets go in tasks of its own.
        await page.evaluate(() => new Promise((done) => void setTimeout(done, 100)));
        await page.collect();
        expect(await page.evaluate<number, []>('refs.filter((ref) => ref.deref()).length')).toBe(0);
      }
      await site.close();
    },
  );
  // Every part that is fetched may not come, may be broken, or be another.
  const PARTS = ['antes.ui.js', 'antes.report.js', 'chunks/inline', 'chunks/cover', 'chunks/drawn'];
  for (const [what, answer] of [
    ['not there', { status: 404 }],
    ['broken', { body: "throw new Error('broken')", type: 'text/javascript' }],
    ['another', { body: 'export const other = 1;', type: 'text/javascript' }],
  ] as const)
    for (const part of PARTS)
      survives(
        'LIFE-14',
        `a part (${part}) that is ${what}: no promise is left that nobody has caught`,
        {
          ...REPORTING,
          routes: (path, asked) =>
            path.startsWith(`/antes/${part}`) ? answer : REPORTING.routes!(path, asked),
        },
        { help: 'any', problems: 'any' },
      );
  for (const [what, path] of [
    ['fetch', 'globalThis.fetch'],
    ['locks', 'LockManager.prototype.request'],
    ['answers', 'Response.prototype.text'],
    ['streams', 'ReadableStreamDefaultReader.prototype.read'],
  ] as const)
    survives(
      'LIFE-14',
      `a page where what is promised by ${what} is always refused: no promise is left that nobody has caught`,
      {
        ...REPORTING,
        inject: `{ const own = ${path}; ${path} = function (...all) {
          return String(new Error().stack).includes('/antes/') ? Promise.reject(new TypeError('refused')) : own.apply(this, all);
        }; }`,
      },
      {
        // Without an answer there is no configuration.
        help: /fetch|streams/.test(what) ? 'none' : 'any',
        problems: 'any',
        then: async (page) => {
          if (what === 'locks') expect(await problemCodes(page)).toEqual([]);
        },
      },
    );
});
