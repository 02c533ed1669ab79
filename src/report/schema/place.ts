import { count, field, flag, id, word, type EventType } from './build.js';

const effort = {
  active: field('Whole seconds in which the customer saw the page and did something.', count),
  retries: field(
    'What was done again: a form sent, a field filled in, the button of the step pressed.',
    count,
  ),
  backs: field('How often the customer came back to a step that was behind them.', count),
};
const LEVELS = ['calm', 'strained', 'struggling', 'stuck'];

/** Who visits, and how they get on. */
export const place: readonly EventType[] = [
  {
    type: 'visit',
    name: 'VisitBody',
    description: 'A stream begins: one tab, over all pages of a visit.',
    fields: {
      version: field('Of Antes.', { type: 'string', pattern: '^[0-9][0-9A-Za-z.+-]{0,39}$' }),
      config: field('Tells one configuration from another.', { type: 'string', pattern: '^[0-9a-z]{1,16}$' }),
      device: field('By the screen and the way it is pointed at.', word('phone', 'tablet', 'desktop')),
      lang: field('Language of the page, without a region.', { type: 'string', pattern: '^[a-z]{2,3}$' }),
      holdout: field('With a holdout: its name, and whether this visit gets help.', {
        type: 'object',
        properties: {
          name: field('Of `policy.holdout`.', id),
          arm: field('`held`: nothing is shown, to compare with.', word('help', 'held')),
        },
        required: ['name', 'arm'],
        additionalProperties: false,
      }),
    },
    required: ['version', 'config', 'device', 'lang'],
    example: {
      version: '0.1.0',
      config: '5d3a91c2',
      device: 'phone',
      lang: 'es',
      holdout: { name: 'default', arm: 'help' },
    },
  },
  {
    type: 'step',
    name: 'StepBody',
    description: 'The customer enters a step of a journey, completes it, or leaves it for elsewhere.',
    fields: { phase: field('What happened.', word('entered', 'completed', 'left')), ...effort },
    required: ['phase'],
    example: { journey: 'checkout', step: 'payment', phase: 'left', active: 74, retries: 2, backs: 0 },
  },
  {
    type: 'journey',
    name: 'JourneyBody',
    description: 'A journey begins, or ends: done, or given up.',
    fields: {
      phase: field('What happened.', word('started', 'completed', 'abandoned')),
      ...effort,
      peak: field('The highest level of struggle on the way.', word(...LEVELS)),
      contacts: field('How often the customer turned to a person on the way.', count),
    },
    required: ['phase'],
    example: {
      journey: 'checkout',
      phase: 'completed',
      active: 212,
      retries: 2,
      backs: 1,
      peak: 'struggling',
      contacts: 0,
    },
  },
  {
    type: 'signal',
    name: 'SignalBody',
    description: 'A sign of struggle, by the name it has in the list of signals. Not what it was seen at.',
    fields: {
      name: field('Name of the signal.', { type: 'string', pattern: '^[a-z][a-z-]{0,39}$' }),
      count: field('How many presses, errors … it is made of.', count),
    },
    required: ['name', 'count'],
    example: { journey: 'checkout', step: 'payment', name: 'payment-failure', count: 2 },
  },
  {
    type: 'level',
    name: 'LevelBody',
    description: 'The struggle of the step has reached another level.',
    fields: {
      level: field('The one reached.', word(...LEVELS)),
      from: field('The one before.', word(...LEVELS)),
    },
    required: ['level', 'from'],
    example: { journey: 'checkout', step: 'payment', level: 'struggling', from: 'calm' },
  },
  {
    type: 'contact',
    name: 'ContactBody',
    description: 'The customer turns to a person.',
    fields: {
      channel: field('The way, by its name in the configuration.', id),
      reason: field('Why, where that is known.', id),
      owner: field('Who owns the reason.', { type: 'string', maxLength: 80 }),
      handoff: field('Whether the customer agreed that something is passed on. Not what.', flag),
      repeat: field('Days since the last contact or help for the same reason on this device, if at most 7.', {
        type: 'integer',
        minimum: 0,
        maximum: 7,
      }),
    },
    required: ['channel', 'handoff'],
    example: {
      journey: 'checkout',
      step: 'payment',
      channel: 'chat',
      reason: 'card-declined',
      owner: 'payments',
      handoff: true,
      repeat: 2,
    },
  },
];
