import { TYPING_GRAIN_MS } from '../core/records.js';
import type { Context } from './context.js';

/** Signs of life: keys, thinned out. Which key is not looked at. */
export function startActivity({ on, tell, ignored, now }: Context): void {
  let last = -Infinity;
  on('keydown', ({ target }) => {
    if (now() - last < TYPING_GRAIN_MS || ignored(target)) return;
    last = now();
    tell({ type: 'key' });
  });
}
