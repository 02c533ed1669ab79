import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import type { ChannelName, Config } from '../../config/types.js';
import { isCallback, passingOf, type ChannelState } from '../../contact/channels.js';
import { clock } from '../clock.js';
import type { Messages } from '../../messages/types.js';
import { phoneNumber } from './parts.js';
import { nameOf, sayState } from './say.js';

export interface ListParts {
  readonly states: readonly ChannelState[];
  readonly words: Messages;
  readonly config: Config;
  /** There is something to pass on. */
  readonly reviewed: boolean;
  choose(name: ChannelName): unknown;
  link(state: ChannelState, label: string): TemplateResult;
}

/** What a way in the list leads to: to what is passed on, or, where that is nothing, to the person. */
function way(state: ChannelState, { words, config, reviewed, choose, link }: ListParts): TemplateResult {
  const { name, channel } = state;
  const label = nameOf(state, words, config);
  // Who is not there cannot be written to or talked to; a number can be written down all the same.
  if (state.state === 'closed')
    return html`<strong>${label}</strong> ${channel.number ? phoneNumber(channel.number) : nothing}`;
  const here = isCallback(state) || channel.call !== undefined;
  if (here || (reviewed && passingOf(state, config, location.href)))
    return html`<button part="go" class="action" @click=${() => choose(name)}>${label}</button>`;
  return link(state, label);
}

/** Where nobody is there now, or the wait is long, the call may come from us. */
export function instead(
  { state }: ChannelState,
  { states, words, choose }: Pick<ListParts, 'states' | 'words' | 'choose'>,
): TemplateResult | typeof nothing {
  const callback = states.find(({ name }) => name === 'callback');
  if (state === 'open' || callback?.state !== 'open') return nothing;
  return html`<button part="instead" class="quiet" @click=${() => choose('callback')}>
    ${words.contact.instead}
  </button>`;
}

/** All ways to a person, always in the same order. */
export const list = (parts: ListParts): TemplateResult =>
  html`<ul part="channels" role="list" class="channels">
    ${parts.states.map(
      (state) =>
        html`<li part="channel ${state.state}" class=${state.state}>
          ${way(state, parts)}
          <span part="hours" class="hours">${sayState(state, parts.words, clock.wall())}</span>
          ${instead(state, parts)}
        </li>`,
    )}
  </ul>`;
