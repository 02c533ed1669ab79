import type { Decision } from '../decide/state.js';
import type { Engine } from '../engine/engine.js';
import type { HelpRecord } from '../core/records.js';
import type { AntesEvents } from './antes.js';
import type { Board } from './board.js';
import type { OfferSource } from './offers.js';
import type { Voice } from './voice.js';

export interface DecidingDeps {
  readonly engine: Engine;
  readonly board: Board;
  readonly voice: Voice;
  present(source: OfferSource): void;
  /** What is stored of the visitor, maybe by another tab, counts here too. */
  hear(): void;
  save(): void;
  record(body: Omit<HelpRecord, 'at'>): void;
  emit<K extends keyof AntesEvents>(type: K, detail: AntesEvents[K]): void;
}

/** Carries out what the engine decides. */
export function createDeciding(deps: DecidingDeps): (decision: Decision) => void {
  const { engine, board, voice, present, hear, save, record, emit } = deps;
  const isThere = (offer: number, before = false): boolean =>
    engine.state.decide.screen.some(
      (one) => one.offer === offer && !one.leaving && (!before || one.shownAt !== null),
    );
  /** With the word given to this tab, what was said in the others counts once more. */
  function speak(source: OfferSource, mine: boolean): void {
    if (mine) hear();
    else record({ type: 'help', offer: source.id, phase: 'withheld', why: 'elsewhere' });
    if (mine && isThere(source.id)) present(source);
    else voice.done();
  }
  return (decision) => {
    if (decision.kind === 'offer') {
      const { offer: id, kind: _kind, at: _at, ...what } = decision;
      const source = { id, ...what };
      // What was on the page before comes back without being asked.
      if (isThere(id, true)) present(source);
      else voice.ask((mine) => speak(source, mine));
    } else if (decision.kind === 'leave') board.leave(decision.offer, decision.why);
    else if (decision.kind === 'help') {
      // Numbers and arms are for reports.
      const { kind: _kind, at: _at, offer: _offer, variant: _variant, ...detail } = decision;
      emit('help', detail);
      save();
      voice.done();
    }
  };
}
