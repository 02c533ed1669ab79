import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebDriver } from '../webdriver.mjs';
import { middleOf } from './in-page.js';
import { type Engine, type Page, type Preferences, PRESS_MS, VIEWPORT } from './page.js';
import { poll } from './polling.js';

const COLLECTOR = readFileSync(new URL('../collect-problems.js', import.meta.url), 'utf8');
/** Takes what was collected and, in a document without a collector, starts one. See `Page.problems`. */
const COLLECT = `if (!globalThis.pageProblems) { ${COLLECTOR} } return pageProblems.splice(0);`;

// MiniBrowser's window has a bar of 38 px above the page.
const BAR_PX = 38;

/** WebKitGTK. Its driver knows one session at a time, so each page is a browser of its own. */
export async function openWebKit(preferences: Preferences = {}): Promise<Engine> {
  const pages = new Set<Page>();
  return {
    name: 'webkit',
    async newPage() {
      const page = await openPage(preferences);
      pages.add(page);
      return { ...page, close: () => (pages.delete(page), page.close()) };
    },
    close: async () => void (await Promise.all([...pages].map((page) => page.close()))),
  };
}

async function openPage({ reducedMotion }: Preferences): Promise<Page> {
  const driver = await WebDriver.open({
    width: VIEWPORT.width,
    height: VIEWPORT.height + BAR_PX,
    animations: !reducedMotion,
  });
  return drive(driver, await driver.window(), () => driver.close());
}

/** A driver speaks to one window at a time; while a page is the only one, it is that. */
async function drive(whole: WebDriver, handle: string, close: () => Promise<void>): Promise<Page> {
  const driver = whole.in(handle);
  const problems: string[] = [];
  const collect = async () => {
    try {
      problems.push(...((await driver.execute(COLLECT)) as string[]));
    } catch {
      // Between two documents; the next command asks again.
    }
  };
  // Before each command, so that a document is watched before anything is done to it.
  const watched = async <T>(command: () => Promise<T>): Promise<T> => {
    await collect();
    return command();
  };

  const evaluate: Page['evaluate'] = (code, ...args) =>
    driver.execute(
      `return (${String(code)})${typeof code === 'string' ? '' : '(...arguments)'}`,
      ...args,
    ) as never;
  const middle = (selector: string) => poll(() => evaluate(middleOf, selector), { message: selector });

  const self: Page = {
    async goto(url) {
      await driver.goto(url);
      await collect();
    },
    url: () => driver.url() as Promise<string>,
    back: () => watched(() => driver.back()),
    reload: () => watched(() => driver.reload()),
    click: (selector) => watched(async () => driver.click(...(await middle(selector)), 'left', PRESS_MS)),
    clickAt: (x, y) => watched(() => driver.click(x, y, 'left', PRESS_MS)),
    move: (selector) => watched(async () => driver.moveMouse(...(await middle(selector)))),
    path: (points, pauseMs = 0) => watched(() => driver.movePath(points, pauseMs)),
    mouseDown: (button) => watched(() => driver.mouseDown(button)),
    mouseUp: (button) => watched(() => driver.mouseUp(button)),
    wheel: ([x, y], by) => watched(() => driver.wheel(Math.round(x), Math.round(y), by)),
    async type(selector, text, { delay = 0 } = {}) {
      if (selector) await self.click(selector);
      for (const key of text) {
        await driver.press(key === ' ' ? 'Space' : key);
        if (delay) await sleep(delay);
      }
    },
    press: (key, { holdMs = 0 } = {}) => watched(() => driver.press(key, holdMs)),
    timedPath: (points) => watched(() => driver.timedPath(points)),
    keyDown: (key) => watched(() => driver.keyDown(key)),
    keyUp: (key) => watched(() => driver.keyUp(key)),
    evaluate: (code, ...args) => watched(() => evaluate(code, ...args)),
    waitFor: (code, { args, ...options } = {}) =>
      watched(() =>
        poll(() => evaluate(code, ...((args ?? []) as never)), { message: String(code), ...options }),
      ) as never,
    setViewport: async (width, height) => void (await driver.setWindow(width, height + BAR_PX)),
    screenshot: async (path) => writeFile(path, await driver.screenshot()),
    async problems() {
      await collect();
      return [...problems];
    },
    // Always a window: the driver cannot bring a tab to the front.
    async beside(url) {
      const beside = await openBeside(await driver.openWindow('window'));
      await beside.goto(url);
      return beside;
    },
    async popup(selector) {
      const before = await driver.windows();
      await self.click(selector);
      const opened = await poll(
        async () => (await driver.windows()).find((one: string) => !before.includes(one)),
        { message: 'a tab to open' },
      );
      return openBeside(opened);
    },
    front: async () => {},
    close,
  };
  const openBeside = (opened: string): Promise<Page> =>
    drive(whole, opened, () => whole.in(opened).closeWindow());
  return self;
}
