import { register } from '../register.js';
import { AntesBadge } from './badge.js';

/** A chunk of its own: most help never becomes a badge. */
export function createBadge(): AntesBadge {
  register('antes-badge', AntesBadge);
  return new AntesBadge();
}
