import type { Handoff } from '../../contact/handoff.js';

export const HANDOFF_KEY = 'antes.handoff';

/**
 * Leaves what the customer has agreed to for the page that the link leads to. Not in the address, which ends up in
 * histories and logs; not by a form that is posted, which a page for reading does not take. It stays in this tab, on
 * this site, and is gone once that page has read it. Without one an earlier one goes too: it is not agreed to any more.
 */
export function keepForPage(handoff: Handoff | undefined): void {
  try {
    if (handoff) sessionStorage.setItem(HANDOFF_KEY, JSON.stringify(handoff));
    else sessionStorage.removeItem(HANDOFF_KEY);
  } catch {
    // Where nothing may be stored the form begins empty.
  }
}
