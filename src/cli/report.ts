import type { Finding } from '../check/finding.js';
import type { Terminal } from './command.js';

export interface Checked {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Ways to tell findings: for people, for programs, for pull requests. */
export const FORMATS: Readonly<Record<string, (checked: readonly Checked[], terminal: Terminal) => void>> = {
  text,
  json,
  github,
};

export const sum = (findings: readonly Finding[]): { errors: number; warnings: number } => ({
  errors: findings.filter(({ severity }) => severity === 'error').length,
  warnings: findings.filter(({ severity }) => severity === 'warning').length,
});

const COLOURS = { error: '\u001B[31m', warning: '\u001B[33m', dim: '\u001B[2m', bold: '\u001B[1m' };
const RESET = '\u001B[0m';

/** `what (where), expected …; did you mean …?` */
export const sentence = ({ message, pointer, expected, suggestion }: Finding): string =>
  [
    `${message}${pointer === '' ? '' : ` (${pointer})`}`,
    expected === undefined ? '' : `, expected ${expected}`,
    suggestion === undefined ? '' : `; did you mean '${suggestion}'?`,
  ].join('');

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

function text(checked: readonly Checked[], { out, colour }: Terminal): void {
  const paint = (how: keyof typeof COLOURS, some: string) =>
    colour ? `${COLOURS[how]}${some}${RESET}` : some;
  for (const { file, findings } of checked) {
    for (const one of findings) {
      const at = `${file}:${one.line}:${one.column}`;
      out(
        `${paint('bold', at)}: ${paint(one.severity, one.severity)}: ${sentence(one)} ${paint('dim', `[${one.code}]`)}\n`,
      );
    }
  }
  const { errors, warnings } = sum(checked.flatMap(({ findings }) => findings));
  const files = checked.length === 1 ? checked[0]!.file : count(checked.length, 'file');
  out(
    errors + warnings === 0
      ? `${files}: nothing wrong\n`
      : `${files}: ${count(errors, 'error')}, ${count(warnings, 'warning')}\n`,
  );
}

function json(checked: readonly Checked[], { out }: Terminal): void {
  const findings = checked.flatMap(({ file, findings: some }) => some.map((one) => ({ file, ...one })));
  out(`${JSON.stringify({ ...sum(findings), findings }, null, 2)}\n`);
}

/** As GitHub reads it from the log of a workflow: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function github(checked: readonly Checked[], { out }: Terminal): void {
  const escape = (some: string) =>
    some.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (some: string) => escape(some).replaceAll(':', '%3A').replaceAll(',', '%2C');
  for (const { file, findings } of checked) {
    for (const one of findings)
      out(
        `::${one.severity} file=${property(file)},line=${one.line},col=${one.column},title=${property(one.code)}::${escape(sentence(one))}\n`,
      );
  }
}
