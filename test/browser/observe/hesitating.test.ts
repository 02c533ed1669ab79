import { expect } from '@open-wc/testing';
import { middle, movePath } from '../../support/pointer.js';
import { closePages, openPage, press, wait, holdTime } from './page.js';

beforeEach(holdTime);
afterEach(closePages);

describe('resting on a control that completes a step', () => {
  const PAY = '<button id="pay" data-antes-commit style="margin:40px">Pay</button><p id="else">Elsewhere</p>';
  const rest = async (el: Element, ms: number) => {
    await movePath([middle(el)]);
    await wait(ms);
  };

  it('and leaving it is told, of the pointer', async () => {
    const page = openPage(PAY);
    await rest(page.find('#pay'), 1_200);
    await rest(page.find('#else'), 50);
    const [told] = page.of('hover');
    expect(told).to.include({ target: 'pay', by: 'pointer' });
    expect(told!.ms).to.be.within(1_100, 3_000);
    expect(told!.ms % 100).to.equal(0);
  });

  it('and leaving it is told, of the focus', async () => {
    const page = openPage(`${PAY}<button id="next">Next</button>`);
    page.find('#pay').focus();
    await wait(1_200);
    page.find('#next').focus();
    expect(page.of('hover').map(({ target, by }) => [target, by])).to.deep.equal([['pay', 'focus']]);
  });

  it('is no hesitation if it is pressed, short, off, explained, or its text is selected', async () => {
    const page = openPage(
      `<button id="short" data-antes-commit>Short</button><button id="pressed" data-antes-commit>Pressed</button>
       <button id="titled" data-antes-commit title="Pays now">Titled</button><button id="off" data-antes-commit disabled>Off</button>
       <button id="told" data-antes-commit aria-describedby="tip">Told</button><span role="tooltip" id="tip">Tip</span>
       <span id="selected" data-antes-commit>Selected</span><p id="else">Elsewhere</p>`,
    );
    await rest(page.find('#short'), 300);
    await rest(page.find('#pressed'), 500);
    await press(page.find('#pressed'));
    await wait(700);
    for (const id of ['#titled', '#off', '#told']) await rest(page.find(id), 1_100);
    await rest(page.find('#selected'), 100);
    document.getSelection()!.selectAllChildren(page.find('#selected'));
    await wait(1_100);
    await rest(page.find('#else'), 50);
    expect(page.of('hover')).to.deep.equal([]);
  });
});
