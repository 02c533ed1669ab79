import { real } from '../../core/real.js';
import {
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { html } from '../html.js';
import type { Messages } from '../../messages/types.js';
import type { Offer } from '../../state/stores.js';
import { actions, failure } from '../card/actions.js';
import { AntesCard } from '../card/card.js';
import { text } from '../card/text.js';
import type { AntesContact } from '../contact/contact.js';
import { extrasOf } from '../extras.js';
import { allWords, count } from '../part-words.js';
import type { Stage } from '../stage.js';
import { parseText } from '../text.js';
import { contentsOf, suggestionsOf, type Found } from './contents.js';
import { search } from './search.js';
import { fieldStyles } from '../field-styles.js';
import { panelStyles } from './styles.js';

const MAX_RESULTS = 8;

/** What has the focus, through shadow roots: where it comes back to. */
export function deepFocus(): HTMLElement | undefined {
  let at = real(document).activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement ? at : undefined;
}

/**
 * What the customer asks for: search, what is often asked here, and always a person. A sheet on a phone, beside the page
 * elsewhere.
 *
 * @element antes-panel
 * @csspart search - the search field with its label
 * @csspart results - what was found, or is often asked here
 * @csspart result - one of them
 * @csspart answer-title - the heading of an answer
 * @csspart back - back to what was found
 */
export class AntesPanel extends AntesCard {
  static override properties: PropertyDeclarations = {
    ...AntesCard.properties,
    _query: { state: true },
    _answer: { state: true },
    _more: { state: true },
  };
  static override styles: CSSResultGroup = [
    ...(AntesCard.styles as CSSResultGroup[]),
    fieldStyles,
    panelStyles,
  ];

  declare _query: string;
  declare _answer: Offer | undefined;
  /** Parts of the answer that not every answer has. */
  declare _more: readonly Element[];
  stage: Stage | undefined;
  contact: AntesContact | undefined;
  /** It covers the page, because the customer asked for it and there is no room beside it. */
  modal = false;
  /** It came as one, and looks like it from then on. */
  sheet = false;
  /** An answer that is fetched is shown only where nothing else was asked for since. */
  private _wanted = 0;
  /** For what an answer has beside its text. */
  private _stopWaiting: () => void = () => undefined;
  private _contents: readonly Found[] = [];
  private _suggested: readonly Found[] = [];

  protected override readonly kind = 'dialog';

  constructor() {
    super();
    this._query = '';
    this._more = [];
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { stage, offer, contact, words } = this;
    if (!changed.has('offer') && !changed.has('words')) return;
    if (contact) contact.words = words;
    if (!stage || !offer) return;
    this._contents = contentsOf(stage.port);
    this._suggested = suggestionsOf(stage.port, this._contents);
    if (offer.contact === undefined) this._answer = offer;
  }

  protected override firstUpdated(): void {
    if (this.modal) this.renderRoot.querySelector('dialog')?.showModal();
  }

  /** The page behind it is the customer's again. */
  close(): void {
    this._stopWaiting();
    if (this.modal) this.renderRoot.querySelector('dialog')?.close();
  }

  /** The page is within reach again while the sheet is still there; the focus stays where it is. Returns the way back. */
  uncover(): () => void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (!this.modal || !dialog) return () => undefined;
    this._turn(dialog, false);
    return () => {
      if (this.isConnected && !real(document).querySelector('dialog:modal')) this._turn(dialog, true);
    };
  }
  private _turn(dialog: HTMLDialogElement, modal: boolean): void {
    this.modal = modal;
    // Not `focused`: around a modal dialog Chromium does not match `:focus-within`.
    const focus = this.shadowRoot?.activeElement ? deepFocus() : undefined;
    dialog.close();
    if (modal) dialog.showModal();
    else dialog.show();
    focus?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { offer } = this;
    if (!offer) return nothing;
    const words = allWords(this.words);
    const { help, close, lang } = words;
    const solved = offer.leaving === 'solved';
    return html`<dialog
      part="card"
      class="card panel ${this.sheet ? 'sheet' : ''}"
      aria-labelledby="title"
      lang=${lang}
      ?open=${!this.sheet}
      @cancel=${this._cancel}
    >
      <h2 part="title" id="title" tabindex="-1">${solved ? words.solved : help}</h2>
      <button part="close" class="close" @click=${(event: MouseEvent) => this.dismiss(event.detail === 0)}>
        ${close}
      </button>
      <div class="rest">
        ${offer.contact ? nothing : this._self(words)}
        <div class="person">${this.contact}</div>
      </div>
    </dialog>`;
  }

  /** The browser's own way to close a dialog: a gesture, or a key that it kept for itself. */
  private _cancel(event: Event): void {
    event.preventDefault();
    this.dismiss(true);
  }

  /** What customers can find out by themselves. */
  private _self(words: Messages): TemplateResult {
    const { panel } = words;
    const query = this._query.trim();
    const found = search(this._contents, query).slice(0, MAX_RESULTS);
    const said = !query ? '' : found.length ? count(panel.results, found.length, words.lang) : panel.nothing;
    return html`${
        this._contents.length
          ? html`<p part="search" class="search" role="search">
              <label for="search">${panel.search}</label>
              <input
                id="search"
                type="search"
                autocomplete="off"
                maxlength="80"
                .value=${this._query}
                @input=${(event: InputEvent) => this._search((event.target as HTMLInputElement).value)}
              />
            </p>`
          : nothing
      }
      <p role="status" class="said">${said}</p>
      ${
        this._answer
          ? this._read(this._answer, words)
          : query
            ? this._list(found)
            : this._suggested.length
              ? html`<h3>${panel.suggestions}</h3>
                  ${this._list(this._suggested)}`
              : nothing
      }
      ${this._answer === this.offer ? nothing : html`<div class="status">${this.extras}</div>`}`;
  }

  private _search(query: string): void {
    this._wanted++;
    this._query = query;
    this._answer = undefined;
  }

  private _list(found: readonly Found[]): TemplateResult {
    return html`<ul part="results" role="list" class="results">
      ${found.map(
        ({ title, offer }) =>
          html`<li>
            <button part="result" class="quiet" lang=${offer.lang} @click=${() => this._show(offer)}>
              ${title}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  private async _show(offer: Offer): Promise<void> {
    const wanted = ++this._wanted;
    const callOff = (cancel: () => void) => (this._stopWaiting = cancel);
    const more = this.stage ? await extrasOf(offer, this.stage, callOff).catch(() => []) : [];
    if (wanted !== this._wanted) return;
    this._doing = undefined;
    this._more = more;
    this._answer = offer;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.answer h3')?.focus();
  }

  private _read(answer: Offer, words: Messages): TemplateResult {
    const own = answer === this.offer;
    const run = (index: number) => this._run(answer, index);
    return html`<article class="answer" lang=${answer.lang} dir=${answer.dir}>
      ${own ? nothing : html`<button part="back" class="quiet" lang=${words.lang} @click=${() => this._back()}>${words.panel.back}</button>`}
      <h3 part="answer-title" tabindex="-1">${answer.title}</h3>
      <div part="body" class="body">${text(parseText(answer.body, real(document).baseURI), this.words)}</div>
      ${own ? this.extras : this._more} ${actions(answer, this._doing, run)}
      ${
        this._doing?.state === 'failed'
          ? failure(this.words, () => run(this._doing?.index ?? 0))
          : own
            ? this._footer(answer)
            : nothing
      }
      <div class="unseen" role="status" lang=${words.lang}>
        ${this._doing ? words[this._doing.state] : ''}
      </div>
    </article>`;
  }

  private async _back(): Promise<void> {
    this._wanted++;
    this._answer = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#search')?.focus();
  }

  private async _run(answer: Offer, index: number): Promise<void> {
    const { stage } = this;
    if (!stage || this._doing?.state === 'working') return;
    // A link is followed by the browser; this only tells.
    if (answer.actions[index]?.href) return void (await stage.port.act(answer.id, index));
    this._doing = { index, state: 'working' };
    const worked = await stage.port.act(answer.id, index);
    this._doing = { index, state: worked ? 'done' : 'failed' };
  }
}
