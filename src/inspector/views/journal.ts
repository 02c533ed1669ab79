import { css, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { html } from '../../ui/html.js';
import type { Journal } from '../../core/journal.js';
import type { EngineState } from '../../engine/engine.js';
import { save } from '../copy.js';
import { sayAt } from '../model/entries.js';
import { readJournal, runAgain, since, type Replay } from '../model/journal.js';
import { base, view } from '../styles.js';
import { View } from '../view.js';

/** Records what happens, keeps it as a file, and says what the triggers of this configuration make of it. */
export class AntesInspectorJournal extends View {
  static override properties: PropertyDeclarations = {
    ...View.properties,
    from: { state: true },
    journal: { state: true },
    name: { state: true },
    replay: { state: true },
    said: { state: true },
  };
  static override styles: CSSResultGroup = [
    base,
    view,
    css`
      .lines {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  /** Since when it records, and how things stood. */
  declare from: { readonly at: number; readonly state: EngineState } | undefined;
  declare journal: Journal | undefined;
  declare name: string;
  declare replay: Replay | undefined;
  declare said: string;

  constructor() {
    super();
    this.name = '';
    this.said = '';
  }

  private _take(journal: Journal, name: string): void {
    this.journal = journal;
    this.name = name;
    this.replay = undefined;
    this.said = `${name}: ${journal.records.length} records.`;
  }

  private _onRecord(): void {
    const state = this.watch.inspected.runtime()?.engine.state;
    if (!state) return;
    this.from = { at: state.at, state: structuredClone(state) };
    this.said = 'Recording. Use the page, then come back and stop.';
  }

  private _onStop(): void {
    if (!this.from) return;
    const { at, state } = this.from;
    const journal = this.watch.inspected.antes.journal();
    const recorded = since(journal, at, state);
    this._take(
      recorded,
      recorded === journal
        ? 'The last part of the recording, which was longer than what is remembered'
        : 'The recording',
    );
    this.from = undefined;
  }

  private _onAll(): void {
    this._take(this.watch.inspected.antes.journal(), 'All that is remembered');
  }

  private async _onFile(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    const read = readJournal(await file.text());
    if ('wrong' in read) this.said = read.wrong;
    else this._take(read.journal, file.name);
    // The same file again is to be read again.
    input.value = '';
  }

  private _onSave(): void {
    if (this.journal) save('antes-journal.json', JSON.stringify(this.journal));
  }

  private _onReplay(): void {
    if (!this.journal) return;
    try {
      this.replay = runAgain(this.watch.inspected.antes.config, this.journal);
      const shown = this.replay.triggers.filter((one) => one.shown).length;
      this.said = `Run again with the configuration of now: ${shown} would be shown.`;
    } catch {
      this.said = 'It cannot be run again: its records are not as Antes writes them.';
    }
  }

  private _story({ never, summary, triggers }: Replay): TemplateResult {
    return html`<section aria-labelledby="story">
      <h2 id="story">${summary}</h2>
      ${triggers.length === 0 ? html`<p>No trigger was armed.</p>` : nothing}
      <ul class="list">
        ${triggers.map(
          ({ lines, shown, trigger }) =>
            html`<li>
              <h3>
                <span class=${shown ? 'good' : 'bad'} aria-hidden="true">${shown ? '✓' : '✗'}</span>
                ${trigger} <span class="tag">${shown ? 'shown' : 'not shown'}</span>
              </h3>
              <ol class="lines">
                ${lines.map((line) => html`<li>${line}</li>`)}
              </ol>
            </li>`,
        )}
      </ul>
      ${never.length === 0 ? nothing : html`<p class="muted">Never armed: ${never.join(', ')}.</p>`}
    </section>`;
  }

  protected override render(): TemplateResult {
    const { from, journal, replay } = this;
    const now = this.watch.inspected.runtime()?.engine.state.at ?? 0;
    return html`<div class="row tools">
        ${
          from
            ? html`<button type="button" class="first" @click=${this._onStop}>
                Stop recording (${sayAt(now - from.at)})
              </button>`
            : html`<button type="button" class="first" @click=${this._onRecord}>Record</button>`
        }
        <button type="button" @click=${this._onAll}>Take all that is remembered</button>
        <label
          >Load a file <input type="file" accept=".json,application/json" @change=${this._onFile}
        /></label>
      </div>
      <div class="row tools">
        <button type="button" ?disabled=${!journal} @click=${this._onReplay}>Run it again</button>
        <button type="button" ?disabled=${!journal} @click=${this._onSave}>Save it</button>
      </div>
      <p role="status">${this.said}</p>
      <p class="muted">
        A journal has nothing in it that customers typed or read. The screen is imagined: help counts as seen
        when it is offered.
      </p>
      ${replay ? this._story(replay) : nothing}`;
  }
}
