import {
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { html } from '../html.js';
import type { ChannelName } from '../../config/types.js';
import { passingOf, statesOf, type ChannelState, type Passing } from '../../contact/channels.js';
import { sayCode } from '../../contact/code.js';
import type { Handoff } from '../../contact/handoff.js';
import { leaveUnderCode } from '../../contact/send.js';
import { clock } from '../clock.js';
import type { Messages } from '../../messages/types.js';
import type { UiPort } from '../../state/stores.js';
import { AntesElement } from '../base.js';
import { cardStyles, unseen } from '../card/styles.js';
import { allWords } from '../part-words.js';
import { tokens } from '../tokens.js';
import { askForCall } from './ask.js';
import { handedOver, NONE } from './handed.js';
import { instead, list } from './list.js';
import { redrawAtNextChange } from './next-change.js';
import { keepForPage } from './page.js';
import { code, failed, link, review, start, ticking, type Step } from './parts.js';
import { phoneError, requestForm, type PhoneProblem } from './request.js';
import { nameOf, sayState } from './say.js';
import { fieldStyles } from '../field-styles.js';
import { contactStyles } from './styles.js';

/**
 * The ways to reach a person: who is there now, how long it takes, and what is passed on, which the customer sees first.
 *
 * @element antes-contact
 * @csspart contact-title - the heading
 * @csspart channels - the list of ways, always in the same order
 * @csspart channel - one of them; `open`, `busy` or `closed`
 * @csspart hours - until when somebody is there, and the wait
 * @csspart go - what starts it
 * @csspart instead - asks for a call where nobody is there now
 * @csspart lines - what is passed on
 * @csspart field - a field of the form for a call
 * @csspart field-error - what is wrong with it
 * @csspart code - the code to say on the phone
 * @csspart back - back to the list
 */
export class AntesContact extends AntesElement {
  static override properties: PropertyDeclarations = {
    ...AntesElement.properties,
    port: { attribute: false },
    reason: { attribute: false },
    _chosen: { state: true },
    _step: { state: true },
    _unticked: { state: true },
    _problem: { state: true },
    _said: { state: true },
  };
  static override styles: CSSResultGroup = [tokens, unseen, cardStyles, fieldStyles, contactStyles];

  declare port: UiPort | undefined;
  /** What it is about: a name in `reasons`, or `''`. */
  declare reason: string;
  declare _chosen: ChannelName | undefined;
  declare _step: Step;
  /** Lines that were unticked. */
  declare _unticked: ReadonlySet<string>;
  declare _problem: PhoneProblem | undefined;
  /** The code, or when the call will come. */
  declare _said: string;
  /** The customer is done with it, or wants it gone. */
  leave: (byKey: boolean) => void = () => undefined;
  /** The page opens something of its own now, which has to be within reach. Returns the way back, for where it did not. */
  uncover: () => () => void = () => () => undefined;

  private _handed = NONE;
  private _phone: string | undefined;
  /** The way that was told about last. */
  private _told: ChannelName | undefined;
  /** An answer that comes in a later run is not for what is on the screen then. */
  private _run = 0;

  constructor() {
    super();
    this.reason = '';
    this._step = 'choose';
    this._unticked = new Set();
    this._said = '';
    this.addController(redrawAtNextChange(this, () => this._states()));
  }

  override dismiss(byKey: boolean): void {
    this.leave(byKey);
  }

  /** Goes to one way at once; where nothing could be passed on, that is where it leads. */
  async choose(name: ChannelName): Promise<void> {
    const state = this._states().find((one) => one.name === name);
    if (!state || !this.port) return;
    keepForPage(undefined);
    this._handed = handedOver(this.port, this.reason, this.words);
    if (state.state !== 'closed' && !this._handed.lines.length && state.channel.call !== undefined)
      return this._start(state);
    this._run++;
    this._chosen = name;
    this._step = 'review';
    this._told = undefined;
    await this._focus('h3');
  }

  private _states(): readonly ChannelState[] {
    const { port } = this;
    return port ? statesOf(port.config, port.facts, clock.wall()) : [];
  }
  private async _focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
  private async _back(): Promise<void> {
    this._run++;
    this._chosen = undefined;
    this._step = 'choose';
    await this._focus('h3');
  }

  /** Told once per way that is taken: the number may be pressed as often as one likes. */
  private _tell(name: ChannelName, handoff?: Handoff): Promise<boolean> {
    if (this._told === name || !this.port) return Promise.resolve(true);
    this._told = name;
    return this.port.contact(name, this.reason, handoff);
  }

  private async _start(state: ChannelState): Promise<void> {
    const { port } = this;
    if (!port || this._step === 'sending') return;
    const { name, channel } = state;
    const handoff = this._handed.agreed(this._unticked);
    const run = ++this._run;
    this._step = 'sending';
    this._told = undefined;
    if (passingOf(state, port.config, location.href) === 'code') {
      const made = handoff && (await leaveUnderCode(port.config.contact!.handoff!.url!, handoff));
      void this._tell(name, made ? handoff : undefined);
      if (run !== this._run) return;
      this._said = made ? sayCode(made) : '';
      this._step = made ? 'sent' : 'failed';
      return this._focus('h3');
    }
    const cover = channel.call === undefined ? undefined : this.uncover();
    const worked = await this._tell(name, handoff);
    if (!worked) cover?.();
    if (run !== this._run) return;
    this._step = worked ? 'choose' : 'failed';
    if (worked && channel.call !== undefined) this.leave(false);
  }

  private async _ask(event: SubmitEvent, { channel }: ChannelState): Promise<void> {
    event.preventDefault();
    const { port, words } = this;
    if (!port || this._step === 'sending') return;
    const form = event.target as HTMLFormElement;
    const valueOf = (name: string) => (form.elements.namedItem(name) as HTMLInputElement).value.trim();
    const phone = valueOf('phone');
    this._phone = phone;
    this._problem = phoneError(phone);
    if (this._problem) return this._focus('input[type=tel]');
    const run = ++this._run;
    this._step = 'sending';
    this._told = undefined;
    const handoff = this._handed.agreed(this._unticked);
    const wish = { phone, moment: valueOf('moment'), handoff };
    const answer = await askForCall(channel.url!, wish, allWords(words));
    if (typeof answer === 'object') void this._tell('callback', handoff);
    if (run !== this._run) return;
    if (answer === 'failed') {
      this._step = 'failed';
    } else if (answer === 'phone') {
      this._problem = 'phoneWrong';
      this._step = 'review';
      return this._focus('input[type=tel]');
    } else {
      this._said = answer.said;
      this._step = 'sent';
      return this._focus('h3');
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { port, reason, words } = this;
    // While lines are looked at they stay as they are, but for the language they are said in.
    const looked = this._chosen === undefined ? undefined : this._handed.known;
    if (port && (looked ? changed.has('words') : this._chosen === undefined && changed.size > 0))
      this._handed = handedOver(port, reason, words, looked);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { port } = this;
    if (!port) return nothing;
    const words = allWords(this.words);
    const states = this._states();
    const chosen = states.find(({ name }) => name === this._chosen);
    return html`<div class="contact" lang=${words.lang}>
      ${chosen ? this._detail(chosen, states, words, port) : this._list(states, words, port)}
      <div class="unseen" role="status">${this._step === 'sending' ? words.contact.sending : ''}</div>
    </div>`;
  }

  private _list(states: readonly ChannelState[], words: Messages, port: UiPort): TemplateResult {
    return html`<h3 part="contact-title" tabindex="-1">${words.contact.title}</h3>
      ${failed(this._step, undefined, words)}
      ${list({
        states,
        words,
        config: port.config,
        reviewed: this._handed.lines.length > 0,
        choose: (name) => this.choose(name),
        link: (state, label) => this._link(state, label, words),
      })}`;
  }

  private _link(state: ChannelState, label: string, words: Messages, primary = false): TemplateResult {
    return link(state, label, words, () => this._follow(state), primary);
  }
  private _follow(state: ChannelState): unknown {
    const { port } = this;
    if (!port) return undefined;
    const isPage = passingOf(state, port.config, location.href) === 'page';
    const handoff = isPage && this._chosen ? this._handed.agreed(this._unticked) : undefined;
    if (isPage) keepForPage(handoff);
    return this._tell(state.name, handoff);
  }

  private _detail(
    state: ChannelState,
    states: readonly ChannelState[],
    words: Messages,
    port: UiPort,
  ): TemplateResult {
    const { contact } = words;
    const passing = passingOf(state, port.config, location.href);
    const sent = this._step === 'sent';
    const title = !sent
      ? nameOf(state, words, port.config)
      : passing === 'code'
        ? contact.code
        : contact.called;
    return html`<button part="back" class="quiet" @click=${() => this._back()}>${contact.back}</button>
      <h3 part="contact-title" tabindex="-1">${title}</h3>
      ${
        sent
          ? this._sent(state, passing, words)
          : html`<p part="hours" class="hours">${sayState(state, words, clock.wall())}</p>
              ${
                state.state === 'closed'
                  ? instead(state, { states, words, choose: (name) => this.choose(name) })
                  : passing === 'request'
                    ? this._request(state, words, port)
                    : html`${this._review(words)}${failed(this._step, passing, words)}
                        <div class="actions">${this._goes(state, passing, words)}</div>`
              }`
      }`;
  }

  private _review(words: Messages): TemplateResult | typeof nothing {
    const tick = (part: string, ticked: boolean) => (this._unticked = ticking(this._unticked, part, ticked));
    return review(this._handed.lines, this._unticked, tick, words);
  }

  private _goes(state: ChannelState, passing: Passing | undefined, words: Messages): TemplateResult {
    const { contact } = words;
    const label = contact.start[state.name];
    if (passing === 'page') return this._link(state, label, words, true);
    const button = start(label, this._step === 'sending', () => this._start(state));
    if (passing === 'call') return button;
    // The number is there from the start: nobody has to get a code first.
    const any = this._handed.lines.some(({ part }) => !this._unticked.has(part));
    return html`${passing === 'code' && any ? button : nothing}
    ${this._link(state, contact.names[state.name], words)}`;
  }

  private _request(state: ChannelState, words: Messages, port: UiPort): TemplateResult {
    const { phone: fact } = port.config.contact ?? {};
    // What the page knows already is not asked again, if it may be shown.
    const known = fact !== undefined && port.config.facts?.[fact]?.show ? port.facts(fact) : undefined;
    return requestForm({
      words,
      phone: this._phone ?? (typeof known === 'string' ? known : ''),
      problem: this._problem,
      sending: this._step === 'sending',
      review: html`${this._review(words)}${failed(this._step, 'request', words)}`,
      submit: (event) => this._ask(event, state),
    });
  }

  private _sent(state: ChannelState, passing: Passing | undefined, words: Messages): TemplateResult {
    if (passing !== 'code') return html`<p role="status">${this._said}</p>`;
    return code(this._said, words, this._link(state, words.contact.names[state.name], words, true));
  }
}
