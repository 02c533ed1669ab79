import { readFileSync, writeFileSync } from 'node:fs';
import { check as checkConfig } from '../../check/check.js';
import { parse } from '../../check/parse.js';
import { projectSchema } from '../../check/project.js';
import { checkTests } from '../../check/tests/check.js';
import { checkTheme } from '../../check/theme/check.js';
import type { Finding } from '../../check/finding.js';
import { EXIT, reasonOf, UsageError, type Command, type Given, type Terminal } from '../command.js';
import { FORMATS, sum, type Checked } from '../report.js';

const HELP = `Usage: antes check FILE… [options]

Checks configurations: their form, their names, their texts, and whether what they
say can ever happen. Tests of triggers (*.antes-test.json) are checked as such, and of
themes (*.css) the names of their properties and the contrast of their colours. Every
code is explained in docs/check.md of the package.

Options:
  --format text|json|github   how findings are told (default: text)
  --max-warnings N            more warnings than this are a failure, too
  --project-schema FILE       writes a schema for editors which knows the names of
                              the project: its steps, reasons, contents, facts,
                              anchors, journeys, audiences and channels.
                              Takes exactly one configuration
  --help                      this text

"-" as a FILE reads standard input.

Exit codes:
  0  no errors, and not more warnings than allowed
  1  errors, or more warnings than --max-warnings
  2  wrong use, or a file that cannot be read or written
`;

function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${reasonOf(error)}`);
  }
}

/** As `antes replay` knows them. */
const isTests = (file: string): boolean => file.endsWith('.antes-test.json');

function findingsIn(file: string, text: string, now: number): readonly Finding[] {
  if (file.endsWith('.css')) return checkTheme(text);
  return isTests(file) ? checkTests(text).findings : checkConfig(text, { now });
}

function limitOf(value: Given['options'][string]): number {
  if (value === undefined) return Infinity;
  if (typeof value !== 'string' || !/^\d{1,9}$/.test(value))
    throw new UsageError(`--max-warnings takes a whole number, not '${String(value)}'`);
  return Number(value);
}

function writeSchema(to: string, files: readonly string[], text: string, { err }: Terminal): void {
  if (files.length !== 1) throw new UsageError('--project-schema takes exactly one configuration');
  const { value } = parse(text);
  // What is wrong with it is told; of nothing no schema can be made.
  if (value === undefined) return;
  try {
    writeFileSync(to, `${JSON.stringify(projectSchema(value), null, 2)}\n`);
    err(`Written: ${to}. Name it under "$schema" in ${files[0]}\n`);
  } catch (error) {
    throw new UsageError(`Cannot write ${to}: ${reasonOf(error)}`);
  }
}

export const check: Command = {
  name: 'check',
  summary: 'what is wrong with a configuration',
  help: HELP,
  options: {
    format: { type: 'string' },
    'max-warnings': { type: 'string' },
    'project-schema': { type: 'string' },
  },
  run({ files, options }, terminal: Terminal) {
    if (files.length === 0) throw new UsageError('Which file? Usage: antes check FILE…');
    const { format = 'text' } = options;
    const report = typeof format === 'string' && Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
    if (!report)
      throw new UsageError(`--format is one of ${Object.keys(FORMATS).join(', ')}, not '${String(format)}'`);
    const most = limitOf(options['max-warnings']);
    const checked: Checked[] = files.map((file) => {
      const text = read(file);
      return { file, text, findings: findingsIn(file, text, terminal.now) };
    });
    const schema = options['project-schema'];
    if (typeof schema === 'string') writeSchema(schema, files, checked[0]!.text, terminal);
    report(checked, terminal);
    const { errors, warnings } = sum(checked.flatMap(({ findings }): readonly Finding[] => findings));
    return errors > 0 || warnings > most ? EXIT.FOUND : EXIT.OK;
  },
};
