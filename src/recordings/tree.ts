import { isObject, list, type Loose, NODE, num, text } from './events.js';

/** A node of the recorded page: enough to name controls and to see what changed, and nothing that could be read. */
export interface Recorded {
  readonly id: number;
  readonly type: 'root' | 'element' | 'text' | 'other';
  /** Lower case; `''` for what is no element. */
  readonly tag: string;
  readonly attributes: Map<string, string>;
  parent: Recorded | undefined;
  readonly children: Recorded[];
  /** It hangs in the shadow root of its parent. */
  readonly shadow: boolean;
  /** Of text: there is something in it, and there are words in it. What they are is not kept. */
  filled: boolean;
  words: boolean;
  /** Of a box or radio. */
  checked: boolean;
}

/** What happened to the tree in one batch, as the page's own observers would have told it. */
export type Change =
  | {
      readonly kind: 'attribute';
      readonly target: Recorded;
      readonly name: string;
      readonly before: string | null;
    }
  | { readonly kind: 'text'; readonly target: Recorded }
  | {
      readonly kind: 'nodes';
      readonly target: Recorded;
      readonly came: readonly Recorded[];
      readonly gone: readonly Recorded[];
    };

/** Pages nest deep by accident or to hurt; what lies deeper is not followed. */
const MAX_DEPTH = 256;
/** More nodes than any page that a person uses. */
const MAX_NODES = 500_000;
const MAX_ATTRIBUTE = 300;
/** Of these only that they are there is kept: they hold words, addresses or what was typed. */
const WORDY =
  /^(?:value|title|alt|label|content|src|srcset|srcdoc|poster|placeholder|summary|aria-(?:label|description|valuetext|placeholder|roledescription)|on.*|rr_(?!open_mode).*|_csstext)$/;
/** A word; masks of recorders are asterisks. The one asterisk of a required field is none. */
const WORD = /\p{L}{2}|\*{4}/u;

const blank = (id: number, type: Recorded['type'], tag = '', shadow = false): Recorded => ({
  id,
  type,
  tag,
  attributes: new Map(),
  parent: undefined,
  children: [],
  shadow,
  filled: false,
  words: false,
  checked: false,
});

export class RecordedTree {
  root: Recorded | undefined;
  readonly #nodes = new Map<number, Recorded>();

  get size(): number {
    return this.#nodes.size;
  }
  get(id: unknown): Recorded | undefined {
    return this.#nodes.get(num(id));
  }
  /** The element with this id, or around the text with this id. */
  element(id: unknown): Recorded | undefined {
    const node = this.get(id);
    return node?.type === 'element' ? node : node?.parent?.type === 'element' ? node.parent : undefined;
  }

  /** The same page in the same state, as far as its nodes tell: a snapshot taken again in between. */
  isSame(snapshot: unknown): boolean {
    let known = 0;
    let all = 0;
    walk(snapshot, (node) => {
      all++;
      if (this.get(node['id'])?.tag === tagOf(node)) known++;
      return undefined;
    });
    return known >= 0.95 * Math.max(all, this.size);
  }

  /** Begins anew. */
  take(snapshot: unknown): void {
    this.#nodes.clear();
    this.root = this.#plant(snapshot, undefined);
  }

  apply(data: Loose): Change[] {
    const changes: Change[] = [];
    const moved = new Map<Recorded, { came: Recorded[]; gone: Recorded[] }>();
    const at = (parent: Recorded) => {
      const known = moved.get(parent) ?? { came: [], gone: [] };
      moved.set(parent, known);
      return known;
    };
    for (const one of list(data['removes'])) {
      const node = isObject(one) ? this.get(one['id']) : undefined;
      if (!node?.parent) continue;
      at(node.parent).gone.push(node);
      this.#detach(node);
    }
    const fresh = new Set<Recorded>();
    this.#add(list(data['adds']), (node, parent) => {
      if (!fresh.has(parent)) at(parent).came.push(node);
      fresh.add(node);
    });
    for (const [target, { came, gone }] of moved) changes.push({ kind: 'nodes', target, came, gone });
    for (const one of list(data['texts'])) {
      const node = isObject(one) ? this.get(one['id']) : undefined;
      if (!isObject(one) || !node) continue;
      readText(node, text(one['value']));
      if (node.parent) changes.push({ kind: 'text', target: node.parent });
    }
    for (const one of list(data['attributes'])) {
      const target = isObject(one) ? this.get(one['id']) : undefined;
      if (!isObject(one) || !target || !isObject(one['attributes'])) continue;
      for (const [name, value] of Object.entries(one['attributes'])) {
        const before = target.attributes.get(name) ?? null;
        set(target, name, value);
        changes.push({ kind: 'attribute', target, name, before });
      }
    }
    return changes;
  }

  /** Parents may come after their children: what finds no place yet is tried again. */
  #add(adds: readonly unknown[], added: (node: Recorded, parent: Recorded) => void): void {
    let waiting = adds.filter(isObject);
    for (let before = -1; waiting.length > 0 && waiting.length !== before;) {
      before = waiting.length;
      waiting = waiting.filter((one) => {
        const parent = this.get(one['parentId']);
        if (!parent || !isObject(one['node'])) return true;
        const next = this.get(one['nextId']);
        if (one['nextId'] !== null && one['nextId'] !== undefined && !next) return true;
        added(this.#put(one['node'], parent, next), parent);
        return false;
      });
    }
    // Their next sibling is not known: at the end, then.
    for (const one of waiting) {
      const parent = this.get(one['parentId']);
      if (parent && isObject(one['node'])) added(this.#put(one['node'], parent, undefined), parent);
    }
  }

  #put(snapshot: Loose, parent: Recorded, next: Recorded | undefined): Recorded {
    const node = this.#plant(snapshot, parent)!;
    const place = next ? parent.children.indexOf(next) : -1;
    if (place < 0) parent.children.push(node);
    else parent.children.splice(place, 0, node);
    return node;
  }

  /** Takes a node and all below it; `parent` is not told. */
  #plant(snapshot: unknown, parent: Recorded | undefined): Recorded | undefined {
    let top: Recorded | undefined;
    walk<Recorded>(snapshot, (raw, outer) => {
      if (this.size >= MAX_NODES) return undefined;
      const node = nodeOf(raw);
      const old = this.#nodes.get(node.id);
      if (old) {
        node.checked ||= old.checked;
        node.filled ||= old.filled;
        this.#detach(old);
      }
      node.parent = outer ?? parent;
      outer?.children.push(node);
      this.#nodes.set(node.id, node);
      top ??= node;
      return node;
    });
    return top;
  }

  #detach(node: Recorded): void {
    const place = node.parent?.children.indexOf(node) ?? -1;
    if (place >= 0) node.parent!.children.splice(place, 1);
    node.parent = undefined;
    for (const one of below(node, true)) this.#nodes.delete(one.id);
  }
}

const tagOf = (raw: Loose): string => text(raw['tagName']).toLowerCase();

/** Visits a serialised node and all below it, parents first, without recursion. */
function walk<T>(snapshot: unknown, visit: (raw: Loose, outer: T | undefined) => T | undefined): void {
  const waiting: [raw: unknown, outer: T | undefined][] = [[snapshot, undefined]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [raw, outer] = next;
    if (!isObject(raw) || !Number.isInteger(raw['id'])) continue;
    const made = visit(raw, outer);
    const children = list(raw['childNodes']);
    for (let i = children.length - 1; i >= 0; i--) waiting.push([children[i], made]);
  }
}

function nodeOf(raw: Loose): Recorded {
  const id = num(raw['id']);
  if (raw['type'] === NODE.document) return blank(id, 'root');
  if (raw['type'] === NODE.text) {
    const node = blank(id, 'text', '', raw['isShadow'] === true);
    // The sheet inside a style element is no text of the page.
    if (raw['isStyle'] !== true) readText(node, text(raw['textContent']));
    return node;
  }
  if (raw['type'] !== NODE.element) return blank(id, 'other');
  const node = blank(id, 'element', tagOf(raw), raw['isShadow'] === true);
  if (isObject(raw['attributes']))
    for (const [name, value] of Object.entries(raw['attributes'])) set(node, name, value);
  return node;
}

function readText(node: Recorded, content: string): void {
  node.filled = content.trim() !== '';
  node.words = WORD.test(content);
}

function set(node: Recorded, name: string, value: unknown): void {
  const { attributes } = node;
  if (name === 'value') node.filled = value !== null && value !== '' && value !== undefined;
  if (name === 'checked') node.checked = value !== null && value !== false;
  if (name === 'style' && isObject(value)) {
    // Since version 2 only what changed of it is told.
    const style = new Map(
      (attributes.get('style') ?? '').split(';').map((part) => [part.split(':')[0]!, part]),
    );
    for (const [property, to] of Object.entries(value))
      if (to === false) style.delete(property);
      else style.set(property, `${property}:${String(Array.isArray(to) ? to[0] : to)}`);
    attributes.set(name, [...style.values()].filter(Boolean).join(';').slice(0, MAX_ATTRIBUTE));
  } else if (value === null || value === undefined || value === false) attributes.delete(name);
  else if (WORDY.test(name) || value === true) attributes.set(name, '');
  else if (typeof value === 'string' || typeof value === 'number')
    attributes.set(name, String(value).slice(0, MAX_ATTRIBUTE));
}

/** The elements from a node outwards, itself first; out of shadow roots by their hosts, never out of a frame. */
export function outwards(node: Recorded | undefined): Recorded[] {
  const found: Recorded[] = [];
  for (let one = node; one && one.type !== 'root' && found.length < MAX_DEPTH; one = one.parent)
    if (one.type === 'element') found.push(one);
  return found;
}
export const contains = (outer: Recorded, inner: Recorded | undefined): boolean => {
  let one = inner;
  for (let depth = 0; one && depth < MAX_DEPTH; depth++, one = one.parent)
    if (one.id === outer.id) return true;
  return false;
};
/** All nodes below one, in the order of the document. */
export function* below(node: Recorded, self = false): Generator<Recorded> {
  const waiting: Recorded[] = self ? [node] : [...node.children].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let i = next.children.length - 1; i >= 0; i--) waiting.push(next.children[i]!);
  }
}
/** The document or shadow host that a node belongs to. */
export function scopeOf(node: Recorded): Recorded {
  let one = node;
  for (let depth = 0; one.parent && depth < MAX_DEPTH * 4; depth++) {
    if (one.shadow) return one.parent;
    one = one.parent;
    if (one.type === 'root') return one;
  }
  return one;
}
