import { real } from '../../core/real.js';
import { clock } from '../clock.js';
import type { Happening } from '../../core/happenings.js';
import { compileFilter, ConfigError, type Filter } from '../../core/matcher.js';
import type { GuideStep, Offer } from '../../state/stores.js';
import type { Stage } from '../stage.js';
import { undoAll } from '../undo-all.js';
import { isFilled } from './filled.js';

/** How far the customer has come with the steps of an offer. */
export interface Progress {
  /** For each step, whether it is done. */
  readonly done: readonly boolean[];
  /** Calls `changed` when that changes; returns the way to stop. */
  follow(changed: () => void): () => void;
}

/** Fields are looked at when the customer is through with them, not at every key. */
const MOMENTS = ['change', 'focusout'];

/** Per offer, so that it is not forgotten when the card becomes a badge and a card again. */
const remembered = new WeakMap<Stage, Map<number, Progress>>();

export function progressOf(offer: Offer, stage: Stage): Progress {
  const offers = remembered.get(stage) ?? new Map<number, Progress>();
  remembered.set(stage, offers);
  const progress = offers.get(offer.id) ?? createProgress(offer, stage);
  offers.set(offer.id, progress);
  return progress;
}

/** A step that waits for something that cannot be compared is never done. */
function filterOf({ done }: GuideStep): Filter {
  if (done?.where === undefined) return () => true;
  try {
    return compileFilter(done.where, '');
  } catch (error) {
    if (error instanceof ConfigError) return () => false;
    throw error;
  }
}

function createProgress({ id, guide: steps = [] }: Offer, { port, guard }: Stage): Progress {
  const known = port.ticks(id);
  const filters = steps.map(filterOf);
  let done: boolean[] = steps.map((_step, index) => known.includes(index));

  const hears = ({ name, data }: Happening, { done: wanted }: GuideStep, index: number) =>
    wanted?.event === name && filters[index]?.((key) => data[key], clock.wall()) === true;
  /** A step with a field is undone when that is emptied again; where nothing can be seen, it stays as it is. */
  const filled = ({ anchor, done: wanted }: GuideStep, before: boolean) =>
    anchor === undefined || wanted ? before : (isFilled(anchor) ?? before);

  return {
    get done() {
      return done;
    },
    follow(changed) {
      const listeners = new AbortController();
      function set(next: boolean[]): void {
        if (next.every((one, index) => one === done[index])) return;
        done = next;
        port.tick(
          id,
          steps.flatMap((_step, index) => (done[index] ? [index] : [])),
        );
        changed();
      }
      const look = guard('ui/guide', () =>
        set(steps.map((step, index) => filled(step, done[index] ?? false))),
      );
      const unhear = port.heard(
        guard('ui/guide', (happening: Happening) =>
          set(steps.map((step, index) => done[index] || hears(happening, step, index))),
        ),
      );
      // Where fields cannot be listened to, what happens still ticks.
      guard.run('ui/guide', () => {
        for (const type of MOMENTS)
          real(document).addEventListener(type, look, {
            capture: true,
            passive: true,
            signal: listeners.signal,
          });
      });
      look();
      return () => undoAll(guard, unhear, () => listeners.abort());
    },
  };
}
