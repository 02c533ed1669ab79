import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Timed } from '../../support/engines/index.js';
import type { Human } from '../human.js';
import type { Random } from '../random.js';
import { humanPath, type Box, type Point } from './human-path.js';
import { boxOf, isAt } from './look.js';

/** Uses mouse and finger at a real page as a person does. Times are in full: detectors measure all of them. */
export interface Hands {
  /** Scrolls by about so much. */
  scroll(px: number): Promise<void>;
  /** Scrolls to it if need be, and goes there with the mouse; stays where the mouse is on it already. */
  reach(selector: string): Promise<void>;
  /** Presses where the mouse is. */
  click(): Promise<void>;
  tap(selector: string): Promise<void>;
  readonly at: Point;
}

/** One notch of a wheel, in the browsers' own measure. */
const NOTCH_PX = 120;
/** Between notches of one turn of the wheel. No data; hands turn it two or three notches at a time. */
const NOTCH_MS = [60, 160] as const;
/** What is nearer to the edge of the screen is scrolled to first. */
const EDGE_PX = 60;
/** Notches until a page counts as one that does not scroll. */
const PATIENCE = 60;
/** Where in a box people press: its middle half, in both directions. */
const MIDDLE = [0.3, 0.7] as const;
/** Share of a movement's time before it begins; Fitts' law counts it in. */
const START_SHARE = 0.2;
/** A page that scrolls smoothly is looked at again after so long. */
const LOOK_AGAIN_MS = 60;
/** A finger's flick: so far, in so many moves of a frame each. */
const FLICK_PX = 280;
const FLICK_MOVES = 12;
const FRAME_MS = 16;

type Seen = NonNullable<ReturnType<typeof boxOf>>;

export function createHands(page: Page, human: Human, random: Random, byTouch: boolean): Hands {
  let at: Point = { x: random.between(300, 900), y: random.between(200, 600) };

  /** Where the hand is said to be at first, the mouse has never been. */
  let isThere = false;

  const look = (selector: string): Promise<Seen> =>
    page.waitFor(boxOf, { args: [selector], message: selector });
  /** Its place once it has stopped moving. */
  async function still(selector: string): Promise<Seen> {
    for (let seen = await look(selector); ;) {
      await sleep(LOOK_AGAIN_MS);
      const again = await look(selector);
      if (Math.abs(again.y - seen.y) < 1 && Math.abs(again.x - seen.x) < 1) return again;
      seen = again;
    }
  }
  async function notch(by: number): Promise<void> {
    if (byTouch) await flick(by);
    else await page.wheel([at.x, at.y], by);
    await sleep(random.between(...NOTCH_MS));
  }
  async function flick(by: number): Promise<void> {
    const x = random.between(500, 700);
    const y = by > 0 ? 600 : 250;
    const step = (Math.sign(by) * Math.min(FLICK_PX, Math.abs(by))) / FLICK_MOVES;
    const moves = Array.from({ length: FLICK_MOVES }, (_, i): Timed => [
      x + i / 2,
      y - step * (i + 1),
      FRAME_MS,
    ]);
    await page.timedTouch!([[x, y, 0], ...moves]);
  }
  async function intoView(selector: string): Promise<Seen> {
    let seen = await still(selector);
    for (let notches = 0; notches < PATIENCE; notches++) {
      const below = seen.y + seen.height - (seen.screen - EDGE_PX);
      const above = EDGE_PX - seen.y;
      if (below <= 0 && above <= 0) return seen;
      const far = Math.max(above, below);
      await notch(Math.sign(below > 0 ? 1 : -1) * (far > 3 * NOTCH_PX ? 2 : 1) * NOTCH_PX);
      const next = await still(selector);
      // The page's end: nearer than that it does not come.
      if (Math.abs(next.y - seen.y) < 1 && seen.y >= 0 && seen.y + seen.height <= seen.screen) return next;
      seen = next;
    }
    throw new Error(`${selector} was not scrolled into view`);
  }
  const markIn = ({ x, y, width, height }: Box): Box => ({
    x: x + width * random.between(...MIDDLE),
    y: y + height * random.between(...MIDDLE),
    width,
    height,
  });

  return {
    get at() {
      return at;
    },
    async scroll(px) {
      for (let left = Math.abs(px); left > 0; left -= NOTCH_PX) await notch(Math.sign(px) * NOTCH_PX);
    },
    async reach(selector) {
      if (isThere && (await page.evaluate(isAt, selector, at.x, at.y))) return;
      const mark = markIn(await intoView(selector));
      const ms = human.move(Math.hypot(mark.x - at.x, mark.y - at.y));
      await sleep(ms * START_SHARE);
      isThere = true;
      await page.timedPath(humanPath(at, mark, ms * (1 - START_SHARE), random));
      at = { x: mark.x, y: mark.y };
    },
    async click() {
      await page.mouseDown();
      await sleep(human.hold());
      await page.mouseUp();
    },
    async tap(selector) {
      const mark = markIn(await intoView(selector));
      await sleep(human.touch(Math.hypot(mark.x - at.x, mark.y - at.y)));
      at = { x: mark.x, y: mark.y };
      const { x, y } = at;
      // A finger rolls a little.
      await page.timedTouch!([
        [x, y, 0],
        [x + 1, y + 1, human.hold()],
      ]);
    },
  };
}
