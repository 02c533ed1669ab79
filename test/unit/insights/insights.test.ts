import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { generateMonth } from '../../../demo/simulated-month/month.js';
import { insights, type Insights } from '../../../src/insights.js';
import { eventsSchema } from '../../../src/report/schema/index.js';
import { slowCount, type Line } from './slow-count.js';

const folder = mkdtempSync(join(tmpdir(), 'antes-insights-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const NOW = Date.UTC(2026, 10, 26);
const FROM = NOW - 5 * 86_400_000;
const config = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../demo/antes.json'), 'utf8'));

let count = 0;
/** In two files, one of them packed, one folder further down. */
async function report(lines: readonly string[]): Promise<Insights> {
  const here = join(folder, String(count++));
  mkdirSync(join(here, 'more'), { recursive: true });
  const half = Math.floor(lines.length / 2);
  const files = [join(here, 'a.ndjson'), join(here, 'more', "it's.ndjson.gz")];
  writeFileSync(files[0]!, lines.slice(0, half).join('\n'));
  writeFileSync(files[1]!, gzipSync(`${lines.slice(half).join('\r\n')}\n`));
  return insights({ files }, { now: NOW });
}

const place = fc.constantFrom(
  {},
  { journey: 'buy' },
  { journey: 'buy', step: 'a' },
  { journey: 'buy', step: 'b' },
);
const about = fc.record({
  trigger: fc.constantFrom('t1', 't2', 't3'),
  offer: fc.integer({ min: 1, max: 3 }),
  reason: fc.constantFrom('r1', 'r2'),
});
const repeat = fc.constantFrom({}, {}, { repeat: 0 }, { repeat: 7 });
const maybe = (fields: Line) => fc.constantFrom({}, fields);
const level = fc.constantFrom('calm', 'strained', 'struggling', 'stuck');
const body: fc.Arbitrary<Line> = fc
  .oneof(
    fc.record({ type: fc.constant('visit'), device: fc.constant('phone'), lang: fc.constant('es') }),
    fc.record({ type: fc.constant('step'), phase: fc.constantFrom('entered', 'completed', 'left') }),
    fc.record({ type: fc.constant('journey'), phase: fc.constantFrom('started', 'completed', 'abandoned') }),
    fc.record({ type: fc.constant('signal'), name: fc.constantFrom('rage-click', 'zoom'), count: fc.nat(5) }),
    fc.record({ type: fc.constant('level'), level, from: level }),
    fc.record({ type: fc.constant('contact'), channel: fc.constant('chat'), handoff: fc.boolean() }),
    fc
      .tuple(fc.constantFrom('r1', 'r2'), repeat)
      .map(([reason, more]) => ({ type: 'contact', channel: 'phone', reason, ...more })),
    fc
      .tuple(
        about,
        fc.constantFrom('shown', 'withheld', 'dismissed', 'rated'),
        repeat,
        fc.constantFrom('holdout', 'experiment', 'limits'),
      )
      .map(([of, phase, more, gate]) => ({
        type: 'help',
        phase,
        ...of,
        ...more,
        // Only the third trigger has an experiment of its own.
        ...(phase === 'withheld' && {
          gate: of.trigger === 't3' || gate !== 'experiment' ? gate : 'holdout',
        }),
      })),
    fc
      .tuple(
        about,
        fc.constantFrom('shown', 'control'),
        fc.constantFrom('acted', 'dismissed', 'ignored', 'withdrawn'),
        maybe({ solved: true }),
        maybe({ solved: false }),
        fc.boolean(),
      )
      .map(([of, arm, ended, solved, unsolved, contacted]) => ({
        type: 'outcome',
        ...of,
        arm,
        ...(arm === 'shown' && { ended }),
        ...(of.trigger !== 't2' && { ...solved, ...unsolved }),
        active: 3,
        contacted,
      })),
    fc.record({ type: fc.constant('dropped'), counts: fc.constant({ full: 2, 'too-old': 1 }) }),
    fc.record({ type: fc.constant('off'), trigger: fc.constant('t1') }),
    fc.record({ type: fc.constant('of-tomorrow') }),
  )
  .chain((fields) => place.map((where) => ({ ...fields, ...where })));

const nonsense = fc.constantFrom(
  '{"antes":1,"type":"vis',
  'null',
  '[1,2]',
  '"text"',
  '<html>Sign in to the network</html>',
  '{}',
  '   ',
  '',
  JSON.stringify({ antes: 1, type: 'visit', sid: 's', visit: 'v', at: FROM, seq: 1.5 }),
  JSON.stringify({ antes: 1, type: 'visit', sid: 's', visit: 'v', at: 5, seq: 1 }),
  JSON.stringify({ antes: 1, type: 'visit', sid: '', visit: 'v', at: FROM, seq: 1 }),
  JSON.stringify({ antes: 2, type: 'visit', sid: 'z', visit: 'v', at: FROM, seq: 1 }),
);

/** Visits of one or two tabs, with what devices and networks do to them: twice, out of order, cut off. */
const traffic = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.boolean(), body), { maxLength: 120 })
  .chain((drawn) => {
    const seqs = new Map<string, number>();
    const lines = drawn.map(([visit, second, fields], i) => {
      const sid = `s${visit}${second ? 'b' : 'a'}`;
      const seq = (seqs.get(sid) ?? 0) + 1;
      seqs.set(sid, seq);
      const at = FROM + ((visit * 7919 + i * 104_729) % 5_000) * 86_400 + i;
      return JSON.stringify({ antes: 1, ...fields, sid, seq, visit: `v${visit}`, at, sent: at + 1 });
    });
    return fc
      .tuple(
        fc.array(fc.nat(Math.max(0, lines.length - 1)), { maxLength: 20 }),
        fc.array(nonsense, { maxLength: 8 }),
        fc.infiniteStream(fc.nat(1_000_000)),
      )
      .map(([again, bad, order]) => {
        const all = [...lines, ...again.flatMap((i) => lines[i] ?? []), ...bad];
        return all
          .map((line) => ({ line, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ line }) => line);
      });
  });

describe('the figures', () => {
  it('are those of a slow count', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(traffic, async (lines) => {
        const found = await report([
          ...lines,
          JSON.stringify({
            antes: 1,
            type: 'problem',
            code: 'X',
            sid: 'last',
            seq: 1,
            visit: 'last',
            at: NOW - 1,
          }),
        ]);
        const slow = slowCount(
          [
            ...lines,
            JSON.stringify({
              antes: 1,
              type: 'problem',
              code: 'X',
              sid: 'last',
              seq: 1,
              visit: 'last',
              at: NOW - 1,
            }),
          ],
          NOW,
        );
        const { read, totals } = found;
        expect({
          lines: read.lines,
          bad: read.bad,
          unknown: read.unknown,
          duplicates: read.duplicates,
          events: read.events,
        }).toEqual(slow.read);
        expect(totals).toEqual(slow.totals);
        expect(read.unfinished).toBe(slow.unfinished);
        expect(
          Object.fromEntries(
            found.triggers.map(
              ({
                trigger,
                shown,
                acted,
                dismissed,
                ignored,
                withdrawn,
                judged,
                solved,
                contacted,
                guardrail,
              }) => [
                trigger,
                {
                  shown,
                  acted,
                  dismissed,
                  ignored,
                  withdrawn,
                  judged,
                  solved,
                  contacted,
                  armShown: guardrail.shown,
                  armControl: guardrail.control,
                },
              ],
            ),
          ),
        ).toEqual(slow.triggers);
        for (const [key, { struggling, silent }] of Object.entries(slow.steps)) {
          const row = found.steps.find((step) => `${step.journey ?? null}/${step.step ?? null}` === key);
          expect([key, row?.struggling, row?.silent]).toEqual([key, struggling, silent]);
        }
        expect(found.steps.reduce((sum, step) => sum + step.silent, 0)).toBe(
          Object.values(slow.steps).reduce((sum, step) => sum + step.silent, 0),
        );
        expect(
          Object.fromEntries(
            found.reasons.map(({ reason, visits, contacts, touches, repeats }) => [
              reason,
              { visits, contacts, touches, repeats },
            ]),
          ),
        ).toEqual(slow.reasons);
      }),
      { numRuns: 40 },
    );
  });

  it('do not depend on how the lines are ordered', async () => {
    const lines = [...generateMonth({ seed: 5, visits: 300, from: FROM, days: 4 })].map((event) =>
      JSON.stringify(event),
    );
    const { traces, made: _made, read: _read, ...one } = await report(lines);
    const { traces: others, made: _, read: __, ...two } = await report([...lines].reverse());
    expect(two).toEqual(one);
    expect(others.map(({ why }) => why)).toEqual(traces.map(({ why }) => why));
  });

  it('of nothing are zero', async () => {
    const found = await insights({ rows: [] }, { now: NOW, config });
    expect(found.totals.visits).toBe(0);
    expect(found.period).toBe(undefined);
    expect(found.review).toHaveLength(config.triggers.length);
  });
});

describe('a simulated month', async () => {
  const from = Date.UTC(2026, 9, 26);
  const rows = generateMonth({ seed: 20_261_126, visits: 40_000, from });
  const reviewed = {
    ...config,
    triggers: config.triggers.map((trigger: Line) =>
      trigger['id'] === 'button-dead' ? { ...trigger, reviewBy: '2026-11-01' } : trigger,
    ),
  };
  const found = await insights({ rows }, { now: NOW, config: reviewed });
  const verdicts = Object.fromEntries(found.triggers.map(({ trigger, guardrail }) => [trigger, guardrail]));

  it('shows what helps, what harms, and what makes no difference', () => {
    expect(verdicts['card-declined-twice']!.verdict).toBe('helps');
    expect(verdicts['address-stall']!.verdict).toBe('harmful');
    expect(verdicts['coupon-refused']!.verdict).toBe('no evidence');
    expect(verdicts['button-dead']!.verdict).toBe('no evidence');
    expect(verdicts['where-is-my-order']!.contacts).toBe('fewer');
    expect(verdicts['card-incident']!.verdict).toBe('no control');
  });

  it('names what is due for review, harm first', () => {
    const due = Object.fromEntries(found.review.map(({ trigger, because }) => [trigger, because.join('; ')]));
    expect(found.review[0]).toMatchObject({ trigger: 'address-stall', urgent: true, owner: 'checkout-web' });
    expect(due['address-stall']).toMatch(/^It does harm: \d+% get to the end after it, \d+% without it$/);
    expect(due['endless-wait']).toBe('It was never shown');
    expect(due['coupon-refused']).toMatch(/^\d+% of those who see it close it$/);
    expect(due['button-dead']).toBe('It was to be looked at by 2026-11-01');
    expect(Object.keys(due)).not.toContain('card-declined-twice');
  });

  it('is told in ten visits, in plain sentences', () => {
    expect(found.traces).toHaveLength(10);
    for (const { why, lines } of found.traces) {
      expect(why).toMatch(/^(Stuck|Struggling|In trouble)/);
      expect(lines[0]!.text).toMatch(/^Came on a (phone|desktop|tablet), in (Spanish|English|Portuguese)/);
    }
  });

  it('has the names and the costs of the configuration', () => {
    const declined = found.reasons.find(({ reason }) => reason === 'card-declined')!;
    expect(declined).toMatchObject({ title: 'Card declined', owner: 'payments', quadrant: 'simplify' });
    expect(declined.cost).toBeCloseTo(6.4 * declined.contacts, 6);
    expect(found.steps.slice(0, 4).map(({ step }) => step)).toEqual([
      'cart',
      'address',
      'delivery',
      'payment',
    ]);
  });

  it('speaks the vocabulary of real pages', () => {
    const validate = new Ajv2020({ strict: false }).compile(eventsSchema());
    const wrong = [...generateMonth({ seed: 9, visits: 2_000, from })].flatMap((event) =>
      validate(event)
        ? []
        : [`${event.type}: ${JSON.stringify(validate.errors?.slice(0, 2))} ${JSON.stringify(event)}`],
    );
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('is the same from the same seed, and knows only ids of the shop', () => {
    const options = { seed: 7, visits: 300, from };
    const events = [...generateMonth(options)];
    expect([...generateMonth(options)]).toEqual(events);
    const triggers = new Set(events.map((event) => event['trigger']).filter((one) => one !== undefined));
    const ids = config.triggers.map(({ id }: { id: string }) => id);
    expect([...triggers].filter((id) => !ids.includes(id))).toEqual([]);
    for (const { reason, owner } of events as { reason?: string; owner?: string }[])
      if (reason !== undefined) expect(config.reasons[reason].owner).toBe(owner);
  });
});
