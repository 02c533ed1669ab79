import { namesIn } from '../core/pointer.js';
import type { Code } from './codes.js';
import type { ThemeCode } from './theme/codes.js';

export type Severity = 'error' | 'warning';

/** One thing that is wrong, or looks wrong, in a configuration. */
export interface Finding {
  readonly severity: Severity;
  /** Stable; explained in docs/check.md. */
  readonly code: Code | ThemeCode;
  /** JSON pointer of it: `/triggers/3/when/within`. */
  readonly pointer: string;
  /** Counted from 1; 0 where an object was checked and there is no text. */
  readonly line: number;
  readonly column: number;
  /** What is wrong, as one sentence without a full stop. */
  readonly message: string;
  /** What would be right. */
  readonly expected?: string;
  /** What was probably meant. */
  readonly suggestion?: string;
}

export type Path = readonly (string | number)[];

/** A finding without its position. `key`: it is about the name of the property, not about its value. */
export interface Found {
  readonly code: Code;
  readonly path: Path;
  readonly key?: boolean;
  /** Of several things of which there must be one, there is none. */
  readonly none?: boolean;
  /** Where in the text, where the path does not lead there. */
  readonly offset?: number;
  readonly message: string;
  readonly expected?: string | undefined;
  readonly suggestion?: string | undefined;
}

export const toPointer = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Numbers are places in a list; whoever looks finds an entry that is called so all the same. */
export const fromPointer = (pointer: string): Path =>
  namesIn(pointer).map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** A value as it is quoted in a sentence. */
export function say(value: unknown): string {
  if (typeof value === 'string') return `'${value.length > 40 ? `${value.slice(0, 39)}…` : value}'`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return value === null ? 'null' : asText(value);
}

/** As JSON Schema counts them: by characters, not by UTF-16 units. */
export const lettersOf = (text: string): number => Array.from(text).length;

/** A word to compare with others; nothing, where it is none. An object of ours has no text of its own. */
export const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** `a, b and c`. */
export const sayAll = (words: readonly string[], and = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
