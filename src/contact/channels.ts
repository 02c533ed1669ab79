import type { ChannelName, Config, ContactChannel } from '../config/types.js';
import type { Lookup } from '../core/matcher.js';
import { attendanceOf } from './hours.js';

/** The ways to reach a person, in the same order everywhere (WCAG 3.2.6): as `contact` says, else `policy`, else as they stand in the file. */
export function channelsOf({ contact, policy }: Config): readonly ChannelName[] {
  const channels = contact?.channels ?? {};
  const names = [...(contact?.order ?? policy?.helpOrder ?? []), ...(Object.keys(channels) as ChannelName[])];
  return [...new Set(names)].filter((name) => Object.hasOwn(channels, name));
}

/** A telephone number as an address. */
export const telOf = (number: string): string => `tel:${number.replace(/[^+\d]/g, '')}`;

/** A wait from here on is worth knowing before one chooses: ours, about as long as people hold a line without asking themselves whether to. */
export const BUSY_MINUTES = 5;

/** A way to a person as it is now. */
export interface ChannelState {
  readonly name: ChannelName;
  readonly channel: ContactChannel;
  readonly state: 'open' | 'busy' | 'closed';
  /** When it closes or opens, by the wall clock. */
  readonly until?: number;
  /** Minutes, where they are known and somebody is there. */
  readonly wait?: number;
}

/** All of them, closed ones too: none is hidden, and the order stays. */
export const statesOf = (config: Config, facts: Lookup, wall: number): readonly ChannelState[] =>
  channelsOf(config).map((name) => {
    const channel = config.contact!.channels![name]!;
    const { open, until } = attendanceOf(channel.hours, wall);
    const told = channel.wait === undefined ? undefined : facts(channel.wait);
    const wait = open && typeof told === 'number' && told >= 0 ? Math.ceil(told) : undefined;
    return {
      name,
      channel,
      state: !open ? 'closed' : wait !== undefined && wait >= BUSY_MINUTES ? 'busy' : 'open',
      ...(until !== undefined && { until }),
      ...(wait !== undefined && { wait }),
    };
  });

/** A call back can be asked for here, with a form of ours. */
export const isCallback = ({ name, channel }: Pick<ChannelState, 'name' | 'channel'>): boolean =>
  name === 'callback' && channel.url !== undefined;

/** What can be passed on with a channel, and how; nothing where the page on the other side could not take it. */
export type Passing = 'call' | 'code' | 'request' | 'page';
export function passingOf(
  { name, channel }: Pick<ChannelState, 'name' | 'channel'>,
  { contact }: Config,
  base: string,
): Passing | undefined {
  if (channel.call !== undefined) return 'call';
  if (channel.number !== undefined) return contact?.handoff?.url === undefined ? undefined : 'code';
  if (isCallback({ name, channel })) return 'request';
  return isSameSite(channel.url, base) ? 'page' : undefined;
}

function isSameSite(url: string | undefined, base: string): boolean {
  try {
    const page = new URL(base);
    return page.origin !== 'null' && new URL(url ?? '', page).origin === page.origin;
  } catch {
    return false;
  }
}
