import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Trusted input that @web/test-runner-commands does not know (see pointer.ts): fingers, the wheel, paths of the mouse, and
 * a pinch that the browser itself takes for one.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export const pointerPlugin = () => ({
  name: 'pointer-commands',
  async executeCommand({ command, payload, session: { browser, id } }) {
    if (!Object.hasOwn(COMMANDS, command)) return undefined;
    const { page, driver } = COMMANDS[command];
    await (browser.type === 'webdriver'
      ? driver(await browser.driver(), payload)
      : page(browser.getPage(id), payload));
    return true;
  },
});

const COMMANDS = {
  /** Each finger is a list of points; all come down first and are lifted last. */
  touch: {
    async page({ touchscreen }, { fingers, ms }) {
      const down = [];
      for (const [start] of fingers) down.push(await touchscreen.touchStart(...start));
      const steps = Math.max(...fingers.map(({ length }) => length));
      for (let step = 1; step < steps; step++) {
        await sleep(ms);
        for (const [i, finger] of down.entries())
          if (fingers[i][step]) await finger.move(...fingers[i][step]);
      }
      if (steps === 1) await sleep(ms);
      for (const finger of down) await finger.end();
    },
  },
  wheel: {
    async page({ mouse }, { at, by }) {
      await mouse.move(...at);
      await mouse.wheel({ deltaX: 0, deltaY: by });
    },
    driver: (driver, { at, by }) => driver.wheel(...at, by),
  },
  path: {
    async page({ mouse }, { points, ms }) {
      for (const point of points) {
        await mouse.move(...point);
        if (ms) await sleep(ms);
      }
    },
    driver: (driver, { points, ms }) => driver.movePath(points, ms),
  },
  /** Turns the device. */
  turn: {
    page: (page, { angle, width, height }) =>
      page.setViewport(angle === null ? null : { width, height, isLandscape: angle > 0 }),
  },
  pinch: {
    async page(page, { at: [x, y], scale }) {
      const client = await page.createCDPSession();
      await client.send('Input.synthesizePinchGesture', { x, y, scaleFactor: scale });
      await client.detach();
    },
  },
};
