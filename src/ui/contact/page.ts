import type { Handoff } from '../../contact/handoff.js';

export const HANDOFF_KEY = 'antes.handoff';

/**
 * Leaves what the customer has agreed to for the page that the link leads to. Not in the address, which ends up in
 * histories and logs; not by a form that is posted, which a page for reading does not take. It stays in this tab, on
 * this site, and is gone once that page has read it.
 */
export function keepForPage(handoff: Handoff): void {
  try {
    sessionStorage.setItem(HANDOFF_KEY, JSON.stringify(handoff));
  } catch {
    // Where nothing may be stored the form begins empty.
  }
}
