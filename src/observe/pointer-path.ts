import { TURN_LEG_PX, TURNS_MS } from '../core/records.js';
import type { Context } from './context.js';
import { closest, isElement } from './dom.js';
import { PICTURE } from './pictures.js';

/** The place of a mouse is looked at no more often: 125 times a second, as most mice tell it. */
const GRAIN_MS = 8;
/** Fewer are not worth telling; `thrashed-cursor` begins at 8. */
const MIN_TURNS = 4;
/** A mouse that rested this long begins a new path. */
const REST_MS = 1_000;
/** Distances are compared squared. */
const LEG = TURN_LEG_PX ** 2;
const LONG = (3 * TURN_LEG_PX) ** 2;

/**
 * The mouse goes back and forth. A leg ends at the place farthest from where it began; once the mouse is a leg's length
 * away from there, in a direction more than 90° off, it has turned. Where a leg began is moved up behind the mouse, so
 * that going round is no turn. Runs at every move: compares numbers, and asks for no style, layout or memory.
 */
export function startPointerPath({ ignored, now, on, tell }: Context): void {
  /** Where this leg began, a place a little further on, and its far end. */
  let fromX = 0;
  let fromY = 0;
  let onX = 0;
  let onY = 0;
  let endX = 0;
  let endY = 0;
  let seenAt = -Infinity;
  let turns: number[] = [];

  const turned = (target: EventTarget | null) => {
    const at = now();
    turns = [...turns.filter((one) => at - one < TURNS_MS), at];
    if (turns.length < MIN_TURNS || !isElement(target) || ignored(target)) return;
    // To and fro over a picture, a map or a game is looking or playing.
    if (!closest(target, PICTURE)) tell({ type: 'turns', turns: turns.length });
  };
  // From one thing to press to the next is a way, however fast.
  on('pointerdown', () => (turns = []));
  on<PointerEvent>('pointermove', (event) => {
    const since = event.timeStamp - seenAt;
    if (since < GRAIN_MS) return;
    seenAt = event.timeStamp;
    const { clientX: x, clientY: y } = event;
    if (since > REST_MS || event.buttons > 0 || event.pointerType !== 'mouse') {
      fromX = onX = endX = x;
      fromY = onY = endY = y;
      return;
    }
    const leg = square(endX - fromX, endY - fromY);
    if (square(x - endX, y - endY) < LEG) {
      const out = square(x - fromX, y - fromY);
      if (out < leg) return;
      if (out >= LONG) {
        fromX = onX;
        fromY = onY;
      }
      if (leg < LEG || out >= LONG) {
        onX = x;
        onY = y;
      }
    } else {
      const back = (endX - fromX) * (x - endX) + (endY - fromY) * (y - endY);
      fromX = onX = endX;
      fromY = onY = endY;
      if (leg >= LEG && back < 0) turned(event.target);
    }
    endX = x;
    endY = y;
  });
}

const square = (x: number, y: number): number => x * x + y * y;
