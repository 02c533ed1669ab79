import type { Visiting } from '../decide/state.js';

/** The visitor as far as said; somebody at a desk, if nothing is. */
export const visitingOf = (said: Partial<Visiting>): Visiting => ({
  seed: said.seed ?? '',
  session: said.session ?? '',
  device: said.device ?? 'desktop',
  test: said.test ?? false,
  reports: said.reports ?? false,
});
