import { css, type CSSResultGroup } from 'lit';
import { AntesCard } from '../card/card.js';

/**
 * Help that belongs to no part of the page: a card in the corner, on a phone a sheet at the lower edge. Never modal.
 *
 * @element antes-notice
 */
export class AntesNotice extends AntesCard {
  static override styles: CSSResultGroup = [
    ...(AntesCard.styles as CSSResultGroup[]),
    css`
      :host {
        inline-size: min(var(--antes-width, 25em), 100vw - 2 * var(--antes-inset, 16px));
      }
      .card {
        max-block-size: min(36em, 80dvh);
        overflow: auto;
        overscroll-behavior: contain;
        box-shadow: var(--_shadow);
      }
      .rest {
        grid-column: 1 / -1;
      }
      @media (max-width: 480px) {
        :host {
          inline-size: 100vw;
        }
        .card {
          max-block-size: 60dvh;
          padding-block-end: max(1em, env(safe-area-inset-bottom));
          border-inline: 0;
          border-block-end: 0;
          border-radius: var(--_radius) var(--_radius) 0 0;
        }
      }
    `,
  ];

  protected override readonly kind = 'dialog';

  /** After the customer asked for it; never by itself. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.card')?.focus();
  }
}
