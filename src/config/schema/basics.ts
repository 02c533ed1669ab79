import { listOf, ref, text, words, type Defs, type Schema } from './build.js';

/** The words that several parts of the language share. */
export const basics: Defs = {
  Name: {
    title: 'A name',
    description: 'Letters, digits, `.`, `-`, `_` and `:`, beginning with a letter.',
    type: 'string',
    pattern: '^[A-Za-z][A-Za-z0-9_.:-]{0,79}$',
    examples: ['card-declined', 'address'],
  },
  FactName: {
    title: 'The name of a fact',
    description: 'Words joined by dots: what `antes.facts({ order: { state } })` tells is `order.state`.',
    type: 'string',
    pattern: '^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*$',
    examples: ['order.state', 'payment.method'],
  },
  Locale: {
    title: 'A language',
    description: 'As in `<html lang>`: a language, perhaps with a script and a region.',
    type: 'string',
    pattern: '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?$',
    examples: ['en', 'es-MX', 'pt'],
  },
  Duration: {
    title: 'A length of time',
    description: 'A length of time: a whole number and `ms`, `s`, `m`, `h` or `d`, with no space between.',
    type: 'string',
    pattern: '^[1-9][0-9]{0,5}(ms|s|m|h|d)$',
    examples: ['90s', '10m', '500ms', '2h', '7d'],
  },
  Share: {
    title: 'A share',
    description: 'A part of the whole: 0 is nothing, 0.05 is 5 %, 1 is all.',
    type: 'number',
    minimum: 0,
    maximum: 1,
    examples: [0.5, 0.05],
  },
  Path: {
    title: 'A path of the site',
    description:
      'A path in the URLPattern syntax: `*` alone for one segment or more, inside a segment for any letters; `:name` for one segment, `:name?` for one or none. Segments that look like ids are `:id`.',
    type: 'string',
    examples: ['/checkout/payment', '/help/*', '/orders/:id'],
  },
  Selector: {
    title: 'A CSS selector',
    description: 'What finds the element on the page, as `document.querySelector` takes it.',
    type: 'string',
    examples: ['#card-form', '[name=coupon]'],
  },
  Anchor: {
    title: 'A place on the page',
    description: 'A name that the page gives with `data-antes-anchor`, or a CSS selector.',
    type: 'string',
    examples: ['card-form', '#postcode'],
  },
  Scalar: {
    title: 'A text, a number, true or false',
    anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }],
    examples: ['card', 3, true],
  },
  OneOrMany: {
    title: 'A name, or a list of names of which one must fit',
    anyOf: [text, listOf(text, 1, 100)],
    examples: ['payment', ['address', 'payment']],
  },
  AssignBy: {
    title: 'Who always gets the same',
    description: '`visitor`: the same person on every visit. `session`: drawn anew with every session.',
    ...words('visitor', 'account', 'session'),
    examples: ['visitor'],
  },
  Weekday: {
    title: 'A day of the week',
    ...words('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'),
    examples: ['mon'],
  },
  Clock: {
    title: 'Hours from opening to closing',
    description: 'By the clock of `zone`, whatever its summer time. Over midnight: `22:00-06:00`.',
    type: 'string',
    pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$',
    examples: ['09:00-18:00'],
  },
  Zone: {
    title: 'A time zone',
    description: 'A name of the IANA list, or `visitor` for the customer’s own.',
    type: 'string',
    examples: ['Europe/Madrid', 'visitor'],
  },
  ChannelName: {
    title: 'A way to reach a person',
    ...words('chat', 'callback', 'phone', 'email', 'form'),
    examples: ['chat'],
  },
};

/** A list of days, as schedules and opening hours have it. */
export const days: Schema = {
  ...listOf(ref('Weekday'), 1, 7),
  examples: [['mon', 'tue', 'wed', 'thu', 'fri']],
};
