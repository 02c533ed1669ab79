import fc from 'fast-check';
import { expect, it } from 'vitest';
import { check } from '../../src/check.js';
import type { Config } from '../../src/config/types.js';
import { configs } from '../support/configs.js';
import { rich } from '../support/mutate.js';
import { fuzz, tally } from './fuzz.js';
import { change, changed, placesIn, read, write, WRONG, WRONG_IN_PAGES, type Container } from './mutation.js';
import { runsOf } from './shares.js';
import { JOURNALS, surviveConfig } from './survive.js';

/** Sound configs that the schema allows, and the one of the guide, which uses every part of the language. */
const BASES: readonly Config[] = [
  ...(Array.from({ length: 40 }, () => rich()) as unknown as Config[]),
  ...fc.sample(configs(), { seed: Number(process.env['ANTES_SEED']), numRuns: 300 }),
];
const EVERYWHERE = [...WRONG, ...WRONG_IN_PAGES];
const base = fc.nat(BASES.length - 1);
const journey = fc.nat(JOURNALS.length - 1);

const show = (config: unknown): string => {
  try {
    return JSON.stringify(config, (_key, value: unknown) =>
      typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : value,
    );
  } catch (error) {
    return String(error);
  }
};

it('a config that was changed anywhere, in any way', async () => {
  const input = fc.record({
    base,
    journey,
    changes: fc.array(change, { minLength: 1, maxLength: 5 }),
    json: fc.boolean(),
    thorough: fc.nat(5),
  });
  const made = ({ base: i, changes, json }: { base: number; changes: never[]; json: boolean }): unknown => {
    const one = changed(BASES[i]!, changes, json ? WRONG : EVERYWHERE);
    return json ? (JSON.parse(JSON.stringify(one) ?? 'null') as unknown) : one;
  };
  await fuzz(
    'config',
    input,
    (one) => {
      const source = made(one as never);
      surviveConfig(source, JOURNALS[one.journey]!, one.thorough === 0);
      if (one.json && one.thorough === 1 && one.base % 8 === 0) check(JSON.stringify(source));
    },
    (one) => `${JSON.stringify(one)}\n${show(made(one as never))}`,
  );
});

it('each field of the guide’s config, with each wrong value', () => {
  const source = rich() as unknown as Container;
  const places = placesIn(source);
  expect(places.length).toBeGreaterThan(350);
  const total = places.length * (EVERYWHERE.length + 1);
  // Steps of a size that has no part in common with it: every field and every value is met early.
  const runs = runsOf('every field');
  const step = [7_919, 7_927, 7_933].find((one) => total % one !== 0)!;
  const from = Number(process.env['ANTES_SEED']) % total;
  for (let i = 0; i < runs; i++) {
    const at = (from + i * step) % total;
    const [container, key] = places[at % places.length]!;
    const before = read(container, key);
    const which = Math.floor(at / places.length);
    if (which < EVERYWHERE.length) write(container, key, EVERYWHERE[which]);
    else delete (container as Record<string, unknown>)[key];
    try {
      surviveConfig(source, JOURNALS[i % JOURNALS.length]!, i % 16 === 0);
    } catch (error) {
      throw new Error(`With ${key} = ${show(EVERYWHERE[which])}:\n${show(source)}`, { cause: error });
    } finally {
      write(container, key, before);
    }
  }
  tally('every field', runs);
});
