import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDb } from '../../demo/server/db.js';
import { createGuardrail } from '../../demo/server/guardrail.js';
import { createOutcomes } from '../../demo/server/outcomes.js';
import { createInsights } from '../../demo/server/insights.js';
import { createShop } from '../../demo/server/shop.js';
import { generateMonth } from '../../demo/simulated-month/month.js';

const DAY_MS = 86_400_000;
const FROM = Date.parse('2026-10-20T00:00:00Z');
const clock = { now: () => FROM + 40 * DAY_MS, sleep: () => Promise.resolve() };

let db: Awaited<ReturnType<typeof openDb>>;
let shop: Awaited<ReturnType<typeof createShop>>;
let outcomes: ReturnType<typeof createOutcomes>;

beforeEach(async () => {
  db = await openDb(':memory:');
  shop = await createShop({ db, clock, antes: false });
  outcomes = createOutcomes({ db });
});
afterEach(async () => {
  await shop.close();
  db.close();
});

const line = (seq: number, more: object = {}) =>
  JSON.stringify({
    antes: 1,
    type: 'signal',
    sid: '9f86d081884c7d65',
    seq,
    visit: '60303ae22b998861',
    at: FROM + seq,
    sent: FROM + 9_000,
    name: 'rage-click',
    count: 3,
    ...more,
  });

const report = (body: string, headers: Record<string, string> = {}) =>
  shop.inject({
    method: 'POST',
    url: '/events',
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
    body,
  });

async function stored(portion?: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const one of outcomes.lines(portion)) lines.push(one);
  return lines;
}
const numbers = async () => (await stored()).map((one) => (JSON.parse(one) as { seq: number }).seq);

it('keeps each event once, however often it is sent', async () => {
  const first = await report(`${line(1)}\n${line(2)}\n`);
  expect(first.json()).toEqual({ ok: 2, refused: 0, off: [] });
  expect(first.cookies).toEqual([]);
  await report(`${line(2)}\n${line(3)}`);
  expect(await numbers()).toEqual([1, 2, 3]);
});

it('refuses what is no event, and keeps the rest', async () => {
  const lines = [line(1), 'no json', line(2, { typed: 'secret' }), line(3, { type: 'unheard-of' }), line(4)];
  const answer = await report(lines.join('\n'));
  expect(answer.json()).toEqual({ ok: 2, refused: 3, off: [] });
  expect(await numbers()).toEqual([1, 4]);
});

it('takes no report that another site has its visitors send', async () => {
  const answer = await report(line(1), { origin: 'https://elsewhere.example', host: 'shop.example' });
  expect(answer.statusCode).toBe(403);
  expect(await stored()).toEqual([]);
});

it('reads in portions, and leaves nothing out at their edges', async () => {
  const lines = Array.from({ length: 200 }, (_, i) => line(i + 1, { sid: `stream${i % 2}00` }));
  await report(lines.join('\n'));
  const read = await stored(7);
  expect(read).toHaveLength(200);
  expect(new Set(read)).toEqual(new Set(lines));
});

it('turns off what does harm, and nothing else', async () => {
  const visits = Array.from({ length: 2_400 }, (_, i) => ({ visit: `visit${10_000 + i}`, i }));
  const events = visits.flatMap(({ visit, i }) => {
    const at = FROM + (i % 20) * DAY_MS;
    const event = { antes: 1, sid: visit, visit, at, sent: at };
    const help = (seq: number, trigger: string, shown: boolean) => ({
      ...event,
      seq,
      type: 'help',
      trigger,
      as: 'notice',
      ...(shown ? { phase: 'shown', offer: seq } : { phase: 'withheld', gate: 'experiment' }),
    });
    const sawBad = Math.floor(i / 20) % 2 === 0;
    const sawFine = Math.floor(i / 40) % 2 === 0;
    // Of those who saw the bad one a third buy, of all others two thirds; the fine one makes no difference.
    const buys = Math.floor(i / 80) % 3 < (sawBad ? 1 : 2);
    const done = { ...event, at: at + 1_000, seq: 3, type: 'journey', phase: 'completed' };
    return [help(1, 'bad', sawBad), help(2, 'fine', sawFine), ...(buys ? [done] : [])];
  });
  await outcomes.store(events);
  const guardrail = createGuardrail({ clock, insights: createInsights({ clock, outcomes }) });
  expect(guardrail.off()).toEqual([]);
  expect(await guardrail.look()).toEqual(['bad']);
  expect(guardrail.off()).toEqual(['bad']);
});

it('takes no more at once than a page sends', async () => {
  const answer = await report(`${line(1)}\n`.repeat(1_000));
  expect(answer.statusCode).toBe(413);
  expect(await stored()).toEqual([]);
});

it('makes one report at a time, whoever asks and whatever comes meanwhile', async () => {
  let making = 0;
  const counted = {
    ...outcomes,
    lines() {
      making++;
      return outcomes.lines();
    },
  };
  const insights = createInsights({ clock, outcomes: counted });
  await report(line(1));
  const first = insights.figures();
  await vi.waitFor(() => expect(making).toBe(1), { timeout: 10_000 });
  await report(line(2));
  await Promise.all([first, insights.figures()]);
  expect(making).toBe(1);
  expect((await insights.figures())?.read.events).toBe(2);
  expect(making).toBe(2);
});

it('makes a report of a month, and another when something has come', async () => {
  const empty = await shop.inject('/insights');
  expect(empty.statusCode).toBe(200);
  expect(empty.headers['content-type']).toContain('text/plain');

  await outcomes.store([...generateMonth({ seed: 1, visits: 500, from: FROM })]);
  const page = await shop.inject('/insights');
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.headers['content-security-policy']).toContain(`default-src 'none'`);
  expect(page.body).toMatch(/\b500\b/);
  expect(page.body).not.toMatch(/<script/i);
  expect((await shop.inject('/insights')).body === page.body).toBe(true);

  await outcomes.store([...generateMonth({ seed: 2, visits: 100, from: FROM })]);
  expect((await shop.inject('/insights')).body === page.body).toBe(false);
});
