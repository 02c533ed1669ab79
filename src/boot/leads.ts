import type { Config } from '../config/types.js';
import type { ObserveOptions } from '../observe/index.js';

/** Channels at whose address a person answers. */
const LEADS = { phone: 'phone', email: 'mail', chat: 'chat' } as const;

/** Addresses of the configured channels, and what they lead to. */
export const contactsOf = ({ contact }: Config): NonNullable<ObserveOptions['contacts']> =>
  Object.entries(LEADS).flatMap(([channel, leads]) => {
    const url = contact?.channels?.[channel as keyof typeof LEADS]?.url;
    return url === undefined ? [] : [{ url, leads }];
  });
