import type { Guard } from '../core/guard.js';
import type { Offer } from '../state/stores.js';
import * as notice from './notice/index.js';
import type { Place } from './place.js';

export type Form = 'notice' | 'inline' | 'hint' | 'banner' | 'panel' | 'badge';

interface Placing {
  readonly place: Place;
  /** Resolves when it need not wait any longer for the page to draw what it stands at. */
  ready?(anchor: string | undefined, guard: Guard): Promise<void> | undefined;
}

/** How an offer is shown. All but the notice are chunks of their own: a page that does not use one does not fetch it. */
export const FORMS: Readonly<Record<Exclude<Form, 'badge'>, () => Promise<Placing>>> = {
  notice: () => Promise.resolve(notice),
  inline: () => import('./inline/index.js'),
  banner: () => import('./banner/index.js'),
  hint: () => import('./hint/index.js'),
  panel: () => import('./panel/index.js'),
};

/** The form that an offer asks for; one that needs an anchor and has none is a notice. */
export const formOf = ({ as, anchor }: Offer): Form => {
  if (as === 'badge' || as === 'banner' || as === 'panel') return as;
  if (anchor === undefined) return 'notice';
  return as === 'status' ? 'inline' : as;
};
