import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { closest } from '../check/suggest.js';
import { EXIT, UsageError, type Command, type Terminal } from './command.js';
import * as commands from './commands.js';

const all: readonly Command[] = Object.values(commands);

const usage = (): string => {
  const width = Math.max(...all.map(({ name }) => name.length));
  return [
    'Usage: antes COMMAND …',
    '',
    'Commands:',
    ...all.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Options:',
    '  --help     this text; after a command, what it can do',
    '  --version  the version of Antes',
    '',
  ].join('\n');
};

/** The bundle is dist/cli.js, one folder below the package. */
const version = (): string => {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
};

/** Finds the command and runs it; what it returns is the exit code. */
async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') return (terminal.out(usage()), EXIT.OK);
  if (name === '--version' || name === '-v') return (terminal.out(`${version()}\n`), EXIT.OK);
  if (name === undefined) return (terminal.err(usage()), EXIT.FAILED);
  const command = all.find((one) => one.name === name);
  if (!command) {
    const meant = closest(
      name,
      all.map((one) => one.name),
    );
    throw new UsageError(
      `There is no command '${name}'${meant === undefined ? '' : `; did you mean '${meant}'?`}\n\n${usage().trimEnd()}`,
    );
  }
  const { values, positionals } = parsed(command, rest);
  if (values['help'] === true) return (terminal.out(command.help), EXIT.OK);
  return command.run({ files: positionals, options: values }, terminal);
}

function parsed(
  { name, options }: Command,
  args: readonly string[],
): {
  values: Record<string, string | boolean | readonly string[] | undefined>;
  positionals: string[];
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
    return { values, positionals };
  } catch (error) {
    // Node's own sentence ends with advice about positional arguments that is of no use here.
    const [what = ''] = (error as Error).message.split(/\. |\.?$/);
    const option = /'--([^\s']+)/.exec(what)?.[1];
    const meant = option === undefined ? undefined : closest(option, [...Object.keys(options), 'help']);
    throw new UsageError(
      `${what}${meant === undefined ? '.' : `; did you mean '--${meant}'?`} See antes ${name} --help`,
      { cause: error },
    );
  }
}

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  // https://no-color.org
  colour: process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
  now: Date.now(),
};

try {
  process.exitCode = await run(process.argv.slice(2), terminal);
} catch (error) {
  terminal.err(
    error instanceof UsageError ? `${error.message}\n` : `antes failed: ${String((error as Error).stack)}\n`,
  );
  process.exitCode = EXIT.FAILED;
}
