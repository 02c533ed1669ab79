import { closed, exactlyOne, listOf, named, prop, ref, text, words, type Defs } from './build.js';

const STEP = { id: 'address', url: '/checkout/address', expected: '45s' };

/** Where people are going, and why they need help on the way. */
export const journeys: Defs = {
  Step: closed(
    'A step',
    'A page or a part of one. Known by its path, by an element, by `data-antes-step` in the page, or by `antes.step()`.',
    {
      id: prop('Name', 'Its name in triggers and reports.', ref('Name'), {
        examples: ['address', 'payment'],
      }),
      url: prop('Path', 'The step is on screen while this is the path.', ref('Path')),
      selector: prop('Element', 'The step is on screen while this element is on the page.', ref('Selector')),
      expected: prop(
        'Expected time',
        'The usual active time on it; stalls are measured against it.',
        ref('Duration'),
        {
          examples: ['45s'],
        },
      ),
      reason: prop(
        'Reason',
        'Why people need help here, if nothing else says so: a name in `reasons`.',
        text,
        {
          examples: ['address-unclear'],
        },
      ),
      commit: prop('Commit', 'The control that completes the step: Pay, Continue.', ref('Selector'), {
        examples: ['#place-order'],
      }),
    },
    ['id'],
    { examples: [STEP] },
  ),
  Journey: closed(
    'A journey',
    'What a customer came to do, as steps in their order.',
    {
      title: prop('Title', 'Its name for people.', text, { examples: ['Buying'] }),
      owner: prop('Owner', 'The team that it belongs to.', text, { examples: ['checkout-web'] }),
      steps: prop('Steps', 'In their usual order.', listOf(ref('Step'), 1), { examples: [[STEP]] }),
      done: prop('Done', 'The event with which it is completed.', ref('EventPattern'), {
        examples: [{ event: 'order-placed' }],
      }),
      idleOut: prop('Idle out', 'Left alone this long, it is over.', ref('Duration'), { default: '30m' }),
    },
    ['steps'],
    { examples: [{ steps: [STEP], done: { event: 'order-placed' } }] },
  ),
  Fact: closed(
    'A fact',
    'Something that the page may tell with `antes.facts()`, and triggers and texts may use.',
    {
      type: prop('Type', 'What kind of value it is.', words('string', 'number', 'boolean', 'date', 'list')),
      values: prop(
        'Values',
        'All values that it can have. Triggers that ask for another are told.',
        listOf(ref('Scalar')),
        {
          examples: [['card', 'paypal', 'invoice']],
        },
      ),
      show: prop(
        'May be shown',
        'May appear in texts, as `{order.id}`.',
        { type: 'boolean' },
        { default: false },
      ),
      handoff: prop(
        'May be handed over',
        'May be passed to the person who is contacted.',
        { type: 'boolean' },
        {
          default: false,
        },
      ),
      description: prop('Description', 'For your colleagues.', text, { examples: ['Euros'] }),
    },
    ['type'],
    { examples: [{ type: 'string', show: true }] },
  ),
  Reason: closed(
    'A reason',
    'Why people need help, precisely enough to act upon, and the team that can remove the cause.',
    {
      title: prop('Title', 'Its name in reports.', text, { examples: ['Card declined'] }),
      owner: prop('Owner', 'The team that can remove the cause.', text, { examples: ['payments'] }),
      quadrant: prop(
        'Quadrant',
        'What should become of it: `eliminate` (no value to anybody), `simplify` (to the customer only a nuisance), `automate` (to us only a cost), `leverage` (good for both).',
        words('eliminate', 'simplify', 'automate', 'leverage'),
      ),
      contactCost: prop(
        'Cost of a contact',
        'What one contact for this reason costs.',
        { type: 'number', minimum: 0 },
        {
          examples: [6.4],
        },
      ),
      handoff: prop('Handed over', 'Facts that go along when the customer still contacts us.', listOf(text), {
        examples: [['order.id']],
      }),
      queue: prop('Queue', 'Where such contacts should arrive.', text, { examples: ['payments-l2'] }),
    },
    ['title', 'owner', 'quadrant'],
    { examples: [{ title: 'Card declined', owner: 'payments', quadrant: 'simplify' }] },
  ),
  Source: closed(
    'A source',
    'A feed of an order, a case, a refund, incidents or other facts.',
    {
      kind: prop(
        'Kind',
        'What it tells about; its facts begin with this word.',
        words('order', 'case', 'refund', 'incidents', 'facts'),
      ),
      url: prop('Address', 'Where it is fetched from.', text, { examples: ['/status/summary.json'] }),
      adapter: prop(
        'Adapter',
        'The form in which it answers.',
        words('native', 'statuspage', 'incident-io', 'instatus'),
        {
          default: 'native',
        },
      ),
      live: prop(
        'Live stream',
        'An event stream (`text/event-stream`) with the same documents as `url`; open only while the status is looked at.',
        text,
        { examples: ['/orders/current/stream'] },
      ),
      host: prop('From the page', 'The page itself hands it over.', { const: true }),
      every: prop(
        'Every',
        'How often it is asked while the page is visible; 15 s at the least.',
        ref('Duration'),
        { default: '60s' },
      ),
      staleAfter: prop('Stale after', 'After this long without news it says so.', ref('Duration'), {
        default: '10m',
      }),
      components: named(
        'Components',
        'Which steps each component affects, as `journey/step`.',
        listOf(text),
        undefined,
        [{ payments: ['checkout/payment'] }],
      ),
    },
    ['kind'],
    { ...exactlyOne('url', 'host'), examples: [{ kind: 'order', host: true }] },
  ),
};
