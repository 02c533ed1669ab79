/**
 * The light mark-up of texts: `**bold**`, `[text](url)`, lines that begin with `- `, and empty lines between
 * paragraphs. It becomes a small tree of plain data; nothing in it can be anything but text or a safe link.
 */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: 'bold'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly href: string; readonly elsewhere: boolean };

export type Block =
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly type: 'list'; readonly items: readonly (readonly Inline[])[] };

const MARK = /\*\*(\S(?:[^*]*[^\s*])?)\*\*|\[([^\][]+)\]\(([^\s()]+)\)/g;
const ITEM = /^\s*[-•] +/;

/** The address if it is one that help may point to, as seen from the page at `base`. */
export function safeHref(href: string, base: string): { href: string; elsewhere: boolean } | undefined {
  try {
    const url = new URL(href, base);
    const { protocol, origin } = url;
    // An opaque page (`null`) is the same origin as nothing.
    const same = origin !== 'null' && origin === new URL(base).origin;
    if (/^(?:https|tel|mailto|sms):/.test(protocol) || (same && protocol === 'http:'))
      return { href: url.href, elsewhere: !same && protocol === 'https:' };
  } catch {
    // Not an address.
  }
  return undefined;
}

function parseInline(text: string, base: string): Inline[] {
  const parts: Inline[] = [];
  const add = (plain: string) => {
    if (plain) parts.push({ type: 'text', text: plain });
  };
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    const [all, bold, label, address] = match;
    const link = address === undefined ? undefined : safeHref(address, base);
    add(text.slice(from, match.index));
    if (bold !== undefined) parts.push({ type: 'bold', text: bold });
    else if (link) parts.push({ type: 'link', text: label!, ...link });
    else add(label!);
    from = match.index + all.length;
  }
  add(text.slice(from));
  return parts;
}

export function parseText(body: string, base: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: Inline[] | undefined;
  let items: Inline[][] | undefined;
  for (const line of body.split(/\r?\n/)) {
    if (!line.trim()) {
      paragraph = items = undefined;
    } else if (ITEM.test(line)) {
      paragraph = undefined;
      if (!items) blocks.push({ type: 'list', items: (items = []) });
      items.push(parseInline(line.replace(ITEM, '').trim(), base));
    } else {
      items = undefined;
      if (paragraph) paragraph.push({ type: 'break' });
      else blocks.push({ type: 'paragraph', content: (paragraph = []) });
      paragraph.push(...parseInline(line.trim(), base));
    }
  }
  return blocks;
}
