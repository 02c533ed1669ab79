import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  visit,
  type Node,
  type ParseErrorCode,
} from 'jsonc-parser';
import { MAX_BYTES } from '../core/read-limited.js';
import type { Found } from './finding.js';

/** The value of a text, and where its parts stand. */
export interface Parsed {
  /** `undefined` where the text cannot be read at all. */
  readonly value: unknown;
  readonly findings: readonly Found[];
  /** Line and column, from 1: of the value at its path, or of the name; of what is around it, where there is none. */
  position(found: Found): { line: number; column: number };
}

type At = Found & { readonly offset: number };

/** Far deeper than any config (see config/copy.ts), and far from where a stack overflows. */
const MAX_NESTING = 500;

const SYNTAX: Readonly<Record<number, [message: string, expected: string]>> = {
  1: ['This is no JSON value', 'a text in double quotes, a number, true, false, null, […] or {…}'],
  2: ['This is no number', 'a number such as 3 or 0.5'],
  3: ['A name is missing', 'a name in double quotes'],
  4: ['A value is missing', 'a text in double quotes, a number, true, false, null, […] or {…}'],
  5: ['A colon is missing', 'a colon between the name and its value'],
  6: ['A comma is missing', 'a comma between two entries'],
  7: ['A bracket is missing', '} at the end of what { began'],
  8: ['A bracket is missing', '] at the end of what [ began'],
  9: ['There is something after the end', 'nothing after the last }'],
  12: ['A text is not closed', 'double quotes at its end'],
  13: ['This is no number', 'a number such as 3 or 0.5'],
  14: ['This is no letter', '\\u and four digits or letters from a to f'],
  15: ['This backslash means nothing', 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u'],
  16: ['This letter is not allowed in a text', '\\n for a new line, \\t for a tab'],
};

/** Reads a text as the browser would, but goes on after what people mostly get wrong. */
export function parse(text: string): Parsed {
  // As the browser does with a mark of the byte order.
  if (text.startsWith('\uFEFF')) return parse(` ${text.slice(1)}`);
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  const place = (offset: number) => {
    let line = starts.length;
    while (line > 1 && starts[line - 1]! > offset) line--;
    return { line, column: offset - starts[line - 1]! + 1 };
  };
  const only = (found: Omit<At, 'path'>): Parsed => ({
    value: undefined,
    findings: [{ path: [], ...found }],
    position: () => place(found.offset),
  });

  if (text.length > MAX_BYTES)
    return only({
      code: 'CONFIG_TOO_LARGE',
      offset: 0,
      message: `The file has ${Math.ceil(text.length / 1024)} KiB, and nothing of it would be used`,
      expected: 'at most 256 KiB',
    });
  if (/^\s*</.test(text))
    return only({
      code: 'JSON_INVALID',
      offset: text.search(/\S/),
      message: 'This is HTML, not JSON',
      expected: 'the file itself, not a page about it',
    });
  const deep = tooDeep(text);
  if (deep !== undefined)
    return only({
      code: 'CONFIG_TOO_DEEP',
      offset: deep,
      message: `The file is nested more than ${MAX_NESTING} deep here`,
      expected: 'at most 24',
    });

  const { fatal, others } = scan(text);
  if (fatal) return only(fatal);
  const root = parseTree(text, [], { allowTrailingComma: true })!;
  const position: Parsed['position'] = ({ path, key = false, offset }) => {
    if (offset !== undefined) return place(offset);
    for (let length = path.length; length >= 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      if (node) return place((key && length === path.length ? nameOf(node) : node).offset);
    }
    return place(0);
  };
  return { value: getNodeValue(root), findings: others, position };
}

const nameOf = (node: Node): Node =>
  node.parent?.type === 'property' ? (node.parent.children?.[0] ?? node) : node;

/** Where the nesting becomes so deep that reading it could overflow a stack. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (quoted) {
      if (letter === '\\') i++;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{' || letter === '[') {
      if (++depth > MAX_NESTING) return i;
    } else if (letter === '}' || letter === ']') depth--;
  }
  return undefined;
}

/** The first thing that makes the rest unreadable, or all that is wrong and can be read over. */
function scan(text: string): { fatal?: Omit<At, 'path'>; others: At[] } {
  const errors: [code: ParseErrorCode, offset: number, length: number][] = [];
  const others: At[] = [];
  const names: Set<string>[] = [];
  let comma: number | undefined;
  const end = () => {
    if (comma !== undefined)
      others.push({
        code: 'JSON_TRAILING_COMMA',
        offset: comma,
        path: [],
        message: 'There is a comma too many before the closing bracket',
        expected: 'no comma after the last entry',
      });
    comma = undefined;
  };
  const other = () => void (comma = undefined);
  visit(
    text,
    {
      onError: (error, offset, length) => void errors.push([error, offset, length]),
      onComment: (offset) =>
        void others.push({
          code: 'JSON_COMMENT',
          offset,
          path: [],
          message: 'JSON has no comments, and the browser would not read this file',
          expected: '"$comment": "…" as an entry of the object',
        }),
      onObjectBegin: () => (other(), void names.push(new Set())),
      onObjectEnd: () => (end(), void names.pop()),
      onArrayBegin: other,
      onArrayEnd: end,
      onLiteralValue: other,
      onSeparator: (letter, offset, _length, _line, _column) =>
        void (comma = letter === ',' ? offset : undefined),
      onObjectProperty(name, offset, _length, _line, _column, pathOf) {
        other();
        if (names.at(-1)?.has(name))
          others.push({
            code: 'JSON_DUPLICATE_KEY',
            offset,
            path: [...pathOf(), name],
            message: `'${name}' stands here twice, and only the last one counts`,
            expected: 'each name once',
          });
        names.at(-1)?.add(name);
      },
    },
    { allowTrailingComma: true },
  );
  const first = errors[0];
  if (!first) return { others };
  const [code, offset, length] = first;
  const found = text.slice(offset, offset + Math.max(length, 1));
  // Curly ones come along when something is copied from a document.
  const quotes = { "'": 'Single quotes', '“': 'Curly quotes', '”': 'Curly quotes', '„': 'Curly quotes' }[
    found[0]!
  ];
  const [message, expected] = SYNTAX[code] ?? ['This is not JSON', 'JSON'];
  return {
    fatal: {
      code: 'JSON_INVALID',
      offset,
      message: quotes === undefined ? message : `${quotes} are not known to JSON`,
      expected: quotes === undefined ? expected : 'straight double quotes: "…"',
    },
    others,
  };
}
