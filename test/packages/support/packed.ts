import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { command as run } from './command.js';

export const ROOT: string = resolve(import.meta.dirname, '../../..');
/** A project that has installed what `npm pack` made. */
export const PROJECT: string = process.env['ANTES_PACKED']!;
export const TARBALL: string = process.env['ANTES_TARBALL']!;
export const PACKAGE: string = join(PROJECT, 'node_modules/antes');

export const readPacked = (name: string): string => readFileSync(join(PACKAGE, name), 'utf8');

type Conditions = string | { types?: string; development?: string; default: string };
interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, Conditions>>;
  readonly sideEffects: readonly string[];
  readonly customElements: string;
  readonly 'web-types': string;
}
export const manifest = JSON.parse(readPacked('package.json')) as Manifest;

/** `antes`, `antes/define` …: what can be imported and is code. */
export const MODULES: readonly string[] = Object.entries(manifest.exports)
  .filter(([, to]) => typeof to !== 'string' && to.default.endsWith('.js'))
  .map(([name]) => name.replace('.', 'antes'));

/** Runs a command in the project. */
export const command = (
  file: string,
  args: readonly string[],
  cwd: string = PROJECT,
): ReturnType<typeof run> => run(file, args, cwd);

/** Runs a module in a Node of its own, in the project. */
export const inNode = (code: string, ...args: string[]): ReturnType<typeof command> =>
  command(process.execPath, [...args, '--input-type=module', '--eval', code]);

export const bin = (name: string, args: readonly string[], cwd?: string): ReturnType<typeof command> =>
  command(process.execPath, [join(ROOT, 'node_modules', name), ...args], cwd);
