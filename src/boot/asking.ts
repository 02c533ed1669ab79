import type { Engine } from '../engine/engine.js';
import type { Observing } from '../observe/index.js';

/** What `open()` asks by; no event is called so. */
export const OPEN = 'open()';

/**
 * A page may ask for help because something was pressed: with `open()`, or with an event that a trigger waits for. That help
 * is the answer to the press, and as our own it is none that observe looks for.
 */
export interface Asking {
  /** The page asks, by `open()` or by an event; `work` carries it out. */
  ask(by: string, work: () => void): void;
  /** Help is there to be seen. */
  shown(offer: number): void;
}

export interface AskingDeps {
  readonly engine: Pick<Engine, 'state'>;
  /** The engine is at work: its outputs are being told. */
  isBusy(): boolean;
  observing(): Observing | undefined;
}

export function createAsking({ engine, isBusy, observing }: AskingDeps): Asking {
  const screen = () => engine.state.decide.screen;
  return {
    ask(by, work) {
      // Whoever hears a signal of ours, and asks for help then, answers no press.
      if (!isBusy()) observing()?.asked(by);
      work();
      // Pressed once more: it is there already.
      if (screen().some(({ because, shownAt }) => because === by && shownAt !== null)) observing()?.came(by);
    },
    shown(offer) {
      const by = offer > 0 ? screen().find((one) => one.offer === offer)?.because : OPEN;
      if (by !== undefined) observing()?.came(by);
    },
  };
}
