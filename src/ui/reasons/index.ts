import { html, type TemplateResult } from 'lit';
import type { Offer } from '../../state/stores.js';
import type { CardOwner } from '../card/card.js';
import { allWords } from '../part-words.js';
import type { Words } from '../words.js';

export type Reasons = (offer: Offer, owner: CardOwner | undefined, words: Words) => TemplateResult;

/** The answer to "why am I seeing this?", and what the customer can do about it. */
export const reasons: Reasons = (offer, owner, words) => {
  const { lang, reasons: say } = allWords(words);
  return html`<p lang=${lang}>${say.because[offer.because ?? 'other']}</p>
    <button
      part="not-again"
      class="quiet"
      lang=${lang}
      @click=${(event: MouseEvent) => owner?.answer({ phase: 'snoozed' }, event.detail === 0)}
    >
      ${say.notAgain}
    </button>`;
};
