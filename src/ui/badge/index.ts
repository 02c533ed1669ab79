import { register } from '../register.js';
import { AntesBadge } from './badge.js';
import type { Draw } from './holder.js';

/** A chunk of its own: most help never becomes a badge. */
export const draw: Draw = (made, { top, held, idle, words }) => {
  register('antes-badge', AntesBadge);
  const badge = made ?? new AntesBadge();
  const open = held.at(-1) ?? idle;
  badge.count = held.length;
  badge.standing = !!idle;
  badge.words = words;
  badge.press = () => open?.(badge.cameFrom);
  if (!open) badge.remove();
  else if (!badge.isConnected) top.show(badge);
  return badge;
};
