import type { ChannelState } from '../../contact/channels.js';
import type { Config } from '../../config/types.js';
import type { Messages } from '../../messages/types.js';
import { count } from '../part-words.js';

/** A time of today, or a day and a time, by the customer's own clock. */
export function sayWhen(wall: number, now: number, lang: string): string {
  const isToday = new Date(wall).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(lang, {
    hour: '2-digit',
    minute: '2-digit',
    ...(isToday ? {} : { weekday: 'long' }),
  }).format(wall);
}

/** Whether somebody is there, until when, and how long it takes. */
export function sayState(
  { state, until, wait }: ChannelState,
  { contact, lang }: Messages,
  now: number,
): string {
  if (state === 'closed')
    return until === undefined ? contact.closed : contact.opens.replace('{when}', sayWhen(until, now, lang));
  return [
    until === undefined ? '' : contact.openUntil.replace('{time}', sayWhen(until, now, lang)),
    wait === undefined ? '' : wait === 0 ? contact.noWait : count(contact.wait, wait, lang),
  ]
    .filter(Boolean)
    .join(', ');
}

/** The company's own name for it, where that is in the customer's language. */
export const nameOf = (
  { name, channel }: Pick<ChannelState, 'name' | 'channel'>,
  { contact, lang }: Messages,
  { locale = 'en' }: Config,
): string => (locale.split('-')[0] === lang && channel.label) || contact.names[name];
