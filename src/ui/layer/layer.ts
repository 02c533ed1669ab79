import { css, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { html } from '../html.js';
import { SafeElement } from '../safe.js';
import { unseen } from '../card/styles.js';

/**
 * Where everything outside the flow lives: a corner of the top layer, and the one live region. The newest goes
 * on top of the others, so that none of them moves.
 */
export class AntesLayer extends SafeElement {
  static override properties: PropertyDeclarations = {
    message: { attribute: false },
  };
  static override styles: CSSResultGroup = [
    unseen,
    css`
      :host {
        all: initial;
        color-scheme: inherit;
        font-family: inherit;
        /* Important: what places it, against resets of the page. */
        position: fixed !important;
        inset-block-end: var(--antes-inset, 16px) !important;
        inset-inline-end: var(--antes-inset, 16px) !important;
        /* A point in the corner: it never changes its size, so nothing of it is ever a layout shift. */
        inline-size: 0 !important;
        block-size: 0 !important;
        display: flex !important;
        flex-direction: column !important;
        justify-content: end !important;
        align-items: end !important;
        gap: 12px;
        pointer-events: none;
      }
      :host([start]) {
        inset-inline: var(--antes-inset, 16px) auto !important;
        align-items: start !important;
      }
      ::slotted(*) {
        flex: none;
      }
      :host(:not(:popover-open)) {
        display: none !important;
      }
      /* Steps aside for what has the focus; its message is still heard. */
      :host([aside]) ::slotted(*) {
        visibility: hidden;
      }
      @media (max-width: 480px) {
        :host,
        :host([start]) {
          inset-inline: 0 !important;
          inset-block-end: 0 !important;
          inline-size: auto !important;
        }
      }
    `,
  ];

  /** What the live region says, and its language. */
  declare message: { text: string; lang: string };
  /** Called when it was taken out of the page. */
  removed: (() => Promise<void>) | undefined;

  constructor() {
    super();
    this.message = { text: '', lang: '' };
  }

  protected override disconnected(): unknown {
    return this.removed?.();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>
      <div class="unseen" role="status" lang=${this.message.lang}>${this.message.text}</div>`;
  }
}
