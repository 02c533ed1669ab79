import type { Situation } from '../contact/handoff.js';
import type { Engine, Output } from '../engine/engine.js';
import { causeOf } from './offers.js';

const MAX_SIGNALS = 10;

/** What has happened on this page, for whoever takes over. */
export interface SoFar {
  heard(output: Output): void;
  now(): Situation;
}

export function createSituation(engine: Engine): SoFar {
  let signals: Situation['signals'] = [];
  const help = new Set<string>();
  return {
    heard(output) {
      if (output.kind === 'signal') {
        const { name, count } = output;
        signals = [...signals, { name, count, cause: causeOf(name) }].slice(-MAX_SIGNALS);
      } else if (output.kind === 'help' && output.phase === 'shown') help.add(output.trigger);
    },
    now() {
      const { step, journey } = engine.state.here.place;
      return { step, journey, signals, failed: engine.state.decide.failed ?? [], help: [...help] };
    },
  };
}
