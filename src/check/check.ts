import { copyPlain, MAX_DEPTH } from '../config/copy.js';
import { configSchema, type Schema, type SignalInfo } from '../config/schema/index.js';
import * as registry from '../detect/registry.js';
import { CODES } from './codes.js';
import { fromPointer, toPointer, type Finding, type Found, type Path } from './finding.js';
import { checkEventData } from './event-data.js';
import { checkLinks } from './links.js';
import { checkNames } from './names.js';
import { parse } from './parse.js';
import { checkPaths } from './paths.js';
import { checkReach } from './reach.js';
import { checkRefused } from './refused.js';
import { checkRivals } from './rivals.js';
import { checkSelectors } from './selectors.js';
import { checkSense } from './sense.js';
import { toSentence } from './sentences.js';
import { checkReport } from './report.js';
import { checkSources } from './sources.js';
import type { Subject } from './subject.js';
import { unique } from './unique.js';
import { checkTexts } from './texts.js';
import { declaredIn, usesOf } from './uses.js';
import { validate } from './validate.js';
import { checkValues } from './values.js';

export interface CheckOptions {
  /** Wall-clock time in milliseconds since 1970, for dates that may have passed. Now, if it is not given. */
  readonly now?: number;
}

export const SIGNALS: readonly SignalInfo[] = Object.values<SignalInfo>(registry).map(
  ({ name, meaning, defaults, most }) => ({ name, meaning, defaults, most }),
);

let known: Schema | undefined;
/** The schema of this build, made when it is first asked for. */
export const schemaOf = (): Schema => (known ??= configSchema(SIGNALS));

/** The families of checks that look at what the file means. */
const FAMILIES: readonly ((subject: Subject) => Found[])[] = [
  checkNames,
  checkEventData,
  checkTexts,
  checkLinks,
  checkValues,
  checkSelectors,
  checkPaths,
  checkReach,
  checkRivals,
  checkSense,
  checkSources,
  checkReport,
];

/**
 * Everything that is wrong, or looks wrong, in a configuration: its text, or the object that it stands for (then
 * without lines and columns). Never throws. In the order of the file; the errors of one place before its warnings.
 */
export function check(config: unknown, { now = Date.now() }: CheckOptions = {}): readonly Finding[] {
  const parsed = typeof config === 'string' ? parse(config) : undefined;
  const text = parsed?.findings ?? [];
  if (parsed && parsed.value === undefined) return told(text, parsed.position);
  return told([...text, ...inside(parsed ? parsed.value : config, now)], parsed?.position);
}

function inside(source: unknown, now: number): Found[] {
  const { value, left, tooLarge } = copyPlain(source);
  if (tooLarge)
    return [
      {
        code: 'CONFIG_TOO_LARGE',
        path: [],
        message: 'The file has more parts than can be read, and nothing of it would be used',
        expected: 'at most 50,000',
      },
    ];
  const deep = [...left].flatMap(([pointer, code]): Found[] =>
    code === 'CONFIG_TOO_DEEP'
      ? [
          {
            code,
            path: fromPointer(pointer),
            message: `This is nested more than ${MAX_DEPTH} deep, and would be left out`,
            expected: 'fewer conditions inside each other',
          },
        ]
      : [],
  );
  for (const { path } of deep) takeOut(value, path);
  const schema = schemaOf();
  const issues = validate(schema, value);
  const form = unique(issues.map((issue) => toSentence(issue, schema.$defs!)));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return form;

  const wrong = [...deep.map(({ path }) => path), ...issues.map(({ path }) => path)].map(toPointer);
  const uses = usesOf(value as Subject['config']);
  const subject: Subject = {
    config: value as Subject['config'],
    uses,
    declared: declaredIn(asMeant(value as Subject['config'], form)),
    signals: SIGNALS,
    now,
    sound: (path) => {
      const pointer = toPointer(path);
      return !wrong.some(
        (one) =>
          one === pointer || one.startsWith(`${pointer}/`) || pointer.startsWith(`${one}/`) || one === '',
      );
    },
  };
  const found = [...deep, ...form, ...FAMILIES.flatMap((family) => family(subject))];
  return [...found, ...checkRefused(subject, found)];
}

/** With misspelt sections under the names that were meant: one slip is one error, not one for every use of what is in it. */
function asMeant(config: Subject['config'], form: readonly Found[]): Subject['config'] {
  const meant = form.flatMap(({ code, path, suggestion }) =>
    code === 'KEY_UNKNOWN' && path.length === 1 && suggestion !== undefined
      ? [[suggestion, config[path[0]!]] as const]
      : [],
  );
  return { ...Object.fromEntries(meant), ...config };
}

/** What was nested too deeply is told about once, and not looked at. */
function takeOut(value: unknown, path: Path): void {
  const [section, entry] = path;
  const config = value as Record<string, unknown>;
  if (section === undefined) return;
  if (entry === undefined) delete config[section];
  else (config[section] as Record<string | number, unknown>)[entry] = undefined;
}

function told(
  found: readonly Found[],
  position?: (one: Found) => { line: number; column: number },
): Finding[] {
  return found
    .map((one): Finding => ({
      severity: CODES[one.code],
      code: one.code,
      pointer: toPointer(one.path),
      ...(position?.(one) ?? { line: 0, column: 0 }),
      message: one.message,
      ...(one.expected === undefined ? {} : { expected: one.expected }),
      ...(one.suggestion === undefined ? {} : { suggestion: one.suggestion }),
    }))
    .toSorted(
      (a, b) =>
        a.line - b.line ||
        a.column - b.column ||
        a.severity.localeCompare(b.severity) ||
        a.code.localeCompare(b.code),
    );
}
