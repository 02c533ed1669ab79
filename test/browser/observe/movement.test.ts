import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { pressKey } from '../../support/input.js';
import { CAN, line, middle, movePath, pinch, type Point, swipe, turn, wheel } from '../../support/pointer.js';
import { closePages, key, openPage, press, until, wait } from './page.js';

afterEach(async () => {
  await closePages();
  window.scrollTo(0, 0);
  // Its event is not to be the next test's.
  await wait(50);
});

const TALL = '<div style="height:6000px"></div>';
/** Longer than a scroll, a hover or a zoom takes to be told. */
const settled = () => wait(600);

describe('scrolling', () => {
  it('with the wheel: how far down, in a grain, and where it ends', async () => {
    const page = openPage(TALL);
    for (let i = 0; i < 5; i++) await wheel([200, 200], 130);
    await until(() => window.scrollY === 650);
    await settled();
    const told = page.of('scroll');
    expect(told.length).to.be.within(1, 5);
    expect(told.at(-1)).to.include({ y: 650, by: 'wheel', screen: Math.round(window.innerHeight / 50) * 50 });
    for (const { y } of told) expect(y! % 50).to.equal(0);
    for (const [i, { at }] of told.entries()) if (i > 0) expect(at - told[i - 1]!.at).to.be.at.least(249);
  });

  it('with a key', async () => {
    const page = openPage(`<button id="x">x</button>${TALL}`);
    page.find('#x').focus();
    await pressKey('PageDown');
    await until(() => page.of('scroll').length);
    await settled();
    expect(page.of('scroll').map(({ by }) => by))
      .to.include('key')
      .but.not.to.include('page');
  });

  it('by the page itself', async () => {
    const page = openPage(TALL);
    window.scrollTo(0, 1_234);
    await until(() => page.of('scroll').length);
    expect(page.of('scroll')[0]).to.include({ y: 1_250, by: 'page' });
  });

  it('inside the page has no place', async () => {
    const page = openPage(`<div id="x" style="height:100px;overflow:auto">${TALL}</div>`);
    await wheel(middle(page.find('#x')), 200);
    await until(() => page.of('scroll').length);
    expect(page.of('scroll')[0]).to.include({ by: 'wheel' }).and.not.to.have.any.keys('y', 'screen');
  });

  (CAN.pan ? it : it.skip)('with a finger, and with its momentum', async () => {
    const page = openPage(`<div style="height:600px">x</div>${TALL}`);
    await swipe([150, 500], [150, 200]);
    await until(() => page.of('scroll').length);
    await settled();
    expect([...new Set(page.of('scroll').map(({ by }) => by))]).to.deep.equal(['touch']);
  });
});

describe('the path of the mouse', () => {
  const there: Point = [100, 150];
  const back: Point = [300, 150];
  const toAndFro = (turns: number): Point[] =>
    Array.from({ length: turns + 1 }, (_, i) =>
      line(i % 2 ? back : there, i % 2 ? there : back, 3).slice(i ? 1 : 0),
    ).flat();

  it('turns from four on', async () => {
    const page = openPage(TALL);
    await movePath([[100, 150]], 50);
    await movePath(toAndFro(6), 12);
    await until(() => page.of('turns').length >= 3);
    expect(page.of('turns').map(({ turns }) => turns)).to.deep.equal([4, 5, 6]);
  });

  it('is no news while it goes round, trembles, or is short', async () => {
    const page = openPage(TALL);
    const circle = Array.from({ length: 60 }, (_, i): Point => [
      Math.round(300 + 120 * Math.cos(i / 3)),
      Math.round(250 + 120 * Math.sin(i / 3)),
    ]);
    await movePath(circle, 10);
    const short = Array.from({ length: 40 }, (_, i): Point => [300 + (i % 2) * 40, 250]);
    await movePath(short, 10);
    expect(page.of('turns')).to.deep.equal([]);
  });

  it('is not followed while a button is down, nor over a map', async () => {
    const page = openPage(`<canvas style="width:600px;height:300px"></canvas>${TALL}`);
    await movePath(toAndFro(6), 12);
    page.find('canvas').remove();
    await sendMouse({ type: 'down' });
    await movePath(toAndFro(6), 12);
    await sendMouse({ type: 'up' });
    expect(page.of('turns')).to.deep.equal([]);
  });
});

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

describe('zoom', () => {
  (CAN.pinch ? it : it.skip)('is told once the fingers have come to rest', async () => {
    const page = openPage(`<p style="height:300px">Text</p>`);
    try {
      await pinch([200, 150], 1.6);
      await until(() => page.of('zoom').length);
      const [told] = page.of('zoom');
      expect(told!.scale).to.be.within(1.3, 2);
      expect(told).not.to.have.any.keys('picture', 'turned');
      await settled();
      expect(page.of('zoom')).to.have.length(1);
    } finally {
      await pinch([200, 150], 0.2);
      await until(() => window.visualViewport!.scale === 1);
    }
  });

  (CAN.pinch ? it : it.skip)('into a picture is said to be that', async () => {
    const page = openPage('<canvas style="width:100%;height:800px"></canvas>');
    try {
      await pinch([200, 150], 1.6);
      await until(() => page.of('zoom').length);
      expect(page.of('zoom')[0]).to.include({ picture: true });
    } finally {
      await pinch([200, 150], 0.2);
      await until(() => window.visualViewport!.scale === 1);
    }
  });
});

describe('a device', () => {
  (CAN.turn ? it : it.skip)('that is turned says so', async () => {
    await turn(0);
    const page = openPage('<p style="height:300px">Text</p>');
    try {
      await turn(90);
      await until(() => page.of('zoom').length);
      expect(page.of('zoom').map(({ turned, scale }) => [turned, scale])).to.deep.equal([[true, 1]]);
    } finally {
      page.stop();
      await turn();
      await wait(100);
    }
  });
});

describe('shortcuts', () => {
  it('of the browser, and the way out', async () => {
    const page = openPage('<input>');
    page.find('input').focus();
    // The browser is not to act on them.
    const stop = (event: Event) => event.preventDefault();
    window.addEventListener('keydown', stop);
    for (const chord of ['Control+f', 'Control+r', 'F5', 'Escape', 'f', 'r', 'Control+a', 'Enter'])
      await pressKey(chord);
    window.removeEventListener('keydown', stop);
    expect(page.of('shortcut').map(({ what }) => what)).to.deep.equal(['find', 'reload', 'reload', 'escape']);
  });
});

describe('the way of the focus', () => {
  it('is told with Tab: by name, in a modal, and nowhere', async () => {
    const page = openPage(
      '<button id="a">A</button><button id="b">B</button><dialog id="d"><button id="c">C</button><button id="e">E</button></dialog>',
    );
    page.find('#a').focus();
    await key('Tab');
    await until(() => page.of('tab').length > 0);
    page.find<HTMLDialogElement>('#d').showModal();
    page.find('#c').focus();
    await key('Tab');
    await until(() => page.of('tab').length > 1);
    expect(page.of('tab').map(({ at: _at, ...rest }) => rest)).to.deep.equal([
      { type: 'tab', to: 'b' },
      { type: 'tab', to: 'e', modal: true },
    ]);
  });

  it('begins nowhere when what had the focus has gone', async () => {
    const page = openPage('<button id="a">A</button><button id="b">B</button><button id="c">C</button>');
    page.find('#b').focus();
    page.find('#b').remove();
    await key('Tab');
    await until(() => page.of('tab').length > 0);
    expect(page.of('tab')[0]).to.include({ lost: true });
    page.find('#a').focus();
    page.find('#a').blur();
    await key('Tab');
    await until(() => page.of('tab').length > 1);
    expect(page.of('tab')[1]).not.to.have.property('lost');
  });
});
