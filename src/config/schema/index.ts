import { basics } from './basics.js';
import { closed, listOf, named, prop, ref, type Defs, type Schema, type SignalInfo } from './build.js';
import { conditions } from './conditions.js';
import { content } from './content.js';
import { events } from './events.js';
import { journeys } from './journeys.js';
import { matchers } from './matchers.js';
import { policy } from './policy.js';
import { report } from './report.js';
import { triggers } from './triggers.js';

export type { Schema, SignalInfo } from './build.js';

/** Definitions by the noun whose file they are in; the types are written in the same files. */
export const nouns = (signals: readonly SignalInfo[]): Readonly<Record<string, Defs>> => ({
  basics,
  matchers,
  events: events(signals),
  conditions,
  journeys,
  content,
  policy: policy(signals),
  report,
  triggers,
  config: { Config: config },
});

const config: Schema = closed(
  'Antes configuration',
  'When which help is offered, what it says, and where.',
  {
    $schema: prop(
      'Schema',
      'Lets an editor complete and explain this file.',
      { type: 'string' },
      {
        examples: ['./node_modules/antes/schema.json'],
      },
    ),
    version: prop('Version', 'Of the language of this file.', { const: 1 }, { examples: [1] }),
    locale: prop('Language', 'The language that the texts are in.', ref('Locale'), { default: 'en' }),
    facts: named(
      'Facts',
      'Everything that the page may tell, and triggers and texts may use.',
      ref('Fact'),
      ref('FactName'),
      [{ 'payment.method': { type: 'string', values: ['card', 'paypal'] } }],
    ),
    audiences: named('Audiences', 'Groups of customers: facts that must match.', ref('Filter'), ref('Name'), [
      { 'card-payers': { 'payment.method': 'card' } },
    ]),
    journeys: named('Journeys', 'What customers come to do, as steps.', ref('Journey'), ref('Name'), [
      { checkout: { steps: [{ id: 'payment', url: '/checkout/payment' }], done: { event: 'order-placed' } } },
    ]),
    reasons: named(
      'Reasons',
      'Why people need help, and the team that owns it.',
      ref('Reason'),
      ref('Name'),
      [{ 'card-declined': { title: 'Card declined', owner: 'payments', quadrant: 'simplify' } }],
    ),
    sources: named('Sources', 'Feeds of orders, cases and incidents.', ref('Source'), ref('Name'), [
      { 'my-order': { kind: 'order', host: true } },
    ]),
    contact: prop('Contact', 'The ways to reach a person.', ref('Contact')),
    content: named('Content', 'What is said.', ref('Content'), ref('Name'), [
      { declined: { title: 'Your bank said no, nothing was charged' } },
    ]),
    translations: prop('Translations', 'The same in other languages.', ref('Translations')),
    policy: prop('Policy', 'Rules for all triggers together.', ref('Policy')),
    report: prop('Report', 'Where outcomes are reported to.', ref('Report')),
    triggers: prop(
      'Triggers',
      'At most 1,000. In a contest, the earlier one goes first.',
      listOf(ref('Trigger'), 0, 1_000),
      {
        examples: [
          [
            {
              id: 'hammering',
              when: { event: 'rage-click' },
              show: { content: 'not-reacting', as: 'notice' },
            },
          ],
        ],
      },
    ),
  },
  ['version', 'triggers'],
);

/** The whole language as JSON Schema 2020-12, with the signals that this build detects. */
export function configSchema(signals: readonly SignalInfo[]): Schema {
  const { Config, ...defs } = Object.assign({}, ...Object.values(nouns(signals))) as Record<string, Schema>;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:antes:config:1',
    ...Config,
    $defs: defs,
  };
}
