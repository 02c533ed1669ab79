import { describe, expect, it } from 'vitest';
import type { Config, Trigger } from '../../../src/config/types.js';
import type { JournalRecord } from '../../../src/core/records.js';
import { compareStories } from '../../../src/replay/compare.js';
import { createSumming } from '../../../src/replay/summary.js';
import { createTeller } from '../../../src/replay/teller.js';
import { trigger } from '../../support/triggers.js';

const configOf = (...triggers: Partial<Trigger>[]): Config => ({
  version: 1,
  content: { text: { title: 'Text' }, other: { title: 'Other' } },
  policy: { limits: [], gap: '1ms' },
  triggers: triggers.map((one) => trigger(one)),
});
const RECORDS: readonly JournalRecord[] = [
  { type: 'view', at: 0, how: 'load', path: '/cart', steps: [] },
  { type: 'host', at: 5_000, event: 'go', data: {} },
  { type: 'host', at: 8_000, event: 'go', data: {} },
];
const tell = (config: Config, records = RECORDS) => {
  const teller = createTeller(config);
  for (const record of records) teller.feed(record);
  return teller.story(20_000);
};
const changed = (old: Partial<Trigger>, now: Partial<Trigger>) =>
  compareStories(['t'], tell(configOf(old)), tell(configOf(now))).map(
    ({ kind, old: a, now: b }) => `${kind}: ${a.shown ?? a.gate} → ${b.shown ?? b.gate}`,
  );

describe('a change of config', () => {
  it('that changes nothing is none', () => expect(changed({}, { note: 'new' })).toEqual([]));
  it('shows earlier or later', () => {
    expect(changed({}, { timing: { at: 'now', delay: '2s' } })).toEqual(['later: 5000 → 7000']);
    expect(changed({ when: { event: 'go', min: 2 } }, {})).toEqual(['earlier: 8000 → 5000']);
  });
  it('shows what was not shown, and the other way round', () => {
    expect(changed({ status: 'draft' }, {})).toEqual(['newly-shown: status → 5000']);
    expect(changed({}, { when: { event: 'go', min: 3 } })).toEqual(['no-longer-shown: 5000 → null']);
  });
  it('shows it in another form or with another text', () => {
    expect(changed({}, { show: { content: 'text', as: 'banner' } })).toEqual(['other-form: 5000 → 5000']);
    expect(changed({}, { show: { content: 'other', as: 'notice' } })).toEqual(['other-content: 5000 → 5000']);
  });
  it('withholds it by another gate', () =>
    expect(changed({ status: 'draft' }, { where: { url: '/elsewhere' } })).toEqual([
      'other-gate: status → where',
    ]));
});

describe('a sum', () => {
  it('counts every trigger, and what withheld it', () => {
    const config = configOf({ id: 'a' }, { id: 'b', status: 'draft' }, { id: 'c', when: { event: 'never' } });
    const { summary, add } = createSumming(config);
    add('one', tell(config));
    add('two', tell(config));
    expect(summary).toMatchObject({ recordings: 2, records: 6, ms: 40_000 });
    expect(summary.triggers).toMatchObject([
      {
        trigger: 'a',
        armed: 2,
        due: 2,
        shown: 2,
        recordingsShown: 2,
        first: { recording: 'one', at: 5_000 },
      },
      { trigger: 'b', armed: 2, due: 0, shown: 0, withheld: { status: 2 }, first: null },
      { trigger: 'c', armed: 0, recordingsArmed: 0 },
    ]);
  });
});
