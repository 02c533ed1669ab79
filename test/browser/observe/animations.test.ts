import { expect } from '@open-wc/testing';
import { closePages, hold, openPage, press, until, wait } from './page.js';

afterEach(closePages);

/** Longer than what is set moving is watched. */
const JUDGED_MS = 1_200;

/** A dead button; beside it something that looks different while it is pressed. */
const pressedLooks = (ms: number) =>
  openPage(
    `<style>.m{opacity:.5;transition:opacity ${ms}ms}button{transition:opacity .1s,transform .1s}button:active{opacity:.4;transform:scale(.9)}button:active+.m{opacity:.9}</style><button id="x">Dead</button><i class="m">i</i>`,
  );
/** A menu that opens where the focus is, and closes where the second button has it. */
const menu = () =>
  openPage(
    '<style>.m{opacity:0;transition:opacity .3s}.d:has(#x:focus) .m{opacity:1}</style><div class="d"><button id="x">Menu</button> <button id="y">Close</button><div class="m">One</div></div>',
  );

describe('what the style sheet alone does', () => {
  it('a menu that opens is an answer', async () => {
    const page = menu();
    await press(page.find('#x'));
    page.find('#x').focus();
    await until(() => page.answer(), 1_500);
    expect(page.answer()).to.equal('mutation');
  });

  it('one that the next press closes again, before it was quite open, answers both', async () => {
    const page = menu();
    await press(page.find('#x'));
    page.find('#x').focus();
    await wait(150);
    await press(page.find('#y'));
    page.find('#y').focus();
    await wait(JUDGED_MS);
    const answered = page.effects().map((effect) => effect.press);
    expect(new Set(answered)).to.deep.equal(new Set(page.presses().map(({ id }) => id)));
  });

  // Released while the look still comes, when it has come, and long after that.
  for (const [held, ms] of [
    [0, 100],
    [60, 100],
    [60, 400],
    [250, 100],
    [900, 100],
  ] as const)
    it(`the looks of a pressed button beside others are none: ${ms} ms, held for ${held}`, async () => {
      const page = pressedLooks(ms);
      await hold(page.find('#x'), held);
      await wait(JUDGED_MS);
      expect([page.presses().length, page.answer()]).to.deep.equal([1, undefined]);
    });

  it('nor are they when the button is pressed again and again', async () => {
    const page = pressedLooks(200);
    for (let i = 0; i < 4; i++) {
      await hold(page.find('#x'), 40);
      await wait(60);
    }
    await wait(JUDGED_MS);
    expect([page.presses().length, page.effects()]).to.deep.equal([4, []]);
  });
});
