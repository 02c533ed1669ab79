import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, {
  type Browser,
  type BrowserContext,
  type ConsoleMessage,
  type KeyInput,
  type Page as Tab,
  type MouseOptions,
} from 'puppeteer-core';
import { findBrowsers } from '../browsers.mjs';
import { CHROMIUM_ARGS } from '../chromium-args.mjs';
import { middleOf } from './in-page.js';
import { type Engine, type Page, type Preferences, PRESS_MS, type Timed, VIEWPORT } from './page.js';
import { poll } from './polling.js';

// Firefox reports policy violations to the page only; Chromium logs them as well, under another name.
const REPORT_POLICY = () =>
  addEventListener('securitypolicyviolation', (event) =>
    console.error(`policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`),
  );

// The pages of one browser share its clipboard, and all believe that they have the focus: what others copy is not theirs.
const OWN_CLIPBOARD = () =>
  (navigator.clipboard as EventTarget | undefined)?.addEventListener('clipboardchange', (event) =>
    event.stopImmediatePropagation(),
  );

/** A frame: what comes later than that was never seen. */
const LATE_MS = 16;

/** As the settings of a system would say it: the driver of Firefox cannot. */
const firefoxPrefs = ({ forcedColors, reducedMotion }: Preferences) => ({
  ...(forcedColors && { 'browser.display.document_color_use': 2 }),
  ...(reducedMotion && { 'ui.prefersReducedMotion': 1 }),
});

async function emulate(page: Tab, { forcedColors, reducedMotion }: Preferences): Promise<void> {
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: forcedColors ? 'active' : '' },
      { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : '' },
    ],
  });
}

/** Chromium over its own protocol, Firefox over WebDriver BiDi. */
export async function openPuppeteer(
  name: 'chromium' | 'firefox',
  preferences: Preferences = {},
): Promise<Engine> {
  const executablePath = findBrowsers()[name];
  if (!executablePath) throw new Error(`${name} is not installed`);
  const browser: Browser = await puppeteer.launch({
    browser: name === 'chromium' ? 'chrome' : 'firefox',
    executablePath,
    args: name === 'chromium' ? CHROMIUM_ARGS : [],
    extraPrefsFirefox: firefoxPrefs(preferences),
    defaultViewport: VIEWPORT,
  });
  return {
    name,
    async newPage() {
      const context = await browser.createBrowserContext();
      const tab = await context.newPage();
      // Not where nothing is asked for: it would be one more thing that is not as on a customer's machine.
      if (name === 'chromium' && Object.keys(preferences).length > 0) await emulate(tab, preferences);
      return drive(tab, context, name, () => context.close());
    },
    close: () => browser.close(),
  };
}

async function drive(
  page: Tab,
  context: BrowserContext,
  name: 'chromium' | 'firefox',
  close: () => Promise<void>,
): Promise<Page> {
  const problems: string[] = [];
  page.on('console', (message) => isProblem(message) && problems.push(`console.error: ${message.text()}`));
  page.on('pageerror', (error) =>
    problems.push(`error: ${error instanceof Error ? error.stack : String(error)}`),
  );
  await page.evaluateOnNewDocument(REPORT_POLICY);
  await page.evaluateOnNewDocument(OWN_CLIPBOARD);

  const evaluate: Page['evaluate'] = (code, ...args) => page.evaluate(code as never, ...args) as never;
  const middle = (selector: string) => poll(() => evaluate(middleOf, selector), { message: selector });

  const self: Page = {
    goto: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    // Firefox tells puppeteer of a navigation later than the new page is there to be asked.
    url: () => poll(() => page.evaluate(() => location.href), { message: 'the address' }),
    // By the page's own means: puppeteer waits for a load event, and in Firefox a page that comes out of the
    // back-forward cache has none; after it, puppeteer does not see the end of a reload either.
    back: () => page.evaluate(() => void setTimeout(() => history.back())),
    async reload() {
      const before = await page.evaluate(() => {
        setTimeout(() => location.reload());
        return performance.timeOrigin;
      });
      await poll(
        () =>
          page.evaluate(
            (old) => performance.timeOrigin !== old && document.readyState === 'complete',
            before,
          ),
        { message: 'the reload' },
      );
    },
    click: async (selector) => page.mouse.click(...(await middle(selector)), { delay: PRESS_MS }),
    async clickAt(x, y, inRow = 1) {
      // Firefox counts by itself. Its types do not name `clickCount`.
      const counted = (name === 'chromium' ? { clickCount: inRow } : {}) as MouseOptions;
      await page.mouse.move(x, y);
      await page.mouse.down(counted);
      await sleep(PRESS_MS);
      await page.mouse.up(counted);
    },
    move: async (selector) => page.mouse.move(...(await middle(selector))),
    async type(selector, text, options) {
      if (selector) await self.click(selector);
      await page.keyboard.type(text, options);
    },
    timedPath: (points) => inTime(points, (x, y) => page.mouse.move(x, y)),
    async timedTouch([[x, y] = [0, 0, 0], ...rest]) {
      const finger = await page.touchscreen.touchStart(x, y);
      await inTime(rest, (toX, toY) => finger.move(toX, toY));
      await finger.end();
    },
    async press(chord, { holdMs = 0 } = {}) {
      const keys = chord.split('+').map((key) => (key === 'Space' ? ' ' : key)) as KeyInput[];
      for (const key of keys) await page.keyboard.down(key);
      if (holdMs) await sleep(holdMs);
      for (const key of keys.toReversed()) await page.keyboard.up(key);
    },
    async path(points, pauseMs = 0) {
      for (const point of points) {
        await page.mouse.move(...point);
        if (pauseMs) await sleep(pauseMs);
      }
    },
    mouseDown: (button = 'left') => page.mouse.down({ button }),
    mouseUp: (button = 'left') => page.mouse.up({ button }),
    async wheel(at, by) {
      await page.mouse.move(...at);
      await page.mouse.wheel({ deltaX: 0, deltaY: by });
    },
    async touch(fingers, pauseMs = 16) {
      const down = [];
      for (const [start] of fingers) down.push(await page.touchscreen.touchStart(...start!));
      const steps = Math.max(...fingers.map(({ length }) => length));
      for (let step = 1; step < steps; step++) {
        await sleep(pauseMs);
        for (const [i, finger] of down.entries()) {
          const to = fingers[i]![step];
          if (to) await finger.move(...to);
        }
      }
      if (steps === 1) await sleep(pauseMs);
      for (const finger of down) await finger.end();
    },
    ...(name === 'chromium' &&
      ({
        async pinch([x, y], scale) {
          const client = await page.createCDPSession();
          await client.send('Input.synthesizePinchGesture', { x, y, scaleFactor: scale });
          await client.detach();
        },
        turn: (landscape) =>
          page.setViewport(
            landscape
              ? { width: 900, height: 500, isLandscape: true }
              : { width: 500, height: 900, isLandscape: false },
          ),
        async collect() {
          const client = await page.createCDPSession();
          await client.send('HeapProfiler.collectGarbage');
          const { usedSize } = await client.send('Runtime.getHeapUsage');
          await client.detach();
          return usedSize;
        },
        async away(ms) {
          const other = await context.newPage();
          await other.bringToFront();
          await sleep(ms);
          await other.close();
          await page.bringToFront();
        },
      } satisfies Partial<Page>)),
    keyDown: (key) => page.keyboard.down((key === 'Space' ? ' ' : key) as KeyInput),
    keyUp: (key) => page.keyboard.up((key === 'Space' ? ' ' : key) as KeyInput),
    evaluate,
    waitFor: (code, { args, ...options } = {}) =>
      poll(() => evaluate(code, ...((args ?? []) as never)), { message: String(code), ...options }) as never,
    setViewport: (width, height) => page.setViewport({ width, height }),
    screenshot: async (path) => void (await page.screenshot({ path })),
    problems: async () => [...problems],
    async beside(url, type = 'tab') {
      const tab = await context.newPage({ type });
      const beside = await drive(tab, context, name, () => tab.close());
      await beside.goto(url);
      return beside;
    },
    async popup(selector) {
      const opened = new Promise<Tab>((done, fail) =>
        page.once('popup', (tab) => (tab ? done(tab) : fail(new Error('no tab was opened')))),
      );
      await self.click(selector);
      const tab = await opened;
      return drive(tab, context, name, () => tab.close());
    },
    front: () => page.bringToFront(),
    close,
  };
  return self;
}

/** Does something at each point when its time has come; points between that are late already are left out. */
async function inTime(points: readonly Timed[], act: (x: number, y: number) => Promise<void>): Promise<void> {
  let due = performance.now();
  for (const [i, [x, y, ms]] of points.entries()) {
    due += ms;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    if (early > -LATE_MS || i === points.length - 1) await act(x, y);
  }
}

/** A refused or failed request is the host's business, and often what a test is about; the rest is a problem. */
const isProblem = (message: ConsoleMessage): boolean =>
  message.type() === 'error' && !message.text().startsWith('Failed to load resource');
