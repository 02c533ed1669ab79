import {
  css,
  nothing,
  svg,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { html } from '../html.js';
import { AntesCard, keepFocus } from '../card/card.js';
import { check } from '../card/icons.js';
import { text } from '../card/text.js';

const question = svg`<path d="M7.6 7.8a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.7M10 14.2v.1" />`;

/**
 * A small button beside what it explains; a press opens and closes the explanation. Never by hovering: a tap, a key
 * and a click do the same. A dot says that it has not been opened yet.
 *
 * @element antes-hint
 * @csspart hint - the button
 * @csspart dot - on the button, until it is opened for the first time
 */
export class AntesHint extends AntesCard {
  static override properties: PropertyDeclarations = {
    ...AntesCard.properties,
    open: { type: Boolean, reflect: true },
    _opened: { state: true },
  };
  static override styles: CSSResultGroup = [
    ...(AntesCard.styles as CSSResultGroup[]),
    css`
      :host {
        position: absolute;
        inset: auto;
        inline-size: 28px !important;
        block-size: 28px !important;
        margin: 0;
        padding: 0;
        border: 0;
        overflow: visible;
        background: none;
        container-type: normal;
      }
      :host(:not(:popover-open)) {
        display: none;
      }
      :host([away]),
      :host([aside]) {
        visibility: hidden;
      }
      .hint {
        position: relative;
        display: grid;
        place-items: center;
        inline-size: 100%;
        block-size: 100%;
        background: var(--_surface);
        border: 1px solid var(--_border);
        border-radius: 50%;
        animation: arrive 0.22s ease-out;
      }
      .hint:hover,
      :host([open]) .hint {
        border-color: var(--_line);
      }
      .hint .icon {
        inline-size: 22px;
        block-size: 22px;
      }
      .dot {
        position: absolute;
        inset-block-start: -3px;
        inset-inline-end: -3px;
        inline-size: 10px;
        block-size: 10px;
        background: var(--_info);
        border: 2px solid var(--_surface);
        border-radius: 50%;
      }
      .tip {
        position: absolute;
        inline-size: max-content;
        max-inline-size: min(var(--antes-width, 22em), var(--_room, 100vw) - 16px);
      }
      .card {
        max-block-size: min(30em, 60dvh);
        overflow: auto;
        overscroll-behavior: contain;
        box-shadow: var(--_shadow);
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .told,
      .tip .rest {
        grid-column: 1 / -1;
      }
      .told {
        grid-row: 1;
      }
      .told h2 {
        padding-inline-end: 4.5em;
      }
      @media (pointer: coarse) {
        :host {
          inline-size: 44px !important;
          block-size: 44px !important;
        }
        .hint {
          background: none;
          border-color: transparent;
        }
        .hint .icon {
          background: var(--_surface);
          box-shadow: 0 0 0 1px var(--_border);
        }
        .dot {
          inset-block-start: 6px;
          inset-inline-end: 6px;
        }
      }
      @media (forced-colors: active) {
        .hint {
          border-color: ButtonText;
        }
        .dot {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  /** The explanation is open. */
  declare open: boolean;
  declare _opened: boolean;
  /** Called when it has been drawn: it may have another size. */
  changed: () => void = () => undefined;
  protected override readonly kind = 'group';

  constructor() {
    super();
    this.open = false;
    this._opened = false;
  }

  override get idle(): boolean {
    return !this.open;
  }

  /** What the button opens. */
  get tip(): HTMLElement {
    return this.renderRoot.querySelector('#tip') as HTMLElement;
  }

  /** Escape: the explanation closes, the button stays. */
  override dismiss(): void {
    this.close();
  }

  close(): void {
    // What is in it goes away; the focus stays where it was opened.
    if (this.focused) this.focus();
    this.open = false;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.hint')?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.changed();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { offer, words, open } = this;
    if (!offer) return nothing;
    const solved = offer.leaving === 'solved';
    return html`<button
        part="hint"
        class="hint ${solved ? 'success' : offer.tone}"
        aria-label=${`${words.help}: ${solved ? words.solved : offer.title}`}
        aria-expanded=${open}
        aria-controls="tip"
        @mousedown=${keepFocus}
        @click=${() => this._press()}
      >
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${solved ? check : question}</svg>
        ${this._opened || solved ? nothing : html`<span part="dot" class="dot"></span>`}
      </button>
      <div
        id="tip"
        part=${open ? 'card' : nothing}
        class="tip ${open ? `card ${offer.tone}` : ''}"
        role=${open ? this.kind : nothing}
        aria-labelledby=${open ? 'title' : nothing}
      >
        <div class="told" role="status">${open ? this._told() : nothing}</div>
        ${
          open
            ? html`<button
                  part="close"
                  class="close"
                  lang=${words.lang}
                  @mousedown=${keepFocus}
                  @click=${(event: MouseEvent) => super.dismiss(event.detail === 0)}
                >
                  ${words.close}
                </button>
                ${solved ? nothing : html`<div class="rest">${this.rest(offer)}</div>`}`
            : nothing
        }
      </div>`;
  }

  private _told(): TemplateResult {
    const { offer, words } = this;
    if (offer?.leaving === 'solved') return html`<h2 id="title" lang=${words.lang}>${words.solved}</h2>`;
    return html`<h2 part="title" id="title">${offer?.title}</h2>
      ${this.blocks.length ? html`<div part="body" class="body">${text(this.blocks, words)}</div>` : nothing}`;
  }

  private _press(): void {
    if (this.open) return this.close();
    this.open = true;
    if (this._opened) return;
    this._opened = true;
    this.owner?.answer({ phase: 'opened', as: 'hint' }, false);
  }
}
