import type { Situation } from '../contact/handoff.js';
import type { Engine } from '../engine/engine.js';
import { causeOf } from './offers.js';

const MAX_SIGNALS = 10;

/** Follows what happens on this page, for whoever takes over. */
export function createSituation(engine: Engine): () => Situation {
  let signals: Situation['signals'] = [];
  const help = new Set<string>();
  engine.on((output) => {
    if (output.kind === 'signal') {
      const { name, count } = output;
      signals = [...signals, { name, count, cause: causeOf(name) }].slice(-MAX_SIGNALS);
    } else if (output.kind === 'help' && output.phase === 'shown') help.add(output.trigger);
  });
  return () => {
    const { step, journey } = engine.state.here.place;
    return {
      step,
      journey,
      signals,
      failed: engine.state.decide.failed ?? [],
      help: [...help],
    };
  };
}
