import type { Situation } from '../contact/handoff.js';
import type { Engine } from '../engine/engine.js';
import { causeOf } from './offers.js';

const MAX_SIGNALS = 10;

/** Follows what happens on this page, for whoever takes over. */
export function createSituation(engine: Engine): () => Situation {
  const signals: Situation['signals'][number][] = [];
  const help = new Set<string>();
  engine.on((output) => {
    if (output.kind === 'signal') {
      const { name, count } = output;
      signals.push({ name, count, cause: causeOf(name) });
      if (signals.length > MAX_SIGNALS) signals.shift();
    } else if (output.kind === 'help' && output.phase === 'shown') help.add(output.trigger);
  });
  return () => {
    const { step, journey } = engine.state.here.place;
    return {
      step,
      journey,
      signals: [...signals],
      failed: engine.state.decide.failed ?? [],
      help: [...help],
    };
  };
}
