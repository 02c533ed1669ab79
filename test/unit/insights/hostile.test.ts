import { describe, expect, it } from 'vitest';
import { insights, renderReport, tables } from '../../../src/insights.js';
import { EVENT_TYPES } from '../../../src/report/schema/index.js';

const NOW = Date.UTC(2026, 10, 26);
const AT = NOW - 5 * 86_400_000;
/** Anybody can send something to a public address. */
const WORDS = [
  '<img src=x onerror=alert(1)>',
  '</style><script>alert(1)</script>',
  '=1+1',
  ' =1+1',
  '\n@SUM(1)',
  '＝1+1',
  `"; DROP TABLE events; --`,
  "' OR 1=1 --",
  '__proto__',
  'constructor',
  '\u0000',
  'x'.repeat(5_000),
];
const TYPES = EVENT_TYPES.map(({ type }) => type);

let seq = 0;
const event = (more: object) => ({
  antes: 1,
  sid: 'stream-00001',
  visit: 'visit-000001',
  seq: ++seq,
  at: AT + seq * 1_000,
  ...more,
});
const rows = WORDS.flatMap((word, i) => {
  const names = { journey: word, step: word, trigger: word, reason: word, owner: word, variant: word };
  const own = { ...names, visit: `visit-1${i}`, name: word, channel: word, code: word, as: word, gate: word };
  const wild = { count: 1e308, active: -5, retries: 1e99, backs: 'x', effort: 300, repeat: -1, offer: i };
  return [
    ...TYPES.map((type) =>
      event({
        ...own,
        ...wild,
        type,
        phase: 'entered',
        level: 'stuck',
        lang: word,
        device: word,
        holdout: { name: word, arm: word },
        counts: { [word]: 1e300 },
        arm: 'shown',
        ended: word,
      }),
    ),
    event({ ...own, type: 'help', phase: 'shown', offer: i }),
    event({ ...own, type: 'contact' }),
    event({ ...own, type: 'journey', phase: 'completed' }),
    event({ ...own, type: 'help', phase: 'withheld', gate: 'holdout', visit: `visit-2${i}` }),
  ];
});

describe('a report of what anybody may have sent', async () => {
  const found = await insights({ rows }, { now: NOW });
  it('is made all the same, with losses by known words only', () => {
    expect(found.read.events).toBe(rows.length);
    expect(Object.keys(found.read.dropped)).toEqual(['constructor']);
    expect(found.triggers).toHaveLength(WORDS.length);
  });
  it('has no markup of theirs', async () => {
    const page = await renderReport(found, { title: '<b>Shop</b>' });
    expect(page).not.toMatch(/<(script|img|iframe|b)\b/i);
    expect(page.match(/<style>/g)).toHaveLength(1);
    expect(page).toContain('&lt;img src=x');
  });
  it('has no formula of theirs, and as many lines as rows', () => {
    for (const [name, csv] of Object.entries(tables(found))) {
      const cells = csv.split(/\r\n|,/).filter((cell) => !/^-?\d/.test(cell));
      for (const cell of cells) expect(cell, name).not.toMatch(/^"?[\s=+@＝-]/);
    }
  });
});

it.each([
  ['lists that are none', { journeys: { j: { steps: 'abc' } }, triggers: 'x', reasons: [] }],
  [
    'names that are none',
    { journeys: { j: { title: 7, owner: {} } }, reasons: { r: null }, triggers: [null, { id: 7 }] },
  ],
])('a configuration with %s is no reason to fail', async (_, config) => {
  const found = await insights(
    {
      rows: ['a', 'b'].flatMap((step) => [
        event({ type: 'step', phase: 'entered', journey: 'j', step }),
        event({ type: 'journey', phase: 'started', journey: 'j', step }),
        event({ type: 'contact', channel: 'chat', reason: 'r' }),
      ]),
    },
    { now: NOW, config: config as never },
  );
  expect(await renderReport(found)).toContain('<h1>');
  expect(found.steps).toHaveLength(3);
});

it.each([
  ['one event', [event({ type: 'visit', version: '1', config: 'a', device: 'phone', lang: 'en' })]],
  [
    'only what was held back',
    [1, 2].map((offer) =>
      event({ type: 'help', phase: 'withheld', gate: 'holdout', trigger: 't', as: 'notice', offer }),
    ),
  ],
  [
    'a visit over midnight',
    [
      event({ type: 'help', phase: 'shown', trigger: 't', offer: 1, at: AT - 1_000 }),
      event({ type: 'journey', phase: 'completed', journey: 'j', at: AT + 1_000 }),
    ],
  ],
])('%s makes a report', async (_, some) => {
  const found = await insights({ rows: some }, { now: NOW });
  expect(found.totals.visits).toBe(1);
  expect(await renderReport(found)).toContain('<h1>');
});
