import { expect } from 'vitest';
import type { Config } from '../../src/engine.js';
import type { Page } from '../support/engines/index.js';
import { ADDRESSES, lookInside, PAYLOADS } from './support/content-xss.js';
import { describeFaults } from './support/describe-faults.js';
import { visit, waitForCode } from './support/load.js';
import { isRunning, problemCodes, waitForHelp, type WithAntes } from './support/survive.js';

const ALL = PAYLOADS.join(' ');
const LINES = PAYLOADS.map((one) => one.replaceAll('\n', ' ')).join('\n\n');
const AS = ['inline', 'notice', 'banner', 'hint', 'status'] as const;
const EVERY = PAYLOADS.map((text, i) => [`each-${i}`, { title: text, body: text }] as const);

/** All that customers can read, each of it made of all payloads. */
const POISONED: Config = {
  version: 1,
  facts: { 'order.name': { type: 'string', show: true } },
  contact: {
    order: ['phone', 'chat'],
    channels: {
      phone: { number: '+34 900 123 456', label: ALL },
      chat: { url: 'https://chat.example/', label: ALL },
    },
  },
  reasons: { why: { title: ALL, owner: ALL, quadrant: 'simplify' } },
  content: {
    poisoned: {
      title: ALL,
      body: `${LINES}\n\n- ${ALL.replaceAll('\n', ' ')}\n\n{order.name}`,
      actions: [
        { label: ALL, link: 'https://example.com/' },
        { label: ALL, contact: 'phone' },
        { label: ALL, call: 'x' },
      ],
      guide: [{ text: ALL }, { text: LINES, anchor: 'here' }],
    },
    ...Object.fromEntries(EVERY),
  },
  translations: {
    es: { poisoned: { title: `¡${ALL}`, body: LINES, actions: [ALL, ALL, ALL], guide: [ALL, ALL] } },
  },
  policy: { gap: '1ms', limits: [], launcher: true },
  triggers: AS.map((as) => ({
    id: as,
    reason: 'why',
    priority: as === 'banner' ? ('incident' as const) : ('help' as const),
    when: { event: `ask-${as}` },
    timing: { at: 'now' as const },
    show: { content: 'poisoned', as, anchor: 'here', orElse: 'notice' as const },
  })),
};

const emit = (page: Page, event: string) =>
  page.evaluate((name) => (globalThis as WithAntes).antes!.emit(name), event);
const isHarmless = async (page: Page) => {
  const { strange, telling, ran, ...found } = await lookInside(page);
  expect({ strange, telling, ran }).toEqual({ strange: [], telling: [], ran: null });
  return found;
};

describeFaults('content-xss', ({ fault }) => {
  for (const where of ['the widgets', 'plain text, without the widgets', 'Spanish'])
    fault('XSS-01', `markup in every text of the configuration is shown as text: in ${where}`, (page) =>
      visit(
        page,
        {
          config: () => POISONED,
          ...(where === 'Spanish' && { attributes: 'data-locale="es"' }),
          routes: (path) =>
            where.startsWith('plain') && path.endsWith('antes.ui.js') ? { status: 404 } : undefined,
        },
        async ({ origin }) => {
          for (const as of where.startsWith('plain') ? (['notice'] as const) : AS) {
            await page.goto(`${origin}/`);
            await isRunning(page);
            await page.evaluate(
              (name) => (globalThis as WithAntes).antes!.facts({ 'order.name': name }),
              ALL,
            );
            await emit(page, `ask-${as}`);
            await waitForHelp(page, as);
            // A hint is a mark until it is pressed.
            if (as === 'hint') {
              await page.click('antes-hint >>> button');
              await page.waitFor(
                () => !!document.querySelector('antes-hint')?.shadowRoot?.querySelector('[part~=title]'),
              );
            }
            const { text } = await isHarmless(page);
            expect(text, as).toContain('<img src=x onerror=window.__x=1>');
          }
          await page.evaluate(() => (globalThis as WithAntes).antes!.open());
          if (!where.startsWith('plain'))
            await page.waitFor(
              () => !!document.querySelector('antes-panel')?.shadowRoot?.querySelector('[part~=title]'),
            );
          await isHarmless(page);
          expect(await page.evaluate(() => globalThis.watch.complaints)).toEqual([]);
        },
      ),
    );

  fault('XSS-01', 'each of the texts alone is shown as it is written', (page) =>
    visit(page, { config: () => POISONED }, async () => {
      await isRunning(page);
      const misread = await page.evaluate(
        async (all) => {
          const wrong: string[] = [];
          for (const [name, title] of all) {
            (globalThis as WithAntes).antes!.open(name);
            const find = () =>
              document.querySelector('antes-notice')?.shadowRoot?.querySelector('[part~=title]');
            const isThere = () => find()?.textContent?.includes(title) || performance.now() > until;
            const until = performance.now() + 2_000;
            while (!isThere()) await new Promise((done) => setTimeout(done, 5));
            const element = find();
            if (!element?.textContent?.includes(title) || element.querySelector(':not(span)'))
              wrong.push(title);
          }
          return wrong;
        },
        // What stands in braces are facts.
        EVERY.map(([name, { title }]) => [name, title.replaceAll(/\{+[^{}]{0,100}\}+/g, '').trim()] as const),
      );
      expect(misread).toEqual([]);
      await isHarmless(page);
    }),
  );

  fault('XSS-03', 'links that run code or lead to strange places are text, wherever they stand', (page) => {
    const bodies = ADDRESSES.map((address, i) => `[word-${i}](${address.replaceAll(/[\s()]/g, '')})`).join(
      '\n\n',
    );
    const contents = ADDRESSES.map(
      (link, i) => [`link-${i}`, { title: `Link ${i}`, actions: [{ label: 'Go', link }] }] as const,
    );
    const config: Config = {
      ...POISONED,
      contact: {
        order: ['chat', 'email'],
        channels: { chat: { url: ADDRESSES[0]! }, email: { url: ADDRESSES[3]! } },
      },
      content: { body: { title: 'Words', body: bodies }, ...Object.fromEntries(contents) },
      triggers: [],
    };
    return visit(page, { config: () => config }, async () => {
      await page.waitFor(() => !!(globalThis as WithAntes).antes?.config.content?.['body']);
      await page.evaluate(() => (globalThis as WithAntes).antes!.open('body'));
      await page.waitFor(() =>
        document.querySelector('antes-notice')?.shadowRoot?.textContent?.includes('word-0'),
      );
      expect((await isHarmless(page)).links).toEqual([]);
      for (const [name, { title }] of contents) {
        await page.evaluate((which) => (globalThis as WithAntes).antes!.open(which), name);
        await page.waitFor(
          (wanted) => document.querySelector('antes-notice')?.shadowRoot?.textContent?.includes(wanted),
          { args: [title] },
        );
        // A button that leads nowhere would be one that says that it is done.
        expect(
          await page.evaluate(
            () =>
              document.querySelector('antes-notice')!.shadowRoot!.querySelectorAll('[part~=action]').length,
          ),
          name,
        ).toBe(0);
        expect((await isHarmless(page)).links, name).toEqual([]);
      }
      await page.evaluate(() => (globalThis as WithAntes).antes!.open());
      await page.waitFor(() => !!document.querySelector('antes-panel'));
      expect((await isHarmless(page)).links).toEqual([]);
      expect(await page.evaluate('location.pathname')).toBe('/');
      const told = await page.evaluate(() =>
        (globalThis as WithAntes).antes!.problems.map(({ code, path }) => `${code} ${path}`),
      );
      expect(told).toEqual(contents.map(([name]) => `CONFIG_INVALID /content/${name}/actions/0/link`));
    });
  });

  fault('XSS-03', 'links that help may lead to are links', (page) =>
    visit(
      page,
      {
        config: () => ({
          ...POISONED,
          content: {
            good: {
              title: 'Good',
              body: '[a](https://example.com/) [b](tel:+34900123456) [c](mailto:a@example.com) [d](sms:+34900) [e](/here) [f](https:evil) [g](#part)',
            },
          },
          triggers: [],
        }),
      },
      async ({ origin }) => {
        await page.waitFor(() => !!(globalThis as WithAntes).antes?.config.content?.['good']);
        await page.evaluate(() => (globalThis as WithAntes).antes!.open('good'));
        await page.waitFor(
          () => document.querySelector('antes-notice')?.shadowRoot?.querySelectorAll('a').length === 7,
        );
        expect((await isHarmless(page)).links).toEqual([
          'https://example.com/',
          'tel:+34900123456',
          'mailto:a@example.com',
          'sms:+34900',
          `${origin}/here`,
          'https://evil/',
          `${origin}/#part`,
        ]);
      },
    ),
  );

  fault(
    'XSS-05',
    'links that open beside the page tell the other one nothing, neither who opened it nor from where',
    (page) =>
      visit(
        page,
        {
          config: () => ({
            ...POISONED,
            content: { poisoned: { title: 'Links', body: '[there](https://there.example/)' } },
          }),
        },
        async () => {
          await page.waitFor(() => !!(globalThis as WithAntes).antes?.config.content);
          await emit(page, 'ask-notice');
          await waitForHelp(page, 'notice');
          await page.evaluate(() => (globalThis as WithAntes).antes!.open());
          await page.waitFor(
            () => !!document.querySelector('antes-panel')?.shadowRoot?.querySelector('[part~=title]'),
          );
          const beside = await page.evaluate(() => {
            const links: HTMLAnchorElement[] = [];
            const look = (root: ParentNode) => {
              for (const one of root.querySelectorAll('*')) {
                if (one instanceof HTMLAnchorElement && one.target === '_blank') links.push(one);
                if (one.shadowRoot) look(one.shadowRoot);
              }
            };
            look(document);
            return links.map(({ href, rel }) => `${href} ${rel}`);
          });
          expect(beside).toContain('https://chat.example/ noopener noreferrer');
          expect(beside.filter((one) => !one.endsWith(' noopener noreferrer'))).toEqual([]);
        },
      ),
  );

  fault(
    'XSS-06',
    'what a status service answers is text, cut where it is too long, and left out where it is no text',
    (page) =>
      visit(
        page,
        {
          config: (config) => ({
            ...config,
            sources: {
              order: { kind: 'order', url: '/order.json' },
              broken: { kind: 'case', url: '/case.json' },
            },
            content: { ...config.content, order: { title: 'Your order', source: 'order' } },
            triggers: [
              {
                id: 'order',
                when: { event: 'needed' },
                timing: { at: 'now' },
                show: { content: 'order', as: 'status', anchor: 'here', orElse: 'notice' },
              },
            ],
          }),
          routes: (path) =>
            path === '/order.json'
              ? JSON.stringify({
                  id: '<script>window.__x=1</script>',
                  state: 'shipped',
                  eta: { toString: 'x', $date: '<img src=x onerror=window.__x=1>' },
                  steps: [
                    { id: 'placed', at: '2026-11-29T09:00:00Z', label: PAYLOADS[10], text: ALL },
                    { id: 'shipped', at: '2026-11-30T09:00:00Z', text: 'x'.repeat(100_000) },
                    { id: '__proto__', label: { html: ALL } },
                    ...PAYLOADS.slice(0, 8).map((id) => ({ id, label: id })),
                  ],
                  exception: PAYLOADS[17],
                  next: { label: ALL, link: 'javascript:window.__x=1' },
                })
              : path === '/case.json'
                ? JSON.stringify({ state: 'x'.repeat(1_000_000) })
                : undefined,
        },
        async () => {
          await isRunning(page);
          await waitForCode(page, 'SOURCE_TOO_LARGE');
          await emit(page, 'needed');
          await waitForHelp(page, 'order');
          await page.waitFor(() =>
            document
              .querySelector('antes-inline')
              ?.shadowRoot?.querySelector('antes-status')
              ?.shadowRoot?.textContent?.includes('<svg onload'),
          );
          const { text, links } = await isHarmless(page);
          expect(text).toContain('<img src=x onerror=window.__x=1>');
          expect(text).not.toContain('[object Object]');
          expect(text).toContain('x'.repeat(500));
          expect(text).not.toContain('x'.repeat(501));
          expect(links).toEqual([]);
          expect(await page.evaluate(() => globalThis.watch.complaints)).toEqual([]);
        },
      ),
  );

  fault('XSS-07', 'nothing that stands in the address is ever shown', (page) =>
    visit(page, { config: () => POISONED }, async ({ origin }) => {
      const said = '<svg onload=window.__x=1>from-the-address';
      await page.goto(
        `${origin}/?order=${encodeURIComponent(said)}&antes=${encodeURIComponent('{"title":"from-the-address"}')}&utm_content=from-the-address#msg=${encodeURIComponent(said)}`,
      );
      await isRunning(page);
      for (const as of ['inline', 'notice']) {
        await emit(page, `ask-${as}`);
        if (as === 'inline') await waitForHelp(page, as);
        await page.evaluate(() => (globalThis as WithAntes).antes!.open());
        await page.waitFor(() => !!document.querySelector('antes-panel'));
        expect((await isHarmless(page)).text).not.toContain('from-the-address');
      }
      const kept = await page.evaluate(() =>
        JSON.stringify([(globalThis as WithAntes).antes!.journal(), (globalThis as WithAntes).antes!.why()]),
      );
      expect(kept).not.toContain('from-the-address');
    }),
  );

  fault(
    'XSS-09',
    'a configuration cannot bring signs or pictures: there is no key for them, and what is told of tones is a word',
    (page) =>
      visit(
        page,
        {
          config: (config) => ({
            ...config,
            content: {
              hello: {
                title: 'Help',
                icon: '<svg onload=window.__x=1>',
                image: 'data:image/svg+xml,<svg onload=window.__x=1>',
              },
              tone: { title: 'Help', tone: '<svg onload=window.__x=1>' },
              drawn: {
                title: '![x](data:image/svg+xml,<svg>)',
                body: '![x](https://example.com/x.svg) <img src=https://example.com/x.png>',
              },
            },
            triggers: ['hello', 'tone', 'drawn'].map((content) => ({
              id: content,
              when: { event: content },
              timing: { at: 'now' },
              show: { content, as: 'notice' },
            })),
          }),
        },
        async (site) => {
          await page.waitFor(() => !!(globalThis as WithAntes).antes?.config.content);
          for (const name of ['hello', 'tone', 'drawn'])
            await page.evaluate((which) => (globalThis as WithAntes).antes!.open(which), name);
          await page.waitFor(() =>
            document.querySelector('antes-notice')?.shadowRoot?.textContent?.includes('![x]'),
          );
          await isHarmless(page);
          const icons = await page.evaluate(
            () => document.querySelector('antes-notice')!.shadowRoot!.querySelectorAll('svg').length,
          );
          expect(icons).toBeGreaterThan(0);
          expect(
            await page.evaluate(
              () =>
                document.querySelector('antes-notice')!.shadowRoot!.querySelectorAll('img,image,use,picture')
                  .length,
            ),
          ).toBe(0);
          expect(site.asked.filter((path) => /\.(?:svg|png)$/.test(path))).toEqual([]);
          const codes = await problemCodes(page);
          expect(codes).toContain('CONFIG_INVALID');
          expect(
            codes.filter(
              (code) => !/^(?:CONFIG_INVALID|CONFIG_UNKNOWN_KEY|TRIGGER_INVALID|UNKNOWN_NAME)$/.test(code),
            ),
          ).toEqual([]);
        },
      ),
  );
});
