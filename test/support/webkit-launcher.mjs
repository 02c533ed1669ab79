import { WebDriver } from './webdriver.mjs';

/**
 * WebKitGTK for @web/test-runner. One window, one test file at a time; the `sendKeys`, `sendMouse` and
 * `resetMouse` commands of @web/test-runner-commands find here what they need of a browser of type `webdriver`.
 * @returns {import('@web/test-runner').BrowserLauncher}
 */
export function webkitLauncher() {
  /** @type {Promise<WebDriver> | undefined} */
  let opened;
  let active;
  const driver = () => (opened ??= WebDriver.open());

  return {
    name: 'WebKitGTK',
    type: 'webdriver',
    concurrency: 1,

    async startSession(id, url) {
      active = id;
      await (await driver()).goto(url);
    },
    isActive: (id) => active === id,
    getBrowserUrl: async () => (await driver()).url(),
    async stopSession() {
      active = undefined;
      const browser = await driver();
      await browser.release();
      // Ends the timers of the test page.
      await browser.goto('about:blank');
      return {};
    },
    async stop() {
      if (opened) await (await opened).close();
    },
    /** For the commands of pointer-plugin.mjs. */
    driver,
    startDebugSession: () => Promise.reject(new Error('WebKitGTK cannot be debugged from here')),

    async sendKeys(_id, keys) {
      const browser = await driver();
      for (const key of keys) await browser.press(key === ' ' ? 'Space' : key);
    },
    sendMouseMove: async (_id, x, y) => (await driver()).moveMouse(x, y),
    sendMouseClick: async (_id, x, y, button) => (await driver()).click(x, y, button),
    sendMouseDown: async (_id, button) => (await driver()).mouseDown(button),
    sendMouseUp: async (_id, button) => (await driver()).mouseUp(button),
    resetMouse: async () => (await driver()).release(),
  };
}
