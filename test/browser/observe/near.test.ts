import { expect } from '@open-wc/testing';
import { nearest } from '../../../src/observe/near.js';
import { closePages, frame } from './page.js';

afterEach(closePages);

const none = { ignored: () => false };

describe('the control nearest to a finger', () => {
  it('in a frame is looked for in the frame', async () => {
    const { el, view } = await frame();
    el.style.margin = '150px';
    view.document.body.innerHTML =
      '<p style="margin:0;height:60px">Text</p><button id="in" style="width:120px">Pay</button>';
    const inner = view.document.querySelector('p')!;
    const { left, top } = view.document.querySelector('#in')!.getBoundingClientRect();
    const finger = (away: number) =>
      nearest({ clientX: left + 20, clientY: top - away } as MouseEvent, inner, none);
    expect(finger(12)?.id).to.equal('in');
    expect(finger(60)).to.equal(undefined);
    el.remove();
  });
});
