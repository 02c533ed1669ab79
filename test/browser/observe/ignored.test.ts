import { expect } from '@open-wc/testing';
import { createIgnored } from '../../../src/observe/ignored.js';

describe('what is left alone', () => {
  it('is the same, asked one by one or many at a time', () => {
    const host = document.createElement('div');
    host.innerHTML =
      '<p>one <b>two</b></p><section data-antes-ignore><p>three <i>four</i></p><antes-card><u>x</u></antes-card></section>' +
      '<antes-hint><span>five</span></antes-hint><div class="ads"><em>six</em></div><div id="deep"></div>';
    const shadow = host.querySelector('#deep')!.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<p>seven</p><div class="ads"><s>eight</s></div>';
    const ignored = createIgnored([{ selector: '.ads', path: '' }], () => true);
    const all: Node[] = [];
    for (const root of [host, shadow]) {
      const walker = document.createTreeWalker(root);
      for (let node: Node | null = root; node; node = walker.nextNode()) all.push(node);
    }
    const alone = all.map((node) => {
      ignored.forget();
      return ignored(node);
    });
    expect(alone).to.include.members([true, false]);
    for (const order of [all, all.toReversed()]) {
      ignored.forget();
      for (const node of order) expect(ignored(node), node.nodeName).to.equal(alone[all.indexOf(node)]);
    }
  });
});
