import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../src/core/journal.js';
import { createEngine, type EngineState, type Output } from '../../../src/engine/engine.js';
import { replay } from '../../../src/engine/replay.js';
import { busyConfig, journal } from '../../support/records.js';

const visiting = { seed: 'v', session: 's', device: 'phone', test: true } as const;

describe('replay', () => {
  it('leads to the outputs and the state of the page', () => {
    fc.assert(
      fc.property(journal(), (records) => {
        const outputs: Output[] = [];
        const engine = createEngine(busyConfig, visiting);
        engine.on((output) => outputs.push(output));
        for (const record of records) engine.feed(record);
        const until = records.at(-1)!.at + 30_000;
        engine.advance(until);
        const again = replay(busyConfig, { antes: '0', version: 1, visiting, records, until });
        expect(again.outputs).toEqual(outputs);
        expect(again.state).toEqual(engine.state);
        expect(again.resumed).toBe(true);
      }),
    );
  });
  it('begins with the state that was there at the first record, and leaves it alone', () => {
    fc.assert(
      fc.property(journal(), fc.nat(60), (records, n) => {
        const cut = n % records.length;
        const engine = createEngine(busyConfig, visiting);
        for (const record of records.slice(0, cut)) engine.feed(record);
        const state = JSON.parse(JSON.stringify(engine.state)) as EngineState;
        const outputs: Output[] = [];
        engine.on((output) => outputs.push(output));
        for (const record of records.slice(cut)) engine.feed(record);
        const until = records.at(-1)!.at;
        engine.advance(until);
        const rest: Journal = { antes: '0', version: 1, visiting, state, records: records.slice(cut), until };
        const before = JSON.stringify(rest);
        const again = replay(busyConfig, rest);
        expect([again.outputs, again.resumed]).toEqual([outputs, true]);
        expect(JSON.stringify(rest)).toBe(before);
      }),
    );
  });
  it('begins anew, and says so, where the state is of another version', () => {
    const rest: Journal = {
      antes: '0',
      version: 1,
      visiting,
      state: { decide: 1 },
      records: [],
      until: 5,
    };
    const fresh = replay(busyConfig, { ...rest, state: undefined });
    expect(replay(busyConfig, rest)).toEqual({ ...fresh, resumed: false });
  });
  it('tells what is wrong with the config', () => {
    const problems: string[] = [];
    replay(
      { version: 1, triggers: [{ id: 'x' } as never] },
      { antes: '0', version: 1, visiting, records: [], until: 0 },
      (code) => problems.push(code) > 0,
    );
    expect(problems).toEqual(['TRIGGER_INVALID']);
  });
});
