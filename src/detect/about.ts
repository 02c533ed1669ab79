import type { Data } from '../core/records.js';
import type { Found } from './detector.js';
import { sayBy } from './modality.js';
import type { Press } from './presses.js';

/** What is found about presses that belong together, oldest first: it began where the first was made. */
export function about(run: readonly Press[], because: string, evidence: Data): Found {
  const { by, target } = run.at(-1)!;
  return {
    target,
    count: run.length,
    place: run[0]!.place,
    because: because + sayBy(by),
    evidence: { by, ...evidence },
  };
}
