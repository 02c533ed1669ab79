import type { Config } from '../../src/config/types.js';
import type { JournalRecord } from '../../src/core/records.js';
import { createEngine, type Output } from '../../src/engine/engine.js';
import { activeAt } from '../../src/journey/activity.js';
import { scoreAt } from '../../src/journey/struggle.js';

export type SignalSeen = Extract<Output, { kind: 'signal' }>;

export interface Run {
  readonly signals: readonly SignalSeen[];
  /** Triggers of the offers made. */
  readonly offers: readonly { readonly trigger: string; readonly at: number }[];
  readonly activeMs: number;
  /** Sum of the weights the struggle is made of when the session ends, not cut off at 1. */
  readonly struggle: number;
}

/** An offer is on the screen after this time, and goes again by itself. */
const SHOWN_MS = 60;
const GONE_MS = 15_000;
/** Deadlines after the last record. */
const TAIL_MS = 12_000;
/** Monday 23 November 2026, 10:00 in Madrid. */
const WALL = Date.UTC(2026, 10, 23, 9);

/** Runs records through the engine as a page would; offers are shown, looked at and left alone. */
export function run(records: readonly JournalRecord[], config: Config, seed = 'simulated'): Run {
  const engine = createEngine(config, { seed, session: seed });
  const signals: SignalSeen[] = [];
  const offers: { trigger: string; at: number }[] = [];
  const answers: JournalRecord[] = [];
  engine.on((output) => {
    if (output.kind === 'signal') signals.push(structuredClone(output));
    if (output.kind !== 'offer') return;
    const { offer, trigger, at } = output;
    offers.push({ trigger, at });
    answers.push({ type: 'help', at: at + SHOWN_MS, offer, phase: 'shown' });
    answers.push({ type: 'help', at: at + GONE_MS, offer, phase: 'gone' });
    answers.sort((a, b) => a.at - b.at);
  });
  const feed = (record: JournalRecord) => {
    while (answers[0] && answers[0].at <= record.at) engine.feed(answers.shift()!);
    engine.feed(record);
  };
  feed({ type: 'wall', at: 0, wall: WALL });
  for (const record of records) feed(record);
  const end = records.at(-1)?.at ?? 0;
  const { activity } = engine.state;
  const activeMs = activeAt(activity, end);
  const struggle = engine.state.struggle.parts.reduce((sum, part) => {
    const alone = { ...engine.state.struggle, parts: [part] };
    return sum + scoreAt(alone, activeMs);
  }, 0);
  for (let at = end; at < end + TAIL_MS; at += 1_000) {
    engine.advance(at);
    while (answers[0] && answers[0].at <= at) engine.feed({ ...answers.shift()!, at });
  }
  return { signals, offers, activeMs, struggle };
}
