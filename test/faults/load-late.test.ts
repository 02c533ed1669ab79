import { expect } from 'vitest';
import type { Config } from '../../src/engine.js';
import { describeFaults } from './support/describe-faults.js';
import { TAG } from './support/host.js';
import { isUnharmed, visit, waitForCode } from './support/load.js';
import { buy, isRunning, ours, problemCodes, waitForHelp, type WithAntes } from './support/survive.js';
import type { Answer } from '../e2e/support/site.js';

/** What a server, and what a blocker, makes of a request. */
const REFUSALS: Readonly<Record<string, Exclude<Answer, string>>> = {
  'not found': { status: 404, body: 'no' },
  'answered with an error': { status: 500, body: 'no' },
  blocked: { breaks: true },
};

interface Chunk {
  readonly path: RegExp;
  readonly code: string;
  readonly help: 'antes-notice' | 'antes-inline' | 'text';
  readonly config?: (config: Config) => unknown;
}
/** Each part that is fetched later, what is told where it cannot be had, and what help is like then. */
const CHUNKS: Readonly<Record<string, Chunk>> = {
  'the widgets': { path: /antes\.ui\.js$/, code: 'UI_FAILED', help: 'text' },
  'a form of help': { path: /chunks\/(?:inline|mount|anchor)/, code: 'UI_FAILED', help: 'antes-notice' },
  'the sources': {
    path: /antes\.sources\.js$/,
    code: 'PART_FAILED',
    help: 'antes-inline',
    config: (config) => ({ ...config, sources: { orders: { kind: 'order', url: '/order.json' } } }),
  },
  'the reports': {
    path: /antes\.report\.js$/,
    code: 'PART_FAILED',
    help: 'antes-inline',
    config: (config) => ({
      ...config,
      report: { endpoint: '/events' },
    }),
  },
};

/** What does not come in ten seconds is not waited for any longer. */
const GIVEN_UP_MS = 15_000;

/** The page writes itself anew, with two buttons and nothing else. */
const rewrite = () => {
  document.open();
  document.write(
    `<!doctype html><html lang="en"><head><title>New</title></head><body><button id="other">Other</button>
     <p data-antes-anchor="here">New</p></body></html>`,
  );
  document.close();
};

describeFaults('load', ({ fault, survives }) => {
  for (const [what, answer] of Object.entries(REFUSALS))
    fault('LOAD-09', `a script that is ${what} leaves the page and its queue as they are`, (page) =>
      visit(
        page,
        {
          inject: 'globalThis.antes = Array.from({ length: 150 }, (_, i) => () => (globalThis.last = i));',
          routes: (path) => (path === '/antes/antes.js' ? answer : undefined),
        },
        async () => {
          expect(await isUnharmed(page)).toEqual([]);
          expect(await page.evaluate('Array.isArray(antes) && antes.length')).toBe(150);
          // It comes after all, as on the next page: of a queue in a loop it takes the first hundred.
          await page.evaluate(() => {
            const tag = document.createElement('script');
            tag.src = '/antes/antes.all.js';
            tag.dataset['config'] = '/antes.json';
            document.head.append(tag);
          });
          await isRunning(page);
          expect(await page.evaluate('last')).toBe(99);
        },
      ),
    );

  for (const [what, { path: file, code, help, config }] of Object.entries(CHUNKS))
    for (const [how, answer] of Object.entries(REFUSALS))
      survives(
        'LOAD-09',
        `${what}: ${how}. It is told, tried once more at most, and help comes`,
        {
          ...(config && { config }),
          tag: TAG.replace(' data-consent="denied"', ''),
          routes: (path) =>
            file.test(path)
              ? answer
              : path === '/events' || path === '/order.json'
                ? { status: 204 }
                : undefined,
        },
        {
          problems: [code],
          help,
          logs: /antes\.|chunks|Failed to load|404|500|net::|module|NetworkError/i,
          async then(page, site) {
            await waitForCode(page, code);
            const asked = site.asked.filter((path) => file.test(path));
            const times = asked.map((one) => asked.filter((other) => other === one).length);
            expect(times.length).toBeGreaterThan(0);
            // Browsers themselves try a broken connection again, each in its own way.
            // Ahead of time, when it is needed, and once more.
            if (!('breaks' in answer)) expect(Math.max(...times)).toBeLessThanOrEqual(3);
          },
        },
      );

  for (const [what, { path: file, code, help }] of Object.entries(CHUNKS).slice(0, 2))
    fault('LOAD-12', `${what}: never sent. It is told, and help comes without`, (page) =>
      visit(page, { routes: (path) => (file.test(path) ? { hangs: true } : undefined) }, async () => {
        await isRunning(page);
        await page.click('#needed');
        await waitForCode(page, code, GIVEN_UP_MS);
        await waitForHelp(page, 'asked');
        if (help === 'text') expect(await page.evaluate('document.body.innerText')).toContain('Help is here');
        else expect(await ours(page)).toContain(help);
      }),
    );

  fault('LOAD-12', 'a part of help: never sent. Help comes without it', (page) =>
    visit(
      page,
      {
        config: (config) => ({
          ...config,
          content: { ...config.content, hello: { ...config.content!['hello'], feedback: 'effort' } },
        }),
        routes: (path) => (path.includes('/chunks/feedback') ? { hangs: true } : undefined),
      },
      async (site) => {
        await isRunning(page);
        await page.click('#needed');
        await waitForHelp(page, 'asked');
        expect(await ours(page)).toContain('antes-inline');
        expect(site.asked.some((path) => path.includes('/chunks/feedback'))).toBe(true);
      },
    ),
  );

  fault(
    'LOAD-16',
    'a page that is written anew by its own script is begun anew, and nothing of before is left',
    (page) =>
      visit(page, {}, async () => {
        await isRunning(page);
        await buy(page);
        await page.click('#needed');
        await waitForHelp(page, 'asked');
        const before = (await page.problems()).length;
        const helped = () =>
          page.evaluate(() => {
            const state = globalThis as WithAntes & { helped?: string[] };
            state.helped ??= [];
            state.antes!.on('help', ({ trigger, phase }) => void state.helped!.push(`${trigger} ${phase}`));
          });
        await helped();
        for (let round = 0; round < 2; round++) {
          await page.evaluate(rewrite);
          await page.evaluate('helped.length = 0');
          expect(await ours(page)).not.toContain('antes-inline');
          await page.evaluate(() => (globalThis as WithAntes).antes!.emit('needed'));
          await page.waitFor("helped.includes('asked shown')");
          expect(await ours(page)).toContain('antes-inline');
          // It is heard and seen what the customer does on it, and what it says of itself by events.
          await page.click('#other');
          const heard = await page.evaluate(() => {
            const { antes } = globalThis as WithAntes;
            document.dispatchEvent(new CustomEvent('antes:emit', { detail: { event: 'by-event' } }));
            return JSON.stringify(
              antes!.journal().records.filter(({ type }) => type === 'host' || type === 'press'),
            );
          });
          expect(heard).toContain('"press"');
          expect(heard).toContain('by-event');
        }
        expect(await problemCodes(page)).toEqual([]);
        await page.evaluate(() => (globalThis as WithAntes).antes!.stop());
        expect(await ours(page)).toEqual([]);
        expect((await page.problems()).slice(before)).toEqual([]);
      }),
  );

  fault('LOAD-16', 'a page that is written anew with the tag in it has one copy', (page) =>
    visit(page, {}, async () => {
      await isRunning(page);
      await page.evaluate((tag) => {
        document.open();
        document.write(
          `<!doctype html><html lang="en"><head><title>New</title>${tag}</head><body><p data-antes-anchor="here">New</p></body></html>`,
        );
        document.close();
      }, TAG);
      await page.waitFor(
        "performance.getEntriesByType('resource').filter((one) => one.name.endsWith('antes.js')).length > 0",
      );
      await page.waitFor(() =>
        (globalThis as WithAntes).antes!.problems.some(({ code }) => code === 'DUPLICATE_LOAD'),
      );
      await page.evaluate(() => (globalThis as WithAntes).antes!.emit('needed'));
      await page.waitFor(() => document.querySelectorAll('antes-inline').length === 1);
    }),
  );

  fault('LOAD-16', 'a page whose root element is replaced keeps its help', (page) =>
    visit(page, {}, async () => {
      await isRunning(page);
      await page.evaluate(() => {
        const other = document.implementation.createHTMLDocument('Other');
        other.body.append(other.createElement('main'));
        document.documentElement.replaceWith(document.adoptNode(other.documentElement));
      });
      await page.evaluate(() => (globalThis as WithAntes).antes!.emit('needed'));
      await page.waitFor(() => document.querySelectorAll('antes-notice').length === 1);
      expect(await problemCodes(page)).toEqual(['ANCHOR_MISSING']);
    }),
  );
});
