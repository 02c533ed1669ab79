import fc from 'fast-check';
import { readConfig } from '../../src/config/read.js';
import { hash } from '../../src/core/hash.js';
import type { Config } from '../../src/config/types.js';
import type { JournalRecord } from '../../src/core/records.js';
import { createEngine, type Output } from '../../src/engine/engine.js';
import { configs } from './configs.js';
import { journal } from './records.js';

export interface Played {
  readonly outputs: readonly Output[];
  readonly problems: readonly string[];
  why(): unknown;
}

const TAIL_MS = 120_000;

/** Shows what is offered, as a page would, and closes it after a while: without this, the first help would be the last. */
export function play(config: Config, records: readonly JournalRecord[], seed = 'v1'): Played {
  const outputs: Output[] = [];
  const problems: string[] = [];
  const report = (code: string, path: string, message: string) =>
    problems.push(`${code} ${path} ${message}`) > 0;
  const engine = createEngine(readConfig(config, report), { seed, session: 's1', report });
  const offers: number[] = [];
  engine.on((output) => {
    outputs.push(output);
    if (output.kind === 'offer') offers.push(output.offer);
  });
  let at = 0;
  for (const record of records) {
    at = record.at;
    engine.feed(record);
    for (const offer of offers.splice(0)) {
      engine.feed({ type: 'help', at, offer, phase: 'shown' });
      if (offer % 2) engine.feed({ type: 'help', at, offer, phase: offer % 3 ? 'gone' : 'dismissed' });
    }
  }
  engine.advance(at + TAIL_MS);
  return { outputs, problems, why: () => engine.why() };
}

export const cases = (maxRecords = 12): fc.Arbitrary<[Config, JournalRecord[]]> =>
  fc.tuple(configs(), journal(0, maxRecords));

/** A number for each of so many generated cases: the same wherever the engine runs, or it decides differently there. */
export const digest = (seed: number, numRuns: number): { hashes: number[]; offers: number } => {
  let offers = 0;
  const hashes = fc.sample(cases(30), { seed, numRuns }).map(([config, records], i) => {
    const { outputs, why } = play(config, records, `v${i}`);
    offers += outputs.filter(({ kind }) => kind === 'offer').length;
    return hash(JSON.stringify([config, records, outputs, why()]));
  });
  return { hashes, offers };
};
