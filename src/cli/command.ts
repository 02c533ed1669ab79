import type { ParseArgsConfig } from 'node:util';

/** Why a file cannot be read or written. */
export const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message;
};

/** Where a command writes, and what it may know of the world around it. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** People look at it, and have not asked for plain text. */
  readonly colour: boolean;
  readonly now: number;
}

export interface Given {
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

/** Exit codes of every command. */
export const EXIT = {
  /** All is well. */
  OK: 0,
  /** It ran, and found what it looks for. */
  FOUND: 1,
  /** It could not run: a wrong call, a file that cannot be read. */
  FAILED: 2,
} as const;

/** One command: one file in `commands/`, one line in `commands.ts`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `antes NAME --help` says. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  run(given: Given, terminal: Terminal): number | Promise<number>;
}

/** A call that makes no sense: told on stderr, exit code 2. */
export class UsageError extends Error {}
