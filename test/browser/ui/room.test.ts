import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import * as ui from './support.js';

const input = (id: string) => document.getElementById(id) as HTMLInputElement;
const top = (id: string) => Math.round(input(id).getBoundingClientRect().top);
const floats = () => ui.inline().matches(':popover-open');

describe('room for an inline card', () => {
  beforeEach(() => {
    ui.page(`<form><input id="a"><p>Between</p><input id="f" data-antes-anchor="field"><p>Below</p>
      <input id="g"><p>Far below</p><div style="height:500px"></div><input id="z"></form>`);
  });
  afterEach(async () => {
    ui.stopAll();
    ui.clearPage();
    await resetMouse();
    scrollTo(0, 0);
  });

  it('floats above what follows it, and nothing has moved', async () => {
    const before = ['a', 'f', 'g', 'z'].map(top);
    const run = ui.start();
    await run.show(ui.offer());
    expect(floats()).to.equal(true);
    expect(['a', 'f', 'g', 'z'].map(top)).to.deep.equal(before);
    expect(ui.inline().previousElementSibling).to.equal(input('f'));
  });

  it('lands where it floated with the next key, and pushes the rest down', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    // Once it has arrived.
    await ui.wait(300);
    const floating = ui.part(ui.inline(), 'card').getBoundingClientRect();
    const g = top('g');
    input('f').focus();
    await sendKeys({ press: '1' });
    expect(floats()).to.equal(false);
    const landed = ui.part(ui.inline(), 'card').getBoundingClientRect();
    expect(landed.top).to.be.closeTo(floating.top, 1);
    expect(landed.left).to.be.closeTo(floating.left, 1);
    expect(landed.width).to.be.closeTo(floating.width, 1);
    expect(top('g')).to.be.greaterThan(g + 50);
  });

  it('lands when the window changes its width, and is as wide as its place from then on', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    dispatchEvent(new Event('resize'));
    expect(floats()).to.equal(false);
    document.querySelector('form')!.style.width = '280px';
    document.dispatchEvent(new Event('scroll'));
    expect(Math.round(ui.inline().getBoundingClientRect().width)).to.be.at.most(280);
    document.querySelector('form')!.style.removeProperty('width');
  });

  it('lands with a click that does not itself move', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    await sendMouse({ type: 'click', position: ui.centre(input('a')) });
    await ui.until(() => !floats());
  });

  it('floats again at an anchor that was drawn anew', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    const form = document.querySelector('form') as HTMLFormElement;
    const markup = form.innerHTML;
    ui.inline().remove();
    form.innerHTML = markup.replace(/<antes-inline.*<\/antes-inline>/s, '');
    await ui.until(() => ui.inline()?.previousElementSibling === input('f'));
    expect(ui.inline().getClientRects().length).to.equal(1);
    expect(run.problems).to.deep.equal([]);
  });

  it('stays up while the customer works on what it would push away', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    input('z').focus({ preventScroll: true });
    await sendKeys({ press: '1' });
    await ui.settled();
    expect(floats()).to.equal(true);
  });

  it('lands when the focus goes to something it covers', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    input('g').focus();
    await ui.settled();
    expect(floats()).to.equal(false);
    const [x, y] = ui.centre(input('g'));
    expect(document.elementFromPoint(x, y)).to.equal(input('g'));
  });

  for (const heldMs of [0, 100, 600])
    it(`a press of ${heldMs} ms on what it covers in part is a click there, and then it makes way`, async () => {
      ui.clearPage();
      ui.page(`<form><div style="width:250px"><input id="f" data-antes-anchor="field"></div>
        <button type="button" id="g" style="display:block;width:560px">Go on</button><div style="height:500px"></div></form>`);
      let clicks = 0;
      input('g').addEventListener('click', () => clicks++);
      const run = ui.start();
      await run.show(ui.offer());
      const { left, top: y, height } = input('g').getBoundingClientRect();
      const card = ui.inline().getBoundingClientRect();
      expect([floats(), card.top < y + height, card.right < left + 500]).to.deep.equal([true, true, true]);
      await sendMouse({ type: 'move', position: [Math.round(left + 530), Math.round(y + height / 2)] });
      await sendMouse({ type: 'down' });
      await ui.wait(heldMs);
      expect(floats()).to.equal(true);
      await sendMouse({ type: 'up' });
      await ui.until(() => !floats());
      expect(clicks).to.equal(1);
      expect(input('g').getBoundingClientRect().top).to.be.greaterThan(y + 50);
    });

  it('goes straight into the flow where nothing on the screen moves by it', async () => {
    ui.clearPage();
    ui.page('<form><input id="f" data-antes-anchor="field"></form>');
    const run = ui.start();
    await run.show(ui.offer());
    expect(floats()).to.equal(false);
  });

  it('keeps its space when it goes by itself, and gives it back with the next key', async () => {
    const run = ui.start();
    const made = ui.offer();
    await run.show(made);
    input('f').focus();
    await sendKeys({ press: '1' });
    const g = top('g');
    await run.show({ ...made, leaving: 'withdrawn' });
    await ui.until(() => run.answers.at(-1) === 'gone');
    await ui.settled();
    expect(top('g')).to.equal(g);
    expect(ui.inline().inert).to.equal(true);
    expect(input('f').hasAttribute('aria-describedby')).to.equal(false);
    await sendKeys({ press: '2' });
    await ui.settled();
    expect(ui.inline()).to.equal(null);
    expect(top('g')).to.be.lessThan(g);
  });

  it('UI-17: causes no layout shift from its arrival to its end', async () => {
    const run = ui.start();
    const made = ui.offer();
    input('f').focus();
    // Inputs excuse half a second.
    await ui.wait(600);
    const shift = ui.measureShift();
    await run.show(made);
    await ui.wait(600);
    await sendKeys({ press: '1' });
    await ui.wait(700);
    await run.show({ ...made, leaving: 'withdrawn' });
    await ui.wait(300);
    await sendKeys({ press: '2' });
    await ui.wait(300);
    expect(ui.inline()).to.equal(null);
    expect(shift()).to.equal(0);
  });

  it('a notice and a badge cause no layout shift either', async () => {
    const run = ui.start();
    await ui.wait(600);
    const shift = ui.measureShift();
    await run.show(ui.offer({ as: 'notice' }), ui.offer({ as: 'badge' }));
    await ui.wait(300);
    await run.show();
    await ui.wait(100);
    expect(shift()).to.equal(0);
  });
});
