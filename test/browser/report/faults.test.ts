import { expect } from '@open-wc/testing';
import { startOtlp } from '../../../src/report/otlp.js';
import type { WireEvent } from '../../../src/report/events.js';
import { CAN_CONTROL, offline } from '../../support/page-control.js';
import {
  clockAt,
  fastClock,
  openCollector,
  reached,
  rest,
  skippingClock,
  startReporting,
  type Bucket,
} from './reporting.js';

const EVENTS = 1_000;
const ROUND = 100;
const MINUTE_MS = 600;

const until = async (look: () => boolean) => {
  while (!look()) await rest(5);
};
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const has = (n: number) => (bucket: Bucket) => bucket.distinct >= n;

/** As if the page were in front, or behind another. */
const real = Object.getOwnPropertyDescriptor(Document.prototype, 'hidden')!;
const look = (hidden: boolean) => {
  Object.defineProperty(Document.prototype, 'hidden', { get: () => hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
};
let clock = fastClock;

describe('reports over a real network', () => {
  // Pages of other tests may have left reports of theirs, which the first page here would send.
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  /** A thousand, of which it goes wrong with the first ones of each round. */
  async function allArrive(fault: string, rounds = EVENTS / ROUND): Promise<Bucket> {
    const collector = await openCollector();
    const page = startReporting(collector.url);
    const events = rounds * ROUND;
    for (let sent = 0; sent < events; sent += ROUND) {
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
    const bucket = await collector.read();
    const received = await collector.events();
    expect(Object.keys(received)).to.have.length(events);
    expect(bucket.corrupted).to.deep.equal([]);
    for (const [id, event] of page.accepted) expect(JSON.parse(received[id]!), id).to.deep.equal(event);
    // A server sees one that the page has given up for a little longer.
    expect(bucket.mostInFlight).to.be.at.most(2);
    // It is a request of the kind that browsers send to anybody.
    expect(bucket.preflights).to.equal(0);
    page.stop();
    return bucket;
  }
  for (const fault of ['ok', 'no-content', 'hang', 'too-large', '429', '500', '503'])
    it(`are all there, once, in the end: ${fault}`, async () => void (await allArrive(fault)));
  for (const fault of ['reset', 'reset-after', 'cut-off', 'drip', 'flood'])
    it(`NET-07: are all there, once, though answers break off or never end: ${fault}`, async () => {
      const { written } = await allArrive(fault, 3);
      // What the sockets of both sides hold, and no more: three answers are read to their 16 KiB.
      expect(written).to.be.below(32e6);
    });
  it('NET-09: are all there, once, though answers may not be read and preflights are refused; none is asked for', async () =>
    void (await allArrive('cors', 3)));
  for (const fault of ['slow', 'late'])
    it(`NET-17: are all there, once, though they are sent again because the answer came too late: ${fault}`, async () => {
      const { received, distinct } = await allArrive(fault, 3);
      expect(received).to.be.greaterThan(distinct);
    });
  for (const fault of ['html', 'other-json', 'redirect'])
    it(`NET-20: a network that answers for everybody is not taken for the receiver; all are there, once: ${fault}`, async () =>
      void (await allArrive(fault, 3)));

  it('NET-02: cost at most 12 requests in five minutes of 500, 502, 503 and 504, and are there a minute later', async () => {
    const collector = await openCollector();
    const page = startReporting(collector.url);
    for (let i = 0; i < 50; i++) {
      if (i % 13 === 0) await collector.fault(['500', '502', '503', '504'][i / 13]!);
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

  it('NET-01: of a page without a connection for its first minute: 200 are kept, and there within seconds of it', async () => {
    const collector = await openCollector();
    if (!CAN_CONTROL) await collector.fault('reset');
    const back = CAN_CONTROL ? offline(MINUTE_MS) : rest(MINUTE_MS);
    await until(() => !CAN_CONTROL || !navigator.onLine);
    const page = startReporting(collector.url);
    page.happen(200);
    await back;
    if (!CAN_CONTROL) {
      await collector.fault('ok');
      window.dispatchEvent(new Event('online'));
    }
    // Ten seconds, and what a busy machine takes.
    const { distinct, corrupted } = await reached(collector, has(200), 600);
    expect({ distinct, corrupted }).to.deep.equal({ distinct: 200, corrupted: [] });
    page.stop();
  });

  for (const [what, value, waitMs] of [
    ['seconds', () => '5', 5_000],
    ['a date', () => new Date(clock.wall() + 60_000).toUTCString(), 60_000],
    ['a date that is past', () => new Date(clock.wall() - 60_000).toUTCString(), 1_000],
    ['a negative number', () => '-5', 1_000],
    ['nonsense', () => 'soon', 60_000],
  ] as const) {
    it(`NET-03: wait as long as the server wishes, within a second and an hour: ${what}`, async () => {
      const collector = await openCollector();
      // A quarter of a second, or as fast as a browser can answer.
      const speed = Math.min(100, waitMs / 250);
      clock = clockAt(speed);
      const page = startReporting(collector.url, undefined, clock);
      await collector.fault(`429 ${value()}`);
      page.happen(50);
      await reached(collector, ({ requests }) => requests === 1);
      await collector.fault('ok');
      const { times, distinct } = await reached(collector, has(50));
      expect(distinct).to.equal(50);
      expect(times).to.have.length(2);
      expect((times[1]! - times[0]!) * speed).to.be.within(0.8 * waitMs, 2 * waitMs + 2_000);
      page.stop();
    });
  }

  it('NET-03: wait no longer than an hour, whatever the server wishes', async () => {
    const collector = await openCollector();
    const hours = skippingClock();
    const page = startReporting(collector.url, undefined, hours);
    await collector.fault('429 315360000');
    page.happen(50);
    await reached(collector, ({ requests }) => requests === 1);
    await collector.fault('ok');
    await rest(50);
    hours.skip(59 * 60_000);
    await rest(50);
    expect((await collector.read()).requests).to.equal(1);
    hours.skip(60_000);
    expect(await reached(collector, has(50))).to.include({ distinct: 50, requests: 2 });
    page.stop();
  });

  for (const status of ['400', '401', '403', '404', '410'])
    it(`NET-04: that are refused are not sent again, and after three none for an hour; each is counted: ${status}`, async () => {
      const collector = await openCollector();
      const hours = skippingClock(20);
      const page = startReporting(collector.url, undefined, hours);
      await collector.fault(status);
      page.happen(150);
      await reached(collector, ({ requests }) => requests === 3);
      await collector.fault('ok');
      page.happen(5);
      await rest(50);
      hours.skip(59 * 60_000);
      await rest(50);
      expect((await collector.read()).requests).to.equal(3);
      expect(page.problems).to.deep.equal(['REPORT_REFUSED /report/endpoint']);
      hours.skip(60_000);
      await reached(collector, has(6));
      const events = Object.values(await collector.events()).map((text) => JSON.parse(text) as WireEvent);
      const refused = events.map((one) => (one.type === 'dropped' ? (one.counts.refused ?? 0) : 0));
      expect(sum(refused)).to.be.at.least(150);
      expect(events.length + sum(refused)).to.equal(page.accepted.size);
      page.stop();
    });

  it('NET-06: a server that hangs takes fewer connections than a browser has for it, however often the page is left', async () => {
    const collector = await openCollector();
    await collector.fault('hang');
    const page = startReporting(collector.url, undefined, clockAt(10));
    for (let i = 0; i < 8; i++) {
      page.happen(60);
      await rest(20);
      look(true);
      page.leave();
      await rest(20);
      look(false);
    }
    const took: number[] = [];
    for (let i = 0; i < 20; i++) {
      const began = performance.now();
      await collector.read();
      took.push(performance.now() - began);
    }
    expect((await collector.read()).mostInFlight).to.be.within(1, 5);
    // Six would block every one of them until the first is given up, which is a second here.
    expect(Math.max(...took)).to.be.below(500);
    Object.defineProperty(Document.prototype, 'hidden', real);
    page.stop();
    page.forget();
    // What a browser has for requests that outlive their pages is free for others again.
    await collector.fault('ok');
  });

  it('PRIV-04: consent withdrawn: what is under way is called off, and nothing follows', async () => {
    const collector = await openCollector();
    await collector.fault('hang');
    const page = startReporting(collector.url);
    page.happen(120);
    await reached(collector, ({ inFlight }) => inFlight === 1);
    page.forget();
    expect(await reached(collector, ({ inFlight }) => inFlight === 0)).to.include({
      inFlight: 0,
      requests: 1,
    });
    expect(Object.keys(localStorage).filter((key) => key.startsWith('antes'))).to.deep.equal([]);
    await rest(MINUTE_MS / 4);
    expect(await collector.read()).to.include({ requests: 1 });
    page.stop();
  });

  it('NET-13: of which there are 200 KiB as the page is left: 60,000 bytes go, the rest is kept or counted', async () => {
    const collector = await openCollector();
    await collector.fault('hang');
    const page = startReporting(collector.url);
    page.happen(200, { owner: 'x'.repeat(1_000) });
    page.leave();
    await reached(collector, ({ requests }) => requests > 0);
    page.stop();
    expect((await collector.read()).largest).to.be.within(30_000, 60_000);
    const stored = Object.entries(localStorage).filter(([key]) => key.startsWith('antes.outbox'));
    expect(stored.join('').length).to.be.within(30_000, 80_000);
    await collector.fault('ok');
    const next = startReporting(collector.url);
    next.happen(1, { type: 'help' });
    let events: WireEvent[] = [];
    const lost = () => sum(events.map((one) => (one.type === 'dropped' ? (one.counts.overflow ?? 0) : 0)));
    const arrived = () => events.filter(({ type }) => type !== 'dropped');
    // What is kept and what was lost are told one after the other.
    do {
      await rest(MINUTE_MS / 4);
      events = Object.values(await collector.events()).map((text) => JSON.parse(text) as WireEvent);
    } while (arrived().length + lost() < 201);
    expect(arrived().length + lost()).to.equal(201);
    expect(lost()).to.be.greaterThan(100);
    // Those that must arrive are given up last.
    const kinds = (some: readonly WireEvent[]) =>
      some.filter(({ type }) => type === 'signal' || type === 'level');
    expect(kinds(arrived())).to.have.length(0);
    next.stop();
  });

  it('NET-21: of somebody who saves data go a third as often', async () => {
    const collector = await openCollector();
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
    const page = startReporting(collector.url);
    Reflect.deleteProperty(navigator, 'connection');
    page.happen(1);
    await rest(MINUTE_MS / 3);
    expect((await collector.read()).requests).to.equal(0);
    expect(await reached(collector, has(1))).to.include({ requests: 1 });
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
    look(true);
    const page = startReporting(collector.url);
    page.happen(3);
    await reached(collector, ({ requests }) => requests > 0);
    await rest(2 * MINUTE_MS);
    expect((await collector.read()).requests).to.equal(1);
    await collector.fault('ok');
    look(false);
    expect(await reached(collector, has(3))).to.include({ distinct: 3, requests: 2 });
    Object.defineProperty(Document.prototype, 'hidden', real);
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

  it('GLOB-01: are what was meant on a page that has changed how JSON is written', async () => {
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
