import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.js';
import type { Journal } from '../../../src/core/journal.js';
import { createEngine } from '../../../src/engine/engine.js';
import { sayAt } from '../../../src/inspector/model/entries.js';
import { readJournal, runAgain, since } from '../../../src/inspector/model/journal.js';

const CONFIG: Config = {
  version: 1,
  content: { help: { title: 'Help' } },
  triggers: [
    { id: 'twice', when: { event: 'go', min: 2 }, show: { content: 'help', as: 'notice' } },
    { id: 'never', when: { event: 'other' }, show: { content: 'help', as: 'notice' } },
  ],
};
const JOURNAL: Journal = {
  antes: '0.1.0',
  version: 1,
  visiting: { seed: 's', session: 's', device: 'desktop', test: false },
  until: 10_000,
  records: [
    { type: 'view', at: 0, how: 'load', path: '/', steps: [] },
    { type: 'host', at: 1_000, event: 'go', data: {} },
    { type: 'host', at: 5_000, event: 'go', data: {} },
  ],
};

describe('journals', () => {
  it('says which triggers would be shown, and how it came to that', () => {
    const { never, summary, triggers } = runAgain(CONFIG, JOURNAL);
    expect(triggers).toEqual([
      { trigger: 'twice', shown: true, lines: expect.arrayContaining(['0:05.0 armed by “go”']) as string[] },
    ]);
    expect(never).toEqual(['never']);
    expect(summary).toContain('3 records');
  });
  it('goes on from how things stood when a recording began', () => {
    const engine = createEngine(CONFIG, JOURNAL.visiting);
    for (const record of JOURNAL.records.slice(0, 2)) engine.feed(record);
    const part = since(JOURNAL, 2_000, engine.state);
    expect(part.records).toHaveLength(1);
    expect(runAgain(CONFIG, part).triggers[0]).toMatchObject({ trigger: 'twice', shown: true });
    // The live state goes on by itself.
    engine.feed({ type: 'host', at: 3_000, event: 'go', data: {} });
    expect(runAgain(CONFIG, { ...part, records: [] }).triggers).toEqual([]);
  });
  it('says where what was before its first record had to be left out', () => {
    const other = { ...JOURNAL, state: { decide: 1 } as never };
    expect(runAgain(CONFIG, other).summary).toContain('of another version');
    expect(runAgain(CONFIG, JOURNAL).summary).not.toContain('of another version');
  });
  it('reads what antes.journal() gives', () =>
    expect(readJournal(JSON.stringify(JOURNAL))).toEqual({ journal: JOURNAL }));
  it.each(['', '{', '[]', 'null', '{"version":1}', '{"version":1,"visiting":{},"until":1,"records":[1]}'])(
    'says what is wrong with %j',
    (text) => expect(readJournal(text)).toHaveProperty('wrong', expect.stringMatching(/./)),
  );
  it.each([
    [0, '0:00.0'],
    [4_250, '0:04.2'],
    [3_723_000, '1:02:03.0'],
  ])('writes %i as %s', (ms, text) => expect(sayAt(ms)).toBe(text));
});
