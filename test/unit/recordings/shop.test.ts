import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/config/words.js';
import type { Config } from '../../../src/config/types.js';
import type { JournalRecord } from '../../../src/core/records.js';
import type { Journal } from '../../../src/core/journal.js';
import { replay } from '../../../src/engine/replay.js';
import { fromRrweb, rrwebJournal } from '../../../src/recordings/from-rrweb.js';
import { type Recording, recordings } from '../../replay/recordings.js';

const config = JSON.parse(
  readFileSync(new URL('../../../demo/antes.json', import.meta.url), 'utf8'),
) as Config;

/**
 * rrweb tells neither of requests nor of single deletions, and not whether a message is the one before: what needs these
 * is seen live only (docs/recordings.md).
 */
const LIVE_ONLY: readonly string[] = ['request-failure', 'field-churn', 'error-message'];

const signalsOf = (journal: Journal) =>
  replay(config, journal).outputs.flatMap((one) =>
    one.kind === 'signal' && !LIVE_ONLY.includes(one.name)
      ? [{ name: one.name, target: one.target, step: one.step }]
      : [],
  );
const seenByRrweb = ({ events }: Recording) => signalsOf(rrwebJournal(events, { words: wordsOf(config) }));
/** What Antes itself had told, run through the engine as it is today. */
const seenLive = ({ events, records }: Recording) =>
  signalsOf({ ...rrwebJournal(events, { words: wordsOf(config) }), records });

/** What was pressed, without the times and numbers in which two watchers may differ. */
const pressesIn = (records: readonly JournalRecord[]) => {
  const answered = new Set(records.flatMap((one) => (one.type === 'effect' && !one.busy ? [one.press] : [])));
  return records.flatMap((one) => {
    if (one.type !== 'press') return [];
    // rrweb tells of scrolling a little later than it happens; looks and states it does not record.
    const { at: _at, y: _y, id, answer, state: _state, leads: _leads, affords: _affords, ...press } = one;
    // Whether a control that is switched off answered is not asked by anybody.
    if (press.disabled) return [press];
    return [{ ...press, answered: answer !== undefined || answered.has(id) }];
  });
};

describe('visits to the shop that were recorded with rrweb while Antes was looking', () => {
  it('are all there', () => {
    expect(recordings.length).toBeGreaterThanOrEqual(5);
  });

  it.each(recordings.map((one) => [`${one.story} (${one.engine})`, one] as const))(
    '%s: the same signals are seen in both',
    (_, recording) => {
      expect(seenByRrweb(recording)).toEqual(seenLive(recording));
    },
  );

  it.each(recordings.map((one) => [`${one.story} (${one.engine})`, one] as const))(
    '%s: the same presses are seen in both, answered or not',
    (_, { events, records }) => {
      expect(pressesIn(fromRrweb(events))).toEqual(pressesIn(records));
    },
  );
});
