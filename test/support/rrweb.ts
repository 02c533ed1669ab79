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
