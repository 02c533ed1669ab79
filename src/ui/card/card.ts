import { real } from '../../core/real.js';
import {
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { html } from '../html.js';
import type { Answer, Offer } from '../../state/stores.js';
import { AntesElement } from '../base.js';
import type { Reasons } from '../reasons/index.js';
import type { Stage } from '../stage.js';
import { parseText, type Block } from '../text.js';
import { tokens } from '../tokens.js';
import { actions, failure } from './actions.js';
import { check, icons } from './icons.js';
import { cardStyles, unseen } from './styles.js';
import { text } from './text.js';

/** What a card tells and asks of whoever shows it. */
export interface CardOwner {
  readonly stage: Stage;
  act(index: number): Promise<boolean>;
  answer(given: Answer, byKey: boolean): void;
}

/** An action under way, or what became of it. */
export interface Doing {
  readonly index: number;
  readonly state: 'working' | 'done' | 'failed';
}

/**
 * One offer, ready to be read: the part that inline help and notices have in common.
 *
 * @csspart card - the whole card
 * @csspart icon - the sign of its tone
 * @csspart title - the heading
 * @csspart close - the way to close it
 * @csspart body - the text
 * @csspart link - a link in the text
 * @csspart actions - the row of actions
 * @csspart action - each of them
 * @csspart action-primary - the one that most will want
 * @csspart action-secondary - the others
 * @csspart action-link - those that look like links
 * @csspart error - what is said where an action did not work
 * @csspart retry - tries it again
 * @csspart footer - the question whether it helped, and why it is shown
 * @csspart feedback - an answer to that question
 * @csspart why - opens the answer to “why do I see this?”
 * @csspart not-now - not this, for now
 * @csspart less - less of this kind
 * @csspart not-again - this never again
 * @csspart not-today - nothing for a day
 */
export abstract class AntesCard extends AntesElement {
  static override properties: PropertyDeclarations = {
    ...AntesElement.properties,
    offer: { attribute: false },
    owner: { attribute: false },
    extras: { attribute: false },
    _doing: { state: true },
    _open: { state: true },
    _thanked: { state: true },
    _reasons: { state: true },
  };
  static override styles: CSSResultGroup = [tokens, unseen, cardStyles];

  declare offer: Offer | undefined;
  declare owner: CardOwner | undefined;
  /** Parts that not every card has; see ui/extras.ts. */
  declare extras: readonly Element[];
  /** Of a banner: the same words at the step that is affected, as people overlook what is at the top of a page. */
  declare twin?: AntesCard | undefined;
  declare _doing: Doing | undefined;
  declare _open: boolean;
  declare _thanked: boolean;
  declare _reasons: Reasons | undefined;
  /** The body, parsed once per text. */
  protected blocks: readonly Block[] = [];
  protected abstract readonly kind: 'group' | 'dialog' | 'region';

  constructor() {
    super();
    this._open = false;
    this._thanked = false;
    this.extras = [];
  }

  override dismiss(byKey: boolean): void {
    this.owner?.answer({ phase: 'dismissed' }, byKey);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { offer, words } = this;
    for (const extra of this.extras) Object.assign(extra, { offer, words });
    if (!changed.has('offer') || !offer) return;
    this.lang = offer.lang;
    this.dir = offer.dir;
    this.blocks = parseText(offer.body, real(document).baseURI);
    // Less to read must not pull the page up.
    if (offer.leaving === 'solved')
      this.style.setProperty('--_kept', `${this.getBoundingClientRect().height}px`);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { offer, words } = this;
    if (!offer) return nothing;
    const solved = offer.leaving === 'solved';
    const tone = solved ? 'success' : offer.tone;
    return html`<section
      part="card"
      class="card ${tone}"
      role=${this.kind}
      tabindex=${this.kind === 'dialog' ? -1 : nothing}
      aria-labelledby="title"
      aria-busy=${this._doing?.state === 'working' ? 'true' : nothing}
    >
      <svg part="icon" class="icon" viewBox="0 0 20 20" aria-hidden="true">
        ${solved ? check : icons[tone]}
      </svg>
      <h2 part="title" id="title">
        ${solved ? html`<span lang=${words.lang}>${words.solved}</span>` : offer.title}
      </h2>
      <button
        part="close"
        class="close"
        lang=${words.lang}
        @mousedown=${keepFocus}
        @click=${(event: MouseEvent) => this.dismiss(event.detail === 0)}
      >
        ${words.close}
      </button>
      ${
        solved
          ? nothing
          : html`<div class="rest">
              ${this.blocks.length ? html`<div part="body" class="body">${text(this.blocks, words)}</div>` : nothing}
              ${this.rest(offer)}
            </div>`
      }
    </section>`;
  }

  /** What comes after the text. */
  protected rest(offer: Offer): TemplateResult {
    const { words } = this;
    const at = (end: boolean) => this.extras.filter((part) => 'atEnd' in part === end);
    return html`${at(false)} ${actions(offer, this._doing, (index) => this._act(index))} ${at(true)}
      <div class="last">
        ${this._doing?.state === 'failed' ? failure(words, () => this._act(this._doing?.index ?? 0)) : this._footer(offer)}
      </div>
      <div class="unseen" role="status" lang=${words.lang}>
        ${this._doing ? words[this._doing.state] : ''}
      </div>`;
  }

  protected _footer(offer: Offer): TemplateResult | typeof nothing {
    const { words } = this;
    const asks = offer.feedback === 'helpful';
    if (!asks && !offer.because) return nothing;
    const ask = html`<span id="ask">${words.helped}</span>
      <button part="feedback" class="quiet" aria-describedby="ask" @click=${() => this._judge('solved')}>
        ${words.yes}
      </button>
      <button part="feedback" class="quiet" aria-describedby="ask" @click=${() => this._judge('unsolved')}>
        ${words.no}
      </button>`;
    return html`<div part="footer" class="footer" lang=${words.lang}>
        ${
          asks
            ? html`<div class="ask">
                ${this._thanked ? nothing : ask}<span role="status"
                  >${this._thanked ? words.thanks : ''}</span
                >
              </div>`
            : nothing
        }
        ${
          offer.because
            ? html`<button
                part="why"
                class="quiet"
                aria-expanded=${this._open}
                aria-controls="because"
                @click=${() => this._toggle()}
              >
                ${words.why}
              </button>`
            : nothing
        }
      </div>
      <div id="because" class="because" ?hidden=${!this._open}>
        ${this._reasons?.(offer, this.owner, words)}
      </div>`;
  }

  /** The answer is fetched when it is asked for. */
  private async _toggle(): Promise<void> {
    this._open = !this._open;
    this._reasons ??= (await import('../reasons/index.js').catch(() => undefined))?.reasons;
  }

  private _judge(phase: 'solved' | 'unsolved'): void {
    // The pressed button goes away; the focus stays in the card.
    if (this.focused) this.renderRoot.querySelector<HTMLElement>('.close')?.focus();
    this._thanked = true;
    this.owner?.answer({ phase }, false);
  }

  private async _act(index: number): Promise<void> {
    const { owner, offer } = this;
    if (!owner || this._doing?.state === 'working') return;
    if (offer?.actions[index]?.href) {
      // The browser follows the link by itself; this only tells.
      await owner.act(index);
      return;
    }
    this._doing = { index, state: 'working' };
    const worked = await owner.act(index);
    this._doing = { index, state: worked ? 'done' : 'failed' };
  }
}

/** A press with the mouse does not take the caret out of the customer's field. */
export const keepFocus = (event: Event): void => event.preventDefault();
