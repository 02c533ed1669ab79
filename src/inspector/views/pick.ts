import { css, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { html } from '../../ui/html.js';
import { register } from '../../ui/register.js';
import { copy } from '../copy.js';
import { look, piecesOf, wordOf, type Picked } from '../model/picked.js';
import { walk, type Direction } from '../model/roots.js';
import type { Proposal } from '../model/selectors.js';
import { AntesInspectorPicker, pick } from '../picker.js';
import { base, view } from '../styles.js';
import { View } from '../view.js';

type Piece = keyof ReturnType<typeof piecesOf>;
const PIECES: readonly (readonly [Piece, string])[] = [
  ['anchor', 'As an anchor, in show of a trigger'],
  ['step', 'As a step, in a journey'],
  ['page', 'This page as a step'],
  ['target', 'As what a signal is about, in when of a trigger'],
];
const TONES = { 'made for it': 'good', stable: 'good', likely: 'warn', fragile: 'bad' } as const;
const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** Chooses an element of the page, and says how a configuration can name it. */
export class AntesInspectorPick extends View {
  static override properties: PropertyDeclarations = {
    ...View.properties,
    element: { state: true },
    chosen: { state: true },
    said: { state: true },
  };
  static override styles: CSSResultGroup = [
    base,
    view,
    css`
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-inline-size: 0;
      }
      legend {
        padding: 0;
        font-weight: bold;
      }
      .proposal {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 8px;
        align-items: start;
        padding-block: 6px;
        border-block-start: 1px solid var(--_line);
      }
      .piece {
        margin-block: 8px;
      }
      pre {
        flex: 1 1 240px;
      }
    `,
  ];

  declare element: Element | undefined;
  /** Number of the proposal that the pieces are made of. */
  declare chosen: number;
  declare said: string;

  constructor() {
    super();
    this.chosen = 0;
    this.said = '';
  }

  /** Nothing here changes by itself. */
  protected override get live(): boolean {
    return false;
  }

  private _take(element: Element | undefined): void {
    if (!element) return;
    this.element = element;
    this.chosen = 0;
    this.said = '';
  }

  private async _onPick(): Promise<void> {
    register('antes-inspector-picker', AntesInspectorPicker);
    const inspector = (this.getRootNode() as ShadowRoot).host;
    // What lies under it can be chosen too.
    inspector.toggleAttribute('picking', true);
    this._take(await pick(inspector, this.element));
    inspector.toggleAttribute('picking', false);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  private _walk(direction: Direction): void {
    if (this.element) this._take(walk(this.element, direction));
  }

  private async _copy(text: string): Promise<void> {
    this.said = (await copy(text))
      ? 'Copied.'
      : 'This page may not write to the clipboard: select the text instead.';
  }

  private _proposal(one: Proposal, i: number): TemplateResult {
    const more = one.matches > 1 ? `, of which ${one.visible} visible; help takes the first that is` : '';
    return html`<div class="proposal">
      <input
        type="radio"
        name="proposal"
        id=${`proposal-${i}`}
        .checked=${i === this.chosen}
        @change=${() => (this.chosen = i)}
      />
      <label for=${`proposal-${i}`}>
        <code>${one.anchor}</code> <span class="tag ${TONES[one.stability]}">${one.stability}</span>
        <span class="muted">${one.why} It finds ${count(one.matches, 'element')}${more}.</span>
      </label>
    </div>`;
  }

  private _picked(picked: Picked): TemplateResult {
    const proposal = picked.proposals[this.chosen];
    const pieces = proposal && piecesOf(picked, proposal, location.pathname);
    const best = picked.proposals[0];
    return html`<section>
        <h2><code>${picked.title}</code></h2>
        <p>
          In records and signals it is called <code>${picked.target}</code>, in
          <code>${picked.region}</code>${
            picked.step === null ? nothing : html`, in the step <code>${picked.step}</code>`
          }.
          ${picked.ignored ? html`<b class="warn">It lies in data-antes-ignore, and gives no records.</b>` : nothing}
        </p>
        <div class="row">
          <button type="button" @click=${() => this._walk('out')}>What is around it</button>
          <button type="button" @click=${() => this._walk('in')}>Into it</button>
          <button type="button" @click=${() => this._walk('previous')}>Before it</button>
          <button type="button" @click=${() => this._walk('next')}>After it</button>
        </div>
      </section>
      <section>
        <fieldset>
          <legend>Ways to find it again</legend>
          ${picked.proposals.map((one, i) => this._proposal(one, i))}
        </fieldset>
        ${
          best?.stability === 'made for it' && best.matches === 1
            ? nothing
            : html`<p class="piece">
                Safest is a name of its own in the page:
                <code>data-antes-anchor="${wordOf(picked.target)}"</code>
              </p>`
        }
      </section>
      ${
        pieces
          ? html`<section aria-label="Pieces of a configuration">
              ${PIECES.map(
                ([piece, label]) =>
                  html`<div class="piece">
                    <h3>${label}</h3>
                    <div class="row">
                      <pre>${pieces[piece]}</pre>
                      <button type="button" @click=${() => this._copy(pieces[piece])}>
                        Copy<span class="unseen"> ${label}</span>
                      </button>
                    </div>
                  </div>`,
              )}
            </section>`
          : nothing
      }`;
  }

  protected override render(): TemplateResult {
    const { element } = this;
    return html`<div class="row tools">
        <button type="button" class="first" @click=${this._onPick}>Choose an element of the page</button>
        <span role="status">${this.said}</span>
      </div>
      ${
        !element
          ? html`<p class="muted">
              Point at it, or walk to it with the arrow keys. The page does not notice what you press
              meanwhile.
            </p>`
          : element.isConnected
            ? this._picked(look(element))
            : html`<p class="warn">The page has removed the element that was chosen.</p>`
      }`;
  }
}
