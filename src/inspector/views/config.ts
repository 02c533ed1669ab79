import { css, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { html } from '../../ui/html.js';
import type { Finding } from '../../check/finding.js';
import { save } from '../copy.js';
import type { Editor } from '../editor/index.js';
import { sourceText } from '../model/source.js';
import { base, view } from '../styles.js';
import { View } from '../view.js';

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** The configuration, to be changed, checked, tried at once in this tab, and taken away as a file. */
export class AntesInspectorConfig extends View {
  static override properties: PropertyDeclarations = {
    ...View.properties,
    findings: { state: true },
    said: { state: true },
  };
  static override styles: CSSResultGroup = [
    base,
    view,
    css`
      .findings {
        margin-block: 8px;
      }
      .findings button {
        text-align: start;
      }
    `,
  ];

  /** Nothing until it has been checked. */
  declare findings: readonly Finding[] | undefined;
  declare said: string;
  private _editor: Editor | undefined;
  private _original = '';

  constructor() {
    super();
    this.said = 'The editor is on its way.';
  }

  protected override get live(): boolean {
    return false;
  }

  protected override async disconnected(): Promise<void> {
    super.disconnected();
    // Where it is only moved, it goes on.
    await Promise.resolve();
    if (!this.isConnected) this._editor?.stop();
  }

  protected override firstUpdated(): void {
    void this._begin();
  }

  private async _begin(): Promise<void> {
    const { inspected, tuning } = this.watch;
    try {
      const [{ createEditor }, original] = await Promise.all([
        import('../editor/index.js'),
        sourceText(inspected),
      ]);
      this._original = original;
      this._editor = createEditor({
        parent: this.renderRoot.querySelector<HTMLElement>('.editor')!,
        root: this.renderRoot as ShadowRoot,
        text: tuning.now.config ?? original,
        anchors: () =>
          [...document.querySelectorAll('[data-antes-anchor]')].map((one) =>
            one.getAttribute('data-antes-anchor')!,
          ),
        found: (findings) => (this.findings = findings),
        go: () => this._onTry(),
      });
      this.said = tuning.now.config === undefined ? '' : 'This tab runs what you have changed.';
    } catch {
      this.said = 'The editor could not be loaded.';
    }
  }

  private _onTry(): void {
    const text = this._editor?.text ?? '';
    try {
      JSON.parse(text);
    } catch {
      this.said = 'This is not JSON, so it cannot be tried: see below.';
      return;
    }
    this.watch.tuning.tune({ config: text });
    this.said = 'This tab runs it now, also on its next pages, until you go back to the original.';
    this.watch.changed();
  }

  private _onBack(): void {
    this.watch.tuning.tune({ config: undefined });
    this._editor?.write(this._original);
    this.said = 'Back to the original.';
    this.watch.changed();
  }

  private _onSave(): void {
    if (this._editor) save('antes.json', this._editor.text);
  }

  private _finding({ code, column, line, message, severity }: Finding): TemplateResult {
    return html`<li>
      <button type="button" @click=${() => this._editor?.goTo(line, column)}>
        <span class=${severity === 'error' ? 'bad' : 'warn'}>${severity}</span> ${line}:${column} ${message}
        <code>${code}</code>
      </button>
    </li>`;
  }

  protected override render(): TemplateResult {
    const { findings = [] } = this;
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return html`<div class="row tools">
        <button type="button" class="first" @click=${this._onTry}>Try it in this tab</button>
        <button type="button" @click=${this._onBack}>Back to the original</button>
        <button type="button" @click=${this._onSave}>Download</button>
        <span role="status">${this.said}</span>
      </div>
      <div class="editor"></div>
      <section class="findings" aria-labelledby="findings">
        <h2 id="findings">
          ${
            this.findings === undefined
              ? 'Not checked yet'
              : findings.length === 0
                ? 'Nothing is wrong'
                : `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`
          }
        </h2>
        ${
          findings.length === 0
            ? nothing
            : html`<ul>
                ${findings.map((one) => this._finding(one))}
              </ul>`
        }
      </section>
      <p class="muted">
        Ctrl+Space completes, Ctrl+Enter tries it, Tab leaves the editor. What customers get is not changed:
        download the file and publish it.
      </p>`;
  }
}
