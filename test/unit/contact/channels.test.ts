import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.js';
import { channelsOf, isCallback, passingOf, statesOf, telOf } from '../../../src/contact/channels.js';

const WORKDAY = Date.parse('2026-11-26T10:00:00Z');
const SUNDAY = Date.parse('2026-11-29T10:00:00Z');
const hours = { days: ['thu'], hours: '09:00-18:00', zone: 'UTC' } as const;
const channels = {
  phone: { number: '+34 900 123 456', hours },
  chat: { call: 'chat.open', hours, wait: 'queues.chat' },
  callback: { url: '/api/callback' },
  form: { url: '/contact' },
  email: { url: 'mailto:help@example.com' },
} as const;
const config = (more: Partial<Config> = {}): Config => ({
  version: 1,
  triggers: [],
  contact: { order: ['chat', 'phone'], channels },
  ...more,
});
const states = (wall: number, wait?: unknown) =>
  Object.fromEntries(
    statesOf(config(), () => wait as number, wall).map((one) => [
      one.name,
      [one.state, one.wait].join(' ').trim(),
    ]),
  );

describe('the ways to a person', () => {
  it('keep one order: what is named first, then all others as they stand in the file', () =>
    expect(channelsOf(config())).toEqual(['chat', 'phone', 'callback', 'form', 'email']));
  it('the order of the policy counts where contact has none', () => {
    const policy = { helpOrder: ['email', 'chat'] as const };
    expect(channelsOf(config({ policy, contact: { channels } })).slice(0, 2)).toEqual(['email', 'chat']);
    expect(channelsOf(config({ policy })).slice(0, 2)).toEqual(['chat', 'phone']);
  });
  it('names without a channel, and named twice, make no difference', () => {
    const contact = { order: ['chat', 'chat', 'email'] as const, channels: { chat: channels.chat } };
    expect(channelsOf(config({ contact }))).toEqual(['chat']);
    expect(channelsOf({ version: 1, triggers: [] })).toEqual([]);
  });
  it('are open by their hours, and none goes away when it is closed', () => {
    expect(states(WORKDAY)).toEqual({
      chat: 'open',
      phone: 'open',
      callback: 'open',
      form: 'open',
      email: 'open',
    });
    expect(states(SUNDAY)).toEqual({
      chat: 'closed',
      phone: 'closed',
      callback: 'open',
      form: 'open',
      email: 'open',
    });
  });
  it('say the wait that a fact tells, and are busy where it is long', () => {
    expect(states(WORKDAY, 2.2)['chat']).toBe('open 3');
    expect(states(WORKDAY, 5)['chat']).toBe('busy 5');
    expect(states(WORKDAY, 0)['chat']).toBe('open 0');
  });
  it('say until when, where they have hours, and ask for no fact that is not named', () => {
    const asked: string[] = [];
    const all = statesOf(config(), (name) => void asked.push(name), WORKDAY);
    expect(asked).toEqual(['queues.chat']);
    expect(all.map((one) => ['until' in one, 'wait' in one])).toEqual([
      [true, false],
      [true, false],
      [false, false],
      [false, false],
      [false, false],
    ]);
    expect(all[0]!.until).toBe(Date.parse('2026-11-26T18:00:00Z'));
  });
  it('no wait where nobody is there, or none is known', () => {
    expect(states(SUNDAY, 12)['chat']).toBe('closed');
    expect(states(WORKDAY, 'long')['chat']).toBe('open');
    expect(states(WORKDAY, -1)['chat']).toBe('open');
  });
});

describe('what can be passed on', () => {
  const base = 'https://shop.example/checkout';
  const passing = (name: keyof typeof channels, more: object = {}, to: string = base) =>
    passingOf({ name, channel: channels[name] }, config(more), to);
  it('depends on what the other side can take', () => {
    expect(passing('chat')).toBe('call');
    expect(passing('callback')).toBe('request');
    expect(passing('form')).toBe('page');
    expect(passing('email')).toBeUndefined();
  });
  it('by phone only with a place to leave it', () => {
    expect(passing('phone')).toBeUndefined();
    expect(passing('phone', { contact: { channels, handoff: { url: '/api/handoff' } } })).toBe('code');
  });
  it('not to a page of another site', () => {
    const form = { name: 'form', channel: { url: 'https://other.example/' } } as const;
    expect(passingOf(form, config(), base)).toBeUndefined();
    expect(passing('form', {}, 'about:srcdoc')).toBeUndefined();
    expect(passing('form', {}, 'no address')).toBeUndefined();
    // Two pages without an origin are not the same site.
    expect(
      passingOf({ name: 'form', channel: { url: 'data:text/html,a' } }, config(), 'data:text/html,b'),
    ).toBeUndefined();
    expect(passingOf({ name: 'phone', channel: { number: '1' } }, { version: 1, triggers: [] }, base)).toBe(
      undefined,
    );
  });
  it('a call back that the page makes itself is a call', () => {
    expect(isCallback({ name: 'callback', channel: { call: 'callback.open' } })).toBe(false);
    expect(isCallback({ name: 'callback', channel: channels.callback })).toBe(true);
  });
  it('a number is dialled without what makes it readable', () =>
    expect(telOf('+34 (900) 123-456')).toBe('tel:+34900123456'));
});
