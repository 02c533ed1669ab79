import { NEAR_PX } from '../core/records.js';
import type { Context } from './context.js';
import { boxOf, closest, elementAt, viewOf } from './dom.js';
import { INTERACTIVE } from '../core/markup.js';

/** Where a finger's neighbourhood is felt: on rings this far out, in eight directions. A layout is there already. */
const RINGS_PX = [NEAR_PX / 3, (NEAR_PX * 2) / 3, NEAR_PX - 1];
const DIRECTIONS = 8;

/** The control nearest to where a finger came down beside it. */
export function nearest(
  { clientX: x, clientY: y }: MouseEvent,
  inner: Element,
  { ignored }: Pick<Context, 'ignored'>,
): Element | undefined {
  // A frame's events have places in the frame.
  const { document } = viewOf(inner);
  let found: Element | undefined;
  let least = NEAR_PX;
  const asked = new Set<Element>();
  for (const ring of RINGS_PX)
    for (let i = 0; i < DIRECTIONS; i++) {
      const angle = (2 * Math.PI * i) / DIRECTIONS;
      const hit = elementAt(document, x + ring * Math.cos(angle), y + ring * Math.sin(angle));
      const el = hit && !asked.has(hit) && !ignored(hit) ? closest(hit, INTERACTIVE) : null;
      if (hit) asked.add(hit);
      if (!el) continue;
      const { left, right, top, bottom } = boxOf(el);
      const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
      if (away > least) continue;
      least = away;
      found = el;
    }
  return found;
}
