import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { closePages, openPage, type Page, pointOf, press, pressFor, until, wait } from './page.js';

afterEach(closePages);

/** Longer than what is set moving is watched. */
const JUDGED_MS = 1_200;

const DEAD = '<button id="x">Dead</button><i class="m">i</i>';
/** A dead button; beside it something that looks different while it is pressed. */
const pressedLooks = (ms: number) =>
  openPage(
    `<style>.m{opacity:.5;transition:opacity ${ms}ms}button{transition:opacity .1s,transform .1s}button:active{opacity:.4;transform:scale(.9)}button:active+.m{opacity:.9}</style>${DEAD}`,
  );
/** A menu that opens where the focus is, and closes where the second button has it. */
const menu = (style = '') =>
  openPage(
    `<style>.m,.m::before{opacity:0;transition:opacity .3s}.d:has(#x:focus) .m,.d:has(#x:focus) .m::before{opacity:1}.m::before{content:'^'}${style}</style><div class="d"><button id="x">Menu</button> <button id="y">Close</button><div class="m">One</div></div>`,
  );
/** The presses whose answer stands. */
const answered = (page: Page) => {
  const last = new Map(page.effects().map(({ press: id, undone }) => [id, !undone]));
  return page
    .presses()
    .filter(({ id, answer }) => answer ?? last.get(id))
    .map(({ id }) => id);
};

describe('what the style sheet alone does', () => {
  it('a menu that opens is an answer, with what the style sheet makes in it', async () => {
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
    expect(answered(page)).to.deep.equal(page.presses().map(({ id }) => id));
    expect(page.presses().length).to.equal(2);
  });

  it('one that comes by an animation, held or not', async () => {
    const style = '@keyframes drop{from{translate:0 -9px}}.d:has(#x:focus) .m{opacity:1;animation:drop .2s}';
    for (const ms of [0, 300]) {
      const page = menu(`.m{transition:none!important}${style}`);
      page.find('#x').addEventListener('pointerdown', () => page.find('#x').focus());
      await pressFor(page.find('#x'), ms);
      await wait(JUDGED_MS);
      expect(answered(page).length, `${ms} ms`).to.equal(1);
      page.stop();
    }
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
      await pressFor(page.find('#x'), held);
      await wait(JUDGED_MS);
      expect([page.presses().length, answered(page)]).to.deep.equal([1, []]);
    });

  // Frames are late there, and events come with the frame after them: the look is told of when it is on its way back already.
  for (const busy of [20, 60, 150])
    it(`nor are they where the page is busy for ${busy} ms when it is pressed`, async () => {
      for (const ms of [60, 100, 300]) {
        const page = pressedLooks(ms);
        page.find('#x').addEventListener('pointerdown', () => {
          const end = performance.now() + busy;
          while (performance.now() < end);
        });
        await pressFor(page.find('#x'), 0);
        await wait(JUDGED_MS);
        expect([page.presses().length, answered(page)], `${ms} ms`).to.deep.equal([1, []]);
        page.stop();
      }
    });

  for (const held of [60, 250])
    it(`what looks different while it is held, and then different again from before, is an answer: held for ${held}`, async () => {
      const page = menu('.d:has(#x:focus):active .m{opacity:.5}');
      await pressFor(page.find('#x'), held);
      await wait(JUDGED_MS);
      expect(answered(page).length).to.equal(1);
    });

  const LOOKS = {
    'that go at once': '.m{opacity:.5}button:active+.m{opacity:.9;transition:opacity .1s}',
    'that go in 10 ms':
      '.m{opacity:.5;transition:opacity 10ms}button:active+.m{opacity:.9;transition:opacity .1s}',
    'of a part that the style sheet makes':
      ".m::after{content:'o';opacity:.5;transition:opacity .1s}button:active+.m::after{opacity:.9}",
    'that are an animation': '@keyframes pop{50%{scale:1.5}}button:active+.m{animation:pop .2s}',
    'that are an animation of such a part':
      "@keyframes pop{50%{scale:1.5}}.m::after{content:'o';display:block}button:active+.m::after{animation:pop .2s}",
    'where a pointer that is there still changes it':
      '.m{opacity:.5;transition:opacity .4s}button:hover+.m{opacity:.7}button:active+.m{opacity:.9}',
  };
  for (const [what, style] of Object.entries(LOOKS))
    for (const held of [60, 250])
      it(`nor are those ${what}, held for ${held}`, async () => {
        const page = openPage(`<style>${style}</style>${DEAD}`);
        await sendMouse({ type: 'move', position: pointOf(page.find('#x')) });
        await wait(100);
        await pressFor(page.find('#x'), held);
        await wait(JUDGED_MS);
        expect([page.presses().length, answered(page)]).to.deep.equal([1, []]);
      });

  it('nor where the pointer leaves, and what it had changed goes back', async () => {
    const page = openPage(
      `<style>.m{opacity:.5;transition:opacity .1s}button:hover+.m{opacity:.7}button:active+.m{opacity:.9}</style>${DEAD}<p id="away">Away</p>`,
    );
    await sendMouse({ type: 'move', position: pointOf(page.find('#x')) });
    await wait(300);
    await pressFor(page.find('#x'), 150);
    await wait(250);
    await sendMouse({ type: 'move', position: pointOf(page.find('#away')) });
    await wait(JUDGED_MS);
    expect([page.presses().length, answered(page)]).to.deep.equal([1, []]);
  });

  it('nor are they when the button is pressed again and again', async () => {
    const page = pressedLooks(200);
    for (let i = 0; i < 4; i++) {
      await pressFor(page.find('#x'), 40);
      await wait(60);
    }
    await wait(JUDGED_MS);
    expect([page.presses().length, answered(page)]).to.deep.equal([4, []]);
  });
});
