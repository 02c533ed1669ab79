import type { Answer, Offer } from '../state/stores.js';
import type { AntesCard } from './card/card.js';
import type { Stage } from './stage.js';

/** What a form gets to show an offer with. */
export interface PlaceOptions {
  /** Fills a fresh card with the offer. */
  dress<C extends AntesCard>(card: C): C;
  readonly offer: Offer;
  readonly stage: Stage;
  /** There is no place for it (any more). Told to the page's developers by the form. */
  lost(why: NonNullable<Answer['why']>): void;
}

/** A card that has its place on the page. */
export interface Placed {
  /** What it stands at. */
  readonly anchor?: Element | undefined;
  /** It has told of itself: it is not announced once more. */
  readonly told?: boolean;
  /** Leaves without moving anything; `gone` is called when nothing of it is left. */
  leave(gone: () => void): void;
  /** A press would not reach the card. Nothing where the form sees to that itself. */
  readonly unreachable?: () => void;
  stop(): void;
}

/** Puts a card on the page; nothing where it called `lost`. */
export type Place = (options: PlaceOptions) => Placed | undefined;
