import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT, reasonOf, UsageError, type Command } from '../command.js';
import { starterConfig } from '../starter/config.js';
import { pretty } from '../starter/pretty.js';
import { starterTests } from '../starter/tests.js';

const HELP = `Usage: antes init [FOLDER] [options]

Writes a configuration to start from: one journey, four triggers (a declined card, an
address that stalls, an incident, the state of an order), and tests of them.

Options:
  --force  overwrites files that are there
  --help   this text

Exit codes:
  0  written
  2  wrong use, files that are there already, or a folder that cannot be written to
`;

const CONFIG = 'antes.json';
const TESTS = 'antes.antes-test.json';
/** Of this very package: the folder above the command's. */
const PACKAGE = dirname(dirname(fileURLToPath(import.meta.url)));
const INSTALLED = join('node_modules', 'antes');

/** Where others find the package who have the project: it is installed in it or above it, or it is a clone beside it. */
function packageFor(folder: string): string {
  for (let at = resolve('.'); ; at = dirname(at)) {
    if (existsSync(join(at, INSTALLED))) return join(at, INSTALLED);
    if (at === dirname(at)) break;
  }
  // What package managers keep for themselves is gone tomorrow.
  const isClone = !PACKAGE.split(sep).includes('node_modules') && existsSync(join(PACKAGE, 'schema.json'));
  return isClone && !isAbsolute(relative(folder, PACKAGE)) ? PACKAGE : INSTALLED;
}
/** As seen from the folder. */
const schemasFrom = (folder: string): string => {
  const path = relative(folder, packageFor(folder)).split(sep).join('/');
  return /^\.\.?(?:\/|$)/.test(path) ? path : `./${path}`;
};

export const init: Command = {
  name: 'init',
  summary: 'a configuration to start from, with tests',
  help: HELP,
  options: { force: { type: 'boolean' } },
  run({ files, options }, { out }) {
    if (files.length > 1) throw new UsageError('antes init takes one folder');
    const folder = files[0] ?? '.';
    const schemas = schemasFrom(folder);
    const written: readonly (readonly [file: string, value: object])[] = [
      [join(folder, CONFIG), starterConfig(`${schemas}/schema.json`)],
      [join(folder, TESTS), starterTests(`${schemas}/test.schema.json`, CONFIG)],
    ];
    const there = written.filter(([file]) => existsSync(file)).map(([file]) => file);
    // Both or none: half of a starter is of no use.
    if (there.length > 0 && options['force'] !== true)
      throw new UsageError(
        `${there.join(' and ')} ${there.length > 1 ? 'are' : 'is'} there already; --force overwrites`,
      );
    try {
      mkdirSync(folder, { recursive: true });
      for (const [file, value] of written) writeFileSync(file, `${pretty(value)}\n`);
    } catch (error) {
      throw new UsageError(`Cannot write to ${folder}: ${reasonOf(error)}`);
    }
    const [config, tests] = written.map(([file]) => file);
    out(
      `Written: ${config} and ${tests}\n\nNext:\n  npx antes check ${config}\n  npx antes replay --expect ${tests}\n\nHow to write triggers, with twelve recipes: docs/triggers.md of the package\n`,
    );
    return EXIT.OK;
  },
};
