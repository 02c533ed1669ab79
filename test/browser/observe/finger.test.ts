import { expect } from '@open-wc/testing';
import { CAN, line, middle, swipe, tap, touch } from '../../support/pointer.js';
import { closePages, openPage, until, wait, holdTime } from './page.js';

beforeEach(holdTime);
afterEach(async () => {
  await closePages();
  window.scrollTo(0, 0);
});

/** Longer than anything is waited for before a touch is told. */
const settled = () => wait(500);
const BOX = 'display:block;width:300px;height:160px;margin:40px';

(CAN.touch ? describe : describe.skip)('a finger', () => {
  it('that presses gives one press, by touch', async () => {
    const page = openPage('<button id="pay" style="margin:40px">Pay</button>');
    await tap(middle(page.find('#pay')));
    await settled();
    expect(page.presses().map(({ target, by, gesture, near }) => [target, by, gesture, near])).to.deep.equal([
      ['pay', 'touch', undefined, undefined],
    ]);
  });

  it('that touches a label gives one press, of its control', async () => {
    const page = openPage(
      '<label style="margin:40px;display:block"><input type="checkbox" id="terms"> Yes</label>',
    );
    await tap(middle(page.find('label'), 60));
    await settled();
    expect(page.presses().map(({ target }) => target)).to.deep.equal(['terms']);
  });

  it('of which no click comes is a tap, and its answer is seen', async () => {
    const page = openPage(
      `<button id="mute" style="${BOX}">Mute</button><button id="loud" style="${BOX}">Loud</button><p id="out"></p>`,
    );
    for (const id of ['#mute', '#loud'])
      page.find(id).addEventListener('touchend', (event) => event.preventDefault(), { passive: false });
    page.find('#loud').addEventListener('pointerup', () => page.find('#out').append('Done'));
    await tap(middle(page.find('#mute')));
    await settled();
    expect(page.answer()).to.equal(undefined);
    await tap(middle(page.find('#loud')));
    await until(() => page.presses().length > 1);
    expect(page.presses().map(({ target, gesture }) => [target, gesture])).to.deep.equal([
      ['mute', 'tap'],
      ['loud', 'tap'],
    ]);
    expect(page.answer()).to.equal('mutation');
  });

  it('that taps again before the first tap was told gives two', async () => {
    const page = openPage(`<button id="mute" style="${BOX}">Mute</button>`);
    page.find('#mute').addEventListener('touchend', (event) => event.preventDefault(), { passive: false });
    await tap(middle(page.find('#mute')));
    await tap(middle(page.find('#mute')));
    await settled();
    expect(page.presses().map(({ gesture }) => gesture)).to.deep.equal(['tap', 'tap']);
  });

  it('on what is switched off gives one press', async () => {
    const page = openPage(`<button id="pay" disabled style="${BOX}">Pay</button>`);
    await tap(middle(page.find('#pay')));
    await settled();
    expect(page.presses().map(({ target, disabled }) => [target, disabled])).to.deep.equal([['pay', true]]);
  });

  it('beside a control names it, and far from one none', async () => {
    const page = openPage(
      '<div style="padding:200px"><button id="pay" style="width:80px;height:30px">Pay</button></div>',
    );
    const [x, y] = middle(page.find('#pay'));
    await tap([x + 70, y]);
    await tap([x, y + 140]);
    await settled();
    expect(page.presses().map(({ near, interactive }) => [near, interactive])).to.deep.equal([
      ['pay', false],
      [undefined, false],
    ]);
  });

  it('with another one is a pinch, and no press', async () => {
    const page = openPage(`<div id="x" style="${BOX};touch-action:none">x</div>`);
    const [x, y] = middle(page.find('#x'));
    await touch([line([x - 20, y], [x - 80, y]), line([x + 20, y], [x + 80, y])]);
    await settled();
    expect(page.presses()).to.deep.equal([]);
  });

  it('that swipes across something is told once, as a swipe', async () => {
    const page = openPage(`<div id="slides" style="${BOX}">1</div>`);
    const [x, y] = middle(page.find('#slides'));
    await swipe([x + 60, y], [x - 60, y]);
    await settled();
    expect(
      page.presses().map(({ target, gesture, by, exempt }) => [target, gesture, by, exempt]),
    ).to.deep.equal([['slides', 'swipe', 'touch', undefined]]);
    expect(page.answer()).to.equal(undefined);
  });

  it("that swipes a carousel of the page's own has its answer", async () => {
    const page = openPage(
      `<div id="slides" style="${BOX};overflow:hidden;touch-action:pan-y"><div id="track" style="height:100%">1</div></div>`,
    );
    const track = page.find('#track');
    let from = 0;
    track.addEventListener('pointerdown', (event) => (from = event.clientX));
    track.addEventListener('pointermove', (event) => {
      if (from) track.style.transform = `translateX(${event.clientX - from}px)`;
    });
    const [x, y] = middle(page.find('#slides'));
    await swipe([x + 60, y], [x - 60, y]);
    await until(() => page.presses().length);
    expect(page.presses()[0]).to.include({ gesture: 'swipe', answer: 'mutation' });
  });

  it('that swipes and scrolls by script has its answer', async () => {
    const page = openPage(
      `<div id="slides" style="${BOX};overflow:hidden;touch-action:none"><div style="width:2000px;height:100%">1</div></div>`,
    );
    page
      .find('#slides')
      .addEventListener('pointerup', () => setTimeout(() => (page.find('#slides').scrollLeft = 300), 200));
    const [x, y] = middle(page.find('#slides'));
    await swipe([x + 60, y], [x - 60, y]);
    await until(() => page.answer());
    expect(page.presses()[0]).to.include({ gesture: 'swipe' });
    expect(page.answer()).to.equal('scroll');
  });

  it('on a canvas or a map swipes where nobody can look', async () => {
    const page = openPage(
      `<canvas id="a" style="${BOX}"></canvas><div class="leaflet-container" style="${BOX}"><p id="b" style="height:160px">x</p></div>`,
    );
    for (const id of ['#a', '#b']) {
      const [x, y] = middle(page.find(id));
      await swipe([x + 60, y], [x - 60, y]);
      await settled();
    }
    expect(page.presses().map(({ exempt }) => exempt)).to.deep.equal(['unobservable', 'unobservable']);
  });

  it('from the edge of the screen belongs to the browser, and a short way is no swipe', async () => {
    const page = openPage(`<div id="slides" style="height:200px;touch-action:none">1</div>`);
    await swipe([10, 100], [160, 100]);
    await settled();
    expect(page.presses()).to.deep.equal([]);
  });

  // Only there does a finger scroll natively.
  (CAN.pan ? it : it.skip)('that scrolls the page has neither pressed nor swiped', async () => {
    const page = openPage(`<div id="x" style="${BOX};height:600px">x</div><div style="height:4000px"></div>`);
    await swipe([150, 500], [150, 200]);
    await until(() => window.scrollY > 0);
    await settled();
    expect(page.presses()).to.deep.equal([]);
  });

  (CAN.pan ? it : it.skip)('that pulls at a page which has come to its end has not swiped', async () => {
    const page = openPage(`<div id="x" style="${BOX};height:400px">x</div>`);
    await swipe([150, 300], [150, 100]);
    await settled();
    expect(page.presses()).to.deep.equal([]);
  });
});
