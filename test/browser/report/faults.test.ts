import { expect } from '@open-wc/testing';
import { startOtlp } from '../../../src/report/otlp.js';
import { openCollector, reached, rest, startReporting, type Bucket } from './reporting.js';

const EVENTS = 1_000;
const ROUND = 100;
const MINUTE_MS = 600;

const has = (n: number) => (bucket: Bucket) => bucket.distinct >= n;

describe('reports over a real network', () => {
  afterEach(() => localStorage.clear());

  for (const fault of [
    'ok',
    'no-content',
    'hang',
    'slow',
    'reset',
    'reset-after',
    'cut-off',
    'cors',
    'html',
    'redirect',
    'too-large',
    '429',
    '429 seconds',
    '500',
    '503',
  ])
    it(`are all there, once, in the end: ${fault}`, async () => {
      const collector = await openCollector();
      const page = startReporting(collector.url);
      for (let sent = 0; sent < EVENTS; sent += ROUND) {
        const before = (await collector.read()).requests;
        await collector.fault(fault);
        page.happen(ROUND);
        // It goes wrong at least once.
        await reached(collector, ({ requests }) => requests > before);
        await collector.fault('ok');
        await reached(collector, has(sent + ROUND));
      }
      // What nobody has answered is sent again.
      await rest(MINUTE_MS / 4);
      const { corrupted, mostInFlight } = await collector.read();
      const events = await collector.events();
      expect(Object.keys(events)).to.have.length(EVENTS);
      expect(corrupted).to.deep.equal([]);
      for (const [id, event] of page.accepted) expect(JSON.parse(events[id]!), id).to.deep.equal(event);
      // A server sees one that the page has given up for a little longer.
      expect(mostInFlight).to.be.at.most(2);
      page.stop();
    });

  it('cost at most 12 requests in five minutes without a server, and are there a minute later', async () => {
    const collector = await openCollector();
    await collector.fault('503');
    const page = startReporting(collector.url);
    for (let i = 0; i < 50; i++) {
      page.happen(3);
      await rest((5 * MINUTE_MS) / 50);
    }
    expect((await collector.read()).requests).to.be.within(4, 12);
    await collector.fault('ok');
    await rest(MINUTE_MS);
    expect(await reached(collector, has(150), 500)).to.include({ distinct: 150 });
    expect(page.problems).to.deep.equal(['REPORT_UNREACHABLE /report/endpoint']);
    page.stop();
  });

  it('are there soon after the connection is', async () => {
    const collector = await openCollector();
    await collector.fault('reset');
    const page = startReporting(collector.url);
    page.happen(30);
    await rest(3 * MINUTE_MS);
    await collector.fault('ok');
    window.dispatchEvent(new Event('online'));
    // Ten seconds, and what a busy machine takes.
    expect(await reached(collector, has(30), 400)).to.include({ distinct: 30 });
    page.stop();
  });

  it('ask nobody while there is nothing to tell', async () => {
    const collector = await openCollector();
    const page = startReporting(collector.url);
    await rest(MINUTE_MS);
    expect((await collector.read()).requests).to.equal(0);
    expect(Object.keys(localStorage).filter((key) => key.startsWith('antes'))).to.deep.equal([]);
    page.stop();
  });

  it('go to a receiver of OTLP on another origin, which is asked first', async () => {
    const collector = await openCollector();
    await collector.fault('503');
    const page = startReporting(collector.url, (url, port) =>
      startOtlp({ url, headers: { 'x-key': 'k' }, service: 'shop' }, '1.0.0', port),
    );
    page.happen(120);
    await reached(collector, ({ requests }) => requests > 0);
    await collector.fault('otlp');
    const { distinct, preflights } = await reached(collector, has(120));
    expect(distinct).to.equal(120);
    expect(preflights).to.be.greaterThan(0);
    for (const [id, name] of Object.entries(await collector.events()))
      expect(name).to.equal(`antes.${page.accepted.get(id)!.type}`);
    page.happen(1);
    page.leave();
    expect(await reached(collector, has(121))).to.include({ distinct: 121 });
    page.stop();
  });

  it('of a page that was opened in the background go once, and again when it is looked at', async () => {
    const collector = await openCollector();
    await collector.fault('503');
    const look = (hidden: boolean) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    look(true);
    const page = startReporting(collector.url);
    page.happen(3);
    await reached(collector, ({ requests }) => requests > 0);
    await rest(2 * MINUTE_MS);
    expect((await collector.read()).requests).to.equal(1);
    await collector.fault('ok');
    look(false);
    expect(await reached(collector, has(3))).to.include({ distinct: 3, requests: 2 });
    Reflect.deleteProperty(document, 'hidden');
    page.stop();
  });

  it('go the older way where the page has broken fetch', async () => {
    const collector = await openCollector();
    const own = window.fetch;
    const page = startReporting(collector.url);
    window.fetch = () => {
      throw new TypeError('a wrapper');
    };
    page.happen(3);
    await rest(200);
    window.fetch = (() => Promise.resolve(undefined)) as never;
    page.happen(3);
    await rest(200);
    window.fetch = own;
    expect(await reached(collector, has(6), 2_000)).to.include({ distinct: 6 });
    page.stop();
  });

  it('are what was meant on a page that has changed how JSON is written', async () => {
    const collector = await openCollector();
    const page = startReporting(collector.url);
    for (const { prototype } of [Array, String, Object])
      Object.defineProperty(prototype, 'toJSON', { value: () => 'wrong', configurable: true });
    page.happen(3, { counts: { overflow: 1 } });
    await rest(150);
    for (const { prototype } of [Array, String, Object]) Reflect.deleteProperty(prototype, 'toJSON');
    expect(await reached(collector, has(3))).to.deep.include({ corrupted: [] });
    const events = await collector.events();
    expect(Object.values(events).map((text) => JSON.parse(text) as object)).to.deep.equal([
      ...page.accepted.values(),
    ]);
    page.stop();
  });
});
