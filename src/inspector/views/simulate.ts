import { css, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { html } from '../../ui/html.js';
import { forgetVisitor, raise } from '../act.js';
import {
  eventsOf,
  factsOf,
  localesOf,
  localTime,
  readData,
  readFact,
  SIGNALS,
  type FactView,
} from '../model/simulate.js';
import { base, view } from '../styles.js';
import { View } from '../view.js';

const FORGET = 'forget';

/** Makes things happen that are hard to do by hand: a signal, an event, a fact, another language, another time. */
export class AntesInspectorSimulate extends View {
  static override properties: PropertyDeclarations = {
    ...View.properties,
    said: { state: true },
    signal: { state: true },
  };
  static override styles: CSSResultGroup = [
    base,
    view,
    css`
      .parts {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 330px), 1fr));
        gap: 4px 28px;
      }
      form {
        margin: 0;
      }
      label {
        margin-block-end: 4px;
      }
      textarea {
        inline-size: 100%;
        font-family: var(--_mono);
      }
      .wide {
        display: flex;
        inline-size: 100%;
      }
      .number {
        inline-size: 6em;
      }
      .facts li {
        padding-block: 4px;
      }
    `,
  ];

  /** What came of the last thing that was done. */
  declare said: string;
  /** Name of the signal that is chosen. */
  declare signal: string;

  constructor() {
    super();
    this.said = '';
    this.signal = 'dead-click';
  }

  private _field(form: EventTarget | null, name: string): string {
    const field = (form as HTMLFormElement).elements.namedItem(name);
    return field instanceof Element ? (field as HTMLInputElement).value.trim() : '';
  }

  private _onSignal(event: SubmitEvent): void {
    event.preventDefault();
    const { currentTarget: form } = event;
    const [name, target] = [this._field(form, 'name'), this._field(form, 'target') || 'page'];
    const weight = Number(this._field(form, 'weight'));
    raise(this.watch.inspected, { name, target, weight });
    this.said = `“${name}” was raised at “${target}”.`;
    this.watch.changed();
  }

  private _onEvent(event: SubmitEvent): void {
    event.preventDefault();
    const { currentTarget: form } = event;
    const name = this._field(form, 'event');
    const read = readData(this._field(form, 'data'));
    if ('wrong' in read) this.said = read.wrong;
    else if (name === '') this.said = 'An event needs a name.';
    else {
      this.watch.inspected.antes.emit(name, read.data);
      this.watch.add({
        at: this.watch.inspected.runtime()?.engine.state.at,
        kind: 'event',
        name,
        text: 'The inspector has told this event, as the page would with emit().',
        data: read.data,
      });
      this.said = `“${name}” was told.`;
    }
  }

  private _onFact({ name, fact }: FactView, event: Event): void {
    const text = (event.target as HTMLInputElement | HTMLSelectElement).value;
    const value = text === FORGET ? null : readFact(fact, text);
    if (value === undefined) this.said = `“${text}” is no value for “${name}”, which is a ${fact.type}.`;
    else {
      this.watch.inspected.antes.facts({ [name]: value });
      this.said = value === null ? `“${name}” is forgotten.` : `“${name}” is now ${String(value)}.`;
    }
    this.watch.changed();
  }

  private _onStep(event: SubmitEvent): void {
    event.preventDefault();
    const step = this._field(event.currentTarget, 'step');
    this.watch.inspected.antes.step(step === '' ? null : step);
    this.said = step === '' ? 'No step is named.' : `This is the step “${step}” now.`;
    this.watch.changed();
  }

  private _onLocale(event: Event): void {
    const locale = (event.target as HTMLSelectElement).value || undefined;
    this.watch.tuning.tune({ locale });
    this.said = locale ? `Help that comes now is in “${locale}”.` : 'Help is in the language of the page.';
  }

  private _onTime(event: Event): void {
    const wall = new Date((event.target as HTMLInputElement).value).getTime();
    if (Number.isNaN(wall)) return;
    this.watch.tuning.tune({ shift: wall - Date.now() });
    this.said = `It is now ${new Date(wall).toLocaleString('en')} for schedules, limits and snoozes.`;
    this.watch.changed();
  }

  private _onNow(): void {
    this.watch.tuning.tune({ shift: undefined });
    this.said = 'It is as late as it is.';
    this.watch.changed();
  }

  private _onTest(event: Event): void {
    const test = (event.target as HTMLInputElement).checked || undefined;
    this.watch.tuning.tune({ test });
    this.said = test ? 'Triggers in “test” may show now.' : 'Only triggers that are live may show.';
  }

  private _onForget(): void {
    forgetVisitor(this.watch.inspected);
    this.said = 'What was shown, dismissed and muted is forgotten, in this browser.';
    this.watch.changed();
  }

  private _signals(): TemplateResult {
    const { meaning = '', weight = 0 } = SIGNALS.find(({ name }) => name === this.signal) ?? {};
    return html`<section aria-labelledby="a-signal">
      <h2 id="a-signal">A signal</h2>
      <form @submit=${this._onSignal}>
        <label
          >Signal
          <select
            name="name"
            .value=${this.signal}
            @change=${(event: Event) => (this.signal = (event.target as HTMLSelectElement).value)}
          >
            ${SIGNALS.map(({ name }) => html`<option .value=${name} ?selected=${name === this.signal}>${name}</option>`)}
          </select></label
        >
        <p class="muted">${meaning}</p>
        <label>At <input name="target" placeholder="page" autocomplete="off" /></label>
        <label
          >Weight
          <input
            class="number"
            name="weight"
            type="number"
            min="0"
            max="2"
            step="any"
            .value=${String(weight)}
        /></label>
        <button type="submit">Raise it</button>
      </form>
    </section>`;
  }

  private _events(): TemplateResult {
    return html`<section aria-labelledby="an-event">
      <h2 id="an-event">An event of the page</h2>
      <form @submit=${this._onEvent}>
        <label
          >Event
          <input name="event" list="events" autocomplete="off" />
        </label>
        <datalist id="events">
          ${eventsOf(this.watch.inspected.antes.config).map((name) => html`<option .value=${name}></option>`)}
        </datalist>
        <label class="wide"
          >Data, as JSON <textarea name="data" rows="2" spellcheck="false"></textarea>
        </label>
        <button type="submit">Tell it</button>
      </form>
    </section>`;
  }

  private _fact(one: FactView): TemplateResult {
    const { name, fact, value } = one;
    const choices = fact.type === 'boolean' ? ['true', 'false'] : fact.values?.map(String);
    return html`<li>
      <label
        ><code>${name}</code>
        ${
          choices
            ? html`<select @change=${(event: Event) => this._onFact(one, event)}>
                <option .value=${FORGET} ?selected=${value === undefined}>not known</option>
                ${choices.map((choice) => html`<option .value=${choice} ?selected=${choice === value}>${choice}</option>`)}
              </select>`
            : html`<input
                type=${fact.type === 'number' ? 'number' : 'text'}
                step="any"
                placeholder="not known"
                autocomplete="off"
                .value=${value ?? ''}
                @change=${(event: Event) => this._onFact(one, event)}
              />`
        }
      </label>
      <span class="muted">${fact.description ?? ''}</span>
    </li>`;
  }

  private _facts(): TemplateResult {
    const { antes, runtime } = this.watch.inspected;
    const facts = factsOf(antes.config, runtime()?.engine.state.decide.facts ?? {});
    return html`<section aria-labelledby="facts">
      <h2 id="facts">Facts</h2>
      ${
        facts.length === 0
          ? html`<p class="muted">The configuration declares none.</p>`
          : html`<ul class="facts">
              ${facts.map((one) => this._fact(one))}
            </ul>`
      }
    </section>`;
  }

  private _surroundings(): TemplateResult {
    const { tuning, inspected } = this.watch;
    const { config } = inspected.antes;
    const { locale, shift = 0, test = false } = tuning.now;
    return html`<section aria-labelledby="where">
      <h2 id="where">Where and when</h2>
      <form @submit=${this._onStep}>
        <label>Step <input name="step" placeholder="checkout/payment" autocomplete="off" /></label>
        <button type="submit">Go on as there</button>
      </form>
      <p>
        <label
          >Language of help
          <select @change=${this._onLocale}>
            <option value="">as the page</option>
            ${localesOf(config).map((one) => html`<option .value=${one} ?selected=${one === locale}>${one}</option>`)}
          </select></label
        >
      </p>
      <p class="row">
        <label
          >Date and time
          <input
            type="datetime-local"
            .value=${localTime(Date.now() + shift)}
            @change=${this._onTime} /></label
        ><button type="button" ?disabled=${shift === 0} @click=${this._onNow}>Now</button>
      </p>
      <p>
        <label
          ><input type="checkbox" .checked=${test} @change=${this._onTest} /> Triggers in
          <code>test</code> may show</label
        >
      </p>
      <p class="row">
        <button type="button" @click=${this._onForget}>Forget what was shown and dismissed</button>
        <button type="button" @click=${() => inspected.antes.mute('1d')}>Mute</button>
        <button type="button" @click=${() => inspected.antes.mute(null)}>Take the mute back</button>
      </p>
    </section>`;
  }

  protected override render(): TemplateResult {
    return html`<p role="status" class="tools">${this.said}</p>
      <div class="parts">${this._signals()} ${this._events()} ${this._facts()} ${this._surroundings()}</div>`;
  }
}
