import { expect } from '@open-wc/testing';
import { CAN, pinch, tap, turn } from '../../support/pointer.js';
import { closePages, openPage, until, wait } from './page.js';

afterEach(closePages);

/** Longer than it takes to be told. */
const settled = () => wait(600);

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

  (CAN.pinch ? it : it.skip)('of a picture, wherever it ends up', async () => {
    const page = openPage('<canvas style="width:60px;height:60px"></canvas><p style="height:800px">Text</p>');
    const box = page.find('canvas').getBoundingClientRect();
    try {
      await pinch([Math.round(box.x + 30), Math.round(box.y + 30)], 1.6);
      await until(() => page.of('zoom').length);
      expect(page.of('zoom')[0]).to.include({ picture: true });
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
  (CAN.turn ? it : it.skip)('with a touch screen that is turned before it is touched says so', async () => {
    await turn(0);
    Object.defineProperty(navigator, 'maxTouchPoints', { value: 5, configurable: true });
    const page = openPage('<p style="height:300px">Text</p>');
    delete (navigator as { maxTouchPoints?: number }).maxTouchPoints;
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
  (CAN.turn ? it : it.skip)('that is turned says so', async () => {
    await turn(0);
    const page = openPage('<p style="height:300px">Text</p>');
    try {
      // It is held in a hand.
      await tap([20, 20]);
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
