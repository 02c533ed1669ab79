import { AntesBadge } from '../badge/badge.js';
import { register } from '../register.js';
import type { Stage } from '../stage.js';

/**
 * Says that help is off, and turns it on again by a press. Only on the page where it was turned off, as the way to
 * take that back: who wants to be left alone is not told all day long that they are.
 */
export function showMuted({ port, top, words, announcer }: Stage): void {
  register('antes-badge', AntesBadge);
  const badge = new AntesBadge();
  badge.words = words;
  badge.muted = true;
  badge.press = () => {
    const back = badge.cameFrom;
    const focused = badge.focused;
    port.mute(null);
    badge.remove();
    if (focused && back instanceof HTMLElement) back.focus();
  };
  top.show(badge);
  announcer.say(badge.label, words.lang);
}
