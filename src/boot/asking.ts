import { ANSWER_MAX_MS } from '../core/records.js';
import type { Engine } from '../engine/engine.js';
import type { Observing } from '../observe/index.js';

/** What the page has asked by: an event, or the offer that came of `open()`. Nothing, if nothing comes of it. */
type By = string | number | undefined;

/**
 * A page may ask for help because something was pressed: with `open()`, or with an event that a trigger waits for. That help
 * is the answer to the press, and as our own it is none that observe looks for.
 */
export interface Asking {
  /** The page asks; `work` carries it out. */
  ask(work: () => By): void;
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
  /** What the customer has seen on this page. */
  const seen = new Set<number>();
  const came = (by: string | number) => observing()?.came(String(by));
  return {
    ask(work) {
      // Whoever hears a signal of ours, and asks for help then, answers no press.
      const pressed = !isBusy();
      const by = work();
      if (by === undefined || !pressed) return;
      const { at, decide } = engine.state;
      const isHis = ({ because }: { readonly because: string }) => because === by;
      if (typeof by === 'string' && ![...decide.screen, ...Object.values(decide.pending)].some(isHis)) return;
      observing()?.asked(String(by));
      // Shown at once, or pressed once more.
      const isThere =
        typeof by === 'number'
          ? seen.has(by)
          : decide.screen.some(
              (one) =>
                isHis(one) && !one.leaving && seen.has(one.offer) && at - one.shownAt! <= ANSWER_MAX_MS,
            );
      if (isThere) came(by);
    },
    shown(offer) {
      seen.add(offer);
      const by = offer > 0 ? engine.state.decide.screen.find((one) => one.offer === offer)?.because : offer;
      if (by !== undefined) came(by);
    },
  };
}
