import { days } from './basics.js';
import { closed, has, listOf, named, prop, ref, text, words, type Defs, type Schema } from './build.js';

/** Names that mean something in JavaScript by themselves. */
const RESERVED = Object.getOwnPropertyNames(Object.prototype);

const INSTANT: Schema = {
  title: 'A date and time with its offset, or a date',
  description: 'An instant, with its offset from UTC; or a date, which begins at midnight UTC.',
  type: 'string',
  pattern:
    '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$',
  examples: ['2026-11-27T06:00:00+01:00', '2026-11-27'],
};

const placed: Schema = {
  if: { properties: { as: { enum: ['inline', 'hint'] } }, required: ['as'] },
  then: has('anchor'),
};

/** When which help is offered to whom. */
export const triggers: Defs = {
  Instant: INSTANT,
  Day: {
    title: 'A date',
    description: 'Year, month, day.',
    type: 'string',
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    examples: ['2027-01-31'],
  },
  Priority: {
    title: 'A priority',
    description:
      '`incident` before `blocker` before `help` before `tip`. Blockers ignore the gap between two helps; incidents also the shared limits, and they replace what is on screen.',
    ...words('incident', 'blocker', 'help', 'tip'),
    examples: ['blocker'],
  },
  As: {
    title: 'A way to show help',
    description:
      '`inline` and `hint` stand at their anchor; `notice`, `banner`, `panel` and `status` need none; a `badge` only waits to be opened.',
    ...words('inline', 'hint', 'notice', 'banner', 'panel', 'status', 'badge'),
    examples: ['inline'],
  },
  Where: closed(
    'Where',
    'Where it applies. All that is given must fit; of a list, one.',
    {
      journey: prop('Journey', 'Names in `journeys`.', ref('OneOrMany'), { examples: ['checkout'] }),
      step: prop('Step', 'Names of steps, as `payment` or `checkout/payment`.', ref('OneOrMany'), {
        examples: ['payment'],
      }),
      url: prop('Path', 'Only on these pages.', ref('Path')),
      notUrl: prop('Not the path', 'Not on these pages.', ref('Path')),
      device: prop('Device', 'Only on devices of this kind.', words('phone', 'tablet', 'desktop')),
      audience: prop('Audience', 'Names in `audiences`.', ref('OneOrMany'), { examples: ['returning'] }),
    },
    [],
    { examples: [{ journey: 'checkout', step: 'payment' }] },
  ),
  Show: closed(
    'Show',
    'What is shown, and how.',
    {
      content: prop('Content', 'A name in `content`.', text, { examples: ['declined'] }),
      as: prop('As', 'The form that it takes.', ref('As')),
      anchor: prop('Anchor', 'The place at which it stands. `inline` and `hint` need one.', ref('Anchor')),
      side: prop(
        'Side',
        'Of a hint: on which side of its anchor it stands and opens, where there is room; else on another. The other forms have no side: what is inline comes after its anchor, as it is read.',
        words('auto', 'top', 'bottom', 'start', 'end'),
        {
          default: 'auto',
        },
      ),
      orElse: prop(
        'Or else',
        'What becomes of it where the anchor is missing.',
        words('notice', 'badge', 'nothing'),
        {
          default: 'badge',
        },
      ),
    },
    ['content', 'as'],
    { ...placed, examples: [{ content: 'declined', as: 'inline', anchor: 'card-form', orElse: 'notice' }] },
  ),
  Schedule: closed(
    'Schedule',
    'When it applies.',
    {
      from: prop('From', 'Not before.', ref('Instant')),
      until: prop('Until', 'Not after.', ref('Instant')),
      days: prop('Days', 'Only on these days.', days),
      hours: prop('Hours', 'Only at these hours.', ref('Clock')),
      zone: prop('Time zone', 'By whose clock days and hours are meant.', ref('Zone')),
    },
    [],
    {
      if: { anyOf: [has('days'), has('hours')] },
      then: has('zone'),
      examples: [{ days: ['sat', 'sun'], hours: '09:00-18:00', zone: 'Europe/Madrid' }],
    },
  ),
  Variant: closed(
    'A variant',
    'What this share of the visitors gets.',
    {
      share: prop('Share', 'All variants together are 1.', ref('Share')),
      content: prop('Content', 'Another content: a name in `content`.', text, {
        examples: ['declined-short'],
      }),
      as: prop('As', 'Another form.', ref('As')),
      nothing: prop('Nothing', 'No help: the group to compare with.', { const: true }),
    },
    ['share'],
    { examples: [{ share: 0.5, nothing: true }] },
  ),
  Trigger: closed(
    'A trigger',
    'When which help is offered.',
    {
      id: prop(
        'Name',
        'In events, in `why()` and in the visitor’s memory. Do not use one again.',
        ref('Name'),
        {
          not: { enum: RESERVED },
          examples: ['card-declined-twice'],
        },
      ),
      note: prop('Note', 'Why this trigger exists, for your colleagues.', text, {
        examples: ['Asked for by the payments team.'],
      }),
      status: prop(
        'Status',
        '`draft` and `off`: never. `test`: only with `data-debug`.',
        words('draft', 'test', 'live', 'off'),
        {
          default: 'live',
        },
      ),
      reviewBy: prop(
        'Review by',
        'After this day `antes check` asks whether it is still needed.',
        ref('Day'),
      ),
      reason: prop('Reason', 'Why people need this help: a name in `reasons`.', text, {
        examples: ['card-declined'],
      }),
      priority: prop('Priority', 'Which help goes first.', ref('Priority'), { default: 'help' }),
      where: prop('Where', 'Everywhere, if it says nothing.', ref('Where')),
      when: prop('When', 'What has to happen for it to be offered.', ref('Condition'), {
        examples: [{ event: 'payment-failure', min: 2, within: '10m' }],
      }),
      unless: prop(
        'Unless',
        'While this holds it is not offered, and what is on screen is withdrawn.',
        ref('Condition'),
        {
          examples: [{ event: 'payment-accepted' }],
        },
      ),
      timing: closed(
        'Timing',
        'The moment at which it appears.',
        {
          at: prop(
            'At',
            '`pause`: 1.2 s without input. `boundary`: a field left, a step entered, a request ended. `now`: at once. None of them while somebody types on.',
            words('pause', 'boundary', 'now'),
            { default: 'pause' },
          ),
          delay: prop('Delay', 'Not sooner than this after its cause.', ref('Duration'), {
            examples: ['800ms'],
          }),
          giveUpAfter: prop(
            'Give up after',
            'If the moment does not come, it becomes a badge.',
            ref('Duration'),
            { default: '20s' },
          ),
        },
        [],
        { examples: [{ at: 'pause', giveUpAfter: '15s' }] },
      ),
      show: prop('Show', 'What is shown, and how.', ref('Show')),
      limits: prop(
        'Limits',
        'How often this one may be shown, besides the limits of the policy.',
        listOf(ref('Limit'), 0, 20),
        {
          examples: [[{ times: 1, per: 'journey' }]],
        },
      ),
      schedule: prop('Schedule', 'Always, if it says nothing.', ref('Schedule')),
      solved: closed(
        'Solved',
        'What shows that the customer got through.',
        {
          by: prop('By', 'This event …', ref('EventPattern'), { examples: [{ event: 'order-placed' }] }),
          within: prop('Within', '… not later than this.', ref('Duration'), { default: '30m' }),
          then: prop(
            'Then',
            'What is offered afterwards, once, later and between two things: a name in `content`.',
            text,
            { examples: ['track-your-order'] },
          ),
        },
        ['by'],
        { examples: [{ by: { event: 'order-placed' }, within: '30m' }] },
      ),
      experiment: closed(
        'Experiment',
        'Several ways, each for a share of the visitors.',
        {
          name: prop('Name', 'A new name draws anew.', ref('Name'), { examples: ['declined-copy'] }),
          by: prop('By', 'Who always gets the same.', ref('AssignBy'), { default: 'visitor' }),
          variants: named('Variants', 'Their shares add up to 1.', ref('Variant'), undefined, [
            { control: { share: 0.5, nothing: true }, help: { share: 0.5 } },
          ]),
        },
        ['name', 'variants'],
        {
          examples: [
            {
              name: 'declined-copy',
              variants: { control: { share: 0.5, nothing: true }, help: { share: 0.5 } },
            },
          ],
        },
      ),
    },
    ['id', 'when', 'show'],
    {
      examples: [
        { id: 'hammering', when: { event: 'rage-click' }, show: { content: 'not-reacting', as: 'notice' } },
      ],
    },
  ),
};
