import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { pressKey } from '../../support/input.js';
import { CAN, middle, swipe, wheel } from '../../support/pointer.js';
import { closePages, openPage, until, wait } from './page.js';

afterEach(async () => {
  // While the page is still as tall as it was: its event is not to be the next test's.
  if (window.scrollY > 0) {
    const scrolled = new Promise((done) => window.addEventListener('scroll', done, { once: true }));
    window.scrollTo(0, 0);
    await scrolled;
  }
  await closePages();
});

const TALL = '<div style="height:6000px"></div>';
/** Longer than it takes to be told. */
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
    const inner = () => page.of('scroll').find(({ y }) => y === undefined);
    await wheel(middle(page.find('#x')), 200);
    await until(inner);
    expect(inner()).to.include({ by: 'wheel' }).and.not.to.have.property('screen');
  });

  (CAN.pan ? it : it.skip)('with a finger, and with its momentum', async () => {
    const page = openPage(`<div style="height:600px">x</div>${TALL}`);
    await swipe([150, 500], [150, 200]);
    await until(() => page.of('scroll').length);
    await settled();
    expect([...new Set(page.of('scroll').map(({ by }) => by))]).to.deep.equal(['touch']);
  });

  it('while a button is held, as on the scrollbar', async () => {
    const page = openPage(TALL);
    await sendMouse({ type: 'move', position: [200, 200] });
    await sendMouse({ type: 'down' });
    window.scrollTo(0, 500);
    await until(() => page.of('scroll').length);
    await sendMouse({ type: 'up' });
    expect(page.of('scroll')[0]).to.include({ by: 'bar' });
  });
});
