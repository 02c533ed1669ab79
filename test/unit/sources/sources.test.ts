import { describe, expect, it } from 'vitest';
import { sourcePage, type Reply } from '../../support/source-page.js';
import { instatusComponents, instatusSummary, nativeOrder, statuspageSummary } from './adapters/documents.js';

const MIN_MS = 60_000;
const order = (rest = {}) => sourcePage({ mine: { kind: 'order', url: '/orders/current.json', ...rest } });
const incidents = (rest = {}) =>
  sourcePage({
    status: {
      kind: 'incidents',
      url: '/status/summary.json',
      adapter: 'statuspage',
      components: { 'payments-api': ['checkout/payment'] },
      ...rest,
    },
  });
const gaps = ({ asked }: { asked: readonly { at: number }[] }) =>
  asked.slice(1).map(({ at }, i) => at - asked[i]!.at);

describe('a source that is fetched', () => {
  it('is asked at once, loading until it has answered, then fresh with its time', async () => {
    const page = order();
    page.reply = () => ({ body: nativeOrder });
    expect(page.state('mine')).toMatchObject({ condition: 'loading', asOf: null });
    await page.clock.pass(0);
    expect(page.state('mine')).toMatchObject({ condition: 'fresh', asOf: page.clock.wall() });
    expect(page.state('mine')?.progress?.state).toBe('shipped');
    expect(page.told).toEqual([
      { 'order.id': 'TJ-104233', 'order.state': 'shipped', 'order.eta': '2026-12-02' },
    ]);
    page.stop();
  });

  it('is asked again after about as long as the config says, never more often than every 15 s', async () => {
    for (const [every, ms] of [
      ['60s', 60_000],
      ['5m', 300_000],
      ['1s', 15_000],
    ] as const) {
      const page = order({ every });
      await page.clock.pass(10 * ms);
      for (const gap of gaps(page)) {
        expect(Math.round(gap)).toBeGreaterThanOrEqual(Math.max(15_000, ms * 0.9));
        expect(Math.round(gap)).toBeLessThanOrEqual(ms * 1.1);
      }
      expect(page.asked.length).toBeGreaterThan(8);
      page.stop();
    }
  });

  it('not while the page is hidden; at once when it is back, if it is due', async () => {
    const page = order();
    await page.clock.pass(1_000);
    page.hide(true);
    await page.clock.pass(60 * MIN_MS);
    expect(page.asked).toHaveLength(1);
    expect(page.clock.waiting).toBeLessThanOrEqual(1);
    page.hide(false);
    await page.clock.pass(0);
    expect(page.asked).toHaveLength(2);
    page.hide(true);
    page.hide(false);
    await page.clock.pass(5_000);
    expect(page.asked).toHaveLength(2);
    page.stop();
  });

  it('a request under way is called off when the page is left, and made again when it is back', async () => {
    const page = order();
    page.reply = () => ({ hangs: true });
    await page.clock.pass(1_000);
    page.hide(true);
    await page.clock.pass(0);
    expect(page.asked[0]?.init.signal?.aborted).toBe(true);
    expect(page.problems).toEqual([]);
    expect(page.state('mine')?.condition).toBe('loading');
    page.reply = () => ({ body: nativeOrder });
    page.hide(false);
    await page.clock.pass(0);
    expect(page.state('mine')?.condition).toBe('fresh');
    page.stop();
  });

  it('nothing is left after stop, not even of a request under way', async () => {
    const page = incidents();
    page.reply = () => ({ hangs: true });
    await page.clock.pass(1_000);
    page.stop();
    await page.clock.pass(60 * MIN_MS);
    expect(page.clock.waiting).toBe(0);
    expect(page.asked).toHaveLength(1);
    page.hide(true);
    page.hide(false);
    page.connect();
    await page.clock.pass(MIN_MS);
    expect(page.asked).toHaveLength(1);
    expect(page.problems).toEqual([]);
  });

  it('one request at a time, and none takes longer than 5 s', async () => {
    const page = order({ every: '15s' });
    page.reply = () => ({ hangs: true });
    await page.clock.pass(10 * MIN_MS);
    expect(page.mostInFlight).toBe(1);
    expect(page.state('mine')?.condition).toBe('offline');
    expect(page.problems).toEqual(['SOURCE_UNREACHABLE /sources/mine']);
    page.stop();
  });

  it('waits longer and longer while it goes wrong, and as always once it works', async () => {
    const page = order();
    page.reply = () => ({ status: 500 });
    await page.clock.pass(60 * MIN_MS);
    const waits = gaps(page);
    waits.forEach((gap, i) => {
      const most = Math.min(15 * MIN_MS, MIN_MS * 2 ** (i + 1));
      expect(Math.round(gap)).toBeGreaterThanOrEqual(most / 2);
      expect(Math.round(gap)).toBeLessThanOrEqual(most);
    });
    page.reply = () => ({ body: nativeOrder });
    await page.clock.pass(16 * MIN_MS);
    const before = page.asked.length;
    await page.clock.pass(3 * MIN_MS);
    expect(page.asked.length - before).toBeGreaterThanOrEqual(2);
    page.stop();
  });

  it('leaves a server alone for as long as it asks for, in seconds or by a date', async () => {
    for (const value of ['600', 'Mon, 30 Nov 2026 10:52:00 GMT']) {
      const page = order();
      page.reply = () => ({ status: 503, headers: { 'retry-after': value } });
      await page.clock.pass(9 * MIN_MS);
      expect(page.asked, value).toHaveLength(1);
      await page.clock.pass(2 * MIN_MS);
      expect(page.asked.length, value).toBeGreaterThan(1);
      page.stop();
    }
  });

  it('a connection that is back is used at once', async () => {
    const page = order();
    page.online = false;
    page.reply = () => ({ lost: true });
    await page.clock.pass(1_000);
    expect(page.state('mine')?.condition).toBe('offline');
    expect(page.problems).toEqual([]);
    page.reply = () => ({ body: nativeOrder });
    page.connect();
    await page.clock.pass(0);
    expect(page.state('mine')?.condition).toBe('fresh');
    page.connect();
    await page.clock.pass(0);
    expect(page.asked).toHaveLength(2);
    page.stop();
  });

  it('asks its own server with the tag of what it has, and takes "not modified" for news', async () => {
    const page = order();
    page.reply = () => ({ body: nativeOrder, headers: { etag: '"a"' } });
    await page.clock.pass(0);
    page.reply = () => ({ status: 304 });
    await page.clock.pass(2 * MIN_MS);
    expect(new Headers(page.asked[1]?.init.headers).get('if-none-match')).toBe('"a"');
    expect(page.state('mine')).toMatchObject({ condition: 'fresh' });
    expect(page.clock.wall() - page.state('mine')!.asOf!).toBeLessThan(67_000);
    expect(page.told).toHaveLength(1);
    page.stop();
  });

  it('takes "not modified" for no answer where it has nothing yet', async () => {
    const page = order();
    page.reply = () => ({ status: 304 });
    await page.clock.pass(2 * MIN_MS);
    expect(page.state('mine')?.condition).toBe('offline');
    page.stop();
  });

  it('asks another site without cookies, referrer and tags', async () => {
    const page = incidents({ url: 'https://status.example/summary.json' });
    page.reply = () => ({ body: statuspageSummary, headers: { etag: '"a"' } });
    await page.clock.pass(2 * MIN_MS);
    for (const { init } of page.asked) {
      expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' });
      expect(new Headers(init.headers).has('if-none-match')).toBe(false);
    }
    expect(order().asked[0]?.init).toMatchObject({ credentials: 'same-origin' });
    page.stop();
  });

  it('keeps what it knows with its time: fresh at first, then stale', async () => {
    const page = order({ staleAfter: '5m' });
    page.reply = () => ({ body: nativeOrder });
    await page.clock.pass(0);
    const asOf = page.clock.wall();
    page.reply = () => ({ lost: true });
    await page.clock.pass(4 * MIN_MS);
    expect(page.state('mine')).toMatchObject({ condition: 'fresh', asOf });
    await page.clock.pass(2 * MIN_MS);
    expect(page.state('mine')).toMatchObject({ condition: 'stale', asOf, progress: { state: 'shipped' } });
    expect(page.known['order.state']).toBe('shipped');
    page.stop();
  });

  it('what belongs to somebody who has signed out is forgotten', async () => {
    const signedOut: Reply[] = [
      { status: 401 },
      { status: 403 },
      { raw: '<!doctype html><title>Sign in', redirected: true },
    ];
    for (const reply of signedOut) {
      const page = order();
      page.reply = () => ({ body: nativeOrder });
      await page.clock.pass(0);
      page.reply = () => reply;
      await page.clock.pass(2 * MIN_MS);
      expect(page.state('mine')).toMatchObject({
        condition: 'unauthorised',
        asOf: null,
        progress: undefined,
      });
      expect(page.known['order.state']).toBe(null);
      expect(page.problems).toEqual([]);
      page.stop();
    }
  });

  it('no order is no mistake; no status page is one', async () => {
    for (const reply of [{ status: 204 }, { status: 404 }, { body: {} }, { body: { order: null } }]) {
      const page = order();
      page.reply = () => reply;
      await page.clock.pass(0);
      expect(page.state('mine')?.condition, JSON.stringify(reply)).toBe('empty');
      expect(page.problems).toEqual([]);
      page.stop();
    }
    const page = incidents();
    page.reply = () => ({ status: 404 });
    await page.clock.pass(600);
    expect(page.state('status')?.condition).toBe('offline');
    expect(page.problems).toEqual(['SOURCE_UNREACHABLE /sources/status']);
    page.stop();
  });

  it('an order that is gone is not taken for unchanged', async () => {
    const page = order();
    page.reply = () => ({ body: nativeOrder, headers: { etag: '"a"' } });
    await page.clock.pass(0);
    page.reply = () => ({ status: 204 });
    await page.clock.pass(1.2 * MIN_MS);
    await page.clock.pass(1.2 * MIN_MS);
    expect(new Headers(page.asked.at(-1)?.init.headers).has('if-none-match')).toBe(false);
    expect(page.known['order.state']).toBe(null);
    page.stop();
  });

  it.each([
    ['SOURCE_NOT_JSON', { raw: '<html>Please log in to this network</html>' }],
    ['SOURCE_NOT_JSON', { raw: '{' }],
    ['SOURCE_TOO_LARGE', { raw: `{"a":"${'x'.repeat(262_144)}"}` }],
    ['SOURCE_INVALID', { body: { hello: 'world' } }],
    ['SOURCE_UNREACHABLE', { status: 500 }],
    ['SOURCE_UNREACHABLE', { lost: true }],
  ] as const)('%s is told, and what is known is kept', async (code, reply) => {
    const page = order();
    page.reply = () => ({ body: nativeOrder });
    await page.clock.pass(0);
    page.reply = () => reply;
    await page.clock.pass(2 * MIN_MS);
    expect(page.problems).toEqual([`${code} /sources/mine`]);
    expect(page.state('mine')).toMatchObject({ condition: 'fresh', progress: { state: 'shipped' } });
    page.stop();
  });

  it('a request that is lost because the page is left is no problem', async () => {
    for (const leave of ['hide', 'stop'] as const) {
      const page = order();
      page.reply = () => ({ lost: true });
      await page.clock.pass(100);
      if (leave === 'hide') page.hide(true);
      else page.stop();
      await page.clock.pass(1_000);
      expect(page.problems).toEqual([]);
      page.stop();
    }
  });

  it('an address that is none leaves the others alone', async () => {
    const page = sourcePage({
      bad: { kind: 'order', url: 'https://' },
      good: { kind: 'case', url: '/case.json' },
    });
    page.reply = () => ({ body: { state: 'open' } });
    await page.clock.pass(0);
    expect(page.problems).toEqual(['SOURCE_INVALID /sources/bad/url']);
    expect(page.state('good')?.condition).toBe('fresh');
    page.stop();
  });
});

describe('facts', () => {
  it('of incidents begin and end with them; only what has changed is told', async () => {
    const page = incidents();
    page.reply = () => ({ body: statuspageSummary });
    await page.clock.pass(0);
    expect(page.known).toMatchObject({
      'incidents.payments-api.impact': 'major',
      'incidents.payments-api.title': 'Card payments are slow',
    });
    await page.clock.pass(5 * MIN_MS);
    expect(page.told).toHaveLength(1);
    const { components, ...rest } = statuspageSummary;
    const well = components.map((one) => ({ ...one, status: 'operational' }));
    page.reply = () => ({ body: { ...rest, components: well, incidents: [] } });
    await page.clock.pass(2 * MIN_MS);
    expect(page.told).toHaveLength(2);
    expect(page.told[1]).toEqual({
      'incidents.any.impact': 'maintenance',
      'incidents.any.title': 'Website moves',
      'incidents.any.until': '2026-11-30T11:00:00.000Z',
      'incidents.payments-api.impact': 'none',
      'incidents.payments-api.title': null,
    });
    page.stop();
  });

  it('of a component that is not told of any more are taken back', async () => {
    const page = sourcePage({ s: { kind: 'facts', url: '/facts.json' } });
    page.reply = () => ({ body: { facts: { queue: 5, open: true } } });
    await page.clock.pass(0);
    page.reply = () => ({ body: { facts: { queue: 4 } } });
    await page.clock.pass(2 * MIN_MS);
    expect(page.told.at(-1)).toEqual({ 'facts.queue': 4, 'facts.open': null });
    page.stop();
  });

  it('Instatus is asked for its components where the config names some', async () => {
    const named = sourcePage({
      s: {
        kind: 'incidents',
        url: 'https://s.example/summary.json',
        adapter: 'instatus',
        components: { payments: [] },
      },
    });
    named.reply = (url) => ({
      body: url.endsWith('/v3/components.json') ? instatusComponents : instatusSummary,
    });
    await named.clock.pass(0);
    expect(named.asked.map(({ url }) => url)).toEqual([
      'https://s.example/summary.json',
      'https://s.example/v3/components.json',
    ]);
    expect([...named.own]).toEqual(named.asked.map(({ url }) => url));
    expect(named.known['incidents.payments.impact']).toBe('critical');
    expect(named.mostInFlight).toBe(1);
    named.stop();
    const bare = sourcePage({
      s: { kind: 'incidents', url: 'https://s.example/summary.json', adapter: 'instatus' },
    });
    bare.reply = () => ({ body: instatusSummary });
    await bare.clock.pass(0);
    expect(bare.asked).toHaveLength(1);
    bare.stop();
  });
});

describe('whose it is', () => {
  const theirs = (id: string) => ({ body: { ...nativeOrder, id } });

  it('another account: what is known is gone at once, what is under way is not heard, and it is asked anew', async () => {
    const page = order({ live: '/orders/current/stream' });
    page.reply = () => theirs('FIRST');
    await page.clock.pass(2_000);
    page.stores.$followed.set(['mine']);
    expect(page.known['order.id']).toBe('FIRST');
    // An answer to the first customer is under way.
    page.reply = () => ({ hangs: true });
    page.emit('account-changed');
    expect(page.state('mine')).toMatchObject({ condition: 'loading', progress: undefined, asOf: null });
    for (const fact of ['id', 'state', 'eta']) expect(page.known[`order.${fact}`]).toBe(null);
    expect(page.streams.map(({ closed }) => closed)).toEqual([true, false]);
    page.reply = () => theirs('SECOND');
    page.emit('account-changed');
    expect(page.asked[1]?.init.signal?.aborted).toBe(true);
    await page.clock.pass(1_000);
    expect(page.known['order.id']).toBe('SECOND');
    expect(page.mostInFlight).toBeLessThanOrEqual(2);
    page.stop();
  });

  it('said again and again, it is asked once a second', async () => {
    const page = order();
    page.reply = () => theirs('A');
    for (let i = 0; i < 100; i++) {
      page.emit('account-changed');
      await page.clock.pass(50);
    }
    expect(page.asked.length).toBeLessThanOrEqual(6);
    page.stop();
  });

  it('signed out: also what a page before has told is gone', async () => {
    const page = sourcePage(
      { mine: { kind: 'order', url: '/orders/current.json' } },
      { facts: { 'order.id': 'FIRST', 'order.state': 'shipped', 'basket.total': 5 } },
    );
    page.reply = () => ({ status: 401 });
    await page.clock.pass(0);
    expect(page.known).toEqual({ 'order.id': null, 'order.state': null, 'basket.total': 5 });
    page.stop();
  });

  it('a page that goes into the back/forward cache shows nothing of it, and asks as soon as it is back', async () => {
    const page = order();
    page.reply = () => theirs('FIRST');
    await page.clock.pass(2_000);
    page.hide(true);
    page.freeze();
    expect(page.state('mine')).toMatchObject({ condition: 'loading', progress: undefined });
    // Left, it is not told that anything had changed: help would go that was looked at.
    expect(page.known['order.id']).toBe('FIRST');
    page.reply = () => ({ status: 401 });
    page.hide(false);
    page.thaw();
    expect(page.known['order.id']).toBe(null);
    await page.clock.pass(1_000);
    expect(page.asked).toHaveLength(2);
    expect(page.state('mine')?.condition).toBe('unauthorised');
    page.stop();
  });

  it('what all may see is nobody’s', async () => {
    const page = incidents();
    page.reply = () => ({ body: statuspageSummary });
    await page.clock.pass(2_000);
    const before = page.state('status');
    page.freeze();
    page.thaw();
    page.emit('account-changed');
    await page.clock.pass(2_000);
    expect(page.state('status')).toEqual(before);
    expect(page.asked).toHaveLength(1);
    page.stop();
  });
});

describe('since when it is so', () => {
  it.each([
    ['three days ago', '2026-11-27T10:42:00Z', 'stale', '2026-11-27T10:42:00Z'],
    ['a minute ago', '2026-11-30T10:41:00Z', 'fresh', '2026-11-30T10:41:00Z'],
    ['in the future', '2026-12-24T00:00:00Z', 'fresh', '2026-11-30T10:42:00Z'],
    ['in words', 'just now', 'fresh', '2026-11-30T10:42:00Z'],
  ])('a document that says so is believed: %s', async (_what, told, condition, asOf) => {
    const page = order();
    page.reply = () => ({ body: { ...nativeOrder, asOf: told }, headers: { etag: '"1"' } });
    await page.clock.pass(0);
    expect(page.state('mine')).toMatchObject({ condition, asOf: Date.parse(asOf) });
    // It has not changed since, and has not become younger.
    page.reply = () => ({ status: 304 });
    await page.clock.pass(70_000);
    if (condition === 'stale')
      expect(page.state('mine')).toMatchObject({ condition, asOf: Date.parse(asOf) });
    page.stop();
  });
});

it('a page whose fetch does not listen is waited for no longer than 5 s', async () => {
  const page = order();
  page.reply = () => ({ deaf: true });
  await page.clock.pass(10 * MIN_MS);
  expect(page.asked.length).toBeGreaterThan(2);
  expect(page.problems).toEqual(['SOURCE_UNREACHABLE /sources/mine']);
  page.stop();
});

describe('a live stream', () => {
  const live = () => {
    const page = order({ live: '/orders/current/stream' });
    page.reply = () => ({ body: nativeOrder });
    return page;
  };
  const followed = (page: ReturnType<typeof live>, ...names: string[]) => page.stores.$followed.set(names);

  it('is open only while somebody looks at it, on a page that can be seen', async () => {
    const page = live();
    await page.clock.pass(5 * MIN_MS);
    expect(page.streams).toEqual([]);
    followed(page, 'other');
    expect(page.streams).toEqual([]);
    followed(page, 'mine');
    expect(page.streams.map(({ url }) => url)).toEqual(['https://shop.example/orders/current/stream']);
    page.hide(true);
    expect(page.streams[0]?.closed).toBe(true);
    page.hide(false);
    expect(page.streams).toHaveLength(2);
    followed(page);
    expect(page.streams[1]?.closed).toBe(true);
    followed(page, 'mine');
    page.stop();
    expect(page.streams[2]?.closed).toBe(true);
  });

  it('tells news as they happen; what it cannot read is nothing', async () => {
    const page = live();
    await page.clock.pass(0);
    followed(page, 'mine');
    const [stream] = page.streams;
    for (const data of ['{', '', 'x'.repeat(300_000), 7]) stream?.onmessage?.({ data });
    expect(page.state('mine')?.progress?.state).toBe('shipped');
    stream?.onmessage?.({ data: JSON.stringify({ ...nativeOrder, state: 'delivered' }) });
    expect(page.state('mine')?.progress?.state).toBe('delivered');
    expect(page.known['order.state']).toBe('delivered');
    page.stop();
  });

  it('one that breaks is opened again later and later, and then left alone, whatever it has said', async () => {
    const page = live();
    await page.clock.pass(0);
    followed(page, 'mine');
    const opened = [page.clock.now()];
    for (let i = 0; i < 3; i++) {
      const stream = page.streams.at(-1)!;
      stream.onmessage?.({ data: JSON.stringify(nativeOrder) });
      stream.onerror?.();
      expect(stream.closed).toBe(true);
      const before = page.streams.length;
      // Looked away from and back at: no sooner.
      await page.clock.pass(900 * 2 ** i);
      expect(page.streams).toHaveLength(before);
      await page.clock.pass(700 * 2 ** i);
      opened.push(page.clock.now());
    }
    expect(page.streams).toHaveLength(3);
    followed(page);
    followed(page, 'mine');
    await page.clock.pass(10 * MIN_MS);
    expect(page.streams).toHaveLength(3);
    page.stop();
  });

  it('one that held for a minute counts as one that works', async () => {
    const page = live();
    followed(page, 'mine');
    for (let i = 0; i < 5; i++) {
      await page.clock.pass(61_000);
      page.streams.at(-1)!.onerror?.();
      await page.clock.pass(2_000);
      expect(page.streams).toHaveLength(i + 2);
    }
    page.stop();
    expect(page.clock.waiting).toBe(0);
  });

  it('there is one to an origin, whoever wants one', async () => {
    const kind = { kind: 'order', url: '/o.json' } as const;
    const page = sourcePage({
      a: { ...kind, live: '/a' },
      b: { ...kind, live: '/b' },
      c: { ...kind, live: 'https://other.example/c' },
    });
    page.stores.$followed.set(['a', 'b', 'c']);
    expect(page.streams.map(({ url }) => url)).toEqual(['https://shop.example/a', 'https://other.example/c']);
    page.stores.$followed.set([]);
    page.stores.$followed.set(['b']);
    expect(page.streams.at(-1)?.url).toBe('https://shop.example/b');
    page.stop();
  });
});

describe('a source that the page feeds', () => {
  const declared = {
    'order.state': { type: 'string', values: ['placed', 'packed', 'shipped', 'delivered', 'exception'] },
    'order.id': { type: 'string', show: true },
    'order.eta': { type: 'date' },
  };
  const fed = (facts = {}) => sourcePage({ mine: { kind: 'order', host: true } }, { declared, facts });

  it('asks nothing, waits for nothing, and says that there is none until there is', async () => {
    const page = fed();
    expect(page.state('mine')?.condition).toBe('empty');
    expect(page.clock.waiting).toBe(0);
    await page.clock.pass(60 * MIN_MS);
    expect(page.asked).toEqual([]);
  });

  it('its steps are the values of the state in order; only what may be shown is', () => {
    const page = fed();
    page.say({ 'order.state': 'packed', 'order.id': 'A1', 'order.eta': '2026-12-02' });
    expect(page.state('mine')).toMatchObject({ condition: 'fresh', asOf: page.clock.wall() });
    expect(page.state('mine')?.progress).toMatchObject({ id: 'A1', eta: undefined, current: 1, done: false });
    expect(page.state('mine')?.progress?.steps.map(({ id }) => id)).toEqual([
      'placed',
      'packed',
      'shipped',
      'delivered',
    ]);
    page.say({ 'order.state': 'delivered' });
    expect(page.state('mine')?.progress?.done).toBe(true);
  });

  it('one that stops has stopped where it was seen last', () => {
    const page = fed();
    page.say({ 'order.state': 'shipped' });
    page.say({ 'order.state': 'exception' });
    expect(page.state('mine')?.progress).toMatchObject({ state: 'exception', current: 2, exception: '' });
    const fresh = fed({ 'order.state': 'exception' });
    expect(fresh.state('mine')?.progress).toMatchObject({ current: -1, exception: '' });
  });

  it('grows old, and is fresh again when it is told again', async () => {
    const page = fed();
    page.say({ 'order.state': 'packed' });
    await page.clock.pass(11 * MIN_MS);
    expect(page.state('mine')?.condition).toBe('stale');
    page.say({ 'order.state': 'packed' });
    expect(page.state('mine')?.condition).toBe('fresh');
    page.stop();
    expect(page.clock.waiting).toBe(0);
  });

  it('incidents that it tells are those of the components that the config names', () => {
    const page = sourcePage({
      s: { kind: 'incidents', host: true, components: { payments: [], website: [] } },
    });
    page.say({ 'incidents.payments.impact': 'major', 'incidents.website.scheduled': '2026-12-01T02:00:00Z' });
    expect(page.state('s')?.incidents).toMatchObject([
      { id: 'payments', impact: 'major', phase: 'ongoing' },
      { id: 'website', impact: 'maintenance', phase: 'scheduled', from: Date.parse('2026-12-01T02:00:00Z') },
    ]);
  });
});
