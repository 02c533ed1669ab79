import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { parseAst } from 'rollup/parseAst';
import { nameOf, textOf, walk } from '../../.rollup/walk.mjs';

/** Members that make markup of a text, whoever's they are and whether they are read or written. */
const SINKS = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'createContextualFragment',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'srcdoc',
];
const SINK_IN_TEXT = new RegExp(`(?:^|[.\\s])(${SINKS.join('|')})(?:$|\\s*=)`);
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'execScript'];
/** Functions have it too, and then it makes code of a text. */
const MAKES_CODE = ['eval', 'Function'];

/** Whether it is a text, or one put together. */
const isText = (node) =>
  node !== undefined &&
  (typeof node.value === 'string' ||
    node.type === 'TemplateLiteral' ||
    (node.type === 'BinaryExpression' && (isText(node.left) || isText(node.right))));

/** A name that is only the key of something: `{ eval: 1 }`, `a.Function` of an object of one's own is not asked for. */
const isKey = (node, parent) =>
  (parent?.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand) ||
  (/^(?:Method|Property)Definition$/.test(parent?.type ?? '') && parent.key === node && !parent.computed);

const GLOBALS = ['window', 'globalThis', 'self', 'top', 'parent', 'frames', 'global'];

/** `Kind.Function`, an entry of a list of one's own that is only compared or passed on. */
const isEntry = (node, parents) => {
  const [above, parent] = parents.slice(-2);
  return (
    node.name === 'Function' &&
    parent?.type === 'MemberExpression' &&
    parent.property === node &&
    parent.object.type === 'Identifier' &&
    !GLOBALS.includes(parent.object.name) &&
    above?.callee !== parent
  );
};

/** What one node does that nothing may: make code or markup of a text. */
function fault(node, parents) {
  const parent = parents.at(-1);
  if (
    node.type === 'Identifier' &&
    MAKES_CODE.includes(node.name) &&
    !isKey(node, parent) &&
    !isEntry(node, parents)
  ) {
    // `Function.prototype` makes nothing.
    if (node.name === 'Function' && parent?.type === 'MemberExpression' && parent.object === node)
      return undefined;
    // A check of a type, `x instanceof Function`, neither.
    return parent?.type === 'BinaryExpression' ? undefined : node.name;
  }
  if (node.type === 'MemberExpression') {
    const name = nameOf(node);
    if (name !== undefined && SINKS.includes(name)) return name;
    if (name !== undefined && MAKES_CODE.includes(name) && node.computed) return name;
    if (/^write(?:ln)?$/.test(name ?? '') && /^document$/i.test(nameOf(node.object) ?? ''))
      return `document.${name}`;
  }
  if (node.type === 'ObjectPattern')
    return node.properties.map(({ key }) => key && nameOf(key)).find((name) => SINKS.includes(name));
  if (node.type === 'CallExpression' && TIMERS.includes(nameOf(node.callee) ?? ''))
    return isText(node.arguments[0]) ? `${nameOf(node.callee)} of a text` : undefined;
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'createElement')
    return /^script$/i.test(textOf(node.arguments[0]) ?? '') ? 'createElement of a script' : undefined;
  // Lit sets the properties that a template names, and a name in a text may be used for any member.
  const text = node.type === 'TemplateElement' ? node.value.raw : textOf(node);
  if (text === undefined || node.type === 'TemplateLiteral') return undefined;
  return SINK_IN_TEXT.exec(text)?.[1];
}

/**
 * All that a script does to make code or markup of a text, found in its syntax tree.
 * @param {string} code
 * @returns {{ what: string, start: number }[]}
 */
export function forbiddenIn(code) {
  const found = [];
  walk(parseAst(code), (node, parents) => {
    const what = fault(node, parents);
    if (what !== undefined) found.push({ what, start: node.start });
  });
  return found;
}

/** The same for a built file, each with the line of the source that it comes from. */
export function forbiddenInFile(file) {
  const code = readFileSync(file, 'utf8');
  const found = forbiddenIn(code);
  const map =
    found.length > 0 && existsSync(`${file}.map`)
      ? new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')))
      : undefined;
  return found.map(({ what, start }) => `${what} in ${placeOf(file, code, start, map)}`);
}

/** `src/ui/x.ts:12`; where nothing is known of that, the line and column of the built file. */
export function placeOf(file, code, start, map) {
  const before = code.slice(0, start).split('\n');
  const [line, column] = [before.length - 1, before.at(-1).length];
  const from = map?.findEntry(line, column);
  return from?.originalSource
    ? `${relative('.', resolve(dirname(file), from.originalSource))}:${from.originalLine + 1}`
    : `${relative('.', file)}:${line + 1}:${column + 1}`;
}
