import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/config/words.js';
import type { Config } from '../../../src/config/types.js';
import type { JournalRecord } from '../../../src/core/records.js';
import { replay } from '../../../src/engine/replay.js';
import { fromRrweb, rrwebJournal } from '../../../src/recordings/from-rrweb.js';
import { type Recording, recordings } from '../../replay/recordings.js';

const config = JSON.parse(
  readFileSync(new URL('../../../demo/antes.json', import.meta.url), 'utf8'),
) as Config;

const signalsIn = ({ events }: Recording) => {
  const { outputs } = replay(config, rrwebJournal(events, { words: wordsOf(config) }));
  return outputs.flatMap((one) =>
    one.kind === 'signal' ? [{ name: one.name, target: one.target, step: one.step }] : [],
  );
};

/** What was pressed, without the times and numbers in which two watchers may differ. */
const pressesIn = (records: readonly JournalRecord[]) => {
  const answered = new Set(records.flatMap((one) => (one.type === 'effect' && !one.busy ? [one.press] : [])));
  return records.flatMap((one) => {
    if (one.type !== 'press') return [];
    // rrweb tells of scrolling a little later than it happens.
    const { at: _at, y: _y, id, answer, ...press } = one;
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
      expect(signalsIn(recording)).toEqual(recording.signals);
    },
  );

  it.each(recordings.map((one) => [`${one.story} (${one.engine})`, one] as const))(
    '%s: the same presses are seen in both, answered or not',
    (_, { events, records }) => {
      expect(pressesIn(fromRrweb(events))).toEqual(pressesIn(records));
    },
  );
});
