import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testCards } from '../../demo/server/cards.js';
import { openDb } from '../../demo/server/db.js';
import { createShop } from '../../demo/server/shop.js';

const SUNDAY_NOON = Date.parse('2026-11-22T12:00:00Z');
const DAY_MS = 24 * 3600 * 1000;

/** Time stands still until a test moves it; what would wait, waits a turn of the event loop and notes for how long. */
function fakeClock(start = SUNDAY_NOON) {
  const slept: number[] = [];
  let now = start;
  return {
    slept,
    now: () => now,
    sleep: async (ms: number) => {
      slept.push(ms);
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
    pass: (ms: number) => void (now += ms),
  };
}

type Db = Awaited<ReturnType<typeof openDb>>;
type App = Awaited<ReturnType<typeof createShop>>;
let db: Db;
let shop: App;
let clock: ReturnType<typeof fakeClock>;

beforeEach(async () => {
  db = await openDb(':memory:');
  clock = fakeClock();
  shop = await createShop({ db, clock, antes: false, speed: '1' });
});
afterEach(async () => {
  await shop.close();
  db.close();
});

const card = (number = '4242 4242 4242 4242') => ({ number, expiry: '12/34', cvc: '123', name: 'Ana Ruiz' });
const address = {
  email: 'ana@example.com',
  name: 'Ana Ruiz',
  country: 'ES',
  postcode: '28013',
  street: 'Calle Mayor',
  number: '12',
  city: 'Madrid',
};

async function visit(path = '/', headers: Record<string, string> = {}) {
  const page = await shop.inject({ url: path, headers });
  return { page, cookies: Object.fromEntries(page.cookies.map(({ name, value }) => [name, value])) };
}

it('takes those who only want to see the payment straight to it', async () => {
  const { cookies } = await visit();
  const sent = await shop.inject({ method: 'POST', url: '/demo/payment', cookies });
  expect([sent.statusCode, sent.headers.location]).toEqual([303, '/checkout/payment']);
  const payment = await shop.inject({ url: '/checkout/payment', cookies });
  expect(payment.statusCode).toBe(200);
  const { basket } = (await shop.inject({ url: '/api/basket', cookies })).json();
  expect(basket).toMatchObject({ count: 1, delivery: 'standard', address: { city: 'Madrid' } });

  // What is there already is left as it is.
  await shop.inject({
    method: 'PUT',
    url: '/api/checkout/delivery',
    cookies,
    payload: { option: 'express' },
  });
  await shop.inject({ method: 'POST', url: '/demo/payment', cookies });
  expect((await shop.inject({ url: '/api/basket', cookies })).json().basket).toEqual(
    expect.objectContaining({ count: 1, delivery: 'express' }),
  );
});

/** A visitor with a basket who has come as far as the payment. */
async function readyToPay() {
  const { cookies } = await visit();
  await shop.inject({
    method: 'POST',
    url: '/cart/items',
    cookies,
    payload: { product: 'mug-alba', quantity: '2' },
  });
  await shop.inject({ method: 'PUT', url: '/api/checkout/address', cookies, payload: address });
  const saved = await shop.inject({
    method: 'PUT',
    url: '/api/checkout/delivery',
    cookies,
    payload: { option: 'standard' },
  });
  const { basket } = saved.json();
  const pay = (key: string, body: Record<string, unknown> = {}) =>
    shop.inject({
      method: 'POST',
      url: '/api/payments',
      cookies,
      headers: { 'idempotency-key': key },
      payload: { basket: basket.id, method: 'card', card: card(), ...body },
    });
  return { cookies, basket, pay };
}

const count = async (table: string) => (await db.one(`SELECT count(*) AS n FROM ${table}`))?.['n'];

describe('paying', () => {
  it.each(testCards)('$number: $outcome', async ({ number, outcome }) => {
    const { pay } = await readyToPay();
    const answer = await pay('key-for-this-card', { card: card(number) });
    const accepted = outcome === 'accepted' || outcome === 'slow';
    expect(answer.statusCode).toBe(accepted ? 200 : outcome === 'processing_error' ? 502 : 402);
    expect(answer.json()).toMatchObject(
      accepted ? { ok: true } : { ok: false, charged: false, error: { code: outcome } },
    );
    expect(await count('charges')).toBe(accepted ? 1 : 0);
    expect(clock.slept).toEqual([outcome === 'slow' ? 12_000 : 900]);
  });

  it.each(['paypal', 'invoice'])('by %s', async (method) => {
    const { pay } = await readyToPay();
    expect((await pay('key-12345', { method })).json().ok).toBe(true);
    expect(await count('charges')).toBe(1);
  });

  it('charges once when the same key comes ten times at once', async () => {
    const { pay } = await readyToPay();
    const answers = await Promise.all(Array.from({ length: 10 }, () => pay('the-same-key')));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect([await count('payments'), await count('orders'), await count('charges')]).toEqual([1, 1, 1]);
  });

  it('charges once when two windows pay one basket with different keys', async () => {
    const { pay } = await readyToPay();
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => pay(`another-key-${n}`)));
    expect(new Set(answers.map((answer) => answer.json().order.id)).size).toBe(1);
    expect([await count('orders'), await count('charges')]).toEqual([1, 1]);
  });

  it('lets the next key through when the first was declined', async () => {
    const { pay } = await readyToPay();
    const [first, second] = await Promise.all([
      pay('declined-key', { card: card('4000 0000 0000 0002') }),
      pay('accepted-key'),
    ]);
    expect([first?.statusCode, second?.statusCode]).toEqual([402, 200]);
    expect(await count('charges')).toBe(1);
  });

  it('answers a repeated key as before, also when declined, and refuses it for another card', async () => {
    const { pay } = await readyToPay();
    const declined = { card: card('4000 0000 0000 0002') };
    const first = await pay('my-own-key', declined);
    const again = await pay('my-own-key', declined);
    expect(again.body).toBe(first.body);
    expect(await count('payments')).toBe(1);
    expect((await pay('my-own-key')).json().error.code).toBe('idempotency_key_reused');
    expect(await count('charges')).toBe(0);
  });

  it('needs a key, a known basket, an agreed total and a valid card', async () => {
    const { pay } = await readyToPay();
    expect((await pay('')).json().error.code).toBe('idempotency_key_missing');
    expect((await pay('key-12345', { basket: 'somebody-elses' })).json().error.code).toBe('basket_unknown');
    expect((await pay('key-12345', { totalCents: 1 })).json().error.code).toBe('basket_changed');
    const wrong = await pay('key-12345', {
      card: { number: '4242 4242 4242 4241', expiry: '01/20', cvc: '1', name: '' },
    });
    expect(wrong.json().errors).toEqual({
      number: 'card_number_invalid',
      expiry: 'card_expiry_past',
      cvc: 'card_cvc_invalid',
      name: 'card_name_missing',
    });
    expect(await count('payments')).toBe(0);
  });

  it('never stores a card number', async () => {
    const { pay } = await readyToPay();
    await pay('key-12345');
    expect(JSON.stringify(await db.all('SELECT * FROM payments'))).not.toContain('4242424242424242');
    expect((await db.one('SELECT card_last4 FROM payments'))?.['card_last4']).toBe('4242');
  });

  it('keeps the basket as it is while it is being paid', async () => {
    const { pay, cookies } = await readyToPay();
    const paying = pay('key-12345');
    await new Promise((resolve) => setTimeout(resolve, 3));
    const change = await shop.inject({
      method: 'POST',
      url: '/cart/items',
      cookies,
      payload: { product: 'vase-cala', quantity: '1' },
    });
    await paying;
    const items = await db.all('SELECT product_id FROM order_items');
    const busy = change.headers.location === '/cart?notice=busy';
    expect(busy || items.length === 1).toBe(true);
    expect(items).toEqual([{ product_id: 'mug-alba' }]);
  });

  it('declares what was under way in a crash declined, and lets the customer try again', async () => {
    const { pay, basket, cookies } = await readyToPay();
    await db.run(
      `INSERT INTO payments (id, idempotency_key, session_id, fingerprint, basket_id, method, amount_cents, status, created_at)
       VALUES ('p', 'k', ?, 'f', ?, 'card', 1, 'pending', 0)`,
      [cookies['tinaja_session'] ?? '', basket.id],
    );
    const reopened = await createShop({ db, clock, antes: false });
    expect((await db.one(`SELECT status FROM payments WHERE id = 'p'`))?.['status']).toBe('declined');
    expect((await pay('after-the-crash')).statusCode).toBe(200);
    await reopened.close();
  });
});

describe('orders', () => {
  async function order() {
    const ready = await readyToPay();
    const { id } = (await ready.pay('key-12345')).json().order;
    const look = async () =>
      (await shop.inject({ url: `/orders/${id}.json`, cookies: ready.cookies })).json().order;
    return { ...ready, id, look };
  }

  it('travel from placed to delivered, by the day that was promised', async () => {
    const { look } = await order();
    const placed = await look();
    expect(placed).toMatchObject({ state: 'placed', eta: '2026-11-25T18:00:00.000Z' });
    const seen = [placed.state];
    for (let hour = 0; hour < 80; hour++) {
      clock.pass(3600_000);
      const { state } = await look();
      if (state !== seen.at(-1)) seen.push(state);
    }
    expect(seen).toEqual(['placed', 'packed', 'shipped', 'out-for-delivery', 'delivered']);
    const { history, eta } = await look();
    expect(history.every((step: { at: string }) => step.at <= eta)).toBe(true);
  });

  it('travel faster from the moment the speed is changed, and keep what they have travelled', async () => {
    const { look, cookies } = await order();
    clock.pass(DAY_MS);
    const before = (await look()).state;
    await shop.inject({ method: 'POST', url: '/demo/switches', cookies, payload: { speed: '8640' } });
    expect((await look()).state).toBe(before);
    clock.pass(30_000);
    expect((await look()).state).toBe('delivered');
  });

  it('stop at an exception and go on when the customer has said what to do', async () => {
    const { look, id, cookies } = await order();
    clock.pass(DAY_MS);
    await shop.inject({ method: 'POST', url: '/demo/order', cookies, payload: { exception: 'on' } });
    expect((await look()).state).toBe('exception');
    clock.pass(20 * DAY_MS);
    expect((await look()).state).toBe('exception');
    await shop.inject({
      method: 'POST',
      url: `/orders/${id}/delivery`,
      cookies,
      payload: { instruction: 'neighbour' },
    });
    expect((await look()).state).not.toBe('exception');
    clock.pass(4 * DAY_MS);
    expect((await look()).state).toBe('delivered');
  });

  it('open to their own session, and to number with email, and to nobody else', async () => {
    const { id } = await order();
    const { cookies } = await visit();
    expect((await shop.inject({ url: `/orders/${id}.json`, cookies })).statusCode).toBe(404);
    const wrong = await shop.inject({
      method: 'POST',
      url: '/orders',
      cookies,
      payload: { number: id, email: 'eve@example.com' },
    });
    expect(wrong.statusCode).toBe(422);
    const right = await shop.inject({
      method: 'POST',
      url: '/orders',
      cookies,
      payload: { number: id.toLowerCase(), email: 'Ana@example.com' },
    });
    expect(right.headers.location).toBe(`/orders/${id}`);
    expect((await shop.inject({ url: `/orders/${id}`, cookies })).statusCode).toBe(200);
  });
});

describe('switches', () => {
  it('an incident shows in the status feed and slows cards, not PayPal', async () => {
    const { pay, cookies } = await readyToPay();
    const quiet = (await shop.inject('/status/summary.json')).json();
    expect(quiet).toMatchObject({ status: { indicator: 'none' }, incidents: [] });
    await shop.inject({ method: 'POST', url: '/demo/switches', cookies, payload: { incident: 'payments' } });
    const summary = (await shop.inject('/status/summary.json')).json();
    expect(summary.status.indicator).toBe('minor');
    expect(summary.components).toContainEqual(
      expect.objectContaining({ id: 'payments', status: 'degraded_performance' }),
    );
    expect(summary.incidents[0]).toMatchObject({ impact: 'minor', components: [{ id: 'payments' }] });
    await pay('slow-key', { card: card('4000 0000 0000 0002') });
    await pay('paypal-key', { method: 'paypal' });
    expect(clock.slept).toEqual([8900, 900]);
  });

  it('opening hours are those of Madrid, unless overridden', async () => {
    const hours = async () => (await shop.inject('/api/hours')).json().hours;
    expect((await hours()).phone).toMatchObject({ open: false, opensAt: Date.parse('2026-11-23T08:00:00Z') });
    clock.pass(DAY_MS + 6 * 3600_000); // Monday 18:00 UTC, 19:00 in Madrid
    expect([(await hours()).phone.open, (await hours()).chat.open]).toEqual([false, true]);
    await shop.inject({ method: 'POST', url: '/demo/switches', payload: { hours: 'closed' } });
    expect((await hours()).chat.open).toBe(false);
  });

  it('faults come by query, hold for the session and ignore unknown names', async () => {
    const { cookies } = await visit('/?fault=dead-button,coupon-fails,nonsense');
    expect(
      (await db.one('SELECT faults FROM sessions WHERE id = ?', [cookies['tinaja_session'] ?? '']))?.[
        'faults'
      ],
    ).toBe('dead-button,coupon-fails');
  });
});

describe('forms', () => {
  it('refuses a wrong address field by field, by the rules of the country', async () => {
    const { cookies } = await readyToPay();
    const put = (payload: Record<string, string>) =>
      shop.inject({
        method: 'PUT',
        url: '/api/checkout/address',
        cookies,
        payload: { ...address, ...payload },
      });
    expect((await put({ postcode: '99999' })).json().errors).toEqual({ postcode: 'postcode_invalid' });
    expect((await put({ country: 'PT', postcode: '1100048' })).json().basket.address.postcode).toBe(
      '1100-048',
    );
    expect((await put({ country: 'GB', postcode: 'sw1a1aa' })).json().basket.address.postcode).toBe(
      'SW1A 1AA',
    );
    expect((await put({ country: 'XX', email: 'ana', street: ' ' })).json().errors).toEqual({
      country: 'country_unknown',
      email: 'email_invalid',
      street: 'street_missing',
    });
  });

  it('answers 200 to a coupon, good or bad', async () => {
    const { cookies } = await readyToPay();
    const redeem = (code: string) =>
      shop.inject({ method: 'POST', url: '/api/coupon', cookies, payload: { code } });
    for (const [code, error] of [
      ['', 'coupon_missing'],
      ['nope', 'coupon_unknown'],
      ['__proto__', 'coupon_unknown'],
      ['verano25', 'coupon_expired'],
      ['HORNO20', 'coupon_minimum'],
    ]) {
      const answer = await redeem(code ?? '');
      expect([answer.statusCode, answer.json()]).toEqual([200, { ok: false, error: { code: error } }]);
    }
    expect((await redeem('barro10')).json().basket.discountCents).toBe(320);
  });

  it('shows the contact form again with a summary, and stores a good request', async () => {
    const bad = await shop.inject({
      method: 'POST',
      url: '/contact',
      payload: { name: '<b>Ana', phone: 'x' },
    });
    expect(bad.statusCode).toBe(422);
    expect(bad.body).toContain('<title>Error: ');
    expect(bad.body).toContain('role="alert"');
    expect(bad.body).toContain('href="#phone"');
    expect(bad.body).toContain('value="&lt;b&gt;Ana"');
    const good = await shop.inject({
      method: 'POST',
      url: '/contact',
      payload: { name: 'Ana', phone: '+34 600 123 456', topic: 'payment' },
    });
    expect(good.statusCode).toBe(303);
    const api = await shop.inject({
      method: 'POST',
      url: '/api/callback',
      payload: { phone: '+351 912 345 678', handoff: { reason: 'pay.declined' } },
    });
    expect(api.statusCode).toBe(201);
    expect(
      (await shop.inject({ method: 'POST', url: '/api/callback', payload: { phone: '1' } })).json().errors,
    ).toEqual({ phone: 'phone_invalid' });
    expect(await count('callbacks')).toBe(2);
  });

  it('keeps what a customer agreed to pass on, for whoever answers', async () => {
    const lines = [{ label: 'What it is about', text: '<b>Card</b> declined' }];
    const leave = (payload: object, url = '/api/handoff') => shop.inject({ method: 'POST', url, payload });
    expect((await leave({ code: 'K7M2QX', handoff: { lines } })).statusCode).toBe(201);
    expect((await leave({ code: 'K7M2QX', handoff: { lines: [] } })).statusCode).toBe(409);
    for (const wrong of [
      { code: 'K7M2QU', handoff: { lines } },
      { handoff: { lines } },
      { code: 'AAAAAA' },
      { code: 'AAAAAA', handoff: 'x' },
    ])
      expect((await leave(wrong)).statusCode).toBe(422);
    expect((await leave({ handoff: { lines } }, '/api/chat/handoff')).statusCode).toBe(201);
    const look = (code: string) => shop.inject({ method: 'POST', url: '/agent', payload: { code } });
    const found = await look('k7m 2qx');
    expect(found.body).toContain('&lt;b&gt;Card&lt;/b&gt; declined');
    expect(found.body).toContain('id="handoff"');
    const missing = await look('000000');
    expect([missing.statusCode, missing.body.includes('There is no such code')]).toEqual([404, true]);
    expect((await shop.inject('/agent')).body).toContain('data-chat');
  });

  it('refuses what another site sends', async () => {
    const foreign = await shop.inject({
      method: 'POST',
      url: '/newsletter',
      headers: { origin: 'https://evil.example' },
      payload: { email: 'a@b.es' },
    });
    expect(foreign.statusCode).toBe(403);
  });
});

describe('pages', () => {
  const paths = [
    '/',
    '/?category=light',
    '/products/mug-alba',
    '/cart',
    '/help',
    '/help?q=card',
    '/help/contact',
    '/contact',
    '/agent',
    '/orders',
    '/status',
    '/demo',
    '/newsletter',
  ];

  it.each(['en', 'es', 'pt'])('speak %s throughout, under a strict policy', async (lang) => {
    for (const path of paths) {
      const { page } = await visit(path, { 'accept-language': `${lang}-XX,${lang};q=0.9,de;q=0.8` });
      expect([path, page.statusCode]).toEqual([path, 200]);
      expect(page.body).toContain(`<html lang="${lang}">`);
      const words = page.body.replace(/<script[^]*?<\/script>/g, '').replace(/<[^>]*>/g, ' ');
      expect(
        words.match(
          /\b(site|categories|catalogue|product|products|cart|order|help|articles|contact|agent|status|demo|errors)\.[\w.-]+/g,
        ) ?? [],
      ).toEqual([]);
      expect(page.body).not.toMatch(/ style=| on\w+="|<script(?![^>]*(src=|application\/json))/);
      expect(page.headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    }
  });

  it('take the language from the query before the cookie before the browser', async () => {
    const { page, cookies } = await visit('/?lang=pt', { 'accept-language': 'es' });
    expect(page.body).toContain('<html lang="pt">');
    const next = await shop.inject({ url: '/cart', cookies, headers: { 'accept-language': 'es' } });
    expect(next.body).toContain('<html lang="pt">');
  });

  it('have no dead links', async () => {
    const seen = new Set<string>();
    const queue = ['/'];
    for (let path = queue.pop(); path; path = queue.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const page = await shop.inject(path);
      expect([path, page.statusCode < 400]).toEqual([path, true]);
      if (!String(page.headers['content-type']).startsWith('text/html')) continue;
      for (const [, target = ''] of page.body.matchAll(/(?:href|src)="(\/[^"#]*)/g))
        if (!target.startsWith('/antes/')) queue.push(target.replaceAll('&amp;', '&'));
    }
    expect(seen.size).toBeGreaterThan(40);
  });

  it('load Antes only when it is on', async () => {
    expect((await visit('/')).page.body).not.toContain('/antes/antes.js');
    expect((await visit('/?antes=on')).page.body).toContain(
      'src="/antes/antes.js" data-config="/antes.json" data-locale="en"',
    );
  });

  it('tell of what is missing with a page, and to scripts with JSON', async () => {
    expect((await visit('/nothing-here')).page.body).toContain('There is nothing here');
    expect((await shop.inject('/api/nothing-here')).json()).toEqual({
      ok: false,
      error: { code: 'not_found' },
    });
  });
});

describe('texts', () => {
  const keysOf = (value: unknown, path = ''): string[] =>
    value && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}/${key}`))
      : [path];
  const load = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../demo/locales/${name}.json`, import.meta.url), 'utf8'));

  it.each(['', 'products.', 'help.'])('%s*.json have the same keys in all languages', (kind) => {
    const english = keysOf(load(`${kind}en`));
    for (const lang of ['es', 'pt']) expect(keysOf(load(`${kind}${lang}`))).toEqual(english);
  });

  it('have the same placeholders in all languages', () => {
    const wordsOf = (value: unknown): string[] =>
      value && typeof value === 'object' ? Object.values(value).flatMap(wordsOf) : [String(value)];
    const holes = (text: unknown) => wordsOf(text).map((words) => words.match(/\{\w+\}/g)?.sort() ?? []);
    for (const lang of ['es', 'pt']) expect(holes(load(lang))).toEqual(holes(load('en')));
  });
});
