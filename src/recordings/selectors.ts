import { outwards, type Recorded } from './tree.js';

/**
 * As much of CSS selectors as Antes' own ones and those of configurations need, on the light tree: tags, `#id`, `.class`,
 * attributes, `:is`, `:where`, `:not`, `:disabled`, `:enabled`, `:checked`, descendants and children.
 */
export type Test = (node: Recorded) => boolean;

const NEVER: Test = () => false;
const PART =
  /^(?:(\*)|([a-z][\w-]*)|#([\w-]+)|\.([\w-]+)|\[\s*([\w:-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s"']+))\s*([is]\s*)?)?\]|:(disabled|enabled|checked)(?![\w-]))/i;
const CAN_BE_OFF = /^(?:button|input|select|textarea|option|optgroup|fieldset)$/;
/** Deeper nesting than anybody writes. */
const MAX_NESTED = 8;

const isOff: Test = (node) =>
  CAN_BE_OFF.test(node.tag) &&
  (node.attributes.has('disabled') ||
    (node.tag !== 'option' &&
      outwards(node)
        .slice(1)
        .some((outer) => outer.tag === 'fieldset' && outer.attributes.has('disabled'))));
const STATES: Readonly<Record<string, Test>> = {
  disabled: isOff,
  enabled: (node) => CAN_BE_OFF.test(node.tag) && !isOff(node),
  checked: (node) => node.checked && node.tag === 'input',
};

function attribute(name: string, operator: string | undefined, value: string, loose: boolean): Test {
  const like = (one: string) => (loose ? one.toLowerCase() : one);
  const wanted = like(value);
  const compare = (is: string): boolean => {
    if (operator === '=') return is === wanted;
    if (operator === '~=') return wanted !== '' && is.split(/\s+/).includes(wanted);
    if (operator === '|=') return is === wanted || is.startsWith(`${wanted}-`);
    if (wanted === '') return false;
    if (operator === '^=') return is.startsWith(wanted);
    return operator === '$=' ? is.endsWith(wanted) : is.includes(wanted);
  };
  return ({ attributes }) => {
    const is = attributes.get(name);
    return is !== undefined && (operator === undefined || compare(like(is)));
  };
}

/** Reads from the front of `rest`; throws where it does not understand. */
class Reader {
  rest: string;
  constructor(selector: string) {
    this.rest = selector.trim();
  }
  list(depth = 0): Test {
    const tests = [this.complex(depth)];
    while (this.take(/^\s*,\s*/)) tests.push(this.complex(depth));
    return (node) => tests.some((test) => test(node));
  }
  complex(depth: number): Test {
    let test = this.compound(depth);
    for (;;) {
      const link = this.take(/^\s*>\s*|^\s+(?![,)]|$)/);
      if (link === undefined) return test;
      const outer = test;
      const inner = this.compound(depth);
      test = link.includes('>')
        ? (node) => inner(node) && !node.shadow && node.parent?.type === 'element' && outer(node.parent)
        : (node) => inner(node) && around(node).some(outer);
    }
  }
  compound(depth: number): Test {
    const tests: Test[] = [];
    for (;;) {
      const nested = this.take(/^:(?:is|where|not)\(\s*/i);
      if (nested !== undefined) {
        if (depth >= MAX_NESTED) throw new SyntaxError('nested too deep');
        const one = this.list(depth + 1);
        if (this.take(/^\s*\)/) === undefined) throw new SyntaxError(this.rest);
        tests.push(/^:not/i.test(nested) ? (node) => !one(node) : one);
        continue;
      }
      const found = PART.exec(this.rest);
      if (!found) break;
      this.rest = this.rest.slice(found[0].length);
      tests.push(partOf(found));
    }
    if (tests.length === 0) throw new SyntaxError(this.rest);
    return (node) => node.type === 'element' && tests.every((test) => test(node));
  }
  take(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.rest)?.[0];
    if (found !== undefined) this.rest = this.rest.slice(found.length);
    return found;
  }
}

function partOf([
  ,
  all,
  tag,
  id,
  name,
  attr,
  operator,
  double,
  single,
  bare,
  flag,
  state,
]: RegExpExecArray): Test {
  if (all) return () => true;
  if (tag) return (node) => node.tag === tag.toLowerCase();
  if (id) return ({ attributes }) => attributes.get('id') === id;
  if (name) return ({ attributes }) => (attributes.get('class') ?? '').split(/\s+/).includes(name);
  if (state) return STATES[state.toLowerCase()]!;
  const loose = attr!.toLowerCase() === 'type' || flag?.trim().toLowerCase() === 'i';
  return attribute(attr!.toLowerCase(), operator, double ?? single ?? bare ?? '', loose);
}

/** Ancestors in the same tree: a selector does not reach out of a shadow root. */
function around(node: Recorded): Recorded[] {
  const found: Recorded[] = [];
  let inner = node;
  for (const outer of outwards(node).slice(1)) {
    if (inner.shadow) break;
    found.push(outer);
    inner = outer;
  }
  return found;
}

/** `undefined` for a selector that is not understood. */
export function compile(selector: string): Test | undefined {
  const reader = new Reader(selector);
  try {
    const test = reader.list();
    return reader.rest === '' ? test : undefined;
  } catch {
    return undefined;
  }
}

const MAX_KEPT = 400;

/** Whether nodes match selectors, each read once. What is not understood matches nothing. */
export function createMatcher(): (node: Recorded, selector: string) => boolean {
  const known = new Map<string, Test>();
  return (node, selector) => {
    let test = known.get(selector);
    if (!test) {
      test = compile(selector) ?? NEVER;
      if (known.size >= MAX_KEPT) known.clear();
      known.set(selector, test);
    }
    return test(node);
  };
}
