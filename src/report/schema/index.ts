import { count, field, id, ordinal, type EventType, type Schema } from './build.js';
import { help } from './help.js';
import { place } from './place.js';

export type { EventType } from './build.js';

/** Every type of events there is. Nothing else is ever sent. */
export const EVENT_TYPES: readonly EventType[] = [...place, ...help];

const stream: Schema = { type: 'string', pattern: '^[0-9a-z]{8,40}$' };

/** Fields of every event: where it belongs. */
export const ENVELOPE: Readonly<Record<string, Schema>> = {
  antes: field('Version of this vocabulary.', { const: 1 }),
  sid: field('The stream: one tab of one visit. Random.', stream),
  seq: field('1, 2, 3 … in its stream. What has the same `sid` and `seq` is the same event.', ordinal),
  visit: field('The visit: the same in all its tabs. Random, and of no use beyond it.', stream),
  sent: field(
    'When it was sent, on the clock of the device, in milliseconds since 1970. Another try says another time.',
    count,
  ),
};

/** Fields of every event: when and where it happened. */
export const WHERE: Readonly<Record<string, Schema>> = {
  at: field('When it happened, on the clock of the device, in milliseconds since 1970.', count),
  journey: field('Id of the journey in which it happened.', id),
  step: field('Id of the step on which it happened, if the configuration has it.', id),
};

/** Fields in the order in which they are written. */
const ORDER = ['antes', 'type', 'sid', 'seq', 'visit', 'at', 'sent', 'journey', 'step'];

/** One of this type, with all that it has when it is sent. */
export const exampleOf = ({ type, example }: EventType): Readonly<Record<string, unknown>> => {
  const whole: Readonly<Record<string, unknown>> = {
    antes: 1,
    type,
    sid: '9f86d081884c7d65',
    seq: 7,
    visit: '60303ae22b998861',
    at: 1_798_761_600_000,
    sent: 1_798_761_604_210,
    ...example,
  };
  const keys = [
    ...ORDER.filter((key) => key in whole),
    ...Object.keys(whole).filter((key) => !ORDER.includes(key)),
  ];
  return Object.fromEntries(keys.map((key) => [key, whole[key]]));
};

function definition(one: EventType): Schema {
  const { antes, sid, seq, visit, sent } = ENVELOPE;
  const { at, journey, step } = WHERE;
  const properties = {
    antes,
    type: { const: one.type },
    sid,
    seq,
    visit,
    at,
    sent,
    journey,
    step,
    ...one.fields,
  };
  return {
    title: one.type,
    description: one.description,
    type: 'object',
    properties: properties as Readonly<Record<string, Schema>>,
    required: ['antes', 'type', 'sid', 'seq', 'visit', 'at', 'sent', ...one.required],
    additionalProperties: false,
    examples: [exampleOf(one)],
  };
}

/** What `antes/events.schema.json` contains: JSON Schema 2020-12 of one event. */
export const eventsSchema = (): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:antes:events:1',
  title: 'An event of Antes',
  description:
    'One line of what is sent to the endpoint. The vocabulary is closed: there are no other fields.',
  anyOf: EVENT_TYPES.map(({ type }) => ({ $ref: `#/$defs/${type}` })),
  $defs: Object.fromEntries(EVENT_TYPES.map((one) => [one.type, definition(one)])),
});

/** The bodies alone, for the generator of their types. */
export const bodies = (): Readonly<Record<string, Schema>> =>
  Object.fromEntries(
    EVENT_TYPES.map((one) => [
      one.name,
      {
        description: one.description,
        type: 'object',
        properties: { type: { const: one.type }, ...WHERE, ...one.fields },
        required: ['type', 'at', ...one.required],
        additionalProperties: false,
      },
    ]),
  );
