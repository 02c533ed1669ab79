import { expect } from '@open-wc/testing';
import { pressKey } from '../../support/input.js';
import { PARTS, stands, stopAll, stopWith } from './moving.js';
import { closePages, holdTime, openPage, press, until, wait } from './page.js';

beforeEach(holdTime);
afterEach(async () => {
  stopAll();
  await closePages();
});

const every = (ms: number, tick: () => void) => {
  const timer = setInterval(tick, ms);
  stopWith(() => clearInterval(timer));
};

describe('hands that leave the page no time to be looked at', () => {
  it('what scrolls by itself is found out while a press is open', async () => {
    const page = openPage(
      `${PARTS}<div id="a1" style="height:40px;overflow:auto"><p style="height:9000px">Messages</p></div>`,
    );
    every(450, () => (page.find('#a1').scrollTop += 20));
    await wait(200);
    await press(page.find('#x'));
    await until(() => page.effects().length > 0);
    expect(await until(() => stands(page), 4_000, 200), JSON.stringify(page.effects())).to.equal(true);
  });

  it('and has answered none of several presses', async () => {
    const page = openPage(
      `${PARTS}<div id="a1" style="height:40px;overflow:auto"><p style="height:9000px">Messages</p></div>`,
    );
    every(900, () => (page.find('#a1').scrollTop += 20));
    await wait(700);
    for (let i = 0; i < 3; i++) await press(page.find('#x'));
    await until(() => page.effects().length > 0);
    const answered = () => {
      const last = new Map(page.effects().map((effect) => [effect.press, effect.undone]));
      return page.presses().filter(({ id }) => last.has(id) && !last.get(id)).length;
    };
    expect(await until(() => answered() === 0, 6_000, 200), JSON.stringify(page.effects())).to.equal(true);
  });

  it('a chat that has grown so much since that it scrolls', async () => {
    const page = openPage(
      `${PARTS}<div id="a1" style="height:70px;overflow:auto;line-height:30px;font-size:10px"></div>`,
    );
    every(450, () => {
      const message = document.createElement('div');
      message.textContent = 'Message';
      page.find('#a1').append(message);
      page.find('#a1').scrollTop = 1e6;
    });
    await wait(600);
    await press(page.find('#x'));
    await until(() => page.effects().some(({ channel }) => channel !== 'mutation') || stands(page));
    await wait(1_000);
    expect(await until(() => stands(page), 4_000, 200), JSON.stringify(page.effects())).to.equal(true);
  });

  it('who goes from stop to stop with Tab sees a clock move nevertheless', async () => {
    const links = '<a href="#">Link</a><button>Button</button>'.repeat(4);
    const page = openPage(`${PARTS}${links}<span id="a1">0</span>`);
    let n = 0;
    every(400, () => (page.find('#a1').textContent = String(++n)));
    // Without an input; the first change might be the answer to whatever was before.
    page.find('#live').focus();
    for (let stops = 0; stops < 6; stops++) {
      await pressKey('Tab');
      await wait(220);
    }
    page.find('#x').focus();
    await pressKey('Enter');
    await wait(900);
    expect(page.effects(), JSON.stringify(page.records)).to.deep.equal([]);
  });

  it('a movement that paused just before the press, and goes on', async () => {
    const page = openPage(`${PARTS}<div id="a1">o</div>`);
    let n = 0;
    let isPaused = false;
    every(60, () => !isPaused && (page.find('#a1').style.rotate = `${++n}deg`));
    page.find('#x').addEventListener('pointerdown', () => setTimeout(() => (isPaused = false), 20));
    await wait(1_000);
    isPaused = true;
    await wait(400);
    await press(page.find('#x'));
    await until(() => page.presses()[0]?.answer !== undefined || page.effects().length > 0);
    expect(await until(() => stands(page), 4_000, 200), JSON.stringify(page.effects())).to.equal(true);
  });
});
