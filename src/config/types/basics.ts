// Written by `npm run schema` from src/config/schema. Change it there.

/** A length of time: a whole number and `ms`, `s`, `m`, `h` or `d`, with no space between. */
export type Duration = string;

/** `visitor`: the same person on every visit. `session`: drawn anew with every session. */
export type AssignBy = 'visitor' | 'account' | 'session';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export type ChannelName = 'chat' | 'callback' | 'phone' | 'email' | 'form';
