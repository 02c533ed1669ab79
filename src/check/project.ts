import { forEditors, type JsonSchema } from '../config/schema/editors.js';
import { listOf, words, type Properties, type Schema } from '../config/schema/build.js';
import { schemaOf } from './check.js';
import { asText } from './finding.js';
import { declaredIn, entriesOf, plain, usesOf, type Kind } from './uses.js';

type Plain = Readonly<Record<string, unknown>>;
/** A definition, its property, and what that is a name of. */
type Place = readonly [def: string, property: string, kind: Kind];

const ONE: readonly Place[] = [
  ['Step', 'reason', 'reason'],
  ['Trigger', 'reason', 'reason'],
  ['Show', 'content', 'content'],
  ['Variant', 'content', 'content'],
  ['Action', 'open', 'content'],
  ['Content', 'source', 'source'],
  ['Action', 'contact', 'channel'],
  ['Show', 'anchor', 'anchor'],
  ['Action', 'focus', 'anchor'],
];
const LISTS: readonly Place[] = [
  ['Reason', 'handoff', 'fact'],
  ['Contact', 'order', 'channel'],
];
const ONE_OR_MANY: readonly Place[] = [
  ['Where', 'journey', 'journey'],
  ['Where', 'step', 'step'],
  ['Where', 'audience', 'audience'],
];

/** What says of a property what it is for, without what it may be. */
const about = ({ title, description, default: otherwise }: Schema): Schema => ({
  ...(title === undefined ? {} : { title }),
  ...(description === undefined ? {} : { description }),
  ...(otherwise === undefined ? {} : { default: otherwise }),
});

/**
 * The schema, narrowed to one project: wherever a name has to be given, the names are those that its file declares
 * (for places on the page, those that it uses), so that an editor completes them and underlines all others.
 */
export function projectSchema(config: unknown): JsonSchema {
  const file = plain(config);
  const schema = schemaOf();
  const defs: Record<string, Schema> = { ...schema.$defs };
  const uses = usesOf(file);
  const used = (kind: Kind) => [...new Set(uses.filter((use) => use.kind === kind).map(({ name }) => name))];
  const names: Readonly<Record<Kind, readonly string[]>> = {
    ...declaredIn(file),
    wait: [],
    anchor: used('anchor'),
    event: used('event'),
  };
  const narrow = (places: readonly Place[], make: (some: Schema) => Schema) => {
    for (const [def, property, kind] of places) {
      const target = defs[def]!;
      const old = target.properties![property]!;
      if (names[kind].length === 0) continue;
      const properties = {
        ...target.properties,
        [property]: { ...about(old), ...make(words(...names[kind])) },
      };
      defs[def] = { ...target, properties };
    }
  };
  narrow(ONE, (some) => some);
  narrow(LISTS, (some) => listOf(some));
  narrow(ONE_OR_MANY, (some) => ({ anyOf: [some, listOf(some, 1, 100)] }));

  const properties: Record<string, Schema> = { ...schema.properties };
  if (names.fact.length > 0) {
    defs['FactFilter'] = factFilter(file, defs['Filter']!);
    const facts = defs['FactsCondition']!;
    const inside = { ...about(facts.properties!['facts']!), $ref: '#/$defs/FactFilter' };
    defs['FactsCondition'] = { ...facts, properties: { ...facts.properties, facts: inside } };
    properties['audiences'] = {
      ...properties['audiences'],
      additionalProperties: { $ref: '#/$defs/FactFilter' },
    };
  }
  if (names.content.length > 0) defs['Translations'] = translations(defs['Translations']!, names.content);
  // Events stay open, because the page may tell others; those that the file knows are offered.
  const { anyOf = [], ...event } = defs['EventName']!;
  const known = anyOf.map((one) => one.const);
  const own = names.event.filter((name) => !known.includes(name));
  defs['EventName'] = {
    ...event,
    anyOf: [...own.map((name) => ({ const: name, title: 'An event of your page' })), ...anyOf],
  };
  const { $defs: _defs, $id: _id, ...rest } = schema;
  return forEditors({ ...rest, $id: 'urn:antes:config:1:project', properties, $defs: defs });
}

/** Declared facts by name, each with its values; facts of sources by how they begin. */
function factFilter(file: Plain, filter: Schema): Schema {
  const properties: Record<string, Schema> = { $comment: filter.properties!['$comment']! };
  for (const [name, fact] of entriesOf(file['facts'], [])) {
    const values = Array.isArray(fact['values']) ? (fact['values'] as (string | number | boolean)[]) : [];
    const one = words(...(values as string[]));
    properties[name] = {
      title: name,
      description:
        typeof fact['description'] === 'string' ? fact['description'] : `A fact: ${asText(fact['type'])}.`,
      ...(values.length === 0
        ? { $ref: '#/$defs/Matcher' }
        : { anyOf: [one, listOf(one, 1), { $ref: '#/$defs/MatcherTests' }] }),
    };
  }
  const kinds = [...new Set(entriesOf(file['sources'], []).map(([, { kind }]) => kind))].filter(
    (kind) => typeof kind === 'string',
  );
  const { propertyNames: _names, additionalProperties: _open, examples: _examples, ...rest } = filter;
  const bySource: Schema = Object.fromEntries(
    kinds.length === 0
      ? []
      : [
          [
            'patternProperties',
            {
              [`^(?!(${Object.keys(properties).map(escape).join('|')})$)(${kinds.join('|')})\\.`]: {
                $ref: '#/$defs/Matcher',
              },
            },
          ],
        ],
  );
  return { ...rest, properties: properties satisfies Properties, ...bySource, additionalProperties: false };
}

/** A name as a part of a pattern. */
const escape = (name: string): string => name.replace(/[$.*+?^()[\]{}|\\/-]/g, '\\$&');

function translations(whole: Schema, contents: readonly string[]): Schema {
  const {
    additionalProperties: _texts,
    propertyNames: _names,
    ...perLocale
  } = whole.additionalProperties as Schema;
  const properties: Record<string, Schema> = { ...perLocale.properties };
  for (const name of contents) properties[name] = { $ref: '#/$defs/Texts' };
  const { examples: _examples, ...closed } = perLocale;
  return { ...whole, additionalProperties: { ...closed, properties, additionalProperties: false } };
}
