import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../../../support/memory-storage.js';
import { reporting, sum, type Fault } from '../../../support/reporting.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const bytesOf = (body: string) => new TextEncoder().encode(body).length;

describe('transport', () => {
  it('asks nobody anything while there is nothing to tell, and stores nothing', async () => {
    const browser = reporting();
    const page = browser.page();
    page.leave();
    page.back();
    page.soon();
    await browser.clock.pass(24 * HOUR_MS);
    expect(browser.requests).toEqual([]);
    expect(browser.stored().size).toBe(0);
    expect(browser.clock.waiting).toBe(0);
    page.stop();
  });

  it('sends what happens within 10 s together, with the time of this try', async () => {
    const browser = reporting();
    const page = browser.page();
    page.happen(2);
    await browser.clock.pass(9_000);
    page.happen();
    expect(browser.requests).toEqual([]);
    await browser.clock.pass(1_000);
    expect(browser.requests.map(({ at, events }) => [at, events])).toEqual([[10_000, 3]]);
    for (const line of browser.requests[0]!.body.trimEnd().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ antes: 1, visit: 'visit-1', sent: browser.clock.wall() });
    await browser.clock.pass(HOUR_MS);
    expect(browser.requests).toHaveLength(1);
    expect(browser.clock.waiting).toBe(0);
  });

  it('sends 50 events, or 16 KiB, at once; never more in one request', async () => {
    const browser = reporting();
    const page = browser.page();
    page.happen(120);
    await browser.clock.pass(0);
    expect(browser.requests.map(({ events }) => events)).toEqual([50, 50, 20]);
    page.happen(5, 'help', { reason: 'x'.repeat(4_000) });
    await browser.clock.pass(0);
    expect(browser.requests.length).toBe(5);
    for (const { body } of browser.requests) expect(bytesOf(body)).toBeLessThanOrEqual(16_384);
    expect(browser.collector.events.size).toBe(125);
  });

  it('sends and stores nothing more once consent is withdrawn in another tab', async () => {
    const browser = reporting();
    const page = browser.page();
    page.happen(3);
    await browser.clock.pass(5_000);
    expect(browser.stored().size).toBe(3);
    browser.consent = false;
    await browser.clock.pass(5_000);
    expect(browser.requests).toEqual([]);
    expect(browser.stored().size).toBe(0);
    page.happen(3);
    page.leave();
    page.happen(3, 'help');
    page.stop();
    await browser.clock.pass(HOUR_MS);
    expect(browser.requests).toEqual([]);
    expect(browser.stored().size).toBe(0);
    expect(browser.clock.waiting).toBe(0);
  });

  it('takes as accepted only what is answered by a receiver', async () => {
    for (const [answer, isTaken] of [
      [{ ok: true }, true],
      [{ ok: 7 }, true],
      [{ ok: true, off: ['a'] }, true],
      [{ ok: false }, false],
      [{}, false],
      [[], false],
      ['ok', false],
      [null, false],
    ] as const) {
      const browser = reporting();
      browser.answer = answer;
      const page = browser.page();
      page.happen();
      await browser.clock.pass(30_000);
      expect(browser.requests.length === 1).toBe(isTaken);
      page.stop();
    }
  });

  it('hands on which triggers do harm', async () => {
    const browser = reporting();
    browser.answer = { ok: true, off: ['declined-card', 7, null, 'slow-bank'] };
    browser.page().happen();
    await browser.clock.pass(10_000);
    expect(browser.off).toEqual([['declined-card', 'slow-bank']]);
  });

  it.each<[string, Fault, number]>([
    ['30', '429 seconds', 30_000],
    ['100000', '429 seconds', HOUR_MS],
    ['0', '429 seconds', 1_000],
    ['', '429 date', 30_000],
    ['sometime', '429 seconds', MINUTE_MS],
  ])('waits as long as the server says (%s, %s)', async (retryAfter, fault, ms) => {
    const browser = reporting();
    browser.retryAfter = retryAfter;
    browser.fault = () => (browser.requests.length === 0 ? fault : 'ok');
    const page = browser.page();
    page.happen();
    await browser.clock.pass(10_000);
    // A connection that is back, or a page that is looked at again, does not shorten that.
    page.soon();
    page.leave();
    page.back();
    await browser.clock.pass(2 * HOUR_MS);
    const [first, second] = browser.requests;
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(ms);
    expect(second!.at - first!.at).toBeLessThanOrEqual(ms + 1_000);
    expect(browser.requests).toHaveLength(2);
  });

  it('waits that long on the pages that follow as well', async () => {
    const browser = reporting();
    browser.retryAfter = '1800';
    browser.fault = () => '429 seconds';
    let page = browser.page();
    page.happen();
    await browser.clock.pass(10_000);
    for (let i = 0; i < 20; i++) {
      page.happen();
      page.leave();
      page.stop();
      page = browser.page();
      await browser.clock.pass(MINUTE_MS);
    }
    expect(browser.requests).toHaveLength(1);
    browser.fault = () => 'ok';
    await browser.clock.pass(HOUR_MS);
    expect(browser.collector.events.size).toBe(21);
  });

  it.each(['400', '401', '403', '404', '410'])(
    'gives up after three times %s, for an hour',
    async (status) => {
      const browser = reporting();
      browser.fault = () => status as Fault;
      const page = browser.page();
      for (let i = 0; i < 50; i++) {
        page.happen();
        await browser.clock.pass(MINUTE_MS);
      }
      expect(browser.requests).toHaveLength(3);
      expect(browser.problems).toContain('REPORT_REFUSED /report/endpoint');
      page.leave();
      page.back();
      expect(browser.requests).toHaveLength(3);
      browser.fault = () => 'ok';
      await browser.clock.pass(HOUR_MS);
      page.happen();
      await browser.clock.pass(MINUTE_MS);
      const lost = browser.collector.lost();
      expect(lost['refused']).toBeGreaterThanOrEqual(3);
      expect(browser.missing()).toHaveLength(sum(lost));
      expect(browser.collector.events.size + sum(lost)).toBe(browser.accepted.size);
    },
  );

  it('halves what is too large, and gives up one that is too large alone', async () => {
    const browser = reporting();
    browser.fault = () => 'too-large';
    const page = browser.page();
    page.happen(50);
    await browser.clock.pass(MINUTE_MS);
    expect(browser.requests.map(({ events }) => events)).toEqual([50, 25, 13, 7, 7, 7, 7, 7, 7, 7, 1]);
    expect(browser.collector.events.size).toBe(50);
    browser.maxEvents = 0;
    page.happen();
    await browser.clock.pass(MINUTE_MS);
    browser.maxEvents = 10;
    page.happen();
    await browser.clock.pass(MINUTE_MS);
    expect(browser.collector.lost()).toEqual({ 'too-large': 1 });
  });

  it('tells once that reports cannot be delivered', async () => {
    const browser = reporting();
    browser.fault = () => '503';
    browser.page().happen();
    await browser.clock.pass(12_000);
    expect(browser.problems).toEqual([]);
    await browser.clock.pass(HOUR_MS);
    expect(browser.problems).toEqual(['REPORT_UNREACHABLE /report/endpoint']);
  });

  it('tries at once when there is a connection again, however often that is said', async () => {
    const browser = reporting();
    browser.fault = () => 'offline';
    const page = browser.page();
    page.happen();
    await browser.clock.pass(5 * MINUTE_MS);
    const before = browser.requests.length;
    for (let i = 0; i < 20; i++) {
      page.soon();
      await browser.clock.pass(100);
    }
    expect(browser.requests.length - before).toBeLessThanOrEqual(1);
    browser.fault = () => 'ok';
    page.soon();
    await browser.clock.pass(10_000);
    expect(browser.collector.events.size).toBe(1);
  });

  it('counts what was given up, and tells it with what comes next', async () => {
    const browser = reporting();
    browser.fault = () => 'offline';
    const page = browser.page();
    page.happen(1, 'help');
    page.happen(400, 'signal');
    await browser.clock.pass(MINUTE_MS);
    browser.fault = () => 'ok';
    await browser.clock.pass(2 * MINUTE_MS);
    page.happen(1, 'signal');
    await browser.clock.pass(MINUTE_MS);
    // The event that tells of it took the place of one more.
    expect(browser.collector.lost()).toEqual({ overflow: 202 });
    expect(browser.missing()).toHaveLength(202);
    expect([...browser.collector.events.values()].filter(({ type }) => type === 'help')).toHaveLength(1);
  });
});

describe('as a page is left', () => {
  it('all goes in one request of at most 60,000 bytes, most important first; the rest is stored', async () => {
    const browser = reporting();
    browser.fault = () => 'hang';
    const page = browser.page();
    page.happen(45, 'signal', { name: 'x'.repeat(1_300) });
    page.happen(2, 'outcome');
    page.leave();
    page.leave();
    await browser.clock.pass(0);
    expect(browser.requests).toHaveLength(1);
    const [{ body }] = browser.requests as [(typeof browser.requests)[0]];
    expect(bytesOf(body)).toBeLessThanOrEqual(60_000);
    expect(bytesOf(body)).toBeGreaterThan(57_000);
    const types = body
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { type: string }).type);
    expect(types.slice(0, 2)).toEqual(['outcome', 'outcome']);
    // What became of it nobody knows: all of it is still there for the next page.
    expect(browser.stored().size).toBe(47);
  });

  it('what is under way is given up, and goes with the rest', async () => {
    const browser = reporting();
    browser.fault = () => 'hang';
    const page = browser.page();
    page.happen(50);
    await browser.clock.pass(0);
    page.happen(3);
    page.leave();
    await browser.clock.pass(0);
    expect(browser.requests.map(({ events }) => events)).toEqual([50, 53]);
    expect(browser.stored().size).toBe(53);
  });

  it('each is sent so only once, however many pages are left', async () => {
    const browser = reporting();
    // Nobody is there to hear it.
    browser.fault = () => 'slow';
    for (let i = 0; i < 20; i++) {
      const page = browser.page();
      page.happen(5);
      await browser.clock.pass(200);
      page.leave();
      page.happen();
      page.leave();
      page.stop();
    }
    await browser.clock.pass(0);
    expect(browser.collector.received).toBe(120);
    browser.fault = () => 'ok';
    const last = browser.page();
    await browser.clock.pass(30_000);
    expect(browser.collector.received).toBe(240);
    expect(browser.collector.events.size).toBe(120);
    expect(browser.stored().size).toBe(0);
    last.stop();
  });

  it('is sent again, once it is seen again, where nobody has answered', async () => {
    const browser = reporting();
    browser.fault = () => 'hang';
    const page = browser.page();
    page.happen(60);
    page.leave();
    await browser.clock.pass(1_000);
    browser.fault = () => 'ok';
    page.back();
    page.happen(50);
    await browser.clock.pass(30_000);
    expect(browser.collector.events.size).toBe(110);
  });

  it('is not tried for ever where nobody ever answers: connections are few', async () => {
    const browser = reporting();
    browser.fault = () => 'hang';
    const page = browser.page();
    for (let i = 0; i < 10; i++) {
      page.happen();
      page.leave();
      page.back();
      await browser.clock.pass(1_000);
    }
    expect(browser.requests).toHaveLength(3);
    expect(browser.stored().size).toBe(10);
    browser.fault = () => 'ok';
    await browser.clock.pass(MINUTE_MS);
    expect(browser.collector.events.size).toBe(10);
  });

  it('an answer that comes while it is only hidden counts', async () => {
    const browser = reporting();
    const page = browser.page();
    page.happen(3);
    page.leave();
    await browser.clock.pass(6_000);
    expect(browser.stored().size).toBe(0);
    page.back();
    await browser.clock.pass(MINUTE_MS);
    expect(browser.requests).toHaveLength(1);
  });

  it('what happens while it is hidden goes as well, without a clock that ticks', async () => {
    const browser = reporting();
    const page = browser.page();
    page.leave();
    page.happen();
    await browser.clock.pass(2_000);
    expect(browser.collector.events.size).toBe(1);
    browser.fault = () => 'offline';
    page.happen();
    await browser.clock.pass(MINUTE_MS);
    const tries = browser.requests.length;
    await browser.clock.pass(HOUR_MS);
    expect(browser.requests).toHaveLength(tries);
    expect(browser.clock.waiting).toBe(0);
    browser.fault = () => 'ok';
    page.back();
    await browser.clock.pass(15_000);
    expect(browser.collector.events.size).toBe(2);
  });

  it('it is a beacon where requests do not outlive the page', async () => {
    const browser = reporting();
    const page = browser.page({ keepsAlive: false });
    page.happen(2);
    page.leave();
    await browser.clock.pass(0);
    expect(browser.requests).toEqual([]);
    expect(browser.beacons).toHaveLength(1);
    expect(browser.stored().size).toBe(2);
  });

  it('another tab delivers what one that is gone has left', async () => {
    const browser = reporting();
    browser.fault = () => 'offline';
    const [one, other] = [browser.page(), browser.page()];
    one.happen(4);
    other.happen();
    await browser.clock.pass(MINUTE_MS);
    one.leave();
    one.stop();
    await browser.clock.pass(0);
    browser.fault = () => 'ok';
    await browser.clock.pass(MINUTE_MS);
    expect(browser.collector.events.size).toBe(5);
    expect(browser.collector.received).toBe(5);
  });

  it('of a crash no more is lost than of the last 5 s; another page delivers it when its time is over', async () => {
    const browser = reporting();
    browser.fault = () => 'offline';
    const crashed = browser.page();
    for (let i = 0; i < 12; i++) {
      crashed.happen();
      await browser.clock.pass(1_000);
    }
    const there = browser.stored().size;
    expect(there).toBeGreaterThanOrEqual(7);
    // As another process would: the storage is all that is left.
    const after = reporting({ storage: browser.storage });
    const next = after.page();
    await after.clock.pass(11 * MINUTE_MS);
    next.happen();
    await after.clock.pass(MINUTE_MS);
    expect(after.collector.events.size).toBe(there + 1);
  });
});

describe('storage', () => {
  it('is written at most once in 5 s, and only when something has changed', async () => {
    const memory = memoryStorage();
    const writes: number[] = [];
    const browser = reporting({
      storage: {
        ...memory,
        setItem(key, value) {
          if (key !== 'antes.probe') writes.push(browser.clock.now());
          memory.setItem(key, value);
        },
      },
    });
    const page = browser.page();
    for (let i = 0; i < 300; i++) {
      if (i < 100) page.happen();
      await browser.clock.pass(200);
    }
    expect(writes.length).toBeGreaterThan(2);
    for (const [i, at] of writes.slice(1).entries()) expect(at - writes[i]!).toBeGreaterThanOrEqual(5_000);
    expect(writes.at(-1)).toBeLessThan(40_000);
    page.stop();
  });

  it('that is not there changes nothing but what outlasts the page', async () => {
    const browser = reporting({ storage: null });
    browser.fault = () => 'offline';
    const page = browser.page();
    page.happen(30);
    await browser.clock.pass(MINUTE_MS);
    page.leave();
    page.back();
    browser.fault = () => 'ok';
    await browser.clock.pass(2 * MINUTE_MS);
    expect(browser.collector.events.size).toBe(30);
  });

  it('is emptied, and nothing goes out any more, when consent is withdrawn', async () => {
    const browser = reporting();
    browser.fault = () => 'offline';
    const page = browser.page();
    page.happen(5);
    await browser.clock.pass(MINUTE_MS);
    const tries = browser.requests.length;
    expect(browser.stored().size).toBe(5);
    page.forget();
    expect(browser.stored().size).toBe(0);
    page.leave();
    page.back();
    page.stop();
    await browser.clock.pass(HOUR_MS);
    expect(browser.requests).toHaveLength(tries);
    expect(browser.stored().size).toBe(0);
    expect(browser.clock.waiting).toBe(0);
  });
});
