import type { Handoff } from '../../contact/handoff.js';
import { post } from '../../contact/send.js';
import { clock } from '../clock.js';
import type { Messages } from '../../messages/types.js';
import { sayWhen } from './say.js';

/** Around a number in a text: its digits keep their order among words that are written from right to left. */
const LEFT_TO_RIGHT = '\u2066';
const POP = '\u2069';

export interface CallWish {
  readonly phone: string;
  readonly moment: string;
  readonly handoff: Handoff | undefined;
}

/** What came of asking for a call: when it comes, that the number was refused, or that nobody answered. */
export async function askForCall(
  url: string,
  wish: CallWish,
  { contact, lang }: Messages,
): Promise<{ readonly said: string } | 'phone' | 'failed'> {
  const sent = await post(url, { ...wish, locale: lang });
  if (!sent.ok)
    return (sent.answer['errors'] as { phone?: unknown })?.phone === undefined ? 'failed' : 'phone';
  const from = sent.answer['openNow'] === false ? Date.parse(String(sent.answer['opensAt'])) : NaN;
  const said = Number.isNaN(from)
    ? contact.calledSoon
    : contact.calledLater.replace('{when}', sayWhen(from, clock.wall(), lang));
  return { said: said.replace('{phone}', () => `${LEFT_TO_RIGHT}${wish.phone}${POP}`) };
}
