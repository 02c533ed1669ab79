import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import type { Messages } from '../../messages/types.js';
import { start } from './parts.js';

export type PhoneProblem = 'phoneMissing' | 'phoneWrong';

/** Signs that a number may be written with, and no fewer digits than the shortest that are in use. */
const PHONE = /^\+?[\d\s()./-]+$/;
const MIN_DIGITS = 6;

export function phoneError(phone: string): PhoneProblem | undefined {
  if (phone === '') return 'phoneMissing';
  return PHONE.test(phone) && phone.replace(/\D/g, '').length >= MIN_DIGITS ? undefined : 'phoneWrong';
}

export interface RequestForm {
  readonly words: Messages;
  readonly phone: string;
  readonly problem: PhoneProblem | undefined;
  readonly sending: boolean;
  readonly review: TemplateResult;
  submit(event: SubmitEvent): unknown;
}

const MOMENTS = ['soon', 'morning', 'afternoon'] as const;

/** Asks to be called back. What was entered stays where it is until the call is promised. */
export const requestForm = ({
  words: { contact },
  phone,
  problem,
  sending,
  review,
  submit,
}: RequestForm): TemplateResult =>
  html`<form novalidate @submit=${submit}>
    <p part="field" class="field">
      <label for="phone">${contact.phone}</label>
      ${problem ? html`<span part="field-error" id="phone-error" class="wrong">${contact[problem]}</span>` : nothing}
      <input
        id="phone"
        name="phone"
        type="tel"
        autocomplete="tel"
        maxlength="30"
        required
        .defaultValue=${phone}
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${problem ? 'phone-error' : nothing}
      />
    </p>
    <p part="field" class="field">
      <label for="moment">${contact.moment}</label>
      <select id="moment" name="moment">
        ${MOMENTS.map((moment) => html`<option value=${moment}>${contact.moments[moment]}</option>`)}
      </select>
    </p>
    ${review}
    <div class="actions">${start(contact.start.callback, sending)}</div>
  </form>`;
