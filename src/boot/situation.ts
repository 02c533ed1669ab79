import type { Situation } from '../contact/handoff.js';
import type { Engine, Output } from '../engine/engine.js';
import { noteSignal, signalsIn, type Notes } from './notes.js';
import { causeOf } from './offers.js';

/** What has happened in this session, on whichever of its pages, for whoever takes over. */
export interface SoFar {
  heard(output: Output): void;
  now(): Situation;
}

export function createSituation({ state }: Engine, session: string, notes: Notes): SoFar {
  return {
    heard(output) {
      if (output.kind === 'signal') noteSignal(notes, output.name, output.count);
    },
    now() {
      const { step, journey } = state.here.place;
      const { failed = [], visitor } = state.decide;
      const help = visitor.displays.filter((one) => one.session === session).map(({ trigger }) => trigger);
      const signals = signalsIn(notes).map((one) => ({ ...one, cause: causeOf(one.name) }));
      return { step, journey, signals, failed, help: [...new Set(help)] };
    },
  };
}
