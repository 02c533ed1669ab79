import { MOVE_GRAIN_MS, TYPING_GRAIN_MS } from '../core/records.js';
import type { Context } from './context.js';

/** Signs of life, thinned out: keys and the mouse. Which key, and where to, is not looked at. */
export function startActivity({ on, tell, ignored, now }: Context): void {
  const thin = (event: string, type: 'key' | 'move', grain: number) => {
    let last = -Infinity;
    on(event, ({ target }) => {
      if (now() - last < grain || ignored(target)) return;
      last = now();
      tell({ type });
    });
  };
  thin('keydown', 'key', TYPING_GRAIN_MS);
  thin('pointermove', 'move', MOVE_GRAIN_MS);
}
