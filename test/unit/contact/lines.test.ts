import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.js';
import { handoffOf, type Situation } from '../../../src/contact/handoff.js';
import { agreed, linesOf, readable, type LineWords } from '../../../src/contact/lines.js';

const config: Config = {
  version: 1,
  locale: 'en',
  triggers: [],
  facts: {
    'payment.lastCode': { type: 'string', handoff: true },
    'order.eta': { type: 'date', handoff: true },
    'order.lines': { type: 'list', handoff: true },
    'basket.total': { type: 'number', handoff: true },
    'customer.tier': { type: 'string' },
  },
  reasons: {
    declined: {
      title: 'Card declined',
      owner: 'payments',
      quadrant: 'simplify',
      handoff: ['payment.lastCode'],
      queue: 'payments-l2',
    },
    late: { title: 'Late', owner: 'logistics', quadrant: 'automate' },
  },
  contact: {
    handoff: {
      words: {
        en: { 'payment.lastCode': 'What the bank said', card_declined: 'card declined', payment: 'Paying' },
        es: { declined: 'Tarjeta rechazada', payment: 'El pago' },
      },
    },
  },
};
const values: Record<string, unknown> = {
  'payment.lastCode': 'card_declined',
  'order.eta': '2026-12-01',
  'order.lines': ['cup', 'plate'],
  'basket.total': 1234.5,
  'customer.tier': 'gold',
};
const facts = (name: string) => values[name] as string;
const situation: Situation = {
  step: 'payment',
  journey: 'checkout',
  signals: [
    { name: 'payment-failure', count: 1, cause: 'payment' },
    { name: 'payment-failure', count: 2, cause: 'payment' },
    { name: 'rage-click', count: 3, cause: 'press' },
  ],
  failed: ['call pay.paypal'],
  help: ['card-declined-twice', 'gone'],
};
const words = (lang = 'en'): LineWords => ({
  lang,
  about: 'What it is about',
  where: 'Where you are',
  wrong: 'What went wrong',
  tried: 'What you tried',
  seen: 'Help you have seen',
  causes: {
    payment: 'A payment did not work.',
    press: 'A press did not work.',
    field: '',
    slow: '',
    other: 'Something may not work.',
  },
  titleOf: (trigger) => (trigger === 'gone' ? undefined : 'Your bank said no'),
  labelOf: (deed) => (deed === 'call pay.paypal' ? 'Pay with PayPal' : undefined),
});
const handoff = handoffOf(config, facts, situation, 'declined');
const lines = linesOf(handoff, config, words());

describe('what is passed on', () => {
  it('is said line by line, in plain words', () =>
    expect(lines.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'What it is about: Card declined',
      'Where you are: Paying',
      'What went wrong: A payment did not work. A press did not work.',
      'What you tried: Pay with PayPal',
      'Help you have seen: Your bank said no',
      'What the bank said: card declined',
    ]));
  it('speaks the language of the customer where the company has the words, else that of the file', () =>
    expect(linesOf(handoff, config, words('es-MX')).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Tarjeta rechazada', 'El pago', 'card declined']),
    ));
  it('without a reason that names facts, all that may be handed over; never others', () => {
    const all = handoffOf(config, facts, situation, 'late');
    expect(Object.keys(all.facts)).toEqual(['payment.lastCode', 'order.eta', 'order.lines', 'basket.total']);
    const said = linesOf(all, config, words()).slice(-3);
    expect(said.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'order.eta: Dec 1, 2026',
      'order.lines: cup, plate',
      'basket.total: 1,234.5',
    ]);
    expect(JSON.stringify(all)).not.toContain('gold');
  });
  it('that something may not work is said only where nothing is known by name', () => {
    const wrong = (...causes: ('payment' | 'other')[]) =>
      linesOf(
        { ...handoff, signals: causes.map((cause) => ({ name: cause, count: 1, cause })) },
        config,
        words(),
      ).find(({ part }) => part === 'signals')?.text;
    expect(wrong('other')).toBe('Something may not work.');
    expect(wrong('other', 'payment')).toBe('A payment did not work.');
  });
  it('what is no date is said as it is, and a file without a language is English', () => {
    const { locale: _locale, ...rest } = config;
    const all = { ...handoff, facts: { 'order.eta': 'soon', 'payment.lastCode': 'card_declined' } };
    expect(
      linesOf(all, rest, words('fr'))
        .slice(-2)
        .map(({ text }) => text),
    ).toEqual(['soon', 'card declined']);
  });
  it('a company without words of its own is understood all the same', () => {
    const { contact: _contact, ...rest } = config;
    for (const some of [rest, { ...rest, contact: {} }, { ...rest, contact: { handoff: {} } }])
      expect(linesOf(handoff, some, words()).map(({ text }) => text)).toContain('card_declined');
  });
  it('a file without reasons has none to name', () => {
    const { reasons: _reasons, ...rest } = config;
    const all = handoffOf(rest, facts, situation, 'declined');
    expect(Object.keys(all.facts)).toHaveLength(4);
    expect(linesOf(all, rest, words()).map(({ part }) => part)).not.toContain('reason');
  });
  it('a fact that is forgotten is not passed on', () => {
    const all = handoffOf(config, (name) => (name === 'order.eta' ? null : facts(name)), situation, 'late');
    expect(Object.keys(all.facts)).not.toContain('order.eta');
  });
  it('nothing known is no line', () => {
    const nothing = { step: null, journey: null, signals: [], failed: [], help: [] };
    expect(
      linesOf(
        handoffOf(config, () => undefined, nothing, ''),
        config,
        words(),
      ),
    ).toEqual([]);
  });
});

describe('what the customer agrees to', () => {
  it('has nothing in it that no line would say', () => {
    const secret = {
      ...handoff,
      failed: ['call pay.paypal', 'call secret'],
      help: ['card-declined-twice', 'gone'],
    };
    expect(readable(secret, words())).toEqual({
      ...handoff,
      failed: ['call pay.paypal'],
      help: ['card-declined-twice'],
    });
  });

  it('is exactly the lines that are ticked, and what stands behind them', () => {
    const kept = agreed(handoff, lines, (part) => part === 'step' || part === 'payment.lastCode');
    expect(kept).toEqual({
      reason: '',
      step: 'payment',
      journey: 'checkout',
      signals: [],
      failed: [],
      help: [],
      facts: { 'payment.lastCode': 'card_declined' },
      lines: [
        { label: 'Where you are', text: 'Paying' },
        { label: 'What the bank said', text: 'card declined' },
      ],
    });
  });
  it('is everything where all is ticked', () => {
    const { lines: said, ...rest } = agreed(handoff, lines, () => true)!;
    expect({ ...handoff, ...rest }).toEqual(handoff);
    expect(said).toEqual(lines.map(({ label, text }) => ({ label, text })));
  });
  it('has no fact of which there is no line', () => {
    const all = handoffOf(config, facts, situation, 'late');
    const kept = agreed(all, linesOf(all, config, words()), (part) => part !== 'order.eta')!;
    expect(Object.keys(kept.facts)).toEqual(['payment.lastCode', 'order.lines', 'basket.total']);
  });
  it('has no queue where the reason names none', () => {
    const all = handoffOf(config, facts, situation, 'late');
    expect('queue' in all).toBe(false);
    expect('queue' in agreed(all, linesOf(all, config, words()), () => true)!).toBe(false);
  });
  it('each line takes its own part out, and nothing else', () => {
    for (const { part, text } of lines) {
      const kept = agreed(handoff, lines, (one) => one !== part)!;
      expect(kept.lines).toHaveLength(lines.length - 1);
      expect(JSON.stringify(kept)).not.toContain(`"${text}"`);
    }
    const { queue, reason } = agreed(handoff, lines, (part) => part !== 'reason')!;
    expect([queue, reason]).toEqual([undefined, '']);
    expect(agreed(handoff, lines, () => true)).toMatchObject({ queue: 'payments-l2', reason: 'declined' });
  });
  it('with nothing ticked nothing goes', () => expect(agreed(handoff, lines, () => false)).toBeUndefined());
});
