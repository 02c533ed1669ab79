import { real } from '../../core/real.js';
import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import { telOf, type ChannelState, type Passing } from '../../contact/channels.js';
import type { Line } from '../../contact/lines.js';
import type { Messages } from '../../messages/types.js';
import { safeHref } from '../text.js';

export type Step = 'choose' | 'review' | 'sending' | 'sent' | 'failed';

/** Digits and signs keep their order among words that are written from right to left. */
export const phoneNumber = (number: string): TemplateResult => html`<bdi dir="ltr">${number}</bdi>`;

/** A way that is a real link: it can be copied, and opened beside the page. */
export function link(
  { channel: { number, url } }: ChannelState,
  label: string,
  words: Messages,
  follow: () => unknown,
  primary = false,
): TemplateResult {
  const to = safeHref(number === undefined ? (url ?? '') : telOf(number), real(document).baseURI);
  if (!to) return html`<strong>${label}</strong>`;
  const said =
    number === undefined ? label : html`${number === label ? nothing : `${label}: `}${phoneNumber(number)}`;
  return html`<a
    part="go"
    class="action ${primary ? 'primary' : ''}"
    href=${to.href}
    target=${to.elsewhere ? '_blank' : nothing}
    rel=${to.elsewhere ? 'noopener noreferrer' : nothing}
    @click=${follow}
    >${said}${to.elsewhere ? html`<span class="unseen"> ${words.newTab}</span>` : nothing}</a
  >`;
}

/** The parts that are unticked after one more press. */
export const ticking = (unticked: ReadonlySet<string>, part: string, ticked: boolean): ReadonlySet<string> =>
  new Set([...unticked].filter((one) => one !== part).concat(ticked ? [] : part));

/** What is passed on, each line to be taken out. */
export function review(
  lines: readonly Line[],
  unticked: ReadonlySet<string>,
  tick: (part: string, ticked: boolean) => unknown,
  { contact }: Messages,
): TemplateResult | typeof nothing {
  if (!lines.length) return nothing;
  return html`<fieldset part="lines" class="lines">
    <legend>${contact.review}</legend>
    <p>${contact.reviewHint}</p>
    ${lines.map(
      ({ part, label, text }) =>
        html`<label class="line"
          ><input
            type="checkbox"
            .checked=${!unticked.has(part)}
            @change=${(event: Event) => tick(part, (event.target as HTMLInputElement).checked)}
          /><span><span class="label">${label}</span> ${text}</span></label
        >`,
    )}
  </fieldset>`;
}

/** What starts a way. Held by `aria-disabled`, which keeps the focus. */
export const start = (label: string, sending: boolean, press?: () => unknown): TemplateResult =>
  html`<button
    part="go"
    class="action primary ${sending ? 'waiting' : ''}"
    aria-disabled=${sending ? 'true' : nothing}
    @click=${press}
  >
    ${label}
  </button>`;

/** The code to say on the phone, and the number to say it on. */
export const code = (said: string, { contact }: Messages, number: TemplateResult): TemplateResult =>
  html`<p part="code" class="code" dir="ltr">${said}</p>
    <p>${contact.codeHint}</p>
    <div class="actions">${number}</div>`;

export function failed(
  step: Step,
  passing: Passing | undefined,
  { contact }: Messages,
): TemplateResult | typeof nothing {
  if (step !== 'failed') return nothing;
  return html`<p class="wrong" role="alert">${passing === 'code' ? contact.noCode : contact.failed}</p>`;
}
