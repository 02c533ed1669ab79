import { expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.js';
import { createEngine } from '../../../src/engine/engine.js';
import { shopper } from '../../support/shopper.js';

const CONFIG: Config = { version: 1, triggers: [] };
const lived = () =>
  structuredClone(shopper().view('/a').press('b').type('c').error('c').submit().wait(5_000).engine.state);

it('goes on from the state of the page before', () => {
  const state = lived();
  const engine = createEngine(CONFIG, { state });
  expect(engine.resumed).toBe(true);
  expect(engine.state).toBe(state);
  expect(engine.state.at).toBe(5_000);
});

it('starts afresh without one, and with one that it could trip over', () => {
  for (const state of [undefined, null, 'x', { ...lived(), deadlines: {} }]) {
    const engine = createEngine(CONFIG, { state });
    expect(engine.resumed).toBe(false);
    expect(engine.state.at).toBe(0);
  }
});

it('goes on where a signal was off on the page before, or is off on this one', () => {
  const off: Config = { ...CONFIG, policy: { signals: { 'rage-click': { off: true } } } };
  const before = structuredClone(createEngine(off).state);
  expect(Object.keys(before.detect.parts)).not.toContain('rage-click');
  expect(createEngine(CONFIG, { state: before }).resumed).toBe(true);
  expect(createEngine(off, { state: lived() }).resumed).toBe(true);
});

it('starts a detector afresh whose part of the state is of another kind', () => {
  const state = lived();
  const name = Object.keys(state.detect.parts).find((one) => typeof state.detect.parts[one] === 'object')!;
  state.detect.parts[name] = 'damaged';
  const engine = createEngine(CONFIG, { state });
  expect(engine.resumed).toBe(true);
  expect(engine.state.detect.parts[name]).toEqual(createEngine(CONFIG).state.detect.parts[name]);
});
