import { SCROLL_GRAIN_MS, TYPING_GRAIN_MS } from '../core/records.js';
import type { Context } from './context.js';

/** Signs of life: keys and scrolling, thinned out. Which key, and where to, is not looked at. */
export function startActivity({ bus, feed, ignored, now, dom }: Context): () => void {
  let keyAt = -Infinity;
  let scrollAt = -Infinity;
  const stops = [
    bus.on('keydown', 'observe/activity', ({ target }) => {
      const at = now();
      if (at - keyAt < TYPING_GRAIN_MS || (dom.isElement(target) && ignored(target))) return;
      keyAt = at;
      feed({ type: 'key', at });
    }),
    bus.on('scroll', 'observe/activity', ({ target }) => {
      const at = now();
      if (at - scrollAt < SCROLL_GRAIN_MS || (dom.isElement(target) && ignored(target))) return;
      scrollAt = at;
      feed({ type: 'scroll', at });
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
