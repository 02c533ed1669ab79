import type { TemplateResult } from 'lit';
import { html } from '../html.js';
import type { Answer, Offer } from '../../state/stores.js';
import type { CardOwner } from '../card/card.js';
import { allWords } from '../part-words.js';
import type { Words } from '../words.js';
import { showMuted } from './muted.js';

export type Reasons = (offer: Offer, owner: CardOwner | undefined, words: Words) => TemplateResult;

/** No help for so long. */
const MUTE = '1d';

/** The answer to "why am I seeing this?" in one sentence, and what the customer can do about it. */
export const reasons: Reasons = (offer, owner, words) => {
  const { lang, reasons: say } = allWords(words);
  const tell = (given: Answer) => (event: MouseEvent) => owner?.answer(given, event.detail === 0);
  function mute(event: MouseEvent): void {
    owner?.stage.port.mute(MUTE);
    // It is no refusal of this help alone.
    tell({ phase: 'gone' })(event);
    if (owner) showMuted(owner.stage);
  }
  return html`<p lang=${lang}>${say.because[offer.because ?? 'other']}</p>
    <div class="ask" lang=${lang}>
      <button part="not-now" class="quiet" @click=${tell({ phase: 'snoozed' })}>${say.notNow}</button>
      <button part="less" class="quiet" @click=${tell({ phase: 'snoozed', alike: true })}>${say.less}</button>
      <button part="not-again" class="quiet" @click=${tell({ phase: 'snoozed', forever: true })}>
        ${say.notAgain}
      </button>
      <button part="not-today" class="quiet" @click=${mute}>${say.notToday}</button>
    </div>`;
};
