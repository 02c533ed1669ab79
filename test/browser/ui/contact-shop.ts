import type { Config } from '../../../src/config/types.js';
import type { Handoff } from '../../../src/contact/handoff.js';
import type { Offer, UiPort } from '../../../src/state/stores.js';
import * as ui from './support.js';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const today = DAYS[new Date().getUTCDay()]!;
export const OPEN = { days: [today], zone: 'UTC' } as const;
/** Every day but today, at some minutes, so that there is something to say about when it opens. */
export const CLOSED = {
  days: DAYS.filter((day) => day !== today),
  hours: '10:00-10:05',
  zone: 'UTC',
} as const;

export const config = (contact: Config['contact'] = {}): Config => ({
  version: 1,
  locale: 'en',
  facts: {
    'payment.code': { type: 'string', handoff: true },
    'customer.phone': { type: 'string', show: true },
    'queues.chat': { type: 'number' },
    'order.id': { type: 'string', show: true },
  },
  reasons: { declined: { title: 'Card declined', owner: 'payments', quadrant: 'simplify', queue: 'l2' } },
  contact: {
    order: ['chat', 'phone'],
    channels: {
      phone: { number: '+34 900 123 456', hours: OPEN },
      chat: { call: 'chat.open', hours: OPEN, wait: 'queues.chat' },
      callback: { url: '/api/callback' },
      form: { url: '/contact-form' },
      email: { url: 'mailto:help@example.com' },
    },
    handoff: {
      url: '/api/handoff',
      words: { en: { 'payment.code': 'What the bank said', payment: 'Paying' } },
    },
    ...contact,
  },
  content: {
    declined: {
      title: 'Your bank said no',
      body: 'Nothing was **charged**.',
      actions: [{ label: 'Pay with PayPal', call: 'pay.paypal' }],
    },
    delivery: { title: 'Dirección de entrega', body: 'How to [change](/x) where it goes.' },
    order: { title: 'Your order {order.id}' },
    secret: { title: 'Only at its moment', search: false },
  },
  triggers: [
    {
      id: 'twice',
      reason: 'declined',
      where: { step: 'payment' },
      when: { event: 'x' },
      show: { content: 'declined', as: 'notice' },
    },
  ],
});

export interface Counter {
  readonly run: ui.TestUi;
  /** What was passed on, in order. */
  readonly contacts: { channel: string; reason: string; handoff: Handoff | undefined }[];
}

/** The ui in a shop with people to talk to; with something to pass on, unless told otherwise. */
export function open({
  facts = {},
  nothing = false,
  contact,
  locale = 'en',
  port = {},
}: {
  facts?: Record<string, unknown>;
  nothing?: boolean;
  contact?: Config['contact'];
  locale?: string;
  port?: Partial<UiPort>;
} = {}): Counter {
  const known: Record<string, unknown> = nothing ? facts : { 'payment.code': 'card_declined', ...facts };
  const contacts: Counter['contacts'] = [];
  const made = config(contact);
  let asked = 0;
  const run = ui.start(locale, {
    config: made,
    facts: (name) => known[name] as string,
    situation: () => ({
      step: nothing ? null : 'payment',
      journey: nothing ? null : 'checkout',
      signals: nothing ? [] : [{ name: 'payment-failure', count: 2, cause: 'payment' }],
      failed: nothing ? [] : ['call pay.paypal'],
      help: nothing ? [] : ['twice'],
    }),
    contact: (channel, reason, handoff) => {
      contacts.push({ channel, reason, handoff });
      return Promise.resolve(true);
    },
    read(name) {
      const content = made.content?.[name];
      return (
        content &&
        ui.offer({
          id: --asked,
          as: 'panel',
          trigger: '',
          reason: '',
          title: content.title,
          body: content.body ?? '',
          actions: (content.actions ?? []).map(({ label }) => ({ label, style: 'secondary' })),
        })
      );
    },
    why: () => [{ trigger: 'twice', state: 'idle', gates: [{ gate: 'where', pass: true, value: '' }] }],
    ...port,
  });
  return { run, contacts };
}

let asked = -1_000;
/** As boot makes it when the customer asks for help, or for one way to a person. */
export const asksFor = (contact: Offer['contact'], more: Partial<Offer> = {}): Offer =>
  ui.offer({
    id: --asked,
    as: 'panel',
    trigger: '',
    reason: '',
    title: 'Help',
    body: '',
    actions: [],
    feedback: 'none',
    because: undefined,
    orElse: 'notice',
    anchor: undefined,
    contact: contact ?? '',
    ...more,
  });

/** The page's server, for a while: answers with the next of these, and tells what it was sent. */
export function server(...answers: readonly [status: number, body: unknown][]): {
  readonly sent: { path: string; body: any }[]; // oxlint-disable-line typescript/no-explicit-any -- what was sent
  stop(): void;
} {
  const own = window.fetch;
  const sent: { path: string; body: unknown }[] = [];
  window.fetch = (input, init) => {
    sent.push({ path: input as string, body: JSON.parse(init?.body as string) });
    const [status, body] = answers[sent.length - 1] ?? [201, { ok: true }];
    return status === 0
      ? Promise.reject(new TypeError('offline'))
      : Promise.resolve(Response.json(body, { status }));
  };
  return { sent, stop: () => void (window.fetch = own) };
}
