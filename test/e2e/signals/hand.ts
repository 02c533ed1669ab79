import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Point } from '../../support/engines/index.js';
import { middleOf } from '../../support/engines/in-page.js';

/** Between two presses of a hurried hand. */
const GAP_MS = 160;
/** Two presses that are less apart are a double click, in most systems. */
const MULTI_MS = 500;
const FRAMES = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));

/** The customer's hand: only input that the browser itself makes. */
export class Hand {
  readonly page: Page;
  /** Where the pages of the case are. */
  readonly base: string;
  constructor(page: Page, base: string) {
    this.page = page;
    this.base = base;
  }

  wait = (ms: number): Promise<void> => sleep(ms);
  js = (code: string): Promise<unknown> => this.page.evaluate(code);
  until = (code: string): Promise<unknown> => this.page.waitFor(code);
  async middle(selector: string): Promise<Point> {
    return this.page.waitFor(middleOf, { args: [selector], message: selector });
  }

  /** Comes to rest on the element, and presses so many times. */
  async click(selector: string, times = 1, gap = GAP_MS): Promise<void> {
    await this.page.move(selector);
    await this.page.evaluate(FRAMES);
    const at = await this.middle(selector);
    for (let i = 0; i < times; i++) {
      if (i > 0) await sleep(gap);
      await this.page.clickAt(...at, gap < MULTI_MS ? i + 1 : 1);
    }
  }
  async clickAt(at: Point, times = 1, gap = GAP_MS): Promise<void> {
    await this.page.path([at]);
    for (let i = 0; i < times; i++) {
      if (i > 0) await sleep(gap);
      await this.page.clickAt(...at, gap < MULTI_MS ? i + 1 : 1);
    }
  }
  async rightClick(selector: string, times = 1): Promise<void> {
    await this.page.move(selector);
    for (let i = 0; i < times; i++) {
      await this.page.mouseDown('right');
      await this.page.mouseUp('right');
      await sleep(GAP_MS);
    }
  }
  /** Gives the focus with the keyboard's help: no press is made. */
  async focus(selector: string): Promise<void> {
    await this.page.evaluate((to) => {
      let scope: Document | ShadowRoot | null = document;
      let found: Element | null = null;
      for (const part of to.split('>>>')) {
        found = scope?.querySelector(part.trim()) ?? null;
        scope = found?.shadowRoot ?? null;
      }
      (found as HTMLElement).focus();
    }, selector);
  }
  async keys(key: string, times = 1, gap = GAP_MS): Promise<void> {
    for (let i = 0; i < times; i++) {
      if (i > 0) await sleep(gap);
      await this.page.press(key);
    }
  }
  type = (selector: string | null, text: string, delay = 30): Promise<void> =>
    this.page.type(selector, text, { delay });
  /** Empties a field by keys, and types. */
  async retype(selector: string, text: string): Promise<void> {
    await this.page.click(selector);
    await this.page.press('Control+a');
    await this.page.type(null, text, { delay: 30 });
  }
  async tap(selector: string, times = 1, gap = GAP_MS): Promise<void> {
    await this.tapAt(await this.middle(selector), times, gap);
  }
  async tapAt(at: Point, times = 1, gap = GAP_MS): Promise<void> {
    for (let i = 0; i < times; i++) {
      if (i > 0) await sleep(gap);
      await this.page.touch!([[at]], 40);
    }
  }
  async swipe(from: Point, to: Point): Promise<void> {
    await this.page.touch!([line(from, to)]);
  }
  /** Copies a text as somebody would who has it elsewhere, and pastes it where the focus is then. */
  async paste(selector: string, text: string): Promise<void> {
    await this.page.evaluate((what) => {
      const from = document.createElement('textarea');
      from.setAttribute('data-antes-ignore', '');
      from.defaultValue = what;
      from.id = 'elsewhere';
      document.body.append(from);
      from.focus();
      from.select();
    }, text);
    await this.page.press('Control+c');
    await this.focus(selector);
    await this.page.evaluate("document.getElementById('elsewhere').remove()");
    await sleep(100);
    await this.page.press('Control+v');
  }
  /** Drags the mouse over what is to be selected. */
  async select(selector: string): Promise<void> {
    const [left, top, right] = await this.page.evaluate((of) => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(of)!);
      const box = range.getBoundingClientRect();
      return [box.left, box.top + box.height / 2, box.right] as const;
    }, selector);
    await this.page.path([[left + 1, top]]);
    await this.page.mouseDown();
    await this.page.path(line([left + 1, top], [right + 4, top]), 20);
    await this.page.mouseUp();
  }
}

export const line = ([x1, y1]: Point, [x2, y2]: Point, steps = 8): Point[] =>
  Array.from({ length: steps + 1 }, (_, i) => [
    Math.round(x1 + ((x2 - x1) * i) / steps),
    Math.round(y1 + ((y2 - y1) * i) / steps),
  ]);
