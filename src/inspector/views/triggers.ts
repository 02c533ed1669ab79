import { css, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { html } from '../../ui/html.js';
import { showNow } from '../act.js';
import { offBy, triggersOf, type TriggerView } from '../model/triggers.js';
import { base, view } from '../styles.js';
import { View } from '../view.js';

/** Every trigger: how far it is, what stands in its way, and all its gates. */
export class AntesInspectorTriggers extends View {
  static override properties: PropertyDeclarations = {
    ...View.properties,
    words: { state: true },
    said: { state: true },
  };
  static override styles: CSSResultGroup = [
    base,
    view,
    css`
      .head {
        font-family: var(--_mono);
        font-weight: bold;
        overflow-wrap: anywhere;
      }
      .gates {
        margin-block: 4px;
      }
      .gates li {
        display: grid;
        grid-template-columns: 1.6em 7.5em minmax(0, 1fr);
        overflow-wrap: anywhere;
        padding-block: 2px;
      }
      .mark {
        font-weight: bold;
      }
      .about {
        font-weight: normal;
      }
    `,
  ];

  /** What is looked for. */
  declare words: string;
  /** What came of the last thing that was done. */
  declare said: string;

  constructor() {
    super();
    this.words = '';
    this.said = '';
  }

  private _onWords(event: Event): void {
    this.words = (event.target as HTMLInputElement).value.trim().toLowerCase();
  }

  private _show(id: string): void {
    this.said = showNow(this.watch.inspected, id);
    this.watch.changed();
  }

  private _gate({ gate, pass, text, blocks }: TriggerView['gates'][number]): TemplateResult {
    const mark = pass ? '✓' : '✗';
    const tone = pass ? 'good' : blocks ? 'bad' : 'warn';
    return html`<li>
      <span class="mark ${tone}" aria-hidden="true">${mark}</span>
      <code>${gate}</code>
      <span><span class="unseen">${pass ? 'passes: ' : 'stands in its way: '}</span>${text}</span>
    </li>`;
  }

  private _trigger(trigger: TriggerView): TemplateResult {
    const { id, state, summary, slips, gates, as, content, priority } = trigger;
    return html`<li>
      <h2 class="row">
        <span class="head">${id}</span> <span class="tag">${state}</span>
        <span class="muted about">${priority}, ${as} of <code>${content}</code></span>
      </h2>
      <p>${summary}</p>
      ${slips.map((slip) => html`<p class="warn">${slip}</p>`)}
      <details>
        <summary class="muted">
          ${gates.filter(({ pass }) => pass).length} of ${gates.length} gates pass
        </summary>
        <ol class="gates">
          ${gates.map((gate) => this._gate(gate))}
        </ol>
      </details>
      <div class="row">
        <button type="button" @click=${() => this._show(id)}>
          Show it now<span class="unseen"> (${id})</span>
        </button>
      </div>
    </li>`;
  }

  protected override render(): TemplateResult {
    const { antes, runtime } = this.watch.inspected;
    const traces = antes.why();
    const off = offBy(antes.problems);
    const all = triggersOf(antes.config, traces, runtime()?.engine.state);
    const found = all.filter(({ id, content }) => `${id} ${content}`.toLowerCase().includes(this.words));
    return html`<div class="row tools">
        <label>Find <input type="search" @input=${this._onWords} /></label>
        <span class="muted">${found.length} of ${all.length} triggers</span>
      </div>
      <p role="status">${this.said}</p>
      ${off.map(
        ({ code, path, message }) =>
          html`<p>
            <strong class="bad">Off:</strong> <code>${path}</code> ${message}
            <span class="muted">${code}</span>
          </p>`,
      )}
      ${
        all.length === 0
          ? html`<p class="muted">
              The configuration has no triggers, or it could not be loaded: see the problems in the timeline.
            </p>`
          : html`<ul class="list">
              ${found.map((one) => this._trigger(one))}
            </ul>`
      }`;
  }
}
