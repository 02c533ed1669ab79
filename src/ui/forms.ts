import { systemClock } from '../core/clock.js';
import type { Offer } from '../state/stores.js';
import * as notice from './notice/index.js';
import type { Place } from './place.js';

export type Form = 'notice' | 'inline' | 'hint' | 'banner' | 'panel' | 'badge';

/** How an offer is shown. All but the notice are chunks of their own: a page that does not use one does not fetch it. */
export const FORMS: Readonly<Record<Exclude<Form, 'badge'>, () => Promise<{ place: Place }>>> = {
  notice: () => Promise.resolve(notice),
  inline: () => import('./inline/index.js'),
  banner: () => import('./banner/index.js'),
  hint: () => import('./hint/index.js'),
  panel: () => import('./panel/index.js'),
};

/** The form that an offer asks for; one that needs an anchor and has none is a notice. */
export const formOf = ({ as, anchor }: Offer): Form => {
  if (as === 'badge' || as === 'banner' || as === 'panel' || (as === 'hint' && anchor !== undefined))
    return as;
  return (as === 'inline' || as === 'status') && anchor !== undefined ? 'inline' : 'notice';
};

/** A page that is being left gives up what it was fetching: that is told only if the page is still there then. */
const LEAVING_MS = 500;
export const unlessLeaving = (): Promise<undefined> =>
  new Promise((done) => systemClock.after(LEAVING_MS, () => done(undefined)));
