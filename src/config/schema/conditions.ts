import { SIGNAL_EVENTS_HINT } from './events.js';
import { closed, exactlyOne, has, listOf, prop, ref, words, type Defs, type Schema } from './build.js';

const where = prop('Where', 'Only those whose own data match.', ref('Filter'), {
  examples: [{ field: ['postcode', 'street'] }, { code: 'card_declined' }],
});
const event = prop('Event', SIGNAL_EVENTS_HINT, ref('EventName'));
const within = (description: string): Schema => prop('Within', description, ref('Duration'));

const CHILDREN = listOf(ref('Condition'), 1, 8);

/** Each kind of condition by its head word. */
const HEADS: Readonly<Record<string, { readonly name: string; readonly schema: Schema }>> = {
  event: {
    name: 'EventCondition',
    schema: closed(
      'A condition with event',
      'It happened, at least so many times.',
      {
        event,
        where,
        min: prop(
          'Minimum',
          'At least this many times.',
          { type: 'integer', minimum: 1, maximum: 100 },
          {
            default: 1,
            examples: [2, 3],
          },
        ),
        within: within('Inside this window, which slides along with time.'),
        distinct: prop(
          'Distinct',
          'Counts how many different values this field of the event has had.',
          { type: 'string' },
          {
            examples: ['field', 'code'],
          },
        ),
        per: prop('Per', 'What the count belongs to: it starts over when that ends.', ref('Per'), {
          default: 'journey',
        }),
      },
      ['event'],
      { examples: [{ event: 'payment-failure', min: 2, within: '10m' }] },
    ),
  },
  sequence: {
    name: 'SequenceCondition',
    schema: closed(
      'A condition with sequence',
      'These events in this order; anything may come between.',
      {
        sequence: prop('Sequence', 'Two to six events, in their order.', listOf(ref('EventPattern'), 2, 6), {
          examples: [[{ event: 'step-left' }, { event: 'field-error' }]],
        }),
        within: within('From the first to the last at most this long.'),
      },
      ['sequence', 'within'],
      { examples: [{ sequence: [{ event: 'step-left' }, { event: 'field-error' }], within: '90s' }] },
    ),
  },
  after: {
    name: 'AbsenceCondition',
    schema: closed(
      'A condition with after',
      'After one event, none of the others for so long.',
      {
        after: prop('After', 'This event starts the clock …', ref('EventPattern'), {
          examples: [{ event: 'step-entered' }],
        }),
        without: prop('Without', '… and each of these stops it …', listOf(ref('EventPattern'), 1, 6), {
          examples: [[{ event: 'step-completed' }, { event: 'field-changed' }]],
        }),
        for: prop('For', '… unless this time has passed by then.', ref('Duration'), {
          examples: ['45s', '2m'],
        }),
        clock: prop(
          'Clock',
          '`active` counts only while the page is visible, in front and in use.',
          words('active', 'wall'),
          {
            default: 'active',
          },
        ),
      },
      ['after', 'without', 'for'],
      { examples: [{ after: { event: 'step-entered' }, without: [{ event: 'field-changed' }], for: '45s' }] },
    ),
  },
  score: {
    name: 'ScoreCondition',
    schema: closed(
      'A condition with score',
      'A running score of this step is so high.',
      {
        score: prop(
          'Score',
          '`struggle`: the weights of the signals of this step, fading with time. `effort`: active time, retries and ways back, against what is usual. `exit`: signs that the customer is about to leave, fading with time.',
          words('struggle', 'effort', 'exit'),
        ),
        above: prop(
          'Above',
          'More than this. Struggle: 0.35 is strained, 0.7 struggling. Effort: 0.5 is the usual, 0.67 twice, 0.75 three times as much. Exit: 0.7 is a customer on the way out.',
          ref('Share'),
          { examples: [0.6] },
        ),
      },
      ['score', 'above'],
      {
        examples: [
          { score: 'struggle', above: 0.6 },
          { score: 'effort', above: 0.75 },
        ],
      },
    ),
  },
  facts: {
    name: 'FactsCondition',
    schema: closed(
      'A condition with facts',
      'This is known now. What is not known matches nothing.',
      {
        facts: prop('Facts', 'Facts with what each must be.', ref('Filter'), {
          examples: [{ 'payment.method': ['paypal', 'invoice'] }],
        }),
      },
      ['facts'],
      { examples: [{ facts: { 'payment.method': 'card' } }] },
    ),
  },
  all: {
    name: 'AllCondition',
    schema: closed(
      'A condition with all',
      'All of these hold.',
      {
        all: prop('All', 'One to eight conditions which must all hold.', CHILDREN, {
          examples: [[{ event: 'submit-loop' }, { score: 'struggle', above: 0.6 }]],
        }),
      },
      ['all'],
      { examples: [{ all: [{ event: 'submit-loop' }, { score: 'struggle', above: 0.6 }] }] },
    ),
  },
  any: {
    name: 'AnyCondition',
    schema: closed(
      'A condition with any',
      'At least one of these holds.',
      {
        any: prop('Any', 'One to eight conditions of which one is enough.', CHILDREN, {
          examples: [[{ event: 'rage-click' }, { event: 'dead-click', min: 2 }]],
        }),
      },
      ['any'],
      { examples: [{ any: [{ event: 'rage-click' }, { event: 'dead-click', min: 2 }] }] },
    ),
  },
  not: {
    name: 'NotCondition',
    schema: closed(
      'A condition with not',
      'The opposite. Of what is not known there is none.',
      {
        not: prop('Not', 'A condition that must not hold.', ref('Condition'), {
          examples: [{ facts: { 'payment.method': 'paypal' } }],
        }),
      },
      ['not'],
      { examples: [{ not: { facts: { 'payment.method': 'paypal' } } }] },
    ),
  },
};

export const HEAD_WORDS: readonly string[] = Object.keys(HEADS);

/** The first head word decides which keys there may be, so that a slip is told about that kind alone. */
const byHead = HEAD_WORDS.toReversed().reduce<Schema>(
  (otherwise, word) => ({
    if: has(word),
    then: ref(HEADS[word]!.name),
    else: otherwise,
  }),
  {
    // None yet: what an editor offers, and the reason why it is not finished.
    properties: Object.fromEntries(
      HEAD_WORDS.map((word) => {
        const head = HEADS[word]!.schema;
        const property = head.properties![word]!;
        return [word, { ...property, description: `${head.description} ${property.description}` }];
      }),
    ),
    ...exactlyOne(...HEAD_WORDS),
  },
);

export const conditions: Defs = {
  Per: {
    title: 'What a count belongs to',
    description: 'The stay on a step, the journey, the session, or the visitor.',
    ...words('step', 'journey', 'session', 'visitor'),
    examples: ['step'],
  },
  EventPattern: closed(
    'An event',
    'Something that happens, with what its data must be.',
    { event, where },
    ['event'],
    { examples: [{ event: 'order-placed' }] },
  ),
  Condition: {
    title: 'A condition',
    description: `Exactly one of ${HEAD_WORDS.join(', ')}, with the keys that belong to it.`,
    type: 'object',
    ...byHead,
    examples: [{ event: 'rage-click' }, { facts: { 'payment.method': 'card' } }],
  },
  ...Object.fromEntries(Object.values(HEADS).map(({ name, schema }) => [name, schema])),
};
