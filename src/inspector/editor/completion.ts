import { findNodeAtLocation, getLocation, parse, parseTree } from 'jsonc-parser';
import type { Schema } from '../../config/schema/index.js';
import { expand, schemasAt } from './schema-walk.js';

/** One thing that may be written at a place. */
export interface Proposal {
  /** As JSON has it: with its quotes. */
  readonly label: string;
  readonly detail: string;
  readonly info: string;
  /** What is put in its place. `${}` is where the caret goes. */
  readonly apply: string;
}
export interface Proposals {
  readonly from: number;
  readonly to: number;
  readonly key: boolean;
  readonly options: readonly Proposal[];
}

/** Names that are declared elsewhere in the file, or on the page: content, reasons, anchors. */
export type NamesFor = (path: readonly (string | number)[], config: unknown) => readonly string[];

const quote = (value: unknown): string => JSON.stringify(value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What may be written at `offset`: keys with what they mean, values, and names. */
export function complete(
  root: Schema,
  text: string,
  offset: number,
  namesFor: NamesFor,
): Proposals | undefined {
  const { isAtPropertyKey, path, previousNode } = getLocation(text, offset);
  const value: unknown = parse(text, [], { allowTrailingComma: true });
  const inside =
    previousNode && previousNode.offset <= offset && offset <= previousNode.offset + previousNode.length;
  const from = inside ? previousNode.offset : offset;
  const to = inside ? previousNode.offset + previousNode.length : offset;
  if (isAtPropertyKey) {
    const holder = path.slice(0, -1);
    const tree = parseTree(text, [], { allowTrailingComma: true });
    const at = tree && findNodeAtLocation(tree, [...holder]);
    const written = new Set(
      at?.children?.flatMap(({ children }) => {
        const name = children?.[0];
        return name && name.offset !== from ? [String(name.value)] : [];
      }),
    );
    // What is being written is no name yet.
    const around = valueAt(value, holder);
    const rest = isObject(around)
      ? Object.fromEntries(Object.entries(around).filter(([name]) => written.has(name)))
      : around;
    const hasColon = /^\s*:/.test(text.slice(to));
    return {
      from,
      to,
      key: true,
      options: keys(root, withValue(value, holder, rest), holder, written, hasColon),
    };
  }
  const options = values(root, value, path, namesFor);
  return options.length === 0 ? undefined : { from, to, key: false, options };
}

const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>> | undefined)?.[key], value);

/** The same value with another one at a place. */
function withValue(value: unknown, [first, ...rest]: readonly (string | number)[], next: unknown): unknown {
  if (first === undefined) return next;
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? (Object.assign([], value) as unknown as Record<number, unknown>)
    : { ...(value as object) };
  copy[first] = withValue(copy[first], rest, next);
  return copy;
}

/** What stands after a key that has just been written. */
function skeleton(all: readonly Schema[]): string {
  const said = all.find((one) => one.const !== undefined)?.const;
  if (said !== undefined) return quote(said);
  const type = all.find((one) => one.type !== undefined)?.type;
  if (type === 'object') return '{ ${} }';
  if (type === 'array') return '[${}]';
  const isText = type === 'string' || all.some((one) => one.enum?.some((word) => typeof word === 'string'));
  return isText ? '"${}"' : '${}';
}

function sayDefault(all: readonly Schema[]): string {
  const found = all.find((one) => one.default !== undefined);
  return found ? `default ${quote(found.default)}` : '';
}

function keys(
  root: Schema,
  value: unknown,
  holder: readonly (string | number)[],
  written: ReadonlySet<string>,
  hasColon: boolean,
): readonly Proposal[] {
  const shapes = schemasAt(root, holder, value);
  const required = new Set(shapes.flatMap((one) => one.required ?? []));
  const found = new Map<string, Proposal>();
  for (const { properties = {} } of shapes)
    for (const [name, property] of Object.entries(properties)) {
      if (written.has(name) || found.has(name)) continue;
      const all = expand(root, property, undefined);
      found.set(name, {
        label: quote(name),
        detail: required.has(name) ? 'needed' : sayDefault(all),
        info: all.find(({ description }) => description)?.description ?? '',
        apply: hasColon ? quote(name) : `${quote(name)}: ${skeleton(all)}`,
      });
    }
  const last = ({ label }: Proposal): number => (label === '"$comment"' ? 1 : 0);
  return [...found.values()].sort(
    (a, b) => last(a) - last(b) || Number(b.detail === 'needed') - Number(a.detail === 'needed'),
  );
}

function values(
  root: Schema,
  value: unknown,
  path: readonly (string | number)[],
  namesFor: NamesFor,
): readonly Proposal[] {
  const all = schemasAt(root, path, withValue(value, path, undefined));
  const info = all.find(({ description }) => description)?.description ?? '';
  const found = new Map<string, Proposal>();
  const add = (one: unknown, detail: string): void => {
    const label = quote(one);
    if (!found.has(label)) found.set(label, { label, detail, info, apply: label });
  };
  for (const name of namesFor(path, value)) add(name, 'in this file');
  for (const one of all) {
    for (const word of one.enum ?? []) add(word, word === one.default ? 'default' : '');
    if (one.const !== undefined) add(one.const, '');
    if (one.type === 'boolean')
      for (const word of [true, false]) add(word, word === one.default ? 'default' : '');
  }
  for (const { default: usual } of all) if (usual !== undefined) add(usual, 'default');
  // Names of others are no examples where there are names of one's own.
  if (found.size === 0)
    for (const { examples = [] } of all) for (const one of examples) add(one, 'for example');
  return [...found.values()];
}
