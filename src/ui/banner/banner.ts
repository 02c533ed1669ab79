import { css, type CSSResultGroup, type PropertyValues } from 'lit';
import { AntesCard } from '../card/card.js';
import { floating } from '../inline/floating.js';

/**
 * What concerns the whole way: an incident, maintenance, a closed day. Across the page, in its flow.
 *
 * @element antes-banner
 */
export class AntesBanner extends AntesCard {
  static override styles: CSSResultGroup = [
    ...(AntesCard.styles as CSSResultGroup[]),
    floating,
    css`
      /* The whole width, also where the page is a grid. */
      :host {
        grid-column: 1 / -1;
        inline-size: 100%;
        flex: none;
      }
      .card {
        --_from: -4px;
        padding: 0.85em max(1.25em, (100cqi - var(--antes-banner-width, 72em)) / 2);
        background: color-mix(in srgb, var(--_tone, var(--_info)) 9%, var(--_surface));
        border-width: 0 0 1px;
        border-color: color-mix(in srgb, var(--_tone, var(--_info)) 35%, var(--_border));
        border-radius: 0;
      }
      .body {
        max-inline-size: 80ch;
      }
      .actions {
        margin-block-start: 0.6em;
      }
      .footer {
        margin-block-start: 0.4em;
      }
      @media (forced-colors: active) {
        .card {
          border-block: 1px solid;
        }
      }
    `,
  ];

  protected override readonly kind = 'region';

  override get focused(): boolean {
    return super.focused || this.twin?.focused === true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.twin) return;
    if (this.offer) this.twin.offer = this.offer;
    this.twin.words = this.words;
  }
}
