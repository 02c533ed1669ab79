import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/replay/run.js';
import { busyConfig, journal } from '../../support/records.js';

const folder = mkdtempSync(join(tmpdir(), 'antes-read-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'one.json');
const replayed = (text: string) => {
  writeFileSync(file, text);
  return run([file], {
    config: busyConfig,
    old: undefined,
    only: undefined,
    visiting: {},
    note: () => {},
    progress: () => {},
  });
};
const types = [
  'view',
  'press',
  'field',
  'field-error',
  'facts',
  'host',
  'request',
  'hold',
  'visitor',
  'help',
  'x',
  4,
];

describe('a recording', () => {
  it('of anything at all is replayed, or named with its problem', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.record(
              {
                type: fc.constantFrom(...types),
                at: fc.oneof(fc.nat(1e6), fc.anything()),
                timestamp: fc.nat(),
                data: fc.anything(),
                facts: fc.anything(),
                visitor: fc.anything(),
                field: fc.anything(),
                steps: fc.anything(),
                path: fc.anything(),
                how: fc.constantFrom('load', 'route'),
              },
              { requiredKeys: ['type', 'at'] },
            ),
            fc.jsonValue(),
          ),
          { maxLength: 12 },
        ),
        async (values) => {
          const { recordings, problems } = await replayed(JSON.stringify(values) ?? '');
          expect(recordings.length + problems.length).toBeGreaterThan(0);
          for (const { problem } of problems) expect(problem).toMatch(/\S/);
        },
      ),
      { numRuns: 300 },
    ));

  it.each([1e157, -1e157, 8.64e15 + 2])('refuses times beyond all dates: %s', async (at) => {
    const { problems } = await replayed(JSON.stringify([{ type: 'view', how: 'load', path: '/', at }]));
    expect(problems.map(({ problem }) => problem)).toEqual(['record 1 has no "type" and "at"']);
  });

  it('says the same as a list, as lines and as a journal', () =>
    fc.assert(
      fc.asyncProperty(journal(), async (records) => {
        const until = records.at(-1)!.at;
        const told = async (text: string) => {
          const { recordings, problems } = await replayed(text);
          expect(problems).toEqual([]);
          return recordings.map(({ story }) => story);
        };
        const list = await told(JSON.stringify(records));
        expect(await told(records.map((one) => JSON.stringify(one)).join('\n'))).toEqual(list);
        expect(await told(JSON.stringify({ antes: '1', version: 1, visiting: {}, records, until }))).toEqual(
          list,
        );
      }),
      { numRuns: 20 },
    ));
});
