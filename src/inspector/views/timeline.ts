import { css, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { html } from '../../ui/html.js';
import { sayAt, type Entry, type EntryKind } from '../model/entries.js';
import { struggleOf, type StruggleView } from '../model/struggle.js';
import { base, view } from '../styles.js';
import { View } from '../view.js';

const KINDS: readonly (readonly [EntryKind | '', string])[] = [
  ['', 'Everything'],
  ['signal', 'Signals'],
  ['level', 'Levels'],
  ['help', 'Help'],
  ['problem', 'Problems'],
];
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What happens, the newest first, and what the struggle of this step is made of. */
export class AntesInspectorTimeline extends View {
  static override properties: PropertyDeclarations = { ...View.properties, kind: { state: true } };
  static override styles: CSSResultGroup = [
    base,
    view,
    css`
      meter {
        inline-size: min(220px, 100%);
        block-size: 14px;
      }
      .entry {
        display: grid;
        grid-template-columns: minmax(4.5em, auto) minmax(0, 1fr);
        gap: 0 10px;
      }
      time {
        font-variant-numeric: tabular-nums;
        color: var(--_muted);
      }
      table {
        border-collapse: collapse;
      }
      th,
      td {
        text-align: start;
        font-weight: normal;
        padding: 2px 14px 2px 0;
        overflow-wrap: anywhere;
      }
      thead th {
        color: var(--_muted);
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px 12px;
        padding-block: 4px;
      }
      dt {
        color: var(--_muted);
      }
      dd {
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare kind: EntryKind | '';

  constructor() {
    super();
    this.kind = '';
  }

  private _onKind(event: Event): void {
    this.kind = (event.target as HTMLSelectElement).value as EntryKind | '';
  }

  private _onClear(): void {
    this.watch.clear();
  }

  private _struggle(now: StruggleView): TemplateResult {
    return html`<section aria-labelledby="struggle">
      <h2 id="struggle">
        Struggle of ${now.step === null ? 'this page' : html`the step <code>${now.step}</code>`}
      </h2>
      <p class="row">
        <meter min="0" max="1" aria-labelledby="struggle" .value=${now.score}></meter>
        <b>${percent(now.score)}</b> <span class="tag">${now.level}</span>
        <span class="muted">${now.next}</span>
      </p>
      ${
        now.parts.length === 0
          ? html`<p class="muted">No signal weighs on it.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">signal</th>
                  <th scope="col">at</th>
                  <th scope="col">now</th>
                  <th scope="col">at first</th>
                  <th scope="col">gone in</th>
                </tr>
              </thead>
              <tbody>
                ${now.parts.map(
                  (part) =>
                    html`<tr>
                      <th scope="row">${part.name}</th>
                      <td><code>${part.target}</code></td>
                      <td>${percent(part.now)}</td>
                      <td>${percent(part.weight)}</td>
                      <td>${part.gone}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
    </section>`;
  }

  private _entry({ at, kind, name, text, data }: Entry): TemplateResult {
    const details = Object.entries(data).filter(([, value]) => value !== '');
    return html`<li class="entry">
      <time>${at === undefined ? '' : sayAt(at)}</time>
      <div>
        <span class="tag">${kind}</span> <b>${name}</b>
        <p>${text}</p>
        ${
          details.length === 0
            ? nothing
            : html`<details>
                <summary class="muted">What was compared</summary>
                <dl>
                  ${details.map(
                    ([key, value]) =>
                      html`<dt>${key}</dt>
                        <dd><code>${String(value)}</code></dd>`,
                  )}
                </dl>
              </details>`
        }
      </div>
    </li>`;
  }

  protected override render(): TemplateResult {
    const engine = this.watch.inspected.runtime()?.engine;
    const entries = this.watch.entries.filter(({ kind }) => this.kind === '' || kind === this.kind);
    return html`${engine ? this._struggle(struggleOf(engine.state)) : nothing}
      <section aria-labelledby="log">
        <h2 id="log">What has happened</h2>
        <div class="row tools">
          <label
            >Show
            <select @change=${this._onKind}>
              ${KINDS.map(([kind, label]) => html`<option .value=${kind}>${label}</option>`)}
            </select></label
          >
          <button type="button" @click=${this._onClear}>Clear</button>
        </div>
        ${
          entries.length === 0
            ? html`<p class="muted">Nothing yet. Use the page: signals come here as they are noticed.</p>`
            : html`<ol class="list">
                ${entries.map((entry) => this._entry(entry))}
              </ol>`
        }
      </section>`;
  }
}
