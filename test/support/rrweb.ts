/** Recordings for tests, written by hand: snapshots from a little HTML, and events in the order in which they are said. */

export interface RawNode {
  id: number;
  type: number;
  tagName?: string;
  attributes?: Record<string, string | true>;
  childNodes?: RawNode[];
  textContent?: string;
  isShadow?: true;
}

const VOID = /^(?:input|img|br|hr|meta|link|area)$/;
const TOKEN = /<\/([a-z][\w-]*)>|<([a-z][\w-]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*>|([^<]+)/gi;

/** A document with `text` in its body. Ids count up from `from` in the order of the document. */
export function html(text: string, from = 1): RawNode {
  let id = from;
  const element = (tagName: string, attributes: Record<string, string> = {}): RawNode => ({
    id: id++,
    type: 2,
    tagName,
    attributes,
    childNodes: [],
  });
  const root: RawNode = { id: id++, type: 0, childNodes: [] };
  const top = element('html');
  root.childNodes!.push(top);
  const body = element('body');
  top.childNodes!.push(body);
  const open = [body];
  for (const [, closed, tag, attributes = '', words] of text.matchAll(TOKEN)) {
    const parent = open.at(-1)!;
    if (closed) open.pop();
    else if (tag) {
      const pairs = [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)];
      const one = element(tag, Object.fromEntries(pairs.map(([, name, value = '']) => [name!, value])));
      parent.childNodes!.push(one);
      if (!VOID.test(tag)) open.push(one);
    } else if (words!.trim()) parent.childNodes!.push({ id: id++, type: 3, textContent: words! });
  }
  return root;
}

/** The node with this `id` attribute. */
export function idOf(root: RawNode, name: string): number {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.attributes?.['id'] === name) return node.id;
    waiting.push(...(node.childNodes ?? []));
  }
  throw new Error(`no #${name}`);
}

const ZERO = 1_700_000_000_000;

/** Says what a customer and a page do, and keeps what rrweb would have recorded of it. */
export interface Recorded {
  readonly events: unknown[];
  wait(ms: number): Recorded;
  start(href: string): Recorded;
  snapshot(): Recorded;
  /** An event that tells nothing: time has passed. */
  nothing(): Recorded;
  down(id: string, more?: Pointer): Recorded;
  up(id: string, more?: Pointer): Recorded;
  menu(id: string): Recorded;
  /** A click without a pointer. */
  bare(id: string): Recorded;
  click(id: string, more?: Pointer): Recorded;
  focus(id: string): Recorded;
  blur(id: string): Recorded;
  input(id: string, data: { text?: string; isChecked?: boolean; userTriggered?: boolean }): Recorded;
  scroll(y: number): Recorded;
  attribute(id: string, name: string, value: string | null): Recorded;
  /** Replaces what is in the element. */
  text(id: string, text: string): Recorded;
  /** Adds markup at the end of the element. */
  add(id: string, markup: string): Recorded;
  custom(tag: string, payload: unknown): Recorded;
  plugin(plugin: string, payload: unknown): Recorded;
}
interface Pointer {
  x?: number;
  y?: number;
  touch?: boolean;
  pointerType?: number;
}

export function recording(root: RawNode): Recorded {
  const events: unknown[] = [];
  let at = 0;
  let next = 10_000;
  const ids = new Map<string, number>();
  const find = (id: string) => ids.get(id) ?? idOf(root, id);
  const say = (type: number, data: unknown) => (events.push({ type, data, timestamp: ZERO + at }), self);
  const step = (source: number, data: object) => say(3, { source, ...data });
  const mouse = (type: number, id: string, { x = 0, y = 0, pointerType }: Pointer = {}) =>
    step(2, { type, id: find(id), x, y, ...(pointerType === undefined ? {} : { pointerType }) });
  const mutation = (data: object) => step(0, { texts: [], attributes: [], removes: [], adds: [], ...data });
  const self: Recorded = {
    events,
    wait(ms) {
      at += ms;
      return self;
    },
    start(href) {
      say(0, {});
      say(4, { href, width: 1280, height: 800 });
      return self.snapshot();
    },
    snapshot: () => say(2, { node: root, initialOffset: { left: 0, top: 0 } }),
    nothing: () => step(10, {}),
    down: (id, more) => mouse(more?.touch ? 7 : 1, id, more),
    up: (id, more) => mouse(more?.touch ? 9 : 0, id, more),
    menu: (id) => mouse(3, id),
    bare: (id) => mouse(2, id),
    click(id, more = {}) {
      self.down(id, more).wait(1).up(id, more);
      return mouse(2, id, { pointerType: more.touch ? 2 : 0, ...more });
    },
    focus: (id) => mouse(5, id),
    blur: (id) => mouse(6, id),
    input: (id, data) => step(5, { id: find(id), text: 'on', isChecked: false, ...data }),
    scroll: (y) => step(3, { id: root.id, x: 0, y }),
    attribute: (id, name, value) =>
      mutation({ attributes: [{ id: find(id), attributes: { [name]: value } }] }),
    text(id, text) {
      const element = find(id);
      const old = ids.get(`${id}#text`);
      const node = { id: next++, type: 3, textContent: text };
      ids.set(`${id}#text`, node.id);
      const removes = old === undefined ? [] : [{ parentId: element, id: old }];
      return mutation({ removes, adds: [{ parentId: element, nextId: null, node }] });
    },
    add(id, markup) {
      const body = html(markup, next).childNodes![0]!.childNodes![0]!;
      next += 1_000;
      const each = (node: RawNode, parentId: number): unknown[] => {
        const name = node.attributes?.['id'];
        if (typeof name === 'string') ids.set(name, node.id);
        return [
          { parentId, nextId: null, node: { ...node, childNodes: [] } },
          ...(node.childNodes ?? []).flatMap((child) => each(child, node.id)),
        ];
      };
      const adds = body.childNodes!.flatMap((node) => each(node, find(id)));
      return mutation({ adds });
    },
    custom: (tag, payload) => say(5, { tag, payload }),
    plugin: (plugin, payload) => say(6, { plugin, payload }),
  };
  return self;
}
