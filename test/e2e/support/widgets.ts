import type { Page } from '../../support/engines/index.js';

/** All that our widgets say, parts inside of parts included. */
export const saying = (page: Page, element: string): Promise<string> =>
  page.evaluate((name) => {
    const textIn = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return `${node.textContent} `;
      const root = (node as Element).shadowRoot;
      return (root ? textIn(root) : '') + [...node.childNodes].map(textIn).join('');
    };
    const host = document.querySelector(name);
    return host?.shadowRoot ? textIn(host.shadowRoot).replace(/\s+/g, ' ').trim() : '';
  }, element);

/** Presses what stands in one of our widgets, by its words. */
export async function pressIn(page: Page, element: string, words: string): Promise<void> {
  const find = () =>
    page.waitFor(
      (name, wanted) => {
        const controls = (root: ParentNode): Element[] =>
          [...root.querySelectorAll('*')].flatMap((one) => [
            ...(one.matches('button, a, label, input') ? [one] : []),
            ...(one.shadowRoot ? controls(one.shadowRoot) : []),
          ]);
        const root = document.querySelector(name)?.shadowRoot;
        for (const one of root ? controls(root) : []) {
          const label = `${one.textContent} ${one.getAttribute('aria-label') ?? ''}`.replace(/\s+/g, ' ');
          if (!label.includes(wanted) || !one.getBoundingClientRect().width) continue;
          one.scrollIntoView({ block: 'center', behavior: 'instant' });
          const { x, y, width, height } = one.getBoundingClientRect();
          return [x + width / 2, y + height / 2] as const;
        }
        return undefined;
      },
      { args: [element, words], message: `'${words}' in ${element}` },
    );
  // Not while it still moves: a card may land, a page may scroll.
  let at = await find();
  const twoFrames = () =>
    page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  for (let still = false; !still;) {
    const before = at;
    await twoFrames();
    at = await find();
    still = at[0] === before[0] && at[1] === before[1];
  }
  await page.clickAt(...at);
}

/** Goes on with Tab until the focus is on what has these words, in whichever widget. */
export async function tabToWords(page: Page, words: string, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    await page.press(key);
    const label = await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return `${at?.getAttribute('aria-label') ?? ''} ${at?.textContent ?? ''}`;
    });
    if (label.includes(words)) return;
  }
  throw new Error(`'${words}' was not reached with ${key}`);
}
