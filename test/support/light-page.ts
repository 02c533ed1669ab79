import { createContext } from '../../src/recordings/context.js';
import { type Recorded, RecordedTree } from '../../src/recordings/tree.js';
import { html } from './rrweb.js';

/** A page from a little HTML, read as recorded pages are: selectors and names without a browser. */
export function lightPage(text: string) {
  const tree = new RecordedTree();
  tree.take(html(text));
  const { findAll, matches, names } = createContext({
    options: {},
    tree,
    shown: { href: '/', width: 0, height: 0, scrollX: 0, scrollY: 0 },
    now: () => 0,
    tell() {},
    later: () => () => {},
  });
  const find = (selector: string): Recorded => {
    const [found] = findAll(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  return { find, findAll, matches, names };
}
