import { sayDuration } from '../core/duration.js';
import { mayTell, type Told } from './cool-down.js';
import type { Detector } from './detector.js';
import { count, forget, type Tally } from './tally.js';

const DEFAULTS = {
  weight: 0.3,
  /** Reloads of one step, or of one page outside of steps. One is a habit. */
  reloads: 2,
  withinMs: 60_000,
  /** Looking for the next word is the same search. */
  coolDownMs: 10_000,
};

interface State {
  readonly told: Told;
  readonly reloads: Tally;
}

export const pageSearch: Detector<'page-search', State, typeof DEFAULTS> = {
  name: 'page-search',
  meaning:
    'The customer searched the page with the browser while on a journey, or loaded it again and again.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({ told: {}, reloads: {} }),
  on: {
    shortcut(record, { told }, { at, journey, place, set, raise }) {
      const inside = place.journey ?? journey;
      if (record.what !== 'find' || inside === null || !mayTell(told, inside, at, set.coolDownMs)) return;
      raise({
        target: 'page',
        count: 1,
        because: `the page was searched with the browser during '${inside}'`,
        evidence: { by: 'key', what: 'find', journey: inside },
      });
    },
    view(record, { reloads }, { at, place, set, raise }) {
      if (!record.reload) return;
      const what = place.step ?? place.path;
      const key = `${place.journey}/${what}`;
      const times = count(reloads, key, at, set.withinMs);
      if (times.length < set.reloads) return;
      const spanMs = at - times[0]!;
      raise({
        target: 'page',
        count: times.length,
        because: `'${what}' was loaded again ${times.length} times in ${sayDuration(spanMs)}`,
        evidence: { what: 'reload', spanMs, withinMs: set.withinMs, min: set.reloads },
      });
      forget(reloads, key);
    },
  },
};
