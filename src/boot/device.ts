import { holds } from '../core/media.js';

/** CSS pixels of the shorter side of the screen, as most style sheets draw the line. */
const PHONE_MAX_PX = 600;
const TABLET_MAX_PX = 1_024;

/** By how the page is used, not by what the browser calls itself: a narrow window with a mouse is still a desktop. */
export function deviceOf(page: Pick<Window, 'matchMedia' | 'screen'>): 'phone' | 'tablet' | 'desktop' {
  if (!holds('(pointer: coarse)', page)) return 'desktop';
  const { screen } = page;
  const side = Math.min(screen.width, screen.height);
  if (side <= PHONE_MAX_PX) return 'phone';
  return side <= TABLET_MAX_PX ? 'tablet' : 'desktop';
}
