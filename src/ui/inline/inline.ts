import { css, type CSSResultGroup } from 'lit';
import { AntesCard } from '../card/card.js';
import { floating } from './floating.js';

/**
 * Help in the flow of the page, right after what it is about.
 *
 * @element antes-inline
 */
export class AntesInline extends AntesCard {
  static override styles: CSSResultGroup = [
    ...(AntesCard.styles as CSSResultGroup[]),
    floating,
    css`
      /* A row of the page's grid or flex box is taken as a whole. */
      :host {
        grid-column: 1 / -1;
        flex: 1 1 100%;
        min-inline-size: 0;
      }
      .card {
        margin-block: 0.75em 0.5em;
        --_from: -4px;
      }
      /* Points at what it is about. */
      .card::before {
        content: '';
        position: absolute;
        inset-block-start: -6px;
        inset-inline-start: 1.4em;
        inline-size: 10px;
        block-size: 10px;
        background: inherit;
        border: inherit;
        border-block-end: 0;
        border-inline-end: 0;
        border-start-start-radius: 3px;
        transform: rotate(45deg);
      }
      :host(:dir(rtl)) .card::before {
        transform: rotate(-45deg);
      }
    `,
  ];

  protected override readonly kind = 'group';
}
