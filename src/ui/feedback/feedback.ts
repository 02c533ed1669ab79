import { css, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { html } from '../html.js';
import type { Offer } from '../../state/stores.js';
import { unseen } from '../card/styles.js';
import { AntesPart } from '../part.js';
import { allWords } from '../part-words.js';
import { tokens } from '../tokens.js';

/** The scale of the customer effort score: from 1, very easy, to 7, very hard. */
const SCALE = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * How hard was it? Seven choices and a button that sends the one that is chosen: with the arrow keys a choice is only
 * passed through. Nobody has to answer.
 *
 * @element antes-feedback
 * @csspart scale - the question and its answers
 * @csspart choice - one answer
 * @csspart send - the button
 * @csspart thanks - what is said afterwards
 */
export class AntesFeedback extends AntesPart {
  /** Asked once help has been read: below the actions. */
  readonly atEnd = true;
  static override properties: PropertyDeclarations = {
    ...AntesPart.properties,
    _chosen: { state: true },
    _thanked: { state: true },
  };
  static override styles: CSSResultGroup = [
    tokens,
    unseen,
    css`
      :host {
        display: block;
        margin-block-start: 0.8em;
        font-size: 0.875em;
        color: var(--_muted);
      }
      fieldset {
        min-inline-size: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
      }
      .row {
        display: grid;
        grid-template-columns: repeat(7, minmax(0, 36px)) auto;
        gap: 0.3em 0.4em;
        margin-block-start: 0.4em;
      }
      /* The numbers are one row at any width; what its ends mean stands below them. */
      .easy {
        grid-area: 2 / 1 / auto / span 3;
      }
      .hard {
        grid-area: 2 / 4 / auto / span 4;
        text-align: end;
      }
      label {
        grid-row: 1;
        position: relative;
        display: grid;
        place-items: center;
        min-block-size: 32px;
        color: var(--_text);
        border: 1px solid var(--_line);
        border-radius: calc(var(--_radius) * 0.5);
        cursor: pointer;
      }
      label:hover {
        background: var(--_hover);
      }
      label:has(:checked) {
        color: var(--_on-accent);
        background: var(--_accent);
        border-color: transparent;
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--_focus);
        outline-offset: 2px;
      }
      /* Over the number, so that a press anywhere on it counts, and what has the focus is where it is seen. */
      input {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        margin: 0;
        opacity: 0;
        cursor: inherit;
      }
      button {
        grid-area: 3 / 1 / auto / -1;
        justify-self: start;
        min-block-size: 32px;
        color: inherit;
        border-radius: calc(var(--_radius) * 0.5);
        text-decoration: underline;
        text-decoration-color: var(--_line);
        text-underline-offset: 2px;
      }
      @container (inline-size >= 23em) {
        button {
          grid-area: 1 / 8;
          padding-inline: 0.7em;
        }
      }
      button[aria-disabled='true'] {
        text-decoration: none;
        cursor: default;
      }
      /* As high as before: what is below it stays where it is. */
      .thanked {
        visibility: hidden;
        position: relative;
      }
      [part='thanks'] {
        visibility: visible;
        position: absolute;
        inset-block-start: 0;
        inset-inline-start: 0;
      }
      @media (pointer: coarse) {
        label,
        button {
          min-block-size: 44px;
        }
      }
      @media (forced-colors: active) {
        label:has(:checked) {
          color: Canvas;
          background: CanvasText;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  declare _chosen: number | undefined;
  declare _thanked: boolean;
  /** What became of it. */
  rate: (offer: Offer, effort: number) => void = () => undefined;

  constructor() {
    super();
    this._thanked = false;
  }

  protected override render(): TemplateResult {
    const { words, _chosen: chosen, _thanked: thanked } = this;
    const { lang, thanks, feedback } = allWords(words);
    return html`<div class=${thanked ? 'thanked' : ''} lang=${lang}>
      <fieldset part="scale" ?disabled=${thanked}>
        <legend>${feedback.effort}</legend>
        <div class="row">
          <span class="easy" aria-hidden="true">${feedback.easy}</span>
          ${SCALE.map((n) => this._choice(n))}
          <span class="hard" aria-hidden="true">${feedback.hard}</span>
          <button part="send" aria-disabled=${chosen === undefined} @click=${() => this._send()}>
            ${feedback.send}
          </button>
        </div>
      </fieldset>
      <span part="thanks" role="status" tabindex="-1">${thanked ? thanks : ''}</span>
    </div>`;
  }

  /** The ends of the scale say what they mean. */
  private _choice(n: number): TemplateResult {
    const { feedback } = allWords(this.words);
    const meaning = n === 1 ? feedback.easy : n === SCALE.length ? feedback.hard : '';
    return html`<label part="choice"
      ><input
        type="radio"
        name="effort"
        .value=${String(n)}
        @change=${() => {
          this._chosen = n;
        }}
      />${n}${meaning ? html`<span class="unseen">, ${meaning}</span>` : ''}</label
    >`;
  }

  private _send(): void {
    const { offer, _chosen: chosen } = this;
    if (!offer || chosen === undefined || this._thanked) return;
    // The pressed button goes away; the focus stays in the card.
    if (this.matches(':focus-within')) this.renderRoot.querySelector<HTMLElement>('[part=thanks]')?.focus();
    this._thanked = true;
    this.rate(offer, chosen);
  }
}
