import { real } from '../../core/real.js';
import {
  css,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { html } from '../html.js';
import type { GuideStep } from '../../state/stores.js';
import { check } from '../card/icons.js';
import { text } from '../card/text.js';
import { focusAnchor } from '../inline/focus-anchor.js';
import { unseen } from '../card/styles.js';
import { AntesPart } from '../part.js';
import { allWords } from '../part-words.js';
import { parseText } from '../text.js';
import { tokens } from '../tokens.js';
import type { Progress } from './progress.js';

/**
 * What is to be done, step by step, in the card and beside the page: nothing is dimmed, nobody is led by the hand.
 * What is done is ticked off by itself.
 *
 * @element antes-guide
 * @csspart steps - the list
 * @csspart step - one step; the one to take next has `aria-current`
 * @csspart mark - its number, or a tick
 * @csspart show-me - the button that brings the customer to what a step is about
 * @csspart missing - what is said where that is not there
 */
export class AntesGuide extends AntesPart {
  static override properties: PropertyDeclarations = {
    ...AntesPart.properties,
    _missing: { state: true },
    _told: { state: true },
  };
  static override styles: CSSResultGroup = [
    tokens,
    unseen,
    css`
      :host {
        display: block;
        margin-block-start: 0.6em;
        font-size: 0.9375em;
        color: var(--_text);
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0 0.6em;
        align-items: baseline;
        padding-block: calc(var(--_space) * 0.2);
      }
      [part='mark'] {
        display: grid;
        place-items: center;
        inline-size: 1.6em;
        block-size: 1.6em;
        font-size: 0.875em;
        border: 1px solid var(--_line);
        border-radius: 50%;
      }
      [aria-current] {
        font-weight: 600;
      }
      [aria-current] [part='mark'] {
        color: var(--_on-accent);
        background: var(--_accent);
        border-color: transparent;
      }
      .done {
        color: var(--_muted);
      }
      .done [part='mark'] {
        color: var(--_success);
        border-color: currentColor;
      }
      svg {
        inline-size: 1.1em;
        block-size: 1.1em;
      }
      p,
      ul {
        margin: 0;
      }
      a {
        color: var(--_link);
      }
      button {
        min-block-size: 24px;
        min-inline-size: 24px;
        font-weight: 400;
        color: var(--_muted);
        text-decoration: underline;
        text-decoration-color: var(--_line);
        text-underline-offset: 2px;
        border-radius: 3px;
      }
      button:hover {
        color: var(--_text);
      }
      li > [role='status'] {
        grid-column: 2 / -1;
      }
      [part='missing'] {
        font-size: 0.9375em;
        font-weight: 400;
        color: var(--_muted);
      }
      @media (pointer: coarse) {
        button {
          min-block-size: 44px;
        }
      }
    `,
  ];

  /** The step whose place is not on the page. */
  declare _missing: number | undefined;
  /** What the status says. */
  declare _told: string;
  progress: Progress | undefined;
  private _stop: (() => void) | undefined;
  private _before = 0;

  constructor() {
    super();
    this._told = '';
  }

  protected override connected(): void {
    this._stop?.();
    this._stop = this.progress?.follow(() => this._ticked());
    this._before = this._count;
    this.requestUpdate();
  }

  protected override disconnected(): void {
    this._stop?.();
    this._stop = undefined;
  }

  private get _count(): number {
    return this.progress?.done.filter(Boolean).length ?? 0;
  }

  private _ticked(): void {
    const count = this._count;
    const { guide } = allWords(this.words);
    if (count > this._before)
      this._told = guide.progress
        .replace('{n}', String(count))
        .replace('{total}', String(this.offer?.guide?.length ?? 0));
    this._before = count;
    this._missing = undefined;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('words')) this._told = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { offer, words, progress } = this;
    const steps = offer?.guide;
    if (!steps || !progress) return nothing;
    const current = progress.done.indexOf(false);
    return html`<ol part="steps" role="list">
        ${steps.map((step, index) => this._step(step, index, progress.done[index] === true, index === current))}
      </ol>
      <div class="unseen" role="status" lang=${words.lang}>${this._told}</div>`;
  }

  private _step(step: GuideStep, index: number, done: boolean, current: boolean): TemplateResult {
    const { words } = this;
    const { guide } = allWords(words);
    const id = `step-${index}`;
    return html`<li part="step" class=${done ? 'done' : ''} aria-current=${current ? 'step' : nothing}>
      <span part="mark" aria-hidden="true"
        >${done ? html`<svg viewBox="0 0 20 20">${check}</svg>` : index + 1}</span
      >
      <div id=${id}>
        ${text(parseText(step.text, real(document).baseURI), words)}${done ? html`<span class="unseen" lang=${words.lang}>, ${guide.done}</span>` : nothing}
      </div>
      ${
        step.anchor === undefined || done
          ? nothing
          : html`<button
              part="show-me"
              lang=${words.lang}
              aria-describedby=${id}
              @click=${() => this._show(index)}
            >
              ${guide.showMe}
            </button>`
      }
      <div role="status" lang=${words.lang}>
        ${this._missing === index ? html`<span part="missing">${guide.notHere}</span>` : nothing}
      </div>
    </li>`;
  }

  /** Takes the focus along, because the customer has asked for it. */
  private _show(index: number): void {
    const anchor = this.offer?.guide?.[index]?.anchor;
    this._missing = anchor === undefined || focusAnchor(anchor) ? undefined : index;
  }
}
