import { readConfig } from '../config/read.js';
import type { Config } from '../config/types.js';
import type { Journal } from '../core/journal.js';
import type { Report } from '../core/problems.js';
import { createEngine, type EngineState, type Output } from './engine.js';

export interface Replayed {
  readonly outputs: readonly Output[];
  readonly state: EngineState;
  /** Whether it went on from the state of the journal, if that has one; not where another version of Antes wrote it. */
  readonly resumed: boolean;
}

/** Runs a journal through the engine again: the same config leads to the same outputs as in the page. */
export function replay(config: Config, journal: Journal, report?: Report): Replayed {
  const outputs: Output[] = [];
  // As the page has read it: what is not understood there is not understood here.
  const engine = createEngine(readConfig(config, report ?? (() => false)), {
    ...journal.visiting,
    ...(journal.state === undefined
      ? {}
      : { state: JSON.parse(JSON.stringify(journal.state)) as EngineState }),
    ...(report === undefined ? {} : { report }),
  });
  engine.on((output) => outputs.push(output));
  for (const record of journal.records) engine.feed(record);
  engine.advance(journal.until);
  return { outputs, state: engine.state, resumed: journal.state === undefined || engine.resumed };
}
