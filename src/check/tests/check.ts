import { VERBS, type Step, type VerbName } from '../../replay/steps.js';
import type { TestFile } from '../../replay/trial.js';
import { parseTime } from '../../core/duration.js';
import { CODES } from '../codes.js';
import { sayAll, toPointer, type Finding, type Found, type Path } from '../finding.js';
import { parse } from '../parse.js';
import { toSentence } from '../sentences.js';
import { unique } from '../unique.js';
import { closest } from '../suggest.js';
import { validate } from '../validate.js';
import { testSchema } from './schema.js';

export interface CheckedTests {
  /** There only if nothing is wrong. */
  readonly file: TestFile | undefined;
  readonly findings: readonly Finding[];
  /** Findings that can be made only with the configuration at hand: names of triggers, and of facts if they are known. */
  names(triggers: readonly string[], facts?: readonly string[]): readonly Finding[];
}

/** Everything that is wrong in a file of tests. Never throws. */
export function checkTests(source: string): CheckedTests {
  const { value, findings: text, position } = parse(source);
  const schema = testSchema();
  const tell = (found: readonly Found[]): Finding[] =>
    found.map(({ code, path, message, expected, suggestion, ...more }) => ({
      severity: CODES[code],
      code,
      pointer: toPointer(path),
      ...position({ code, path, message, ...more }),
      message,
      ...(expected === undefined ? {} : { expected }),
      ...(suggestion === undefined ? {} : { suggestion }),
    }));
  const form =
    value === undefined ? [] : unique(validate(schema, value).map((one) => toSentence(one, schema.$defs!)));
  const found = [...text, ...form];
  const sound = value !== undefined && found.length === 0;
  if (sound) found.push(...beyond(value as TestFile));
  return {
    file: value !== undefined && found.length === 0 ? (value as TestFile) : undefined,
    findings: tell(found),
    names: (triggers, facts) =>
      sound
        ? tell([
            ...unknownTriggers(value as TestFile, triggers),
            ...(facts === undefined ? [] : unknownFacts(value as TestFile, facts)),
          ])
        : [],
  };
}

/** What the schema cannot see: which words go with which verb, and dates. */
function beyond({ tests }: TestFile): Found[] {
  return tests.flatMap(({ records = [], start }, i): Found[] => [
    ...along(records, ['tests', i, 'records']),
    ...(start !== undefined && Number.isNaN(parseTime(start))
      ? [
          {
            code: 'DATE_WRONG' as const,
            path: ['tests', i, 'start'],
            message: `'start' cannot be '${start}'`,
            expected: 'a date and time such as "2026-11-27T06:00:00+01:00"',
          },
        ]
      : []),
  ]);
}

/** A path, as the page has it. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;

function along(steps: readonly object[], path: Path): Found[] {
  return steps.flatMap((step, i) => {
    const at = [...path, i];
    const keys = Object.keys(step);
    const verb = keys.find((key): key is VerbName => Object.hasOwn(VERBS, key))!;
    const wrong = keys.flatMap((key): Found[] => {
      if (key === verb || key === '$comment' || VERBS[verb].some((word) => word === key)) return [];
      const goesWith = Object.entries(VERBS).filter(([, words]) => words.some((word) => word === key));
      return [
        {
          code: 'KEY_UNKNOWN',
          path: [...at, key],
          key: true,
          message: `'${key}' goes with ${sayAll(
            goesWith.map(([name]) => `'${name}'`),
            'or',
          )}, and this is a step with '${verb}'`,
        },
      ];
    });
    const { view } = step as { view?: string };
    if (view !== undefined && ADDRESS.test(view))
      wrong.push({
        code: 'PATH_WRONG',
        path: [...at, 'view'],
        message: `'view' cannot be '${view}', a whole address`,
        expected: 'only the path',
        suggestion: view.replace(ADDRESS, '') || '/',
      });
    if (verb !== 'repeat') return wrong;
    const inside = (step as { steps?: readonly object[] }).steps;
    if (inside) return [...wrong, ...along(inside, [...at, 'steps'])];
    return [
      ...wrong,
      {
        code: 'KEY_MISSING',
        path: at,
        message: "'steps' is missing beside 'repeat'",
        expected: 'a list of steps',
      },
    ];
  });
}

function unknownTriggers({ tests }: TestFile, triggers: readonly string[]): Found[] {
  const wrong = (id: string | undefined, path: Path): Found[] =>
    id === undefined || triggers.includes(id)
      ? []
      : [
          {
            code: 'REFUSED',
            path,
            message: `There is no trigger '${id}' in the configuration`,
            suggestion: closest(id, triggers),
          },
        ];
  return tests.flatMap(({ expect }, i) =>
    expect.flatMap(({ trigger }, j) => wrong(trigger, ['tests', i, 'expect', j, 'trigger'])),
  );
}

/** What the page tells under a name that is not declared is passed over, in a test as well. */
function unknownFacts({ tests }: TestFile, facts: readonly string[]): Found[] {
  const wrong = (told: object | undefined, path: Path): Found[] =>
    Object.keys(told ?? {})
      .filter((name) => name !== '$comment' && !facts.includes(name))
      .map((name) => ({
        code: 'FACT_UNKNOWN',
        path: [...path, name],
        key: true,
        message: `There is no fact '${name}' in the configuration`,
        suggestion: closest(name, facts),
      }));
  const inside = (steps: readonly Step[] | undefined, path: Path): Found[] =>
    (steps ?? []).flatMap((step, i) => [
      ...wrong(step.facts, [...path, i, 'facts']),
      ...inside(step.steps, [...path, i, 'steps']),
    ]);
  return tests.flatMap((test, i) => [
    ...wrong(test.facts, ['tests', i, 'facts']),
    ...inside(test.records, ['tests', i, 'records']),
  ]);
}
