import { css, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { html } from '../html.js';
import { AntesElement } from '../base.js';
import { tokens } from '../tokens.js';
import { allWords, count as counted } from '../part-words.js';

/**
 * The quietest form of help: a small button in the corner that holds what could not be shown elsewhere. Where the
 * configuration asks for it, it is always there and opens the panel. Or it says that the customer has turned help off,
 * and turns it on again.
 *
 * @element antes-badge
 * @csspart badge - the button
 * @csspart count - how many suggestions it holds: from two on, and from one on where it is always there
 * @csspart turn-on - while help is off, what a press does
 */
export class AntesBadge extends AntesElement {
  static override properties: PropertyDeclarations = {
    ...AntesElement.properties,
    count: { type: Number },
    standing: { attribute: false },
    muted: { type: Boolean, reflect: true },
  };
  static override styles: CSSResultGroup = [
    tokens,
    css`
      :host {
        display: block;
        inline-size: fit-content;
        pointer-events: none;
      }
      :host([away]) {
        display: none;
      }
      button {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 0.5em;
        min-block-size: 40px;
        min-inline-size: 40px;
        padding-block: 0.35em;
        padding-inline: 0.6em 1em;
        font-size: 0.9375em;
        font-weight: 500;
        color: var(--_text);
        background: var(--_surface);
        border: 1px solid var(--_border);
        border-radius: 2em;
        box-shadow: var(--_shadow);
        animation: arrive 0.22s ease-out;
      }
      button:hover {
        border-color: var(--_line);
      }
      :host([muted]) button {
        color: var(--_muted);
      }
      :host([muted]) .icon {
        color: inherit;
      }
      u {
        color: var(--_text);
        text-underline-offset: 2px;
        text-decoration-color: var(--_line);
      }
      .count {
        min-inline-size: 1.5em;
        padding-inline: 0.4em;
        font-size: 0.8125em;
        line-height: 1.5;
        text-align: center;
        color: var(--_on-accent);
        background: var(--_accent);
        border-radius: 1em;
        margin-inline-end: -0.35em;
      }
      /* Drawn, not written: the name says the number in words. */
      .count::before {
        content: attr(data-count);
      }
      @media (max-width: 480px) {
        button {
          margin: 0 16px max(12px, env(safe-area-inset-bottom));
        }
      }
      @media (pointer: coarse) {
        button {
          min-block-size: 48px;
        }
      }
      @media (forced-colors: active) {
        button {
          border-color: ButtonText;
        }
      }
    `,
  ];

  /** How many suggestions it holds. */
  declare count: number;
  /** It is there without a suggestion too, so that it does not say by coming that it holds one. */
  declare standing: boolean;
  /** The customer has turned help off. */
  declare muted: boolean;
  /** What a press does. */
  press: () => void = () => undefined;

  constructor() {
    super();
    this.count = 1;
    this.standing = false;
    this.muted = false;
  }

  override dismiss(): void {
    (this.cameFrom as HTMLElement | undefined)?.focus();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  /** What it says to who cannot see it. */
  get label(): string {
    const { words, count } = this;
    const { badge } = allWords(words);
    if (this.muted) return `${badge.muted} ${badge.turnOn}`;
    return count ? counted(badge.suggestions, count, words.lang) : words.help;
  }

  protected override render(): TemplateResult {
    const { words, count, standing, muted } = this;
    return html`<button part="badge" lang=${words.lang} aria-label=${this.label} @click=${() => this.press()}>
      <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M7.6 7.8a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.7M10 14.2v.1" />
      </svg>
      ${muted ? this._muted() : words.help}
      ${count > (standing ? 0 : 1) ? html`<span part="count" class="count" data-count=${count}></span>` : nothing}
    </button>`;
  }

  private _muted(): TemplateResult {
    const { badge } = allWords(this.words);
    return html`<span>${badge.muted} <u part="turn-on">${badge.turnOn}</u></span>`;
  }
}
