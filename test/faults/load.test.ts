import { expect } from 'vitest';
import type { Antes } from '../../src/index.js';
import { describeFaults } from './support/describe-faults.js';
import { TAG } from './support/host.js';
import { asVersion, isUnharmed, visit, waitForCode } from './support/load.js';
import { isRunning, ours, told, waitForHelp, type WithAntes } from './support/survive.js';

/** A script that puts a tag into the page after a while, as tag managers do. */
const later = (ms: number) => `setTimeout(() => {
  const tag = document.createElement('script');
  tag.src = '/antes/antes.js?late';
  tag.dataset.config = '/antes.json';
  tag.onload = () => tag.dataset.ran = '';
  document.head.append(tag);
}, ${ms})`;
/** Help came once for one wish. */
const cameOnce = async (page: Parameters<typeof told>[0]) => {
  const shown = (await told(page)).filter(
    ({ type, detail }) => type === 'help' && detail['phase'] === 'shown',
  );
  expect(shown).toHaveLength(1);
  expect((await ours(page)).filter((name) => name === 'antes-inline')).toHaveLength(1);
};

describeFaults('load', ({ fault, survives }) => {
  survives(
    'LOAD-01',
    'the tag is there twice, and a tag manager brings it once more: one copy runs',
    {
      tag: `${TAG}${TAG}<script src="/antes/later.js"></script>`,
      routes: (path) => (path === '/antes/later.js' ? later(500) : undefined),
    },
    {
      problems: ['DUPLICATE_LOAD'],
      async then(page, site) {
        await page.waitFor(() => !!document.querySelector('script[src*="?late"][data-ran]'));
        await cameOnce(page);
        expect(site.asked.filter((path) => path === '/antes.json')).toHaveLength(1);
        // What a page that starts it itself is given, too.
        const same = await page.evaluate(() => {
          const { antes } = globalThis as WithAntes;
          const running = (globalThis as never as Record<symbol, { antes: Antes }>)[
            Symbol.for('antes.running')
          ];
          return running?.antes === antes;
        });
        expect(same).toBe(true);
      },
    },
  );

  for (const [first, second] of [
    ['1.0.0', '1.1.0'],
    ['1.1.0', '1.0.0'],
  ] as const)
    survives(
      'LOAD-02',
      `beside version ${second}, version ${first} that came first owns the page, and the other one does nothing`,
      {
        tag: `<script src="/antes@${first}/antes.js" data-config="/antes.json" data-consent="denied"></script><script src="/antes@${second}/antes.js" data-config="/antes.json" data-consent="denied"></script>`,
        routes: (path) =>
          /^\/antes@[\d.]+\//.test(path)
            ? { body: asVersion(path.slice(13), path.slice(7, 12)), type: 'text/javascript' }
            : undefined,
      },
      {
        problems: ['DUPLICATE_LOAD'],
        async then(page) {
          expect(await page.evaluate(() => (globalThis as WithAntes).antes!.version)).toBe(first);
          await cameOnce(page);
        },
      },
    );

  for (const [what, there] of [
    ['an object of another shape', '{}'],
    ['something without a meaning', '1'],
    ['what fails when it is called', '{ again() { throw new Error("theirs") }, antes: null }'],
  ])
    survives(
      'LOAD-02',
      `beside a version that left ${what} to be found, nothing begins and its queue is left to it`,
      {
        inject: `Object.defineProperty(globalThis, Symbol.for('antes.running'), { value: ${there} });
          globalThis.antes = [() => globalThis.taken = true];`,
      },
      {
        starts: false,
        help: 'none',
        problems: ['DUPLICATE_LOAD'],
        async then(page) {
          await waitForCode(page, 'DUPLICATE_LOAD');
          expect(await page.evaluate(() => Array.isArray((globalThis as { antes?: unknown }).antes))).toBe(
            true,
          );
          expect(await page.evaluate('globalThis.taken')).not.toBe(true);
        },
      },
    );

  const CLOBBERED: Readonly<Record<string, string>> = {
    'two links': '<a id="antes"></a><a id="antes" name="init"></a>',
    'a form with fields of its names': '<form name="antes"><input name="push"><input name="config"></form>',
    'a frame': '<iframe name="antes" hidden></iframe>',
    'an image': '<img name="antes" alt="" hidden>',
  };
  for (const [what, markup] of Object.entries(CLOBBERED))
    survives('LOAD-05', `${what} under the name of antes, and an image under that of the current script`, {
      head: `${markup}<img name="currentScript" alt="" hidden>`,
    });

  survives(
    'LOAD-06',
    'the tags of all widgets belong to somebody else: ours have a number',
    {
      inject: () => {
        for (const name of [
          'inline',
          'notice',
          'badge',
          'hint',
          'banner',
          'panel',
          'layer',
          'plain',
          'status',
        ])
          customElements.define(
            `antes-${name}`,
            class extends HTMLElement {
              connectedCallback() {
                this.textContent = 'Theirs';
              }
            },
          );
      },
    },
    {
      problems: ['TAG_TAKEN'],
      help: 'antes-inline-2' as 'antes-inline',
      async then(page) {
        const said = await page.evaluate(() => {
          const theirs = document.createElement('antes-inline');
          document.body.append(theirs);
          const text = theirs.textContent;
          theirs.remove();
          return text;
        });
        expect(said).toBe('Theirs');
      },
    },
  );

  fault(
    'LOAD-12',
    'a bundle that comes long after the customer is done says nothing of what was before',
    (page) => {
      let release = () => {};
      const until = new Promise<void>((done) => (release = done));
      return visit(
        page,
        {
          inject: `globalThis.order = [];
          (globalThis.antes = []).push(() => order.push(1), (antes) => antes.register('host.do', () => {}));
          // Not before the page has come, which would wait for it.
          addEventListener('load', () => setTimeout(() => {
            const tag = document.createElement('script');
            tag.src = '/antes/antes.js?slow';
            tag.dataset.config = '/antes.json';
            document.head.append(tag);
          }));`,
          tag: '',
          routes: (_path, { url }) =>
            url.endsWith('?slow')
              ? { body: asVersion('antes.js', '1.0.0'), type: 'text/javascript', until }
              : undefined,
        },
        async () => {
          // Presses that would call for help, were somebody there to see them.
          for (let i = 0; i < 4; i++) await page.click('#dead');
          expect(await isUnharmed(page)).toEqual([]);
          await page.click('#needed');
          await page.evaluate('antes.push(() => order.push(2), () => order.push(3))');
          release();
          await isRunning(page);
          expect(await page.evaluate('order')).toEqual([1, 2, 3]);
          // Whatever was decided before this wish would have been told before it.
          await page.click('#needed');
          await waitForHelp(page, 'asked');
          const what = (await told(page)).map(
            ({ type, detail }) => `${type} ${String(detail['trigger'] ?? detail['name'])}`,
          );
          expect(what.filter((one) => !one.startsWith('level'))).toEqual(['help asked']);
          expect(await page.evaluate(() => globalThis.watch.complaints)).toEqual([]);
        },
      );
    },
  );

  survives(
    'LOAD-14',
    'a script in the head that does not wait for the body begins when the page is there',
    {
      inject: () => {
        const get = Object.getOwnPropertyDescriptor(Document.prototype, 'body')!.get!;
        const state = globalThis as { early?: number };
        state.early = 0;
        Object.defineProperty(document, 'body', {
          configurable: true,
          get() {
            const body = get.call(document) as Element | null;
            if (!body) state.early = state.early! + 1;
            return body;
          },
        });
      },
      tag: TAG.replace('async ', ''),
    },
    { then: async (page) => expect(await page.evaluate('globalThis.early')).toBe(0) },
  );
});
