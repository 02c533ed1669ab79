import { path } from 'ghost-cursor';
import type { Timed } from '../../support/engines/index.js';
import type { Random } from '../random.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** As often as a usual screen, and a usual mouse on it, shows a new place. */
const FRAME_MS = 16;
/** Far movements are aimed past the mark now and then, and mended. The shares are guesses; the legs stay short. */
const FAR_PX = 500;
const OVERSHOOT_SHARE = 0.3;
const OVERSHOOT_PX = 25;
const MEND_SHARE = 0.2;

/** ghost-cursor draws from `Math.random` alone. It does so at once, so that a seeded one can stand in for it. */
function curve(from: Point, to: Box, random: Random): Point[] {
  const { random: real } = Math;
  Math.random = random.next;
  try {
    return path(from, { ...to });
  } finally {
    Math.random = real;
  }
}

/** Minimum-jerk: the share of the way that is done after a share of the time (Flash and Hogan 1985). */
const jerk = (t: number): number => t ** 3 * (10 - 15 * t + 6 * t * t);

function leg(from: Point, to: Box, ms: number, random: Random): Timed[] {
  if (Math.hypot(to.x - from.x, to.y - from.y) < 1) return [[to.x, to.y, ms]];
  const points = curve(from, to, random);
  const frames = Math.max(1, Math.round(ms / FRAME_MS));
  return Array.from({ length: frames }, (_, i) => {
    const place = jerk((i + 1) / frames) * (points.length - 1);
    const [before, after] = [points[Math.floor(place)]!, points[Math.ceil(place)]!];
    const share = place - Math.floor(place);
    const x = before.x + (after.x - before.x) * share;
    const y = before.y + (after.y - before.y) * share;
    return [x, y, ms / frames];
  });
}

/** The way of a hand with a mouse from one place to a mark: bent, fast in the middle, now and then too far. */
export function humanPath(from: Point, to: Box, ms: number, random: Random): Timed[] {
  const far = Math.hypot(to.x - from.x, to.y - from.y) > FAR_PX && random.chance(OVERSHOOT_SHARE);
  if (!far) return leg(from, to, ms, random);
  const past = {
    ...to,
    x: Math.max(0, to.x + random.between(-OVERSHOOT_PX, OVERSHOOT_PX)),
    y: Math.max(0, to.y + random.between(-OVERSHOOT_PX, OVERSHOOT_PX)),
  };
  return [...leg(from, past, ms * (1 - MEND_SHARE), random), ...leg(past, to, ms * MEND_SHARE, random)];
}
