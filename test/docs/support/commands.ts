import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { read, ROOT } from '../../support/samples.js';

const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
/** The names of the stages, as they are declared. */
const stages = [...read('test/run.mjs').matchAll(/^ {2}(?:'([a-z-]+)'|([a-z]+)): (?:async )?\(\) =>/gm)].map(
  ([, quoted, plain]) => quoted ?? plain!,
);

const helpOf = new Map<string, string>();
function help(command: string): string {
  const known =
    helpOf.get(command) ??
    execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), command, '--help'], { encoding: 'utf8' });
  helpOf.set(command, known);
  return known;
}

/** Of others: they are there on every machine that reads this. */
const THEIRS = ['git', 'cd', 'cp', 'mkdir', 'curl', 'python3'];

function mistakeOf(words: readonly string[]): string | undefined {
  const [command = '', ...rest] = words.filter((word) => !/^[A-Z_0-9]+=/.test(word));
  if (THEIRS.includes(command)) return undefined;
  const [first = '', second = ''] = rest;
  if (command === 'npm') {
    if (['install', 'ci', 'pack', 'sbom'].includes(first)) return undefined;
    const name = first === 'run' ? second : first;
    if (!(name in scripts)) return `no script ${name}`;
    const asked = name === 'test' && rest.includes('--') ? rest.slice(rest.indexOf('--') + 1) : [];
    const unknown = asked.filter((word) => !stages.includes(word));
    return unknown.length > 0 ? `no stage ${unknown.join(', ')}` : undefined;
  }
  if (command === 'node') return existsSync(join(ROOT, first)) ? undefined : `no file ${first}`;
  if (command === 'npx' && first === 'antes') {
    const options = rest.filter((word) => word.startsWith('--'));
    const unknown = options.filter((option) => !help(second).includes(option));
    return unknown.length > 0 ? `no option ${unknown.join(', ')} of antes ${second}` : undefined;
  }
  if (command === 'npx')
    return existsSync(join(ROOT, 'node_modules/.bin', first)) ? undefined : `no command ${first}`;
  return `what is ${command}?`;
}

/** What is wrong with the commands of a sample; nothing is run that changes something. */
export const checkCommands = (code: string): string[] =>
  code
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .flatMap((line) => line.split('&&'))
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first)
    .flatMap((words) => mistakeOf(words) ?? []);
