import { executeServerCommand } from '@web/test-runner-commands';
import { frameDrawn } from './held-time.js';

export type Point = readonly [x: number, y: number];

const agent = navigator.userAgent;
const isChromium = agent.includes('Chrome');

/**
 * What an engine's driver cannot do, so that its tests leave it out. WebKitGTK's driver makes a mouse of a pointer of type
 * `touch`, and a virtual screen has no fingers either. Firefox has fingers, but neither scrolls nor zooms by them,
 * and no driver but Chromium's turns the device.
 */
export const CAN: Readonly<Record<'touch' | 'pan' | 'pinch' | 'turn', boolean>> = {
  touch: isChromium || agent.includes('Firefox'),
  pan: isChromium,
  pinch: isChromium,
  turn: isChromium,
};

const STEP_MS = 16;

/** The middle of an element, or a place in it. */
export function middle(el: Element, dx?: number, dy?: number): Point {
  const { left, top, width, height } = el.getBoundingClientRect();
  return [Math.round(left + (dx ?? width / 2)), Math.round(top + (dy ?? height / 2))];
}

/** Points on a straight line, both ends included. */
export const line = ([x1, y1]: Point, [x2, y2]: Point, steps = 8): Point[] =>
  Array.from({ length: steps + 1 }, (_, i) => [
    Math.round(x1 + ((x2 - x1) * i) / steps),
    Math.round(y1 + ((y2 - y1) * i) / steps),
  ]);

/**
 * Browsers look for what is under a finger or a wheel in what they have drawn, and make a click of a touch, or scroll, a
 * little later.
 */
async function drawn(command: string, payload: object): Promise<void> {
  await frameDrawn();
  await executeServerCommand(command, payload);
  for (let frames = 0; frames < 2; frames++) await frameDrawn();
}

/** Fingers come down at their first points, go along their others, and are lifted. */
export const touch = (fingers: readonly (readonly Point[])[], ms = STEP_MS): Promise<void> =>
  drawn('touch', { fingers, ms });
export const tap = (at: Point, ms = STEP_MS): Promise<void> => touch([[at]], ms);
export const swipe = (from: Point, to: Point): Promise<void> => touch([line(from, to)]);

/** Turns the wheel by so many pixels. */
export const wheel = (at: Point, by: number): Promise<void> => drawn('wheel', { at, by });

/** Moves the mouse from point to point. */
export const movePath = (points: readonly Point[], ms = STEP_MS): Promise<unknown> =>
  executeServerCommand('path', { points, ms });

/** Zooms in (above 1) or out with two fingers. */
export const pinch = (at: Point, scale: number): Promise<unknown> =>
  executeServerCommand('pinch', { at, scale });

/** Turns the device by 0° or 90°, or puts it back as it was. */
export const turn = (angle?: 0 | 90): Promise<unknown> =>
  executeServerCommand('turn', {
    angle: angle ?? null,
    ...(angle ? { width: 900, height: 500 } : { width: 500, height: 900 }),
  });
