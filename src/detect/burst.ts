import { mayTell, toldLately, type Told } from './cool-down.js';
import type { Detector, Found, Settings, Tools } from './detector.js';
import { isSilent, type Press } from './presses.js';

type BurstSettings = Settings & { readonly coolDownMs: number };

/** Presses that mean something together, if the page does not answer them. */
interface Burst<O extends BurstSettings> {
  /** Those that belong to the one that ends with `last`, oldest first; none if they are no case. */
  run(last: Press, tools: Tools<O>): readonly Press[];
  /** When the page has had its chance to answer. */
  verdictAt(run: readonly Press[], set: O): number;
  found(run: readonly Press[], tools: Tools<O>): Found;
  /** What is not reported again so soon; the target, unless this says something else. */
  key?: string;
}

/** The way from presses to one report per burst, with the final count, once the page has had its chance to answer. */
export function judgeBursts<O extends BurstSettings>(
  burst: Burst<O>,
): Required<Pick<Detector<never, Told, O>, 'start' | 'reopened' | 'due'>> & {
  press(record: unknown, told: Told, tools: Tools<O>): void;
} {
  const keyOf = (press: Press) => burst.key ?? press.target;
  return {
    start: () => ({}),
    press(_record, told, tools) {
      const last = tools.presses.at(-1)!;
      const run = burst.run(last, tools);
      if (run.length === 0 || toldLately(told, keyOf(last), tools.at, tools.set.coolDownMs)) return;
      tools.wake(burst.verdictAt(run, tools.set), String(last.id));
    },
    // What was taken for its answer was none.
    reopened(press, _told, tools) {
      const run = burst.run(press, tools);
      if (run.length > 0) tools.wake(burst.verdictAt(run, tools.set), String(press.id));
    },
    due(tag, told, tools) {
      const i = tools.presses.findIndex(({ id }) => id === Number(tag));
      const last = tools.presses[i];
      // A later press of the burst brings its own verdict, with the final count.
      if (!last || tools.presses.slice(i + 1).some((later) => burst.run(later, tools).includes(last))) return;
      const run = burst.run(last, tools);
      if (run.length > 0 && mayTell(told, keyOf(last), tools.at, tools.set.coolDownMs))
        tools.raise(burst.found(run, tools));
    },
  };
}

/** From the first to the last of them. */
export const spanOf = (run: readonly Press[]): number => run.at(-1)!.at - run[0]!.at;

/** The presses up to `last` in the `withinMs` before it that belong to it and were left without a sign of life. */
export function silentUpTo(
  last: Press,
  presses: readonly Press[],
  withinMs: number,
  belongs: (press: Press) => boolean,
): Press[] {
  if (!belongs(last)) return [];
  return presses
    .slice(0, presses.indexOf(last) + 1)
    .filter((p) => last.at - p.at <= withinMs && isSilent(p) && belongs(p));
}
