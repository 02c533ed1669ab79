import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Config } from '../../src/engine.js';
import type { Answer } from '../e2e/support/site.js';
import type { Page } from '../support/engines/index.js';
import { describeFaults } from './support/describe-faults.js';
import { CONFIG, serveHost, type HostSite } from './support/host.js';
import { told, type Expected, type WithAntes } from './support/survive.js';

const text = JSON.stringify(CONFIG);
const [asked] = CONFIG.triggers;

/** Waits until a problem is told, and returns where it is. */
const problem = (page: Page, code: string): Promise<string> =>
  page.waitFor(
    (wanted) => {
      const found = globalThis.watch.told.find(
        ({ type, detail }) => type === 'problem' && detail['code'] === wanted,
      );
      return found && `at ${String(found.detail['path'])}`;
    },
    { args: [code], timeout: 8_000, message: code },
  );
/** Nothing is shown: the configuration is refused as a whole, and the page is as without us. */
const refused = (code: string, then?: Expected['then']): Expected => ({
  help: 'none',
  problems: [code],
  async then(page, site) {
    await problem(page, code);
    expect(await page.evaluate(() => (globalThis as WithAntes).antes!.config.triggers.length)).toBe(0);
    await then?.(page, site);
  },
});
/** How often it was asked for. */
const tries = (n: number) => (_page: Page, site: HostSite) => {
  expect(site.asked.filter((path) => path === '/antes.json')).toHaveLength(n);
  return Promise.resolve();
};
/** What is waited for so long comes sooner: the page notes how often. */
const hurry = (long: number) => `{
  const own = setTimeout;
  globalThis.waits = 0;
  globalThis.setTimeout = (fn, ms, ...all) => {
    if (ms === ${long}) waits++;
    return own(fn, ms === ${long} ? 50 : ms, ...all);
  };
}`;
const waits = (page: Page) => page.evaluate<number, []>('waits');

/** One part is left out, and help comes. */
const partly = (code: string, path: string): Expected => ({
  problems: [code],
  async then(page) {
    expect(await problem(page, code)).toBe(`at ${path}`);
  },
});
/** The words of the help that the page has asked for. */
const words = (page: Page): Promise<string> =>
  page.evaluate(() =>
    ['antes-inline', 'antes-notice']
      .map((name) => document.querySelector(name)?.shadowRoot?.textContent ?? '')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );

describeFaults('config', ({ fault, survives }) => {
  for (const status of [403, 404, 500])
    survives(
      'CFG-01',
      `its address answers ${status}: it is asked twice, a second apart, and nothing is shown`,
      { inject: hurry(1_000), configAnswer: { status, body: 'no' } },
      refused('CONFIG_UNREACHABLE', async (page, site) => {
        await tries(2)(page, site);
        expect(await waits(page)).toBe(1);
      }),
    );
  survives(
    'CFG-01',
    'its address hangs: given up after five seconds',
    { inject: hurry(5_000), configAnswer: { hangs: true } },
    refused('CONFIG_UNREACHABLE', async (page, site) => {
      await tries(1)(page, site);
      expect(await waits(page)).toBe(1);
    }),
  );
  survives('CFG-01', 'its address answers the second time: help comes', {
    inject: hurry(1_000),
    routes: (
      (n) => (path: string) =>
        path === '/antes.json' && ++n === 1 ? { status: 503, body: 'soon' } : undefined
    )(0),
  });

  const bodies: readonly [what: string, body: string | Uint8Array][] = [
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['empty', ''],
    ['cut off', text.slice(0, -9)],
    ['in UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ];
  for (const [what, body] of bodies)
    survives(
      'CFG-02',
      `what comes is ${what}: it is refused`,
      { configAnswer: { body } },
      refused('CONFIG_NOT_JSON'),
    );
  survives('CFG-02', 'what comes begins with a byte order mark: it is read', {
    configAnswer: { body: `\uFEFF${text}` },
  });

  const huge: readonly [what: string, answer: Answer][] = [
    ['10 MB of JSON', { body: `{"version":1,"x":[${'1,'.repeat(5_000_000)}1]}` }],
    ['one text of 1 MB', { body: JSON.stringify({ ...CONFIG, locale: 'x'.repeat(1_000_000) }) }],
    [
      'a gzip bomb of 50 MB',
      {
        body: gzipSync(Buffer.alloc(50_000_000, ' '), { level: 9 }),
        headers: { 'content-encoding': 'gzip' },
      },
    ],
  ];
  for (const [what, configAnswer] of huge)
    survives('CFG-03', `${what}: reading stops at 256 KiB`, { configAnswer }, refused('CONFIG_TOO_LARGE'));

  survives(
    'CFG-04',
    'parts nested 100,000 and 2,000 deep: they are left out, and help comes',
    {
      configAnswer: {
        body: text
          .replace('{', `{"facts":{"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}},`)
          .replace(
            '"triggers":[',
            `"triggers":[{"id":"deep","when":${'{"not":'.repeat(2_000)}{}${'}'.repeat(2_000)}},`,
          ),
      },
    },
    {
      problems: ['CONFIG_TOO_DEEP'],
      async then(page) {
        await problem(page, 'CONFIG_TOO_DEEP');
        const paths = (await told(page))
          .filter(({ type }) => type === 'problem')
          .map(({ detail }) => detail['path']);
        expect(paths.map(String).toSorted()).toEqual(['/facts/deep', '/triggers/0']);
      },
    },
  );

  for (const version of [99, '2.0', 1.1, null])
    survives(
      'CFG-07',
      `its version is ${JSON.stringify(version)}: it is refused as a whole`,
      {
        config: (config) => ({ ...config, version }),
      },
      refused('CONFIG_VERSION'),
    );
  survives(
    'CFG-07',
    'it has parts of a newer language: they are passed over, and help comes',
    {
      config: (config) => ({ ...config, weather: { rain: true } }),
    },
    partly('CONFIG_UNKNOWN_KEY', '/weather'),
  );

  survives(
    'CFG-09',
    'two triggers of one id: the first one runs, the second is told',
    {
      config: ({ triggers: [first, ...rest], ...config }) => ({
        ...config,
        triggers: [first, { ...first, show: { content: 'dead', as: 'notice' } }, ...rest],
      }),
    },
    {
      ...partly('TRIGGER_INVALID', '/triggers/1'),
      async then(page) {
        expect(await problem(page, 'TRIGGER_INVALID')).toMatch(/^at \/triggers\/1/);
        expect(await words(page)).toContain('Help is here');
      },
    },
  );

  survives(
    'CFG-11',
    'a trigger with a number for a text and a length of time that is none: it is off, help comes from the next',
    {
      config: ({ triggers, ...config }) => ({
        ...config,
        triggers: [
          { ...asked, id: 'a', when: { event: 5 } },
          { ...asked, id: 'b', timing: { at: 'now', delay: '-5s' } },
          { ...asked, id: 'c', limits: [{ times: '3', per: 'session' }] },
          { ...asked, id: 'd', when: { event: 'x', min: -1 } },
          ...triggers,
        ],
      }),
    },
    {
      problems: ['TRIGGER_INVALID'],
      async then(page) {
        const paths = (await told(page))
          .filter(({ type }) => type === 'problem')
          .map(({ detail }) => String(detail['path']));
        expect([...new Set(paths.map((path) => path.split('/')[2] ?? ''))].toSorted()).toEqual([
          '0',
          '1',
          '2',
          '3',
        ]);
      },
    },
  );

  const many = (n: number): Config => ({
    ...CONFIG,
    triggers: [
      ...CONFIG.triggers,
      ...Array.from({ length: n }, (_, i) => ({ ...asked!, id: `t${i}`, when: { event: `event-${i}` } })),
    ],
  });
  survives(
    'CFG-14',
    '10,000 triggers: more than is read',
    { config: () => many(10_000) },
    refused('CONFIG_TOO_LARGE'),
  );
  survives(
    'CFG-14',
    '1,100 triggers: the first 1,000 are used, help comes, and an event that concerns none costs nothing that is felt',
    { config: () => many(1_100) },
    {
      problems: ['CONFIG_INVALID'],
      async then(page) {
        const took = await page.evaluate(() => {
          const { antes } = globalThis as WithAntes;
          return Array.from({ length: 400 }, (_, i) => {
            const began = performance.now();
            antes!.emit(`nothing-${i}`);
            return performance.now() - began;
          }).sort((a, b) => a - b);
        });
        expect(took[Math.floor(took.length * 0.95)]).toBeLessThanOrEqual(1);
      },
    },
  );

  survives(
    'CFG-15',
    'names that mean something to JavaScript: no prototype is another',
    {
      config: (config) => ({
        ...config,
        content: JSON.parse(
          `{"__proto__":{"title":"x","polluted":1},"constructor":{"title":"y","prototype":{"polluted":1}},"hello":${JSON.stringify(config.content!['hello'])},"dead":{"title":"d","steps":{"__proto__":"polluted"}}}`,
        ),
      }),
    },
    {
      problems: ['CONFIG_UNKNOWN_KEY'],
      async then(page) {
        expect(await page.evaluate(() => 'polluted' in {} || 'polluted' in Array || 'title' in {})).toBe(
          false,
        );
      },
    },
  );

  const EVIL = ['^(a+)+$', '(a|aa)+$', '(.*)*x'];
  survives(
    'CFG-16',
    'patterns that take for ever: nothing of a configuration becomes a RegExp',
    {
      inject: () => {
        const Own = RegExp;
        const made: string[] = [];
        Object.assign(globalThis, { made });
        globalThis.RegExp = new Proxy(Own, {
          construct: (target, args: [string], as) => (
            made.push(args[0]),
            Reflect.construct(target, args, as) as object
          ),
          apply: (target, self, args: [string]) => (
            made.push(args[0]),
            Reflect.apply(target, self, args) as object
          ),
        });
      },
      config: (config) => ({
        ...config,
        journeys: {
          ...config.journeys,
          evil: { steps: EVIL.map((url, i) => ({ id: `s${i}`, url: `/${url}` })) },
        },
        policy: { ...config.policy, ignore: { urls: EVIL.map((one) => `/${one}`) } },
        contact: { channels: { phone: { number: EVIL.join('1') } } },
        triggers: [
          ...config.triggers,
          {
            ...asked,
            id: 'evil',
            when: {
              event: 'x',
              where: { a: { contains: EVIL[0] }, b: { startsWith: EVIL[1], endsWith: EVIL[2] } },
            },
          },
        ],
      }),
    },
    {
      async then(page) {
        const took = await page.evaluate(() => {
          const { antes } = globalThis as WithAntes;
          const began = performance.now();
          antes!.emit('x', { a: `${'a'.repeat(50)}!`, b: 'a'.repeat(10_000) });
          history.replaceState(null, '', `/${'a'.repeat(2_000)}!`);
          antes!.emit('y');
          return performance.now() - began;
        });
        expect(took).toBeLessThan(100);
        const made = await page.evaluate(() => (globalThis as unknown as { made: string[] }).made);
        expect(made.filter((one) => /\(a|\.\*\)\*/.test(one))).toEqual([]);
        await page.evaluate(() => history.replaceState(null, '', '/#about'));
      },
    },
  );
  survives(
    'CFG-17',
    'a browser without URLPattern: the step of the page is known all the same',
    {
      inject: () => void Reflect.deleteProperty(globalThis, 'URLPattern'),
    },
    {
      async then(page) {
        expect(
          await page.evaluate(() => JSON.stringify((globalThis as WithAntes).antes!.journal().state)),
        ).toContain('pay');
      },
    },
  );

  const spoken = (config: Config): Config => ({
    ...config,
    locale: 'en',
    facts: { name: { type: 'string', show: true } },
    content: {
      ...config.content,
      hello: { title: 'Help for {name} {{}} {nobody} {{name}}', body: 'It is **here**.' },
    },
    translations: {
      de: { hello: { title: 'Hilfe {name} {toString}' } },
      'pt-BR': { hello: { body: 'Aqui.' } },
    },
  });
  for (const [locale, title] of [
    ['de-CH-1996', 'Hilfe'],
    ['DE_ch', 'Hilfe'],
    ['xx', 'Help for'],
    ['pt-br', 'Help for'],
    ['not a language!', 'Help for'],
  ] as const)
    survives(
      'CFG-20',
      `the language is '${locale}', and texts have blanks that nothing fills: no key and no “undefined” is to be read`,
      {
        config: spoken,
        attributes: `data-locale="${locale}"`,
      },
      {
        async then(page) {
          const said = await words(page);
          expect(said).toContain(title);
          expect(said).not.toMatch(/undefined|null|NaN|[{}]|function/);
        },
      },
    );

  fault(
    'CFG-23',
    'it is stored nowhere, so nobody can tamper with it; what is written where it might be is not looked at',
    async (page) => {
      const tampered = JSON.stringify({
        ...CONFIG,
        content: { hello: { title: 'Hacked', body: '<img src=x onerror=alert(1)>' } },
      });
      const site = await serveHost({
        attributes: 'data-consent="granted"',
        tag: '<script async src="/antes/antes.js" data-config="/antes.json"></script>',
      });
      try {
        await page.goto(`${site.origin}/without`);
        await page.evaluate((evil) => {
          for (const store of [localStorage, sessionStorage])
            for (const key of [
              'antes.config',
              'antes',
              'antes.session',
              'antes.visitor',
              'antes.report',
              'antes.outbox',
            ])
              store.setItem(key, evil);
        }, tampered);
        await page.goto(`${site.origin}/`);
        await page.waitFor(() => !!(globalThis as WithAntes).antes?.config?.triggers?.length);
        await page.click('#needed');
        await page.waitFor(() => !!document.querySelector('antes-inline'));
        await page.waitFor(() =>
          document.querySelector('antes-inline')!.shadowRoot!.textContent.includes('Help is here'),
        );
        const kept = await page.evaluate(() =>
          [localStorage, sessionStorage]
            .flatMap((store) =>
              Object.entries(store).filter(([key]) => !/^antes(?:\.config|\.outbox)?$/.test(key)),
            )
            .join(),
        );
        expect(kept).not.toContain('Help is here');
        expect(await told(page).then((all) => all.filter(({ type }) => type === 'problem'))).toEqual([]);
      } finally {
        await page.evaluate(() => (localStorage.clear(), sessionStorage.clear()));
        await site.close();
      }
    },
  );
  survives(
    'CFG-23',
    'what a cache in between answers was tampered with: it passes the same checks, and its markup is text',
    {
      config: (config) => ({
        ...config,
        content: {
          hello: {
            title: '<script>hacked=1</script>',
            body: '<img src=x onerror=hacked=1> [go](javascript:hacked=1)',
            actions: [{ label: 'Go', link: 'javascript:hacked=1' }],
          },
          dead: 7,
        },
        policy: {
          gap: '1ms',
          limits: [{ times: 1e9, per: 'session' }],
          signals: { 'rage-click': { min: 'many' } },
        },
        triggers: [{ ...config.triggers[0], timing: { at: 'now' } }],
      }),
    },
    {
      problems: ['CONFIG_INVALID'],
      async then(page) {
        expect(await words(page)).toContain('<script>');
        expect(
          await page.evaluate(() => ({
            hacked: 'hacked' in globalThis,
            links: document
              .querySelector('antes-inline')!
              .shadowRoot!.querySelectorAll('img, script, [href^="javascript"]').length,
          })),
        ).toEqual({ hacked: false, links: 0 });
      },
    },
  );
});
