/**
 * A small W3C WebDriver client for WebKitGTK: MiniBrowser behind WebKitWebDriver, on a screen of Xvfb's.
 * Used by the test runner's launcher (webkit-launcher.mjs) and by the end-to-end driver (engines/webkit.ts).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBrowsers } from './browsers.mjs';

const START_TIMEOUT_MS = 20_000;

/** WebDriver's private-use code points: https://www.w3.org/TR/webdriver/#keyboard-actions */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
  F1: '\uE031',
  F5: '\uE035',
};
const BUTTONS = { left: 0, middle: 1, right: 2 };

const children = new Set();
// A launcher that throws, or a run that is interrupted, must not leave a screen and a driver behind.
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

function start(command, args, options) {
  const child = spawn(command, args, options);
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const SCREEN_IDLE_S = 10;
let screen;
/** One screen for the process; WebKit has no headless mode. */
function display(xvfb) {
  if (!xvfb) return Promise.resolve(process.env.DISPLAY);
  return (screen ??= new Promise((resolve, reject) => {
    // Ends by itself when the last browser has gone: test workers are ended without a chance to tidy up.
    const args = `-displayfd 3 -screen 0 1600x1200x24 -nolisten tcp -terminate ${SCREEN_IDLE_S}`.split(' ');
    const child = start(xvfb, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    child.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
    child.once('error', reject);
    child.once('exit', (code) => {
      screen = undefined;
      reject(new Error(`Xvfb ended with ${code}`));
    });
    // Neither the screen nor its pipe may keep a finished test run alive.
    child.unref();
    child.stdio[3].unref();
  }));
}

/** A home for the settings of GTK, which say whether things may move. */
function settingsWithoutMotion() {
  const home = mkdtempSync(join(tmpdir(), 'antes-gtk-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  mkdirSync(join(home, 'gtk-3.0'));
  writeFileSync(join(home, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  return { XDG_CONFIG_HOME: home };
}

class NoAnswer extends Error {}

export class WebDriver {
  /** @param {{ width?: number, height?: number, animations?: boolean }} [options] */
  static async open({ width = 1280, height = 900, animations = true } = {}) {
    const { webkit } = findBrowsers();
    if (!webkit) throw new Error('WebKitGTK is not installed');
    const driver = new WebDriver();
    await driver.#start(webkit, animations ? {} : settingsWithoutMotion());
    await driver.setWindow(width, height);
    return driver;
  }

  #child;
  #base = '';
  #session = '';
  #closed = false;

  async #start({ driver, binary, xvfb }, settings) {
    const port = await freePort();
    this.#base = `http://127.0.0.1:${port}`;
    this.#child = start(driver, ['--host=127.0.0.1', `--port=${port}`], {
      env: { ...process.env, ...settings, DISPLAY: await display(xvfb), GDK_BACKEND: 'x11' },
      stdio: 'ignore',
    });
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!(await fetch(`${this.#base}/status`).catch(() => null))?.ok) {
      if (Date.now() > deadline) throw new Error('WebKitWebDriver did not start');
      await sleep(25);
    }
    const { sessionId } = await this.#call('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } },
    });
    this.#session = `/session/${sessionId}`;
  }

  async #call(method, path, body) {
    const response = await fetch(this.#base + path, {
      method,
      body: body === undefined ? null : JSON.stringify(body),
      // The driver is not asked again after a silence; a hung page must fail its test, not the run.
      signal: AbortSignal.timeout(60_000),
    }).catch(async (cause) => {
      // That a process has crashed is told a moment after its connections are.
      await sleep(100);
      const ended = this.#child.signalCode ?? this.#child.exitCode;
      const why = `${cause.cause?.code ?? cause.message}${ended === null ? '' : `, it ended with ${ended}`}`;
      throw new NoAnswer(`WebKitWebDriver did not answer: ${why} (${method} ${path})`, { cause });
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message} (${method} ${path})`);
    return value;
  }

  async #in(method, path, body) {
    if (this.#closed) throw new Error('This browser was closed');
    return this.#call(method, this.#session + path, body);
  }

  window = () => this.#in('GET', '/window');
  windows = () => this.#in('GET', '/window/handles');
  /** @param {'tab' | 'window'} type */
  openWindow = async (type) => (await this.#in('POST', '/window/new', { type })).handle;
  closeWindow = () => this.#in('DELETE', '/window');
  switchTo = (handle) => this.#in('POST', '/window', { handle });
  #front = '';
  /** What is asked of one window is answered before another one is asked. */
  #turn = Promise.resolve();
  /**
   * The same driver, for one of its windows: it is spoken to by one at a time.
   * @param {string} handle
   * @returns {WebDriver}
   */
  in(handle) {
    return new Proxy(this, {
      get(driver, name) {
        const value = driver[name];
        if (typeof value !== 'function') return value;
        return (...args) => {
          const turn = driver.#turn.then(async () => {
            if (driver.#front && driver.#front !== handle) await driver.switchTo(handle);
            driver.#front = handle;
            return value.apply(driver, args);
          });
          driver.#turn = turn.catch(() => {});
          return turn;
        };
      },
    });
  }

  goto = (url) => this.#in('POST', '/url', { url });
  url = () => this.#in('GET', '/url');
  back = () => this.#in('POST', '/back', {});
  reload = () => this.#in('POST', '/refresh', {});
  screenshot = async () => Buffer.from(await this.#in('GET', '/screenshot'), 'base64');
  setWindow = (width, height) => this.#in('POST', '/window/rect', { x: 0, y: 0, width, height });

  /** Runs the body of a function in the page; a promise that it returns is awaited. */
  execute = (script, ...args) => this.#in('POST', '/execute/sync', { script, args });

  #perform = (...sources) => this.#in('POST', '/actions', { actions: sources });
  #pointer = (...actions) =>
    this.#perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  #at = (x, y) => ({
    type: 'pointerMove',
    x: Math.round(x),
    y: Math.round(y),
    duration: 0,
    origin: 'viewport',
  });

  moveMouse = (x, y) => this.#pointer(this.#at(x, y));
  mouseDown = (button = 'left') => this.#pointer({ type: 'pointerDown', button: BUTTONS[button] });
  mouseUp = (button = 'left') => this.#pointer({ type: 'pointerUp', button: BUTTONS[button] });
  click = (x, y, button = 'left', holdMs = 0) =>
    this.#pointer(
      this.#at(x, y),
      { type: 'pointerDown', button: BUTTONS[button] },
      { type: 'pause', duration: holdMs },
      { type: 'pointerUp', button: BUTTONS[button] },
    );
  /** From point to point, with a pause after each. */
  movePath = (points, ms) =>
    this.#pointer(...points.flatMap((point) => [this.#at(...point), { type: 'pause', duration: ms }]));
  /** The same with a time of its own before each point. */
  timedPath = (points) =>
    this.#pointer(
      ...points.flatMap(([x, y, ms]) => [{ type: 'pause', duration: Math.round(ms) }, this.#at(x, y)]),
    );
  /** How far the wheel was turned: the driver turns it by the difference, and back when it is released. */
  #turned = 0;
  async wheel(x, y, by) {
    this.#turned += by;
    const to = { deltaX: 0, deltaY: this.#turned, duration: 0, origin: 'viewport' };
    // It turns only where the mouse is.
    await this.moveMouse(x, y);
    await this.#perform({ type: 'wheel', id: 'wheel', actions: [{ type: 'scroll', x, y, ...to }] });
  }
  release() {
    this.#turned = 0;
    return this.#in('DELETE', '/actions');
  }

  /** One key or a chord: `Enter`, `a`, `Shift+Tab`, down for so long. */
  press(chord, holdMs = 0) {
    const keys = (chord === '+' ? ['+'] : chord.split('+')).map((key) => KEYS[key] ?? key);
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
    const held = holdMs ? [{ type: 'pause', duration: Math.round(holdMs) }] : [];
    return this.#perform({ type: 'key', id: 'keyboard', actions: [...down, ...held, ...up] });
  }

  keyDown = (key) =>
    this.#perform({ type: 'key', id: 'keyboard', actions: [{ type: 'keyDown', value: KEYS[key] ?? key }] });
  keyUp = (key) =>
    this.#perform({ type: 'key', id: 'keyboard', actions: [{ type: 'keyUp', value: KEYS[key] ?? key }] });

  /** Ends the browser, and with it what is still asked of it. */
  async close() {
    const ended = this.#in('DELETE', '');
    this.#closed = true;
    try {
      await ended;
    } catch (error) {
      // A driver that has gone without a word is what was wanted.
      if (!(error instanceof NoAnswer)) throw error;
    } finally {
      this.#child?.kill();
    }
  }
}
