import type { Expectation, Outcome } from '../../replay/trial.js';
import { sayWhy } from '../../why/why.js';
import type { Terminal } from '../command.js';
import { sentence } from '../report.js';
import { attemptText } from './report.js';
import { clock, count } from './say.js';
import type { TestResult, TestResults } from './tests.js';

/** `'card-declined' shown as inline within 10s`. */
function wish({ trigger, shown, withheldBy, within, at, as, content, times }: Expectation): string {
  return [
    `'${trigger}'`,
    shown ? 'shown' : withheldBy === undefined ? 'not shown' : `withheld by ${withheldBy}`,
    ...(times === undefined ? [] : [count(times, 'time')]),
    ...(as === undefined ? [] : [`as ${as}`]),
    ...(content === undefined ? [] : [`with '${content}'`]),
    ...(within === undefined ? [] : [`within ${within}`]),
    ...(at === undefined ? [] : [`at ${at}`]),
  ].join(' ');
}

/** What was expected, what happened, and the gates that stood in the way, with their values. */
function difference({ expected, attempts, at, trace, lacks }: Outcome, locale: string): string {
  const closed = trace ? sayWhy(trace, { locale, at, lacks }).closed : [];
  const width = Math.max(...closed.map(({ gate }) => gate.length), 0);
  const happened =
    attempts.length === 0
      ? '      happened  it was never armed\n'
      : `      happened\n${attempts.map((one) => attemptText(one, locale, '        ')).join('\n')}`;
  const gates =
    closed.length === 0
      ? `      at ${clock(at)} nothing stood in its way\n`
      : `      in its way at ${clock(at)}\n${closed.map(({ gate, text }) => `        ✗ ${gate.padEnd(width)}  ${text}\n`).join('')}`;
  return `      expected  ${wish(expected)}\n${happened}${expected.notShown ? '' : gates}`;
}

/** The moment never comes if time does not go on: what is missed most in tests written by hand. */
const hint = ({ outcomes }: TestResult): string =>
  outcomes.some(
    ({ met, expected, attempts }) =>
      !met &&
      expected.shown &&
      attempts.some(({ end, gate }) => end === 'waiting' && (gate === 'interruption' || gate === null)),
  )
    ? '      Time ends with the last record: {"wait": "2s"} lets the customer pause\n'
    : '';

export function testText({ tests, wrong }: TestResults, locale: string, { colour }: Terminal): string {
  const paint = (how: number, text: string) => (colour ? `\u001B[${how}m${text}\u001B[0m` : text);
  const parts = [
    ...wrong.flatMap(({ file, findings }) =>
      findings.map(
        (one) => `${file}:${one.line}:${one.column}: ${one.severity}: ${sentence(one)} [${one.code}]\n`,
      ),
    ),
    ...tests.map((one) => {
      const title = `${one.file} › ${one.name}\n`;
      if (one.ok) return `${paint(32, '✓')} ${title}`;
      const why =
        one.problem === undefined
          ? one.outcomes.filter(({ met }) => !met).map((outcome) => difference(outcome, locale))
          : [`      ${one.problem}\n`];
      return `${paint(31, '✗')} ${title}${why.join('\n')}${hint(one)}`;
    }),
  ];
  const failed = tests.filter(({ ok }) => !ok).length;
  return [
    ...parts,
    tests.length === 0
      ? 'No tests ran'
      : `${count(tests.length, 'test')}, ${failed === 0 ? 'all met' : `${failed} failed`}`,
    wrong.length > 0 ? `, ${count(wrong.length, 'file')} not run\n` : '\n',
  ].join('');
}

export function testJson({ tests, wrong }: TestResults): object {
  return {
    passed: tests.filter(({ ok }) => ok).length,
    failed: tests.filter(({ ok }) => !ok).length,
    tests,
    wrong,
  };
}
