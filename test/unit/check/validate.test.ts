import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, SIGNALS } from '../../../src/check/check.js';
import { validate } from '../../../src/check/validate.js';
import { readConfig } from '../../../src/config/read.js';
import { forEditors } from '../../../src/config/schema/editors.js';
import { configSchema } from '../../../src/config/schema/index.js';
import { compileTriggers } from '../../../src/decide/triggers.js';
import { example, mutated } from '../../support/mutate.js';

const schema = configSchema(SIGNALS);
const ajv = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
const shipped = new Ajv2020({ strict: true }).compile(forEditors(schema));

/** Sense is for check alone: the browser runs what is only unwise. */
const SENSE = new Set([
  'EVENT_MISSPELT',
  'VALUE_UNKNOWN',
  'FACT_NOT_SHOWN',
  'CONTACT_MISSING',
  'PATH_WRONG',
  'NEVER_SHOWN',
  'NEVER_MATCHES',
  'SCHEDULE_EMPTY',
  'SHARES_SUM',
  'SELECTOR_INVALID',
]);

/** Triggers that check finds an error in, and those that the engine leaves out. */
function verdicts(config: unknown) {
  const entry = (pointer: string) => /^\/triggers(?:\/\d+|$)/.exec(pointer)?.[0];
  const sorted = (pointers: (string | undefined)[]) =>
    [...new Set(pointers)].filter((one) => one !== undefined).toSorted();
  const byCheck = sorted(
    check(config, { now: 0 })
      .filter(({ severity, code }) => severity === 'error' && !SENSE.has(code))
      .map(({ pointer }) => entry(pointer)),
  );
  const problems: string[] = [];
  const report = (_code: string, path: string) => problems.push(path) > 0;
  compileTriggers(readConfig(config, report), report);
  return { byCheck, byEngine: sorted(problems.map(entry)) };
}

// Each input is a whole file, on a machine that may be busy.
describe('the verdict', { timeout: 60_000 }, () => {
  it('of the example is that nothing is wrong', () => {
    expect(validate(schema, example())).toEqual([]);
    expect(ajv(example())).toBe(true);
  });

  it('is that of Ajv', () => {
    const seen = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(mutated('all'), (config) => {
        const right = ajv(config);
        // What editors get is written differently, and says the same.
        expect(shipped(config)).toBe(right);
        seen[right ? 'right' : 'wrong']++;
        expect({
          right: validate(schema, config).length === 0,
          issues: validate(schema, config),
        }).toMatchObject({
          right,
        });
      }),
      { numRuns: 500 },
    );
    expect(Math.min(seen.right, seen.wrong)).toBeGreaterThan(15);
  });

  it('on a trigger is that of the engine', () => {
    const seen = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(mutated('triggers'), (config) => {
        const { byCheck, byEngine } = verdicts(config);
        seen[byEngine.length === 0 ? 'right' : 'wrong']++;
        expect(byCheck).toEqual(byEngine);
      }),
      { numRuns: 500 },
    );
    expect(Math.min(seen.right, seen.wrong)).toBeGreaterThan(15);
  });

  it('is found without the last net, which says only what nothing else has said', () => {
    fc.assert(
      fc.property(mutated('all'), (config) => {
        expect(check(config, { now: 0 }).filter(({ code }) => code === 'REFUSED')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string(), mutated('all')), (config) => {
        for (const one of [config, JSON.stringify(config)]) {
          for (const { message, line, pointer } of check(one)) {
            expect(message).toMatch(/\S/);
            expect(line).toBeGreaterThanOrEqual(typeof one === 'string' ? 1 : 0);
            expect(pointer).toMatch(/^(\/|$)/);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
