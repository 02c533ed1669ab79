import { expect } from '@open-wc/testing';
import { PARTS, stopAll, stopWith } from './moving.js';
import { closePages, openPage, press, until, wait, holdTime } from './page.js';

beforeEach(holdTime);
afterEach(async () => {
  stopAll();
  await closePages();
});

describe('what began before the press', () => {
  it('a toast of an earlier press that fades away and goes', async () => {
    const page = openPage(`${PARTS}<div id="toasts"></div>`);
    page.find('#live').addEventListener('click', () => {
      const toast = document.createElement('div');
      toast.textContent = 'Saved';
      page.find('#toasts').append(toast);
      let opacity = 1;
      const timer = setInterval(() => {
        toast.style.opacity = String((opacity -= 0.02));
        if (opacity > 0) return;
        clearInterval(timer);
        toast.remove();
      }, 16);
    });
    await press(page.find('#live'));
    await wait(250);
    await press(page.find('#x'));
    await until(() => !page.find('#toasts').firstChild);
    await wait(200);
    const [first, second] = page.presses();
    expect(page.effects().map((effect) => effect.press)).to.deep.equal(first!.answer ? [] : [first!.id]);
    expect(second).not.to.have.property('answer');
  });

  it('a movement that each press of a stepper sets going answers each of them', async () => {
    const page = openPage('<button id="x">+</button><p id="out">0</p>');
    let n = 0;
    page
      .find('#x')
      .addEventListener('click', () => setTimeout(() => (page.find('#out').textContent = `${++n}`), 5));
    for (let i = 0; i < 6; i++) await press(page.find('#x'));
    await wait(200);
    const answered = new Set(page.effects().map((effect) => effect.press));
    expect(page.presses().filter(({ id, answer }) => !answer && !answered.has(id))).to.deep.equal([]);
  });

  it('a slow page that answers each press late, in the same place, always answers', async () => {
    const page = openPage(PARTS);
    let n = 0;
    page
      .find('#late')
      .addEventListener('click', () => setTimeout(() => (page.find('#out').textContent = `${++n}`), 900));
    for (let i = 0; i < 3; i++) {
      await press(page.find('#late'));
      await wait(1_300);
    }
    expect(page.effects().map(({ press: id, undone }) => [id, undone])).to.deep.equal([
      [1, undefined],
      [2, undefined],
      [3, undefined],
    ]);
  });

  it('a progress in steps that the press set going is not taken back', async () => {
    const page = openPage(PARTS);
    page.find('#x').addEventListener('click', () => {
      let n = 0;
      const timer = setInterval(() => {
        page.find('#out').textContent = `${++n * 20} %`;
        if (n === 5) clearInterval(timer);
      }, 700);
      stopWith(() => clearInterval(timer));
    });
    await press(page.find('#x'));
    await wait(3_800);
    expect(page.effects().some(({ undone }) => undone)).to.equal(false);
    expect(page.answer()).to.equal('mutation');
  });
});

describe('an animation somewhere else', () => {
  it('is no answer long after the press', async () => {
    const page = openPage(
      '<div><div><div id="a1">art</div></div></div><section><div><div><div><div><button id="x">Dead</button></div></div></div></div></section>',
    );
    page
      .find('#x')
      .addEventListener('click', () => setTimeout(() => page.find('#a1').classList.add('on'), 900));
    await press(page.find('#x'));
    await wait(1_300);
    expect(page.effects()).to.deep.equal([]);
  });
  it('a drawer that a class on the body opens is one, also late', async () => {
    const page = openPage('<button id="x">Menu</button>');
    page
      .find('#x')
      .addEventListener('click', () => setTimeout(() => document.body.classList.add('menu-open'), 900));
    await press(page.find('#x'));
    await until(() => page.answer());
    document.body.className = '';
    expect(page.answer()).to.equal('mutation');
  });
});
