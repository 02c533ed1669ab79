import {
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { html } from '../html.js';
import { SafeElement } from '../safe.js';
import { en } from '../../messages/en.js';
import type { SourceState } from '../../state/sources.js';
import type { Offer } from '../../state/stores.js';
import { allWords } from '../part-words.js';
import { tokens } from '../tokens.js';
import type { Words } from '../words.js';
import { details, open, period, relevant } from './incidents.js';
import { nameOf, progress } from './progress.js';
import type { Seen } from './seen.js';
import { unseen } from '../card/styles.js';
import { statusStyles } from './styles.js';
import { createWhen } from './when.js';

/** As many rows as most orders have steps: what comes takes about the room of what is waited for. */
const USUAL_STEPS = 5;

/**
 * How an order, a case, a refund or an incident stands, inside a card or a panel.
 *
 * @element antes-status
 * @csspart status - all of it
 * @csspart steps - the list of steps
 * @csspart step - each of them
 * @csspart expected - the day it should be there
 * @csspart state - a state that is none of the steps
 * @csspart exception - why it does not go on
 * @csspart next - the link to what can be done
 * @csspart details - what can be opened
 * @csspart period - when an incident began, or maintenance is planned for
 * @csspart time - when it was looked up
 * @csspart note - what is said where there is nothing to show
 */
export class AntesStatus extends SafeElement {
  static override properties: PropertyDeclarations = {
    source: { attribute: false },
    offer: { attribute: false },
    words: { attribute: false },
    expects: { attribute: false },
    components: { attribute: false },
  };
  static override styles: CSSResultGroup = [tokens, unseen, statusStyles];

  /** What is known; nothing until something is. */
  declare source: SourceState | undefined;
  declare offer: Offer | undefined;
  declare words: Words;
  /** How many steps there will be, as far as anybody can say. */
  declare expects: number | undefined;
  /** Components whose incidents matter; none: all. */
  declare components: readonly string[];
  /** Told in one sentence whenever the order or case moves on. */
  moved: (text: string) => void = () => undefined;
  /** Begins to follow what it shows, and returns the way to end that. */
  follow: () => () => void = () => () => undefined;
  /** Wall clock. */
  now: () => number = () => Date.now();
  private _stop: (() => void) | undefined;

  constructor() {
    super();
    this.words = en;
    this.components = [];
  }

  protected override connected(): void {
    this._stop ??= this.follow();
  }

  protected override async disconnected(): Promise<void> {
    // A card that the page has taken out and that is put back has only moved.
    await Promise.resolve();
    if (this.isConnected) return;
    this._stop?.();
    this._stop = undefined;
  }

  private get _seen(): Seen {
    const { offer, words } = this;
    const lang = offer?.lang ?? words.lang;
    return { offer, words, say: allWords(words), when: createWhen(lang), now: this.now() };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.offer) {
      this.lang = this.offer.lang;
      this.dir = this.offer.dir;
    }
    // Less to say must not pull the page up.
    if (this.hasUpdated && changed.has('source'))
      this.style.minBlockSize = `${this.getBoundingClientRect().height}px`;
    const before = changed.get('source')?.progress;
    const after = this.source?.progress;
    if (!before || !after) return;
    // News of the same order only: nothing has moved where another one is shown.
    if (before.id === after.id && whereOf(before) !== whereOf(after)) this.moved(this._sentence());
  }

  /** Where it is now. */
  private _sentence(): string {
    const told = this.source!.progress!;
    const seen = this._seen;
    const label = told.steps.find(({ id }) => id === told.state)?.label;
    if (told.exception === undefined) return nameOf(told.state, label, seen);
    return [nameOf('exception', undefined, seen), told.exception].filter(Boolean).join('. ');
  }

  protected override render(): TemplateResult {
    const { source } = this;
    const condition = source?.condition ?? 'loading';
    return html`<div part="status" class="status" aria-busy=${condition === 'loading' ? 'true' : nothing}>
      ${condition === 'loading' ? this._skeleton() : this._content(source!)}
    </div>`;
  }

  private _skeleton(): TemplateResult {
    const { words } = this;
    const rows = Array.from({ length: this.expects ?? USUAL_STEPS });
    return html`<p part="note" class=${rows.length === 0 ? 'muted alone' : 'muted'} lang=${words.lang}>
        ${allWords(words).status.loading}
      </p>
      ${
        rows.length === 0
          ? nothing
          : html`<ol aria-hidden="true">
              ${rows.map(() => html`<li><span class="mark"></span><span class="bone"></span></li>`)}
            </ol>`
      }`;
  }

  private _content(source: SourceState): TemplateResult {
    const seen = this._seen;
    const told = source.progress;
    const foot = this._foot(source, seen);
    if (told) return html`${progress(told, seen)} ${foot}`;
    const some = open(relevant(source.incidents, this.components));
    return html`<div class="line">${some[0] ? period(some[0], seen) : nothing} ${foot}</div>
      ${details(some, seen)}`;
  }

  /** How old this is, or why there is nothing. */
  private _foot(
    { condition, asOf, progress: told }: SourceState,
    seen: Seen,
  ): TemplateResult | typeof nothing {
    const { say, words, when, now } = seen;
    const note = (text: string) => html`<p part="note" class="muted" lang=${words.lang}>${text}</p>`;
    if (condition === 'offline' || condition === 'unauthorised' || condition === 'empty')
      return note(say.status[condition]);
    // What is over does not change any more.
    if (asOf === null || told?.done) return nothing;
    const old = condition === 'stale';
    const text = old ? say.status.stale : say.status.updated;
    return html`<p part="time" class=${old ? 'stale' : 'muted'} lang=${words.lang}>
      ${text.replace('{time}', when.moment(asOf, now))}
    </p>`;
  }
}

const whereOf = ({ state, exception }: NonNullable<SourceState['progress']>): string =>
  `${state} ${exception === undefined ? '' : 'stopped'}`;
