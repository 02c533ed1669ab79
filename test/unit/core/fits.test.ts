import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fits } from '../../../src/core/fits.js';
import { createEngine, type EngineState } from '../../../src/engine/engine.js';
import { shopper } from '../../support/shopper.js';

const fresh = createEngine({ version: 1, triggers: [] }).state;
const lived = shopper().view('/a').press('b').type('c').error('c').submit().wait(5_000).engine.state;

it('takes what an engine has stored', () => {
  expect(fits(JSON.parse(JSON.stringify(lived)), fresh)).toBe(true);
});

it('refuses what an engine could trip over', () => {
  expect(fits({ at: 1, decide: {}, detect: {}, here: {} }, fresh)).toBe(false);
  expect(fits({ ...lived, deadlines: {} }, fresh)).toBe(false);
  expect(fits({ ...lived, decide: { ...lived.decide, visitor: null } }, fresh)).toBe(false);
});

it('leaves an engine that runs, whatever part of the state is replaced', () => {
  const parts = Object.keys(lived) as (keyof EngineState)[];
  fc.assert(
    fc.property(fc.constantFrom(...parts), fc.anything(), (part, value) => {
      const state = { ...structuredClone(lived), [part]: value };
      if (fits(state, fresh)) createEngine({ version: 1, triggers: [] }, { state }).advance(1_000_000);
    }),
  );
});
