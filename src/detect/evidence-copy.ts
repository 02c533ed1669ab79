import { mayTell, type Told } from './cool-down.js';
import type { Detector } from './detector.js';

const DEFAULTS = { weight: 0.5, coolDownMs: 10_000 };

const SAY = { reference: 'the number of an order or a case', error: 'the text of an error' } as const;

export const evidenceCopy: Detector<'evidence-copy', Told, typeof DEFAULTS> = {
  name: 'evidence-copy',
  meaning: 'An order or case number, or the text of an error, was copied: to show it to somebody.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({}),
  on: {
    copy({ what, how }, told, { at, set, raise }) {
      if (how !== 'copy' || (what !== 'reference' && what !== 'error')) return;
      if (!mayTell(told, what, at, set.coolDownMs)) return;
      raise({ target: what, count: 1, because: `${SAY[what]} was copied`, evidence: { what } });
    },
  },
};
