import type { Page } from '../../support/engines/index.js';

/** What page-log.js wrote down. */
export const pageLog = (page: Page): Promise<string[]> =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem('page-log') ?? '[]') as string[]);

/** The document as text, without what is Antes' own: its elements and its script tag. */
export const ownDom = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const element of copy.querySelectorAll('*'))
      if (element.localName.startsWith('antes-') || element.getAttribute('src')?.endsWith('/antes.js'))
        element.remove();
    return copy.outerHTML.replace(/^\s+$/gm, '').replace(/\n+/g, '\n');
  });

/** Names and kinds of everything on the window and on the prototypes that SDKs like to change. */
export const globals = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const all: Record<string, object> = {
      window,
      document,
      navigator,
      history,
      location,
      console,
      performance,
      localStorage,
      Window: Window.prototype,
      Document: Document.prototype,
      Node: Node.prototype,
      Element: Element.prototype,
      HTMLElement: HTMLElement.prototype,
      HTMLInputElement: HTMLInputElement.prototype,
      HTMLFormElement: HTMLFormElement.prototype,
      Event: Event.prototype,
      EventTarget: EventTarget.prototype,
      History: History.prototype,
      XMLHttpRequest: XMLHttpRequest.prototype,
      Storage: Storage.prototype,
      Promise: Promise.prototype,
      Array: Array.prototype,
      Object: Object.prototype,
      Function: Function.prototype,
    };
    for (const [owner, object] of Object.entries(all)) {
      for (const key of Reflect.ownKeys(object)) {
        if (object === localStorage && String(key).startsWith('antes.')) continue;
        const property = Object.getOwnPropertyDescriptor(object, key);
        const code = [property?.value, property?.get, property?.set].map((part) =>
          typeof part === 'function'
            ? /\[native code\]/.test(Function.prototype.toString.call(part))
              ? 'native'
              : 'script'
            : typeof part,
        );
        const flags = [property?.writable, property?.enumerable, property?.configurable].map(Number).join('');
        found.push(`${owner}.${String(key)} ${code.join(' ')} ${flags}`);
      }
    }
    return found.sort();
  });
