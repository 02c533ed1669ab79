import { css, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { html } from '../../ui/html.js';
import { contrastsAt, type ContrastView } from '../model/contrast.js';
import { reachOf, type ReachView } from '../model/reach.js';
import { base, view } from '../styles.js';
import { View } from '../view.js';

const MARKS = { good: '✓', warn: '!', bad: '✗', none: '–' } as const;
const WORDS = { good: 'fine: ', warn: 'maybe: ', bad: 'not fine: ', none: '' } as const;

/** Whether help can be read and reached on this page: its colours, and the places that it is to stand at. */
export class AntesInspectorChecks extends View {
  static override properties: PropertyDeclarations = { ...View.properties, all: { state: true } };
  static override styles: CSSResultGroup = [
    base,
    view,
    css`
      .mark {
        display: inline-block;
        inline-size: 1.2em;
        font-weight: bold;
      }
      /* It is the theme that is measured, also where colours are forced. */
      .probe {
        display: none;
        forced-color-adjust: none;
      }
    `,
  ];

  /** Also what is fine. */
  declare all: boolean;
  private _contrasts: readonly ContrastView[] = [];

  constructor() {
    super();
    this.all = false;
  }

  protected override get live(): boolean {
    return false;
  }

  override shown(): void {
    const probe = this.hasUpdated && this.renderRoot.querySelector<HTMLElement>('.probe');
    if (probe) this._contrasts = contrastsAt(probe);
    super.shown();
  }

  protected override firstUpdated(): void {
    this.shown();
  }

  private _mark(state: ReachView['state']): TemplateResult {
    return html`<span class="mark ${state}" aria-hidden="true">${MARKS[state]}</span
      ><span class="unseen">${WORDS[state]}</span>`;
  }

  private _show(element: Element): void {
    element.scrollIntoView({ block: 'center' });
    if (element instanceof HTMLElement) element.focus({ preventScroll: true });
  }

  private _reach({ anchor, element, state, text, trigger }: ReachView): TemplateResult {
    return html`<li>
      ${this._mark(state)}<b>${trigger}</b> at <code>${anchor}</code>
      <p>${text}</p>
      ${
        element
          ? html`<button type="button" @click=${() => this._show(element)}>
              Go there<span class="unseen"> (${anchor})</span>
            </button>`
          : ''
      }
    </li>`;
  }

  private _contrast({ colours, good, least, ratio, scheme, what }: ContrastView): TemplateResult {
    const measured = ratio === undefined ? 'cannot be measured' : `${ratio.toFixed(1)} to 1`;
    return html`<li>
      ${this._mark(good === undefined ? 'none' : good ? 'good' : 'bad')}${what}, ${scheme}: <b>${measured}</b>
      <span class="muted">at least ${least} to 1 (${colours})</span>
    </li>`;
  }

  protected override render(): TemplateResult {
    const { antes } = this.watch.inspected;
    const reach = reachOf(antes.config, antes.why());
    const here = reach.filter(({ state }) => state !== 'none');
    const far = here.filter(({ state }) => state !== 'good');
    const low = this._contrasts.filter(({ good }) => good === false);
    return html`<span class="probe"></span>
      <div class="row tools">
        <button type="button" class="first" @click=${this.shown}>Check this page again</button>
        <label
          ><input
            type="checkbox"
            .checked=${this.all}
            @change=${(event: Event) => (this.all = (event.target as HTMLInputElement).checked)}
          />
          Also what is fine</label
        >
      </div>
      <section aria-labelledby="reach">
        <h2 id="reach">
          Anchors: ${here.length - far.length} of the ${here.length} that are meant for this page can be
          reached
        </h2>
        <ul class="list">
          ${(this.all ? reach : far).map((one) => this._reach(one))}
        </ul>
      </section>
      <section aria-labelledby="contrast">
        <h2 id="contrast">
          Contrast: ${this._contrasts.length - low.length} of ${this._contrasts.length} pairs of colours are
          enough
        </h2>
        <p class="muted">As this page sets --antes-… at its root, in the light and the dark scheme.</p>
        <ul class="list">
          ${(this.all ? this._contrasts : low).map((one) => this._contrast(one))}
        </ul>
      </section>`;
  }
}
