import { createStores, type Answer, type Offer, type Stores } from '../state/stores.js';
import type { Made } from './offers.js';

/** What the ui is asked to show, with what only boot knows of it. */
export interface Board {
  readonly stores: Stores;
  get(id: number): Made | undefined;
  put(one: Made, locale: string): void;
  /** Its actions can be done, and it is shown by whoever asked. */
  know(one: Made): Offer;
  leave(id: number, why: Exclude<Offer['leaving'], false>): void;
  /** After some answers nothing of it is on the page. */
  answered(id: number, phase: Answer['phase']): void;
  clear(): void;
}

const ENDS: readonly Answer['phase'][] = ['dismissed', 'snoozed', 'gone', 'withheld'];

export function createBoard(locale: string): Board {
  const stores = createStores(locale);
  const made = new Map<number, Made>();
  const { $offers, $locale } = stores;
  const others = (id: number) => $offers.get().filter((offer) => offer.id !== id);
  return {
    stores,
    get: (id) => made.get(id),
    put(one, language) {
      const { id } = one.offer;
      made.set(id, one);
      $locale.set(language);
      $offers.set([...others(id), one.offer]);
    },
    know(one) {
      made.set(one.offer.id, one);
      return one.offer;
    },
    leave(id, why) {
      $offers.set($offers.get().map((offer) => (offer.id === id ? { ...offer, leaving: why } : offer)));
    },
    answered(id, phase) {
      if (!ENDS.includes(phase)) return;
      $offers.set(others(id));
      made.delete(id);
    },
    clear: () => made.clear(),
  };
}
