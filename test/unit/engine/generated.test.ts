import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGNALS } from '../../../src/check/check.js';
import { configSchema } from '../../../src/config/schema/index.js';
import { configs } from '../../support/configs.js';
import { cases, digest, play } from '../../support/digest.js';

describe('generated configs', () => {
  it('are what the schema allows, and use every word of it', () => {
    const valid = new Ajv2020({ strict: false }).compile(configSchema(SIGNALS));
    const words = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        if (!Array.isArray(value)) words.add(key);
        collect(child);
      }
    };
    for (const config of fc.sample(configs(), 1_000)) {
      expect(valid(config), JSON.stringify(valid.errors)).toBe(true);
      collect(config);
    }
    const { $defs: defs } = configSchema([]);
    const language = [
      'Trigger',
      'Where',
      'Show',
      'Schedule',
      'Limit',
      'Variant',
      'MatcherTests',
      'EventCondition',
      'SequenceCondition',
      'AbsenceCondition',
      'ScoreCondition',
      'FactsCondition',
      'AllCondition',
      'AnyCondition',
      'NotCondition',
      'Policy',
    ];
    const all = language
      .flatMap((name) => Object.keys(defs![name]!.properties!))
      .filter((key) => key !== '$comment');
    expect(all.filter((key) => !words.has(key))).toEqual([]);
  }, 60_000);

  it('10,000 of them, each with a journal: nothing throws, and nothing that the schema allows is refused', () => {
    let offers = 0;
    fc.assert(
      fc.property(cases(), ([config, records]) => {
        const { outputs, problems } = play(config, records);
        if (problems.length > 0) throw new Error(problems.join('\n'));
        offers += outputs.filter(({ kind }) => kind === 'offer').length;
      }),
      { numRuns: 10_000 },
    );
    // It is no test if hardly anything happens.
    expect(offers).toBeGreaterThan(1_000);
  }, 120_000);

  it('decide the same of the same seed', () => {
    expect(digest(7, 50)).toEqual(digest(7, 50));
    expect(digest(8, 50).hashes).not.toEqual(digest(7, 50).hashes);
  }, 60_000);
});
