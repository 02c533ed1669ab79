const SVG = 'http://www.w3.org/2000/svg';
/** Named, too: in a page that is XHTML an element without it is none of HTML's. */
const HTML = 'http://www.w3.org/1999/xhtml';
const TOKEN = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^>"])*)>|<\?([^>]*)>|([^<]+)/gi;
const ATTRIBUTE = /([^\s"=/]+)(?:\s*=\s*(?:"([^"]*)"|([^\s"]+)))?/g;
const VOID = /^(?:br|hr|img|input)$/i;
/** Lit's sigils of properties, booleans and listeners, which `setAttribute` does not take. */
const SIGIL = /^[.?@]/;

/**
 * Builds what a template of ours says, without giving a string to the browser to make markup of: pages may forbid that
 * altogether (`trusted-types 'none'`), and even to ask for a policy there is a violation. The build puts it in the
 * place of Lit's `innerHTML` (.rollup/lit-templates.mjs). It reads what is written in this room and no more: closed
 * tags, values in double quotes, no entities, no comments; test/browser/ui/template.test.ts compares it with the browser's own.
 */
export function fillTemplate(template: HTMLTemplateElement, markup: string): void {
  // The document of a template's content is inert: custom elements stay asleep until they are cloned out of it.
  const inert = template.content.ownerDocument;
  let parent: DocumentFragment | Element = template.content;
  for (const [, end, tag, attributes = '', marker, text] of markup.matchAll(TOKEN)) {
    if (text !== undefined) parent.append(inert.createTextNode(text));
    else if (marker !== undefined) parent.append(inert.createComment(`?${marker}`));
    else if (end) parent = parent.parentElement ?? template.content;
    else {
      const around: string | null | undefined = (parent as Partial<Element>).namespaceURI;
      const element: Element = inert.createElementNS(tag === 'svg' ? SVG : (around ?? HTML), tag!);
      for (const [, name, quoted, bare] of attributes.matchAll(ATTRIBUTE))
        element.setAttribute(name!.replace(SIGIL, 'on-'), quoted ?? bare ?? '');
      parent.append(element);
      if (!VOID.test(tag!) && !attributes.endsWith('/')) parent = element;
    }
  }
}
