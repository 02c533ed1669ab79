import { expect } from '@open-wc/testing';
import { closePages, openPage, wait } from './page.js';

afterEach(closePages);

/** How often observe asks an element something while `work` is done. */
async function asked(work: () => void): Promise<number> {
  const { matches, getAttribute } = Element.prototype;
  let times = 0;
  Object.assign(Element.prototype, {
    matches(this: Element, selector: string) {
      times++;
      return matches.call(this, selector);
    },
    getAttribute(this: Element, name: string) {
      times++;
      return getAttribute.call(this, name);
    },
  });
  try {
    work();
    // Observers are told before timers run.
    await wait(0);
  } finally {
    Object.assign(Element.prototype, { matches, getAttribute });
  }
  return times;
}

const ROWS = 200;
const HTML = `<main><section><div><div><div><ul>${'<li class="item row"><span>n</span></li>'.repeat(ROWS)}</ul></div></div></div></section></main>`;

describe('changes while nothing was pressed', () => {
  for (const [name, change] of [
    ['attributes', (el: Element) => el.setAttribute('data-n', '1')],
    ['texts', (el: Element) => (el.firstChild!.nodeValue = 'm')],
    ['nodes that come', (el: Element) => el.append(document.createElement('i'))],
  ] as const)
    it(`${name}: what is around them is asked once, they themselves no more than twice`, async () => {
      const page = openPage(HTML);
      const els = page.host.querySelectorAll('span');
      // The second time: what opens with the page is done.
      await wait(300);
      expect(await asked(() => els.forEach(change))).to.be.below(ROWS * 3);
    });
});
