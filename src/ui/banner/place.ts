import { real } from '../../core/real.js';
import { isUnfit, isUsable, findAnchor } from '../inline/anchor.js';

export interface Spot {
  readonly place: Element;
  /** Else after it. */
  readonly before: boolean;
}

const UNSEEN = 'script, style, link, meta, template, noscript, [hidden]';

/**
 * Where a banner goes: after the element that the page has called `banner`; else in front of what the page is about,
 * below its header; else at the very top.
 */
export function findSpot(): Spot | undefined {
  const named = findAnchor('banner');
  // A page's own `<banner>` element, found as a selector, was not meant.
  if (named && real(named).matches('[data-antes-anchor]') && isUsable(named))
    return { place: named, before: false };
  const main = real(document).querySelector('main, [role="main"]');
  const parent = main && real(main).parentElement;
  if (parent && isUsable(main) && !isUnfit(parent, true)) return inFrontOf(main);
  const first = [...real(document).body.children].find((child) => !real(child).matches(UNSEEN));
  return first && { place: first, before: true };
}

/** After what is drawn before it, if there is anything: where that moves, the banner goes along. */
function inFrontOf(main: Element): Spot {
  for (let other = real(main).previousElementSibling; other; other = real(other).previousElementSibling) {
    if (real(other).matches(UNSEEN)) continue;
    const { position } = getComputedStyle(other);
    if (position === 'fixed' || position === 'absolute' || real(other).getClientRects().length === 0)
      continue;
    return { place: other, before: false };
  }
  return { place: main, before: true };
}
