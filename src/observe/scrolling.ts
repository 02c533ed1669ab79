import { SCROLL_GRAIN_MS, type ScrollRecord } from '../core/records.js';
import type { Context } from './context.js';
import { isElement } from './dom.js';

/** Scrolling this soon after wheel, touch or key is the customer's own; momentum goes on in closer steps. */
const OWN_MS = 300;
const GRAIN_PX = 50;

/** How the customer moves through the page, thinned out; where the page comes to rest is always told. */
export function startScrolling({ hear, ignored, later, now, on, tell, window }: Context): void {
  let by: ScrollRecord['by'];
  let byAt = -Infinity;
  let finger = false;
  let held = false;
  let toldAt = -Infinity;
  let toldY: number | undefined;
  /** The last position is told once the page has rested. */
  let resting = false;

  const own = (what: ScrollRecord['by']) => {
    by = what;
    byAt = now();
  };
  const round = (px: number) => Math.round(px / GRAIN_PX) * GRAIN_PX;
  const say = (whole: boolean) => {
    const y = whole ? round(window.scrollY) : undefined;
    if (whole && resting && y === toldY) return;
    toldAt = now();
    toldY = whole ? y : toldY;
    tell({ type: 'scroll', y, screen: whole ? round(window.innerHeight) : undefined, by });
  };

  on('wheel', () => own('wheel'));
  on('keydown', () => own('key'));
  hear('record', (record) => {
    if (record.type === 'hold' && record.what === 'pointer') held = record.on;
  });
  on<PointerEvent>('pointerdown', ({ pointerType }) => {
    if (pointerType !== 'touch' || finger) return;
    finger = true;
    by = undefined;
    const stop = on<TouchEvent>('touchend touchcancel pointercancel', ({ type, touches }) => {
      // The browser takes the finger to scroll, and goes on by its momentum.
      if (type === 'pointercancel' || by === 'touch') own('touch');
      if (type === 'pointercancel' || touches.length > 0) return;
      stop();
      finger = false;
    });
  });
  on('scroll', ({ target }) => {
    if (ignored(target)) return;
    if (finger) own('touch');
    else if (now() - byAt < OWN_MS) byAt = now();
    else own(held ? 'bar' : 'page');
    const whole = !isElement(target);
    const wait = SCROLL_GRAIN_MS - (now() - toldAt);
    if (wait <= 0) say(whole);
    else if (whole && !resting) {
      resting = true;
      later(wait, () => {
        say(true);
        resting = false;
      });
    }
  });
}
