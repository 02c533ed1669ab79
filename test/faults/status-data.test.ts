import { expect } from 'vitest';
import type { Config } from '../../src/engine.js';
import type { Answer, Asked } from '../e2e/support/site.js';
import type { Page } from '../support/engines/index.js';
import { describeFaults } from './support/describe-faults.js';
import { type Hostile, type HostSite } from './support/host.js';
import { told, type Expected, type WithAntes } from './support/survive.js';

const DAY_MS = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();
const STEPS = ['placed', 'packed', 'shipped', 'delivered'].map((id) => ({ id, at: '2026-01-01T09:00:00Z' }));
const ORDER = { id: 'TJ-1', state: 'shipped', steps: STEPS };

/** Help that shows the status of an order, which comes from an address. */
const withOrder =
  (source: object = {}) =>
  (config: Config): Config => ({
    ...config,
    sources: { mine: { kind: 'order', url: '/order.json', ...source } },
    content: { ...config.content, hello: { title: 'Help is here', source: 'mine' } },
  });
const answers = (answer: Answer | ((asked: Asked) => Answer)): Pick<Hostile, 'routes' | 'config'> => ({
  config: withOrder(),
  routes: (path, asked) =>
    path === '/order.json' ? (typeof answer === 'function' ? answer(asked) : answer) : undefined,
});
const json = (value: unknown) => JSON.stringify(value);

/** The words of the status on screen, once they are as wanted. */
const reads = (page: Page, wanted: string): Promise<string> =>
  page.waitFor(
    (pattern) => {
      const card = document.querySelector('antes-inline')?.shadowRoot;
      const status = card?.querySelector('antes-status')?.shadowRoot;
      const text = (status?.textContent ?? '').replace(/\s+/g, ' ');
      return new RegExp(pattern, 'i').test(text) ? text : undefined;
    },
    { args: [wanted], timeout: 4_000, message: `the status to read ${wanted}` },
  );
const shows = (wanted: string, not?: RegExp, problems: readonly string[] = []): Expected => ({
  problems,
  async then(page) {
    const text = await reads(page, wanted);
    expect(text).not.toMatch(not ?? /undefined|NaN|\[object|Invalid/);
    if (problems.length > 0)
      await page.waitFor(() => globalThis.watch.told.some(({ type }) => type === 'problem'), {
        timeout: 4_000,
      });
  },
});
const emit = (page: Page, event: string) =>
  page.evaluate((name) => (globalThis as WithAntes).antes!.emit(name), event);
/** No source is asked more often, and a request may be on its way for so long. */
const MIN_POLL_MS = 15_000;
const LATE_MS = 1_000;
const asked = (site: HostSite, path: string) => site.asked.filter((one) => one === path).length;

describeFaults('status-data', ({ survives }) => {
  survives(
    'STAT-01',
    'a document that is three days old: the customer reads “as of”, with the day',
    answers({ body: json({ ...ORDER, asOf: iso(Date.now() - 3 * DAY_MS) }) }),
    shows(`as of .*${new Intl.DateTimeFormat('en', { month: 'short' }).format(Date.now() - 3 * DAY_MS)}`),
  );

  survives(
    'STAT-03',
    'a state that nobody knows, nulls and lists in the place of texts: what is understood is shown',
    answers({
      body: json({ state: 'TELEPORTED', id: null, eta: [[]], steps: [null, [STEPS], {}], next: 'x' }),
    }),
    shows('TELEPORTED'),
  );
  for (const [what, body] of [
    ['of another form', json({ status: 'TELEPORTED' })],
    ['a list', '[[[]]]'],
    ['a number', '7'],
  ] as const)
    survives(
      'STAT-03',
      `a document that is ${what}: a sentence instead, and a code`,
      answers({ body }),
      shows('.', undefined, ['SOURCE_INVALID']),
    );

  survives(
    'STAT-04',
    'delivered, and expected next week: what is done expects nothing',
    answers({ body: json({ ...ORDER, state: 'delivered', eta: iso(Date.now() + 7 * DAY_MS) }) }),
    shows('delivered', /expected|NaN|undefined/i),
  );
  survives(
    'STAT-04',
    'step seven of five: the state is said by itself, at the last step that has a time',
    answers({ body: json({ ...ORDER, state: 'step-7' }) }),
    shows('delivered'),
  );

  const requestedAt: number[] = [];
  survives(
    'STAT-05',
    'asked for every millisecond, and shown in fifty places: one request, and no other within fifteen seconds',
    {
      config: (config) =>
        withOrder({ every: '1ms' })({
          ...config,
          content: {
            ...config.content,
            ...Object.fromEntries(
              Array.from({ length: 50 }, (_, i) => [`c${i}`, { title: `Card ${i}`, source: 'mine' }]),
            ),
          },
        }),
      routes: (path) => {
        if (path !== '/order.json') return undefined;
        requestedAt.push(performance.now());
        return json(ORDER);
      },
    },
    {
      async then(page) {
        await reads(page, 'on its way');
        // A few at a time: fifty cards are more than WebKit draws within one command.
        for (let from = 0; from < 50; from += 5)
          await page.evaluate((first) => {
            for (let i = first; i < first + 5; i++) (globalThis as WithAntes).antes!.open(`c${i}`);
          }, from);
        await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
        expect(requestedAt.length).toBeGreaterThan(0);
        // Fifty cards take a slow machine longer than it has to wait.
        for (const [i, at] of requestedAt.slice(1).entries())
          expect(at - requestedAt[i]!).toBeGreaterThan(MIN_POLL_MS - LATE_MS);
      },
    },
  );

  survives(
    'STAT-07',
    'a stream that says something and is closed at once, each time: it is opened three times, later and later',
    {
      config: withOrder({ live: '/live' }),
      routes: (path) =>
        path === '/order.json'
          ? json(ORDER)
          : path === '/live'
            ? { body: `retry: 1\ndata: ${json(ORDER)}\n\n`, type: 'text/event-stream' }
            : undefined,
    },
    {
      async then(page, site) {
        await reads(page, 'on its way');
        await expect.poll(() => asked(site, '/live'), { timeout: 6_000 }).toBe(3);
        await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
        expect(asked(site, '/live')).toBe(3);
      },
    },
  );

  let who = 'FIRST';
  let pending = false;
  survives(
    'STAT-09',
    'another account in the middle of it: what was known is gone at once, and the answer under way is not heard',
    {
      config: (config) => ({
        ...withOrder()(config),
        facts: { 'order.id': { type: 'string', show: true } },
      }),
      routes: (path) => {
        if (path !== '/order.json') return undefined;
        const body = json({ ...ORDER, id: who });
        return pending ? { body, afterMs: 600 } : body;
      },
    },
    {
      async then(page, site) {
        await reads(page, 'on its way');
        // Of the first customer, and late.
        pending = true;
        await page.evaluate(() => new Promise((done) => setTimeout(done, 1_100)));
        const before = asked(site, '/order.json');
        await emit(page, 'account-changed');
        // The server says for whom it is when it is asked, and not before.
        await expect.poll(() => asked(site, '/order.json'), { timeout: 6_000 }).toBeGreaterThan(before);
        pending = false;
        who = 'SECOND';
        await emit(page, 'account-changed');
        const known = () =>
          (globalThis as WithAntes)
            .antes!.journal()
            .records.flatMap((one) => (one.type === 'facts' ? [one.facts['order.id']] : []));
        expect((await page.evaluate(known)).at(-1)).toBe(null);
        await page.waitFor(
          () =>
            (globalThis as WithAntes)
              .antes!.journal()
              .records.some((one) => one.type === 'facts' && one.facts['order.id'] === 'SECOND'),
          { timeout: 3_000 },
        );
        expect(await page.evaluate(known)).toEqual(['FIRST', null, 'SECOND']);
        who = 'FIRST';
      },
    },
  );

  let isAway = false;
  survives(
    'STAT-10',
    'a shared computer: nothing of an order is stored, and a page that comes back shows nothing until it has asked',
    {
      ...answers(() => (isAway ? { hangs: true } : json({ ...ORDER, id: 'SECRET-77' }))),
      tag: '<script async src="/antes/antes.js" data-config="/antes.json" data-consent="granted"></script>',
    },
    {
      async then(page) {
        await reads(page, 'on its way');
        isAway = true;
        await page.evaluate(() => {
          dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
        });
        const stored = await page.evaluate(() =>
          JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
        );
        expect(stored).toContain('antes.session');
        expect(stored).not.toMatch(/SECRET-77|order\.(?:id|state)/);
        expect(
          await page.evaluate(
            () =>
              document.querySelector('antes-inline')?.shadowRoot?.querySelector('antes-status')?.shadowRoot
                ?.textContent,
          ),
        ).not.toMatch(/on its way/i);
        isAway = false;
        await page.evaluate(() => {
          dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
          dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        });
        await reads(page, 'on its way');
        expect((await told(page)).filter(({ type }) => type === 'problem')).toEqual([]);
        await page.evaluate(() => (globalThis as WithAntes).antes!.consent('denied'));
      },
    },
  );
});
