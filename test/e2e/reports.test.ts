import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Antes, Config } from '../../src/index.js';
import type { SentEvent } from '../../src/report/events.js';
import { eventsSchema } from '../../src/report/schema/index.js';
import { describeEngines, type Page } from '../support/engines/index.js';
import { type Asked, script, serve, type Site, WATCH } from './support/site.js';
import { explainFailure, waitForHelp, waitForSignal } from './support/told.js';

type Page_ = typeof globalThis & {
  antes: Antes;
  dataLayer?: readonly unknown[];
  called: SentEvent[];
  reported: string;
};

const now = { at: 'now' } as const;
const CONFIG: Config = {
  version: 1,
  facts: { tier: { type: 'string' } },
  journeys: {
    buy: {
      steps: [
        { id: 'one', url: '/one/*' },
        { id: 'two', url: '/two' },
      ],
      done: { event: 'bought' },
    },
  },
  reasons: { stuck: { title: 'Stuck', owner: 'web', quadrant: 'simplify' } },
  contact: { channels: { chat: { call: 'chat' } } },
  content: {
    hello: {
      title: 'Hello',
      actions: [
        { label: 'Done', call: 'ok' },
        { label: 'Chat', contact: 'chat' },
      ],
    },
  },
  policy: { gap: '1ms', limits: [], holdout: { share: 0 } },
  report: { endpoint: '/collect', otlp: '/otlp', dataLayer: true, call: 'told' },
  triggers: [
    {
      id: 'help',
      reason: 'stuck',
      when: { event: 'needed' },
      timing: now,
      show: { content: 'hello', as: 'notice' },
      solved: { by: { event: 'bought' } },
    },
  ],
};

/** What nobody outside may ever see: one word for each place that a page keeps words in. */
const PLACES = (
  'path query hash title button aria data id class linktext linkhref label name placeholder value typed error ' +
  'console exception alt option meta referrer cookie local session step event eventdata fact describedby region ' +
  'heading anchor key form'
).split(' ');
const canary = (place: string) => `zq${place}qz`;
const c = canary;

const html = (how: string) => `<!doctype html><html lang="es-MX"><head><title>${c('title')}</title>
<meta name="description" content="${c('meta')}"><link rel="icon" href="data:,">${how.includes('gpc') ? `<script>Object.defineProperty(navigator,'globalPrivacyControl',{value:true,configurable:true})</script>` : ''}
${how.includes('dnt') ? `<script>Object.defineProperty(navigator,'doNotTrack',{value:'1',configurable:true})</script>` : ''}
<script>document.cookie='a=${c('cookie')}';localStorage.setItem('host','${c('local')}');sessionStorage.setItem('host','${c('session')}');
window.called=[];(window.antes||=[]).push((antes)=>{antes.register('told',(event)=>{called.push(event)});antes.register('ok',()=>{});antes.register('chat',()=>{})});</script>
${WATCH}${script(`data-config="/antes.json" ${how}`)}</head><body>
<h1>${c('heading')}</h1><main aria-label="${c('region')}">
<form id="${c('form')}"><label for="${c('id')}">${c('label')}</label>
<input id="${c('id')}" name="${c('name')}" class="${c('class')}" placeholder="${c('placeholder')}" value="${c('value')}"
 data-x="${c('data')}" aria-invalid="true" aria-describedby="e"><p id="e" role="alert">${c('error')}</p>
<select><option>${c('option')}</option></select></form>
<p id="described">${c('describedby')}</p>
<button type="button" id="dead" data-antes-key="${c('key')}" data-antes-anchor="${c('anchor')}" aria-label="${c('aria')}">${c('button')}</button>
<img alt="${c('alt')}" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<a href="/two?x=${c('linkhref')}" id="link">${c('linktext')}</a> <a id="on" href="/two">On</a>
<a id="copy" href="/two" target="_blank" rel="opener">Copy</a></main></body></html>`;

const emit = (page: Page, event: string) =>
  page.evaluate((name) => (globalThis as Page_).antes.emit(name), event);
const ready = (page: Page) =>
  page.waitFor(`window.antes?.config?.triggers?.length > 0 && antes.journal().records.length > 0`);
/** Keys of ours in the storages. */
const stored = (page: Page) =>
  page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((one) =>
      Object.keys(one).filter((key) => key.startsWith('antes')),
    ),
  );
const START = `/one/${c('path')}?q=${c('query')}#${c('hash')}`;

describeEngines('reports of outcomes', (engine) => {
  let site: Site;
  let page: Page;
  let posts: Asked[] = [];
  let how = '';
  const lines = (): SentEvent[] =>
    posts
      .filter(({ url }) => url === '/collect')
      .flatMap(({ body }) => body.split('\n').filter(Boolean))
      .map((line) => JSON.parse(line) as SentEvent);
  /** After the documented de-duplication. */
  const events = (): SentEvent[] => [
    ...new Map(lines().map((event) => [`${event.sid} ${event.seq}`, event])).values(),
  ];
  /** A page that is left sends all that it has: waited for at the server. */
  async function arrived(fits: (all: SentEvent[]) => boolean): Promise<SentEvent[]> {
    await page.waitFor(`document.readyState === 'complete'`);
    for (const until = Date.now() + 8_000; !fits(events()) && Date.now() < until;)
      await new Promise((done) => setTimeout(done, 50));
    expect(fits(events()), JSON.stringify(events().map(({ type, ...rest }) => [type, rest]))).toBe(true);
    return events();
  }
  const has =
    (type: string, more: Record<string, unknown> = {}) =>
    (all: SentEvent[]) =>
      all.some(
        (one) => one.type === type && Object.entries(more).every(([k, v]) => Reflect.get(one, k) === v),
      );

  beforeAll(async () => {
    site = await serve((path, asked) => {
      if (path === '/collect' || path === '/otlp') {
        posts.push(asked);
        return path === '/collect' ? { status: 204 } : { body: '{}', type: 'application/json' };
      }
      if (path === '/antes.json') return JSON.stringify(CONFIG);
      return path.startsWith('/one') || path === '/two' || path === '/away' ? html(how) : undefined;
    });
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    posts = [];
    how = '';
    site.asked.length = 0;
    page = await engine().newPage();
  });
  afterEach(async (context) => {
    await explainFailure(page, context);
    await page.close();
  });

  it.each([
    ['it is pending', 'data-consent="pending"'],
    ['it is denied', 'data-consent="denied"'],
    ['Global Privacy Control asks for it', 'data-x="gpc"'],
    ['Do Not Track asks for it', 'data-x="dnt"'],
  ])(
    'PRIV-03, PRIV-05: without consent nothing is stored, sent or fetched for it, and help comes: %s',
    async (_, attributes) => {
      how = attributes;
      await page.goto(`${site.origin}${START}`);
      await ready(page);
      await emit(page, 'needed');
      await waitForHelp(page, 'help');
      await page.click('#on');
      await page.waitFor(`location.pathname === '/two'`);
      await ready(page);
      expect(posts).toEqual([]);
      expect(site.asked.filter((path) => path.includes('antes.report'))).toEqual([]);
      expect(await stored(page)).toEqual([]);
      expect(await page.evaluate(() => (globalThis as Page_).dataLayer === undefined)).toBe(true);
      expect(await page.evaluate(() => (globalThis as Page_).called)).toEqual([]);
      // Given later, it holds from then on.
      await page.evaluate(() => (globalThis as Page_).antes.consent('granted'));
      await page.waitFor(`window.dataLayer?.length > 0`);
      await emit(page, 'bought');
      await page.goto(`${site.origin}/away`);
      const all = await arrived(has('journey', { phase: 'completed' }));
      expect(all.map(({ type }) => type)).not.toContain('help');
      expect(all[0]).toMatchObject({ type: 'visit', seq: 1, lang: 'es', device: 'desktop' });
      // Nobody is held back: there is no arm to tell.
      expect(all[0]).not.toHaveProperty('holdout');
      expect(all).toContainEqual(expect.objectContaining({ type: 'step', phase: 'entered', step: 'two' }));
    },
  );

  it('PRIV-04: withdrawn, all of it is forgotten at once', async () => {
    await page.goto(`${site.origin}${START}`);
    await ready(page);
    await page.waitFor(`window.dataLayer?.length > 0`);
    await emit(page, 'needed');
    await waitForHelp(page, 'help');
    expect(await stored(page)).toContain('antes.report');
    await page.evaluate(() => (globalThis as Page_).antes.consent('denied'));
    expect(await stored(page)).toEqual([]);
    const before = await page.evaluate(() => (globalThis as Page_).called.length);
    await emit(page, 'bought');
    await page.click('#on');
    await page.waitFor(`location.pathname === '/two'`);
    expect(before).toBeGreaterThan(0);
    expect(events()).toEqual([]);
  });

  it('PRIV-04: withdrawn in another tab, it is over here as well, within a second and behind that tab', async () => {
    await page.goto(`${site.origin}/one/x`);
    await ready(page);
    await page.waitFor(`window.dataLayer?.length > 0`);
    const tab = await page.beside(`${site.origin}/two`);
    await ready(tab);
    await tab.evaluate(() => (globalThis as Page_).antes.consent('denied'));
    await page.waitFor(() => !Object.keys(sessionStorage).some((key) => key.startsWith('antes')), {
      timeout: 1_000,
      message: 'the other tab to follow',
    });
    await tab.close();
    await page.front();
    await emit(page, 'needed');
    await waitForHelp(page, 'help');
    expect(await stored(page)).toEqual([]);
    const before = await page.evaluate(() => (globalThis as Page_).called.length);
    await emit(page, 'bought');
    await waitForHelp(page, 'help', 'solved');
    expect(await page.evaluate(() => (globalThis as Page_).called.length)).toBe(before);
  });

  it('PRIV-01: tell of a journey over two pages in one stream, in the words of the schema, and of nothing of the page', async () => {
    await page.goto(`${site.origin}/one/${c('referrer')}`);
    await ready(page);
    await page.evaluate((url) => location.assign(url), START);
    await page.waitFor(`document.referrer.includes('referrer') && location.search !== ''`);
    await ready(page);
    for (let i = 0; i < 4; i++) await page.click('#dead');
    await waitForSignal(page, 'rage-click');
    await page.type(`#${c('id')}`, c('typed'));
    await page.evaluate((word) => {
      const { antes } = globalThis as Page_;
      antes.step(`${word}step`);
      antes.step(null);
      antes.facts({ tier: `${word}fact` });
      antes.emit(`${word}event`, { what: `${word}eventdata` });
      setTimeout(() => {
        throw new Error(`${word}exception`);
      });
    }, 'zq');
    await page.evaluate(() => console.info('expected: zqconsoleqz'));
    await emit(page, 'needed');
    await waitForHelp(page, 'help');
    await page.waitFor(
      `document.querySelector('antes-notice')?.shadowRoot?.querySelector('button') instanceof Element`,
    );
    await page.evaluate(() =>
      [...document.querySelector('antes-notice')!.shadowRoot!.querySelectorAll('button')]
        .find(({ textContent }) => textContent.includes('Done'))!
        .click(),
    );
    await waitForHelp(page, 'help', 'acted');
    const first = await page.evaluate(() =>
      JSON.stringify([(globalThis as Page_).called, (globalThis as Page_).dataLayer]),
    );
    await page.click('#on');
    await page.waitFor(`location.pathname === '/two'`);
    await ready(page);
    await emit(page, 'bought');
    await page.waitFor(`called.some(({ type, phase }) => type === 'journey' && phase === 'completed')`);
    const called = await page.evaluate(() => JSON.stringify((globalThis as Page_).called));
    const layer = await page.evaluate(() => JSON.stringify((globalThis as Page_).dataLayer));
    await page.goto(`${site.origin}/away`);
    const all = await arrived((some) => has('outcome')(some) && has('journey', { phase: 'completed' })(some));

    const validate = new Ajv2020({ strict: false }).compile(eventsSchema());
    for (const event of all) expect(validate(event), JSON.stringify([event, validate.errors])).toBe(true);
    expect(new Set(all.map(({ sid }) => sid)).size).toBe(1);
    expect(new Set(all.map(({ visit }) => visit)).size).toBe(1);
    expect(all.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(all.map((_, i) => i + 1));
    expect(all.filter(({ type }) => type === 'visit')).toHaveLength(1);
    const of = (type: string) => all.filter((one) => one.type === type);
    expect(of('outcome')).toMatchObject([
      {
        trigger: 'help',
        reason: 'stuck',
        owner: 'web',
        arm: 'shown',
        ended: 'acted',
        solved: true,
        step: 'one',
      },
    ]);
    expect(all).toContainEqual(expect.objectContaining({ type: 'help', phase: 'shown', offer: 1 }));
    expect(of('help').map((one) => Reflect.get(one, 'phase') as string)).toEqual(
      expect.arrayContaining(['shown', 'acted', 'solved']),
    );
    expect(of('journey')).toMatchObject([{ phase: 'started' }, { phase: 'completed', journey: 'buy' }]);
    expect(of('signal').length).toBeGreaterThan(0);
    expect(first).toContain('antes.signal');
    expect(layer).toContain('antes.journey');
    expect(called).toContain('"completed"');

    const out = [
      ...posts.map(
        ({ url, body, headers: { host: _host, 'user-agent': _agent, ...headers } }) =>
          url + body + JSON.stringify(headers),
      ),
      first,
      called,
      layer,
    ].join('\n');
    expect(posts.some(({ url }) => url === '/otlp')).toBe(true);
    expect(PLACES.length).toBeGreaterThanOrEqual(30);
    // `zq` alone is enough to find what was cut or changed.
    expect(out.toLowerCase()).not.toContain('zq');
    expect(
      posts.every(({ headers }) => headers['cookie'] === undefined && headers['referer'] === undefined),
    ).toBe(true);
  });

  it('a copy of a tab has a stream of its own, in the same visit', async () => {
    await page.goto(`${site.origin}/one/x`);
    await ready(page);
    await page.waitFor(`window.dataLayer?.length > 0`);
    const copy = await page.popup('#copy');
    await ready(copy);
    await copy.waitFor(`window.dataLayer?.length > 0`);
    await emit(copy, 'needed');
    await copy.waitFor(`dataLayer.some(({ event }) => event === 'antes.help')`);
    const ids = (one: Page) =>
      one.evaluate(() => {
        const [first] = (globalThis as Page_).called;
        return { sid: first!.sid, visit: first!.visit, seq: first!.seq };
      });
    const [mine, theirs] = [await ids(page), await ids(copy)];
    expect(theirs.visit).toBe(mine.visit);
    expect(theirs.sid).not.toBe(mine.sid);
    expect([mine.seq, theirs.seq]).toEqual([1, 1]);
    await copy.close();
  });
});
