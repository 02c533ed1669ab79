import { sayDuration } from '../core/duration.js';
import { about } from './about.js';
import { silentUpTo, spanOf } from './burst.js';
import { mayTell, type Told } from './cool-down.js';
import type { Detector } from './detector.js';

const DEFAULTS = {
  weight: 0.3,
  min: 2,
  /** As long as for a dead click. */
  waitMs: 2_500,
  /** Later, in the same part of the page, it is another attempt at another thing. */
  withinMs: 10_000,
  coolDownMs: 10_000,
};

export const deadSwipe: Detector<'dead-swipe', Told, typeof DEFAULTS> = {
  name: 'dead-swipe',
  meaning: 'A finger was moved across the same part of the page more than once, and nothing moved with it.',
  cause: 'press',
  defaults: DEFAULTS,
  start: () => ({}),
  on: {
    press(record, _told, tools) {
      if (record.gesture === 'swipe' && !record.exempt)
        tools.wake(tools.at + tools.set.waitMs, String(record.id));
    },
  },
  due(tag, told, { presses, set, at, raise }) {
    const last = presses.find(({ id }) => id === Number(tag));
    if (!last) return;
    const run = silentUpTo(
      last,
      presses,
      set.withinMs,
      (p) => p.gesture === 'swipe' && !p.exempt && p.region === last.region,
    );
    // Each of them has had its time; the newest is silent too, or it would not be in the run.
    if (run.length < set.min || run.at(-1) !== last || !mayTell(told, last.region, at, set.coolDownMs))
      return;
    const spanMs = spanOf(run);
    raise(
      about(
        run,
        `${run.length} swipes in '${last.region}' in ${sayDuration(spanMs)}, and nothing moved within ${sayDuration(set.waitMs)}`,
        { region: last.region, spanMs, waitMs: set.waitMs, min: set.min },
      ),
    );
  },
};
