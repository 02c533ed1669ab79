import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import type { Words } from '../words.js';
import type { Offer } from '../../state/stores.js';
import type { Doing } from './card.js';
import { check } from './icons.js';

/**
 * The row of actions. While one is under way the others wait: `aria-disabled` instead of `disabled`, which would
 * throw the focus out of the card.
 */
export function actions(
  offer: Offer,
  doing: Doing | undefined,
  act: (index: number) => unknown,
): TemplateResult | typeof nothing {
  if (!offer.actions.length) return nothing;
  const working = doing?.state === 'working';
  // Drawn over the label, so that a button keeps its size and nothing moves.
  const sign = () =>
    working
      ? html`<span class="spinner"></span>`
      : html`<svg viewBox="0 0 20 20" aria-hidden="true">${check}</svg>`;
  const stateOf = (index: number) => {
    if (doing?.index === index) return doing.state;
    return working ? 'waiting' : '';
  };
  return html`<div part="actions" class="actions">
    ${offer.actions.map(({ label, style, href }, index) =>
      href
        ? html`<a
            part="action action-${style}"
            class="action ${style}"
            href=${href}
            @click=${() => act(index)}
            >${label}</a
          >`
        : html`<button
            part="action action-${style}"
            class="action ${style} ${stateOf(index)}"
            aria-disabled=${working ? 'true' : nothing}
            @click=${() => act(index)}
          >
            <span class="label">${label}</span
            >${doing?.index === index && doing.state !== 'failed' ? sign() : nothing}
          </button>`,
    )}
  </div>`;
}

/** In the place of the footer, which is as high. */
export const failure = (words: Words, retry: () => unknown): TemplateResult =>
  html`<p part="error" class="footer error" lang=${words.lang}>
    <span>${words.failed}</span> <button part="retry" class="quiet" @click=${retry}>${words.retry}</button>
  </p>`;
