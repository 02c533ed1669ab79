import { holds } from '../../core/media.js';
import { real } from '../../core/real.js';
import { findAnchor, isUsable } from './anchor.js';

const CONTROL = 'input, select, textarea, button, a[href], summary, [tabindex]:not([tabindex="-1"])';

/** Brings the customer to an anchor, or to the first control in it. Says whether they got there. */
export function focusAnchor(name: string): boolean {
  const anchor = findAnchor(name);
  if (!anchor || !isUsable(anchor)) return false;
  const smooth = holds('(prefers-reduced-motion: no-preference)');
  real(anchor).scrollIntoView({ block: 'center', behavior: smooth ? 'smooth' : 'auto' });
  for (const target of [anchor, ...real(anchor).querySelectorAll(CONTROL)] as HTMLElement[]) {
    real(target).focus({ preventScroll: true });
    if (real(target).matches(':focus-within')) return true;
  }
  return false;
}
