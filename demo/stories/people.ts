import type { Config, Hours, Weekday } from '../../src/config/types.js';
import type { Offer, UiPort } from '../../src/state/stores.js';
import { offer } from './offers.js';

const ALWAYS: Hours = { zone: 'UTC' };
const DAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const NEVER_TODAY: Hours = {
  days: DAYS.filter((_day, i) => i === (new Date().getUTCDay() + 2) % 7),
  hours: '09:00-18:00',
  zone: 'UTC',
};

/** What a view of the panel begins with, and what is pressed in it, by part. */
export interface PanelStory {
  readonly contact: NonNullable<Offer['contact']>;
  readonly closed?: boolean;
  readonly answer?: number;
  readonly query?: string;
  readonly phone?: string;
  readonly press?: readonly string[];
}

export const panelStories: Readonly<Record<string, PanelStory>> = {
  panel: { contact: '' },
  'panel-found': { contact: '', query: 'card' },
  'panel-nothing': { contact: '', query: 'zebra' },
  'panel-answer': { contact: '', press: ['result'] },
  'contact-closed': { contact: '', closed: true },
  'contact-review': { contact: 'chat' },
  'contact-failed': { contact: 'chat', press: ['go'], answer: 0 },
  'contact-call': { contact: 'callback' },
  'contact-call-wrong': { contact: 'callback', press: ['go'] },
  'contact-call-sent': { contact: 'callback', phone: '+34 612 345 678', press: ['go'] },
  'contact-code': { contact: 'phone', press: ['go'] },
};

const config = (closed: boolean): Config => ({
  version: 1,
  locale: 'en',
  facts: { 'payment.code': { type: 'string', handoff: true } },
  reasons: { declined: { title: 'Card declined', owner: 'payments', quadrant: 'simplify' } },
  contact: {
    order: ['chat', 'callback', 'phone'],
    channels: {
      chat: { call: 'chat', wait: 'queue', hours: closed ? NEVER_TODAY : ALWAYS },
      callback: { url: '/api/callback' },
      phone: { number: '+34 900 123 456', hours: closed ? NEVER_TODAY : ALWAYS },
      form: { url: '/contact' },
      email: { url: 'mailto:help@example.com' },
    },
    handoff: {
      url: '/api/handoff',
      words: {
        en: {
          'payment.code': 'What the bank said',
          declined: 'Card declined',
          payment: 'Payment',
          no: 'Card declined',
        },
        es: {
          'payment.code': 'Lo que ha dicho el banco',
          declined: 'Tarjeta rechazada',
          payment: 'Pago',
          no: 'Tarjeta rechazada',
        },
      },
    },
  },
  content: { one: { title: '' }, two: { title: '' } },
  triggers: [
    {
      id: 't',
      reason: 'declined',
      where: { step: 'payment' },
      when: { event: 'x' },
      show: { content: 'one', as: 'notice' },
    },
  ],
});

/** A port with people behind it, and a server that answers as the story wants. */
export function peoplePort(lang: string, { closed = false, answer }: PanelStory): Partial<UiPort> {
  const facts: Record<string, string | number> = { 'payment.code': 'no', queue: 12 };
  window.fetch = () => Promise.resolve(Response.json({ ok: true }, { status: answer === 0 ? 500 : 201 }));
  return {
    config: config(closed),
    facts: (name) => facts[name],
    situation: () => ({
      step: 'payment',
      journey: null,
      signals: [{ name: 'payment-failure', count: 2, cause: 'payment' }],
      failed: [],
      help: ['t'],
    }),
    contact: () => Promise.resolve(answer !== 0),
    why: () => [{ trigger: 't', state: 'idle', gates: [] }],
    read: (name) => offer(lang, { as: 'panel', ...(name === 'two' ? { title: 'Delivery' } : {}) }),
  };
}

export const asked = (lang: string, { contact }: PanelStory): Offer =>
  offer(lang, {
    id: -1,
    as: 'panel',
    trigger: '',
    reason: 'declined',
    actions: [],
    contact,
    feedback: 'none',
  });

/** Does what the story says, once the panel is there. */
export async function play(
  { query, phone, press = [] }: PanelStory,
  wait: (ms: number) => Promise<unknown>,
): Promise<void> {
  const panel = document.querySelector('antes-panel')?.shadowRoot;
  const person = panel?.querySelector('antes-contact')?.shadowRoot;
  await wait(100);
  const fill = (field: HTMLInputElement | null | undefined, value: string | undefined) => {
    if (!field || value === undefined) return;
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  fill(panel?.querySelector<HTMLInputElement>('#search'), query);
  fill(person?.querySelector<HTMLInputElement>('[type=tel]'), phone);
  for (const part of press) {
    (
      panel?.querySelector<HTMLElement>(`[part~="${part}"]`) ??
      person?.querySelector<HTMLElement>(`[part~="${part}"]`)
    )?.click();
    await wait(200);
  }
}
