import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { systemClock } from '../../../src/core/clock.js';
import { createGuard } from '../../../src/core/guard.js';
import type { Channel, EffectRecord, JournalRecord, PressRecord } from '../../../src/core/records.js';
import { type ObserveOptions, startObserve } from '../../../src/observe/index.js';
import { frameDrawn, type HeldTime, holdTime as hold } from '../../support/held-time.js';

type Of<T extends JournalRecord['type']> = Extract<JournalRecord, { type: T }>;

export interface Page {
  readonly records: JournalRecord[];
  readonly problems: string[];
  readonly host: HTMLElement;
  find<E extends HTMLElement = HTMLElement>(selector: string): E;
  of<T extends JournalRecord['type']>(type: T): Of<T>[];
  presses(): PressRecord[];
  /** The first answer to the last press, its `answer` included. */
  answer(): Channel | undefined;
  effects(): EffectRecord[];
  stop(): void;
}

const pages: Page[] = [];

let time: HeldTime | undefined;
/** From here until the pages are closed, time goes by in `wait` and `until` only, for the page and for what observes it. */
export const holdTime = (): void => void (time ??= hold());

export const wait = (ms: number): Promise<void> =>
  time ? time.pass(ms) : new Promise((done) => setTimeout(done, ms));

const LOOK_MS = 20;
/** Waits until `look` finds something, or gives back what it last said. Held time may go by in greater steps. */
export async function until<T>(look: () => T, ms = 3_000, step = LOOK_MS): Promise<T> {
  const now = () => time?.now() ?? performance.now();
  const end = now() + ms;
  for (;;) {
    const found = look();
    if (found || now() > end) return found;
    await wait(time ? step : LOOK_MS);
  }
}

/** A page with `html` in it, observed. */
export function openPage(
  html: string,
  options: Partial<ObserveOptions> = {},
  view: Window & typeof globalThis = window,
): Page {
  const host = view.document.createElement('div');
  host.id = 'test-page';
  host.innerHTML = html;
  view.document.body.prepend(host);
  const records: JournalRecord[] = [];
  const problems: string[] = [];
  const report = (code: string, path: string, message: string) =>
    problems.push(`${code} ${path} ${message}`) > 0;
  let presses = 0;
  const { stop: end } = startObserve({
    window: view,
    clock: time ? { ...systemClock, ...time } : systemClock,
    guard: createGuard(report),
    now: () => Math.round(time?.now() ?? performance.now()),
    feed: (record) => void records.push(record),
    nextPress: () => ++presses,
    turn: (work) => work(),
    report,
    options: {
      ignoreSelectors: [],
      ignoreUrls: [],
      matchesUrl: (pattern, path) => path.startsWith(pattern),
      steps: [],
      commits: [],
      words: new Set<string>(),
      ownUrl: (url) => url.includes('/antes-own/'),
      salt: 'test',
      known: { phones: [], references: () => [] },
      ...options,
    },
  });
  const of = <T extends JournalRecord['type']>(wanted: T) =>
    records.filter((record): record is Of<T> => record.type === wanted);
  const page: Page = {
    records,
    problems,
    host,
    find: (selector) => {
      const found = host.querySelector(selector);
      if (!found) throw new Error(`no ${selector}`);
      return found as never;
    },
    of,
    presses: () => of('press'),
    effects: () => of('effect'),
    answer() {
      const last = of('press').at(-1);
      return (
        last?.answer ?? of('effect').find((effect) => effect.press === last?.id && !effect.busy)?.channel
      );
    },
    stop() {
      end();
      host.remove();
    },
  };
  pages.push(page);
  return page;
}

export async function closePages(): Promise<void> {
  await resetMouse();
  const scrolled = window.scrollX > 0 || window.scrollY > 0;
  for (const page of pages.splice(0)) page.stop();
  // Without the page there is nothing to scroll any more, and an event tells of it.
  if (scrolled) await frameDrawn();
  time?.release();
  time = undefined;
  document.getSelection()?.removeAllRanges();
}

/** The middle of an element, or a place in it. */
export function pointOf(el: Element, dx?: number, dy?: number): [number, number] {
  const box = el.getBoundingClientRect();
  const outer = el.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
  if (outer)
    return [
      Math.round(outer.left + box.left + box.width / 2),
      Math.round(outer.top + box.top + box.height / 2),
    ];
  return [Math.round(box.left + (dx ?? box.width / 2)), Math.round(box.top + (dy ?? box.height / 2))];
}

/** No hand is faster, and what it did has arrived by then. What is not drawn yet, it cannot find. */
const HAND_MS = 20;
const moved = () => time?.pass(HAND_MS);

export async function press(el: Element, dx?: number, dy?: number): Promise<void> {
  await frameDrawn();
  await sendMouse({ type: 'click', position: pointOf(el, dx, dy), button: 'left' });
  await moved();
}

/** A page in a frame, which may be left without ending the test. */
export async function frame(
  src = '/test/browser/observe/empty.html',
): Promise<{ el: HTMLIFrameElement; view: Window & typeof globalThis }> {
  const el = document.createElement('iframe');
  el.style.cssText = 'width:400px;height:200px;border:0';
  const loaded = new Promise((done) => el.addEventListener('load', done, { once: true }));
  el.src = src;
  document.body.prepend(el);
  await loaded;
  return { el, view: el.contentWindow as Window & typeof globalThis };
}

/** A press that takes its time. */
export async function pressFor(el: Element, ms: number): Promise<void> {
  await frameDrawn();
  await sendMouse({ type: 'move', position: pointOf(el) });
  await sendMouse({ type: 'down' });
  await wait(ms);
  await sendMouse({ type: 'up' });
  await moved();
}

export async function drag(from: Element, to: Element): Promise<void> {
  await frameDrawn();
  await sendMouse({ type: 'move', position: pointOf(from, 2) });
  await sendMouse({ type: 'down' });
  const box = to.getBoundingClientRect();
  await sendMouse({ type: 'move', position: pointOf(to, box.width - 2) });
  await sendMouse({ type: 'up' });
  await moved();
}

export async function key(name: string): Promise<void> {
  await sendKeys({ press: name });
  await moved();
}

export async function type(text: string): Promise<void> {
  await sendKeys({ type: text });
  await moved();
}
