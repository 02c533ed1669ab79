import { beforeAll, expect } from 'vitest';
import { hostLit, lookOf, pinnedPage } from './support/csp.js';
import { describeFaults } from './support/describe-faults.js';
import { CONFIG, TAG } from './support/host.js';
import { visit, waitForCode } from './support/load.js';
import { isRunning, ours, problemCodes, waitForHelp, type WithAntes } from './support/survive.js';
import type { Page } from '../support/engines/index.js';

const csp = (policy: string) => ({ headers: { 'content-security-policy': policy } });
const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
const TYPES = "require-trusted-types-for 'script'";

/** Browsers fetch the icon of the page when they like. */
const ICON = /img-src .*data/;

/** A customer of a page that may send no form. */
async function read(page: Page): Promise<void> {
  await page.type('#name', 'Ana');
  await page.press('Tab');
  await page.click('#plus');
  await page.click('#agree');
  await page.click('#about');
  await page.waitFor(() => document.getElementById('where')!.textContent === 'About');
}
/** The card is drawn by our sheets and by nothing else; the same in all three. */
async function looksTheSame(page: Page): Promise<void> {
  expect(await lookOf(page, 'antes-inline')).toEqual(LOOK);
}
const LOOK = {
  host: 'block',
  display: 'grid',
  backgroundColor: 'rgb(255, 255, 255)',
  color: 'rgb(26, 33, 45)',
  borderTopLeftRadius: '12px',
  paddingTop: '16px',
  action: 'rgba(0, 0, 0, 0) 36px none',
  sheets: 'true',
  elements: '0',
};

describeFaults('csp', ({ fault, survives, engineName }) => {
  let lit = '';
  beforeAll(async () => {
    lit = await hostLit();
  });

  survives(
    'CSP-01',
    'the strictest policy without inline and eval: help is drawn by adopted sheets',
    csp(STRICT),
    {
      complains: ICON,
      logs: ICON,
      then: looksTheSame,
    },
  );

  survives(
    'CSP-02',
    'a policy with a nonce and strict-dynamic: the widgets are fetched all the same',
    { ...csp("script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; base-uri 'none'"), nonce: 'abc' },
    {
      async then(page) {
        // The tags that the page itself has, and no other.
        expect(await page.evaluate('document.scripts.length')).toBe(5);
        await looksTheSame(page);
      },
    },
  );

  survives('CSP-03', 'no text may become script or markup', csp(TYPES), { then: looksTheSame });

  survives(
    'CSP-04',
    'no policy may be made for what becomes markup: help is built node by node',
    csp(`${TYPES}; trusted-types 'none'`),
    { then: looksTheSame },
  );

  for (const [order, place] of [
    ['before', 'head'],
    ['after', 'body'],
  ] as const)
    survives(
      'CSP-05',
      `a page with a Lit of its own, the only one that may make a policy, loaded ${order} Antes`,
      {
        ...csp(`${TYPES}; trusted-types lit-html`),
        [place]: '<script src="/host-lit.js"></script>',
        // Not before it is the turn of the page's own.
        ...(place === 'head' ? {} : { tag: TAG.replace('async ', '') }),
        routes: (path) => (path === '/host-lit.js' ? lit : undefined),
      },
      {
        async then(page) {
          const text = () => document.getElementById('host-app')!.shadowRoot!.textContent;
          expect(await page.evaluate(text)).toBe('Theirs 2');
          await looksTheSame(page);
        },
      },
    );

  survives(
    'CSP-06',
    'policies that only report: nothing of Antes is reported',
    {
      headers: {
        'content-security-policy-report-only': `${STRICT}; img-src data:; ${TYPES}; trusted-types 'none'; report-uri /reports`,
      },
      // What the page itself does wrong is reported: so would be what we do.
      head: '<script src="/theirs.js"></script>',
      routes: (path) =>
        path === '/reports'
          ? { status: 204 }
          : path === '/theirs.js'
            ? "document.documentElement.setAttribute('style', 'color: black');"
            : undefined,
    },
    {
      logs: /report-only|Report-Only|report only/,
      async then(page, { seen }) {
        await looksTheSame(page);
        await expect
          .poll(() => seen.filter(({ url }) => url === '/reports').length, { timeout: 5_000 })
          .toBeGreaterThan(0);
        const reports = seen.flatMap(({ url, body }) => (url === '/reports' ? [body] : []));
        expect(reports.filter((body) => /\/antes\//.test(body))).toEqual([]);
        expect(reports.join()).toContain('theirs.js');
      },
    },
  );

  survives('CSP-07', 'styles only from files: no attribute, and the same look', csp("style-src 'self'"), {
    async then(page) {
      await looksTheSame(page);
      // Where it stands is said by properties, which the policy allows.
      await page.evaluate(() => (globalThis as WithAntes).antes!.open('dead'));
      await page.waitFor(() => !!document.querySelector('antes-notice'));
      expect(await page.evaluate(() => globalThis.watch.complaints)).toEqual([]);
    },
  });

  fault(
    'CSP-08',
    'a policy that forbids the origin of reports and sources: told, tried rarely, help comes',
    (page) =>
      visit(
        page,
        {
          ...csp("connect-src 'self'"),
          // Once help is there, time runs a hundred times as fast: five minutes are three seconds. Not before: a busy
          // machine may take longer for a widget than the tenth of a second that would be left for it.
          inject: `const { now } = performance, later = setTimeout, clear = clearTimeout, timers = new Map();
          let speed = 1, began = 0, since = 0, last = 0;
          performance.now = () => began + (now.call(performance) - since) * speed;
          Date.now = () => Math.round(performance.timeOrigin + performance.now());
          const arm = (id, timer) => {
            timer.id = later(() => { timers.delete(id); timer.run(); }, (timer.due - performance.now()) / speed);
          };
          globalThis.setTimeout = (fn, ms, ...more) => {
            const timer = { due: performance.now() + (ms || 0), run: () => fn(...more) };
            timers.set(++last, timer);
            arm(last, timer);
            return last;
          };
          globalThis.clearTimeout = (id) => {
            clear(timers.get(id)?.id);
            timers.delete(id);
          };
          globalThis.hurry = () => {
            began = performance.now();
            since = now.call(performance);
            speed = 100;
            for (const [id, timer] of timers) {
              clear(timer.id);
              arm(id, timer);
            }
          };
          globalThis.refused = [];
          document.addEventListener('securitypolicyviolation', ({ blockedURI }) => refused.push(blockedURI));`,
          // No fetch for which time could run out.
          head: `<script type="application/json" id="config">${JSON.stringify({
            ...CONFIG,
            report: { endpoint: 'https://collector.example/events' },
            sources: { orders: { kind: 'order', url: 'https://status.example/order.json' } },
          })}</script>`,
          tag: '<script async src="/antes/antes.js" data-config="#config"></script>',
        },
        async () => {
          await isRunning(page);
          await page.evaluate(() => (globalThis as WithAntes).antes!.emit('needed'));
          await waitForHelp(page, 'asked');
          expect(await ours(page)).toContain('antes-inline');
          await page.evaluate('hurry()');
          await waitForCode(page, 'REPORT_UNREACHABLE');
          expect(await ours(page)).toContain('antes-inline');
          await page.waitFor('performance.now() > 300_000', { message: 'five minutes' });
          const refused = await page.evaluate<string[], []>('refused');
          const minutes = (await page.evaluate<number, []>('performance.now()')) / 60_000;
          const times = refused.filter((address) => address.includes('collector.example')).length;
          // Seven in the first two minutes, one a minute from then on.
          expect(times).toBeGreaterThanOrEqual(3);
          expect(times).toBeLessThanOrEqual(7 + minutes);
          expect([...new Set(await problemCodes(page))].sort()).toEqual([
            'REPORT_UNREACHABLE',
            'SOURCE_UNREACHABLE',
          ]);
        },
      ),
  );

  survives(
    'CSP-08',
    'a policy that forbids the origin of the configuration: told, and nothing else',
    {
      ...csp("connect-src 'self'"),
      tag: TAG.replace('/antes.json', 'https://config.example/antes.json'),
    },
    {
      help: 'none',
      problems: ['CONFIG_UNREACHABLE'],
      logs: /\.example/,
      // It is asked for once, and the browser says so to the page.
      complains: /connect-src .*https:\/\/config\.example/,
      then: (page) => waitForCode(page, 'CONFIG_UNREACHABLE').then(() => {}),
    },
  );

  survives('CSP-09', 'a page that allows no workers', csp("worker-src 'none'; child-src 'none'"));

  survives(
    'CSP-10',
    'a page that allows no images and fonts: signs are drawn, nothing is fetched for them',
    csp(`${STRICT}; img-src 'none'; font-src 'none'`),
    {
      complains: ICON,
      logs: ICON,
      async then(page, site) {
        const signs = await page.evaluate(() => {
          const icon = document.querySelector('antes-inline')!.shadowRoot!.querySelector('[part=icon]')!;
          return {
            name: icon.namespaceURI,
            size: icon.getBoundingClientRect().width > 10,
            drawn: icon.querySelectorAll('path').length,
          };
        });
        expect(signs).toEqual({ name: 'http://www.w3.org/2000/svg', size: true, drawn: 1 });
        expect(site.asked.filter((path) => /\.(?:svg|png|woff2?|ttf|gif|webp)$/.test(path))).toEqual([]);
      },
    },
  );

  survives(
    'CSP-11',
    'a page in a sandbox without forms and windows: links can be read, and pressing them breaks nothing',
    {
      ...csp("sandbox allow-scripts allow-same-origin; form-action 'none'"),
      config: (config) => ({
        ...config,
        contact: { order: ['phone'], channels: { phone: { number: '+34 900 123 456' } } },
        content: {
          ...config.content,
          hello: {
            title: 'Help',
            body: 'Read [elsewhere](https://elsewhere.example/help).',
            actions: [
              { label: 'Call us', contact: 'phone' },
              { label: 'See all', link: '#all' },
            ],
          },
        },
      }),
    },
    {
      scenario: read,
      logs: /sandbox|popup|Blocked opening|Not allowed to launch/i,
      async then(page) {
        await page.click('antes-inline >>> [part~=link]');
        await page.click('antes-inline >>> a[part~=action]');
        await page.waitFor("location.hash === '#all'");
        await page.click('antes-inline >>> button[part~=action]');
        // The number can be read where it cannot be pressed.
        await page.waitFor(() =>
          [...document.querySelectorAll('*')].some((one) => {
            const deep = (root: Element | ShadowRoot): string =>
              [...root.querySelectorAll('*')].reduce(
                (text, inner) => text + (inner.shadowRoot ? deep(inner.shadowRoot) : ''),
                root.textContent ?? '',
              );
            return (
              one.localName.startsWith('antes-') &&
              !!one.shadowRoot &&
              deep(one.shadowRoot).includes('900 123 456')
            );
          }),
        );
        expect(await page.evaluate(() => globalThis.watch.complaints)).toEqual([]);
      },
    },
  );

  survives(
    'CSP-13',
    'a page that forbids unload handlers and the clipboard: neither is used',
    { headers: { 'permissions-policy': 'unload=(), clipboard-write=(), clipboard-read=(), sync-xhr=()' } },
    {
      async then(page) {
        const { listeners } = await page.evaluate<{ listeners: string[] }, []>('ledger()');
        expect(listeners.length).toBeGreaterThan(10);
        expect(listeners.filter((one) => one.startsWith('unload '))).toEqual([]);
      },
    },
  );

  describeIntegrity();
  function describeIntegrity(): void {
    const policy = { 'integrity-policy': 'blocked-destinations=(script)' };
    const open = (page: Page, body: string, run: () => Promise<void>): Promise<void> =>
      visit(page, { routes: (path) => (path === '/' ? { body, headers: policy } : undefined) }, run);

    for (const [what, pinned, file] of [
      ['one file with its hash', 'tag', 'antes.all.js'],
      ['a tag with its hash, and a map with those of all other files', 'tag and map', 'antes.js'],
    ] as const)
      fault('CSP-14', `a page that runs no script without a hash takes ${what}`, (page) =>
        open(page, pinnedPage(pinned, file), async () => {
          await isRunning(page);
          await page.evaluate(() => (globalThis as WithAntes).antes!.emit('needed'));
          await waitForHelp(page, 'asked');
          // WebKit takes no hash from the map for what a module fetches: there the one file is the way.
          const partly = engineName === 'webkit' && pinned === 'tag and map';
          expect(await ours(page)).toContain(partly ? 'antes-notice' : 'antes-inline');
          expect([...new Set(await problemCodes(page))]).toEqual(partly ? ['UI_FAILED'] : []);
          expect(await page.evaluate(() => globalThis.watch.complaints)).toEqual([]);
        }),
      );

    fault('CSP-14', 'a page that runs no script without a hash is left alone by one without', (page) =>
      open(page, pinnedPage('nothing', 'antes.js'), async () => {
        await page.waitFor("document.readyState === 'complete'");
        // Engines that do not know this policy yet run it.
        const runs = await page.evaluate('!!window.antes');
        expect(
          await page.evaluate(() =>
            globalThis.watch.complaints.filter((one) => one !== 'error of a resource'),
          ),
        ).toEqual([]);
        if (engineName === 'chromium') expect(runs).toBe(false);
      }),
    );

    fault(
      'CSP-14',
      'where only the tag has a hash and the widgets are refused, help comes as plain text',
      (page) =>
        open(page, pinnedPage('tag', 'antes.js'), async () => {
          await isRunning(page);
          await page.evaluate(() => (globalThis as WithAntes).antes!.emit('needed'));
          await waitForHelp(page, 'asked');
          if (engineName === 'chromium') expect(await problemCodes(page)).toEqual(['UI_FAILED']);
        }),
    );
  }
});
