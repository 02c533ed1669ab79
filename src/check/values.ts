import { asText, say, type Found, type Path } from './finding.js';
import type { Subject } from './subject.js';
import { closest } from './suggest.js';
import { entriesOf, itemsOf, list, plain } from './uses.js';

type Plain = Readonly<Record<string, unknown>>;

/** Every filter over facts, wherever it stands. */
function filtersOf({ config, sound }: Subject): [filter: Plain, path: Path][] {
  const all: [Plain, Path][] = [];
  const condition = (value: unknown, path: Path): void => {
    const node = plain(value);
    if (node['facts'] !== undefined) all.push([plain(node['facts']), [...path, 'facts']]);
    for (const key of ['all', 'any'])
      itemsOf(node[key], [...path, key]).forEach(([item, at]) => condition(item, at));
    if (node['not'] !== undefined) condition(node['not'], [...path, 'not']);
  };
  for (const [, audience, path] of entriesOf(config['audiences'], ['audiences'])) all.push([audience, path]);
  for (const [trigger, path] of itemsOf(config['triggers'], ['triggers'])) {
    condition(trigger['when'], [...path, 'when']);
    condition(trigger['unless'], [...path, 'unless']);
  }
  return all.filter(([, path]) => sound(path));
}

/** Values that a fact cannot have, and tests that nothing can pass. */
export function checkValues(subject: Subject): Found[] {
  const facts = plain(subject.config['facts']);
  return filtersOf(subject).flatMap(([filter, path]) =>
    Object.entries(filter).flatMap(([name, matcher]) => {
      const fact = Object.hasOwn(facts, name) && subject.sound(['facts', name]) ? plain(facts[name]) : {};
      return [
        ...strangers(name, matcher, fact, [...path, name]),
        ...contradictions(name, matcher, fact, [...path, name]),
      ];
    }),
  );
}

/** The values that a matcher names, with their places. */
function valuesIn(matcher: unknown, path: Path): [value: unknown, path: Path][] {
  if (Array.isArray(matcher)) return matcher.map((value, i) => [value, [...path, i]]);
  if (typeof matcher !== 'object' || matcher === null) return [[matcher, path]];
  return ['is', 'in', 'not'].flatMap((test) =>
    Object.hasOwn(matcher, test) ? valuesIn((matcher as Plain)[test], [...path, test]) : [],
  );
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

function strangers(name: string, matcher: unknown, { type, values }: Plain, path: Path): Found[] {
  const known = list(values);
  return valuesIn(matcher, path).flatMap(([value, at]): Found[] => {
    if (known.length > 0) {
      if (known.includes(value)) return [];
      return [
        {
          code: 'VALUE_UNKNOWN',
          path: at,
          message: `The fact '${name}' is never ${say(value)}`,
          expected: `one of ${known.join(', ')}`,
          suggestion:
            closest(asText(value), known.map(asText)) ??
            known.map(asText).find((one) => one === asText(value)),
        },
      ];
    }
    const right = TYPES[asText(type)];
    return right === undefined || typeof value === type
      ? []
      : [
          {
            code: 'VALUE_UNKNOWN',
            path: at,
            message: `The fact '${name}' is never ${typeof value === 'string' ? `the text ${say(value)}` : say(value)}`,
            expected: right,
          },
        ];
  });
}

/** Which tests only make sense for which facts. */
const ONLY_FOR: Readonly<Record<string, readonly string[]>> = {
  gt: ['number'],
  gte: ['number'],
  lt: ['number'],
  lte: ['number'],
  startsWith: ['string', 'date'],
  endsWith: ['string', 'date'],
  contains: ['string', 'list', 'date'],
  before: ['date', 'number'],
  olderThan: ['date', 'number'],
};

function contradictions(name: string, matcher: unknown, { type }: Plain, path: Path): Found[] {
  if (typeof matcher !== 'object' || matcher === null || Array.isArray(matcher)) return [];
  const tests = matcher as Plain;
  const never = (why: string, at: Path = path): Found => ({
    code: 'NEVER_MATCHES',
    path: at,
    message: `This never matches: ${why}`,
  });
  const found = Object.keys(tests).flatMap((test) => {
    const kinds = ONLY_FOR[test];
    return kinds === undefined || typeof type !== 'string' || kinds.includes(type)
      ? []
      : [never(`'${name}' is a ${type}, and '${test}' is for a ${kinds[0]}`, [...path, test])];
  });
  const number = (test: string, otherwise: number) =>
    typeof tests[test] === 'number' ? tests[test] : otherwise;
  const [gt, gte, lt, lte] = [
    number('gt', -Infinity),
    number('gte', -Infinity),
    number('lt', Infinity),
    number('lte', Infinity),
  ];
  if (Math.max(gt, gte) > Math.min(lt, lte) || gt >= Math.min(lt, lte) || gte >= lt)
    found.push(never(`nothing is above ${Math.max(gt, gte)} and below ${Math.min(lt, lte)}`));
  if (tests['exists'] === false && Object.keys(tests).length > 1)
    found.push(never("'exists': false asks for what is not known, and the other tests need it"));
  const allowed = tests['in'] === undefined ? undefined : list(tests['in']);
  if (allowed && tests['is'] !== undefined && !allowed.includes(tests['is']))
    found.push(never(`${say(tests['is'])} is not in the list`));
  const barred = Array.isArray(tests['not']) ? list(tests['not']) : [tests['not']];
  const wanted = tests['is'] === undefined ? allowed : [tests['is']];
  if (wanted && wanted.length > 0 && wanted.every((one) => barred.includes(one)))
    found.push(never("'not' excludes all that is asked for"));
  return found;
}
