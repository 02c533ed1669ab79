import type { PropertyDeclarations } from 'lit';
import { en } from '../messages/en.js';
import type { Offer } from '../state/stores.js';
import { SafeElement } from './safe.js';
import type { Stage } from './stage.js';
import type { Words } from './words.js';

/** Makes a part of a card. The card hands on what it is told: the offer as it is now, and the words. */
export type Create = (offer: Offer, stage: Stage) => Element;

/**
 * A part of a card that is an element of its own, below its text; with a property `atEnd`, below its actions. Keys that
 * it does not take are the card's.
 */
export abstract class AntesPart extends SafeElement {
  static override properties: PropertyDeclarations = {
    offer: { attribute: false },
    words: { attribute: false },
  };

  declare offer: Offer | undefined;
  declare words: Words;

  constructor() {
    super();
    this.words = en;
  }
}
