import { FORM_TROUBLES } from './forms.js';
import { PRESS_TROUBLES } from './presses.js';
import type { Trouble } from './trouble.js';
import { WAY_TROUBLES } from './ways.js';

export type { Trouble };

/** Everything that goes wrong in the simulated shop, by signal. */
export const TROUBLES: readonly Trouble[] = [...PRESS_TROUBLES, ...FORM_TROUBLES, ...WAY_TROUBLES].sort(
  (a, b) => (a.signal < b.signal ? -1 : a.signal > b.signal ? 1 : 0),
);
