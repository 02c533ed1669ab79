import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config/read.js';
import type { JournalRecord } from '../../../src/core/records.js';
import { compileTriggers } from '../../../src/decide/triggers.js';
import { createEngine } from '../../../src/engine/engine.js';
import { cases } from '../../support/digest.js';

/** Gates that an armed trigger does not stop at: they are those of the moment, or of a control arm. */
const PASSED_BY = ['contest', 'interruption', 'holdout', 'experiment'];

const MONDAY = Date.UTC(2026, 10, 23, 9);
const MINUTE = 60_000;
/** What changes a gate without being an event: time that jumps, dates, other tabs, being asked for quiet. */
const changes = fc.oneof(
  fc
    .integer({ min: -2_000, max: 2_000 })
    .map((minutes) => ({ type: 'wall', wall: MONDAY + minutes * MINUTE })),
  fc.integer({ min: -200, max: 200 }).map((minutes) => ({
    type: 'facts',
    facts: { eta: new Date(MONDAY + minutes * MINUTE).toISOString(), tier: minutes > 0 ? 'gold' : null },
  })),
  fc.constantFrom(
    { type: 'off', triggers: ['t0', 't2'] },
    { type: 'off', triggers: [] },
    { type: 'mute', until: 5 * MINUTE },
    { type: 'step', step: 'payment' },
    { type: 'step', step: null },
    {
      type: 'visitor',
      visitor: {
        displays: [
          {
            trigger: 't0',
            rank: 2,
            at: 1,
            wall: MONDAY + MINUTE,
            stay: 0,
            journey: '',
            step: '/',
            session: 'other',
          },
        ],
        snooze: { t1: { n: 1, until: MONDAY + MINUTE } },
        mutedUntil: 0,
        kept: {},
      },
    },
  ),
);
const amongst = fc.array(fc.tuple(fc.nat(100), changes), { maxLength: 12 });

describe('an armed trigger that is not looked at', () => {
  it('is held back by the gate that a full trace names first, after every record and deadline', () => {
    let compared = 0;
    let held = 0;
    fc.assert(
      fc.property(cases(30), amongst, ([config, base], more) => {
        const records: JournalRecord[] = [...base];
        for (const [place, change] of more) {
          const i = Math.min(place, records.length);
          const at = records[i]?.at ?? records.at(-1)?.at ?? 0;
          records.splice(i, 0, { ...change, at } as JournalRecord);
        }
        const sound = readConfig(config, () => false);
        const delays = new Map(compileTriggers(sound, () => false).map(({ id, delayMs }) => [id, delayMs]));
        const engine = createEngine(sound, { seed: 'v1', session: 's1' });
        const offers: number[] = [];
        let said = 0;
        engine.on((output) => {
          if (output.kind === 'offer') offers.push(output.offer);
          if (output.kind !== 'signal' && output.kind !== 'level') said++;
        });
        /** A moment comes: armed triggers are looked at, and nothing that a gate asks for has changed. */
        function look(at: number) {
          said = 0;
          engine.feed({ type: 'hold', at, what: 'media', on: false });
          // What was decided at the end of this look may have closed a gate: the next one sees that.
          if (said > 0) return;
          for (const { trigger, gates } of engine.why()) {
            const pending = engine.state.decide.pending[trigger];
            if (!pending || at < pending.armedAt + delays.get(trigger)!) continue;
            const { heldBy } = pending;
            const first = gates.find(({ gate, pass }) => !pass && !PASSED_BY.includes(gate))?.gate ?? null;
            expect(PASSED_BY.includes(heldBy ?? '') ? null : heldBy, `${trigger} at ${at}`).toBe(first);
            compared++;
            if (first !== null) held++;
          }
        }
        engine.feed({ type: 'wall', at: 0, wall: MONDAY });
        for (const record of records) {
          engine.feed(record);
          for (const offer of offers.splice(0)) {
            engine.feed({ type: 'help', at: record.at, offer, phase: 'shown' });
            if (offer % 2) engine.feed({ type: 'help', at: record.at, offer, phase: 'dismissed' });
          }
          look(record.at);
        }
        const end = records.at(-1)?.at ?? 0;
        for (let i = 1; i <= 20; i++) look(end + i * 17_000);
      }),
      { numRuns: 250 },
    );
    // It is no test if hardly anything waits.
    expect(compared).toBeGreaterThan(400);
    expect(held).toBeGreaterThan(100);
  }, 60_000);
});
