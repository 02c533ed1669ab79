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
  /** What the struggle is made of, not cut off at 1: when the session ends, at its highest, and in the mean of all time. */
  readonly struggle: number;
  readonly peak: number;
  readonly mean: number;
  /** Weights of all signals, undecayed. */
  readonly total: number;
}

/** An offer is on the screen after this time, and goes again by itself. */
const SHOWN_MS = 60;
const GONE_MS = 15_000;
/** How often the struggle is looked at. */
const SAMPLE_MS = 250;
/** Deadlines after the last record. */
const TAIL_MS = 12_000;
/** Monday 23 November 2026, 10:00 in Madrid. */
const WALL = Date.UTC(2026, 10, 23, 9);

/** Runs records through the engine as a page would; offers are shown, looked at and left alone. */
export function run(
  records: readonly JournalRecord[],
  config: Config,
  seed = 'simulated',
  sample = false,
): Run {
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
  const struggle = () => {
    const { parts } = engine.state.struggle;
    const active = activeAt(engine.state.activity, engine.state.at);
    // Each by itself, because the score of all is cut off at 1.
    return parts.reduce((sum, part) => sum + scoreAt({ parts: [part], level: 'calm' }, active), 0);
  };
  let [peak, area, sampled] = [0, 0, 0];
  const feed = (record: JournalRecord) => {
    while (answers[0] && answers[0].at <= record.at) engine.feed(answers.shift()!);
    const until = sample ? record.at : 0;
    while (sampled < until) {
      engine.advance(sampled);
      const now = struggle();
      peak = Math.max(peak, now);
      area += now * SAMPLE_MS;
      sampled += SAMPLE_MS;
    }
    engine.feed(record);
  };
  feed({ type: 'wall', at: 0, wall: WALL });
  for (const record of records) feed(record);
  const end = records.at(-1)?.at ?? 0;
  const last = struggle();
  const activeMs = activeAt(engine.state.activity, end);
  const total = signals.reduce((sum, { weight }) => sum + weight, 0);
  for (let at = end; at < end + TAIL_MS; at += 1_000) {
    engine.advance(at);
    while (answers[0] && answers[0].at <= at) engine.feed({ ...answers.shift()!, at });
  }
  return { signals, offers, activeMs, struggle: last, peak: Math.max(peak, last), mean: area / end, total };
}
