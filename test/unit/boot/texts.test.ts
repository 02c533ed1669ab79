import { describe, expect, it } from 'vitest';
import { directionOf, fallbacks, fill, localise, soundLocale } from '../../../src/boot/texts.js';
import type { Config } from '../../../src/config/types.js';

const config: Config = {
  version: 1,
  locale: 'en',
  content: {
    c: {
      title: 'Hello',
      body: 'Body',
      guide: [{ text: 'One', anchor: 'a' }, { text: 'Two' }],
      actions: [
        { label: 'Go', link: '/' },
        { label: 'Ask', contact: 'chat' },
      ],
    },
  },
  translations: {
    es: { c: { title: 'Hola', actions: ['Ir'], guide: ['Uno'] } },
    'pt-BR': { c: { title: 'Oi' } },
  },
  triggers: [],
};

describe('texts', () => {
  it.each([
    ['en', 'Hello', 'en'],
    ['es', 'Hola', 'es'],
    ['es-MX', 'Hola', 'es'],
    ['pt-BR', 'Oi', 'pt-BR'],
    ['pt', 'Hello', 'en'],
    ['fr', 'Hello', 'en'],
    ['en-GB', 'Hello', 'en'],
    ['ES', 'Hola', 'es'],
    ['pt_br', 'Oi', 'pt-BR'],
    ['es-ES-1996', 'Hola', 'es'],
    ['xx', 'Hello', 'en'],
    ['not a language', 'Hello', 'en'],
  ])('in %s', (locale, title, lang) => {
    expect(localise(config, 'c', soundLocale(locale))).toMatchObject({ content: { title }, lang });
  });
  it.each([
    ['Hello {{name}}!', 'Hello Ana!'],
    ['{}, {{}}, { }', ', , '],
    ['{toString} {__proto__} {nobody}', '  '],
    ['{name', '{name'],
  ])('with blanks that are odd: %s', (text, filled) => {
    const facts = { name: 'Ana' };
    const lookup = (name: string) => (Object.hasOwn(facts, name) ? facts.name : undefined);
    expect(fill(text, lookup, () => true, 'en')).toBe(filled);
  });
  it('that are not translated stay as they are', () => {
    const { content } = localise(config, 'c', 'es')!;
    expect(content.body).toBe('Body');
    expect(content.actions?.map(({ label }) => label)).toEqual(['Ir', 'Ask']);
    expect(content.guide).toEqual([{ text: 'Uno', anchor: 'a' }, { text: 'Two' }]);
  });
  it('name steps in the language, and those without a translation as they are', () => {
    const steps = { packed: 'Packed', shipped: 'Sent' };
    const made = {
      ...config,
      content: { c: { title: 'Hello', steps } },
      translations: { es: { c: { steps: { packed: 'Listo' } } } },
    };
    expect(localise(made, 'c', 'es')?.content.steps).toEqual({ packed: 'Listo', shipped: 'Sent' });
    expect(localise(made, 'c', 'en')?.content.steps).toEqual(steps);
  });
  it('take facts in that may be shown, and only those', () => {
    const facts: Record<string, string | number> = {
      'order.id': 'A-1',
      'order.eta': '2026-11-27',
      secret: 'x',
      total: 1234.5,
    };
    const say = (text: string) =>
      fill(
        text,
        (name) => facts[name],
        (name) => name !== 'secret',
        'es',
      );
    expect(say('Pedido {order.id}: {order.eta, date, long}')).toBe('Pedido A-1: 27 de noviembre de 2026');
    expect(say('{secret}{missing}')).toBe('');
    expect(say('{total, currency, EUR}').replace(/\s/g, ' ')).toBe('1234,50 €');
    expect(say('{total, currency, XXXX}')).toBe('1234.5');
  });
  it('know their direction and their fallbacks', () => {
    expect([directionOf('ar-EG'), directionOf('es')]).toEqual(['rtl', 'ltr']);
    expect(fallbacks('zh-Hant-TW')).toEqual(['zh-Hant-TW', 'zh-Hant', 'zh']);
  });
});
