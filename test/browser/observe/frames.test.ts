import { expect } from '@open-wc/testing';
import { closePages, frame, openPage, type Page, press, until, wait, holdTime } from './page.js';

beforeEach(holdTime);
afterEach(closePages);

/** What observe has put anywhere and not taken away again, in this window and those of its frames. */
function watchPage(): { listeners(): string[]; observed(): number; undo(): void } {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const { observe, disconnect } = MutationObserver.prototype;
  const heard: [EventTarget, string, unknown][] = [];
  const observers = new Set<MutationObserver>();
  EventTarget.prototype.addEventListener = function (
    this: EventTarget,
    name: string,
    fn: never,
    how?: never,
  ) {
    if (/\/src\/observe\//.test(new Error().stack ?? '')) heard.push([this, name, fn]);
    return addEventListener.call(this ?? window, name, fn, how);
  };
  EventTarget.prototype.removeEventListener = function (
    this: EventTarget,
    name: string,
    fn: never,
    how?: never,
  ) {
    removeEventListener.call(this ?? window, name, fn, how);
    const at = heard.findIndex(([target, each, one]) => target === this && each === name && one === fn);
    if (at >= 0) heard.splice(at, 1);
  };
  MutationObserver.prototype.observe = function (...args) {
    observers.add(this);
    return observe.apply(this, args);
  };
  MutationObserver.prototype.disconnect = function () {
    observers.delete(this);
    return disconnect.apply(this);
  };
  return {
    listeners: () => heard.map(([target, name]) => `${target === window ? 'page' : 'other'} ${name}`),
    observed: () => observers.size,
    undo() {
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
      Object.assign(MutationObserver.prototype, { observe, disconnect });
    },
  };
}

const ELSEWHERE = 'data:text/html,<button>Elsewhere</button>';
const HTML =
  '<button id="in">In</button><p id="out">–</p><div style="height:30px"></div><button id="last">Last</button>';

interface Framed {
  readonly el: HTMLIFrameElement;
  readonly view: Window & typeof globalThis;
  readonly page: Page;
  inside(selector: string): HTMLElement;
}
async function framed(): Promise<Framed> {
  const { el, view } = await frame();
  el.id = 'pay-frame';
  el.setAttribute('data-antes-frame', '');
  view.document.body.innerHTML = HTML;
  const page = openPage('<button id="x">Out</button><p id="here">–</p>');
  return { el, view, page, inside: (selector) => el.contentDocument!.querySelector(selector)! };
}
/** The frame shows another page. */
async function goTo(el: HTMLIFrameElement, src: string): Promise<void> {
  const loaded = new Promise((done) => el.addEventListener('load', done, { once: true }));
  el.src = src;
  await loaded;
}
/** An observer that is left would still tell of this. */
async function isSilent(page: Page, change: () => void): Promise<boolean> {
  const { length } = page.records;
  change();
  await wait(200);
  return page.records.length === length;
}

describe('frames that the page counts to itself', () => {
  it('presses in them are told, answered inside and outside', async () => {
    const { el, page, inside } = await framed();
    inside('#in').addEventListener('click', () => inside('#out').append('Done'));
    inside('#last').addEventListener('click', () => page.find('#here').append('Done'));
    page.find('#x').addEventListener('click', () => inside('#out').append('Done'));
    for (const [one, target] of [
      [inside('#in'), 'in'],
      [inside('#last'), 'last'],
      [page.find('#x'), 'x'],
    ] as const) {
      const { length } = page.presses();
      await press(one);
      await until(() => page.presses().length > length && page.answer());
      expect([page.presses().at(-1)!.target, page.answer()]).to.deep.equal([target, 'mutation']);
    }
    el.remove();
  });

  it('nothing is left when it stops, frame and all', async () => {
    const seen = watchPage();
    try {
      const { el, page, inside } = await framed();
      await press(inside('#in'));
      await until(() => page.presses().length);
      expect(seen.observed()).to.equal(1);
      page.stop();
      expect(seen.listeners()).to.deep.equal([]);
      expect(seen.observed()).to.equal(0);
      expect(await isSilent(page, () => inside('#out').append('x'))).to.equal(true);
      expect(page.problems).to.deep.equal([]);
      el.remove();
    } finally {
      seen.undo();
    }
  });

  it('stops while a frame has moved on to another page', async () => {
    const seen = watchPage();
    try {
      const { el, page, inside } = await framed();
      await goTo(el, '/test/browser/observe/empty.html?next');
      inside('body').innerHTML = HTML;
      await press(inside('#in'));
      await until(() => page.presses().length);
      page.stop();
      expect(seen.listeners().filter((one) => one.startsWith('page'))).to.deep.equal([]);
      expect(seen.observed()).to.equal(0);
      expect(page.problems).to.deep.equal([]);
      el.remove();
    } finally {
      seen.undo();
    }
  });

  it('one that goes to another origin is left, as often as it does', async () => {
    const { el, page, inside } = await framed();
    for (let i = 0; i < 4; i++) {
      await goTo(el, ELSEWHERE);
      await wait(150);
      await goTo(el, '/test/browser/observe/empty.html');
      inside('body').innerHTML = HTML;
      const { length } = page.presses();
      await press(inside('#in'));
      await until(() => page.presses().length > length);
      expect(page.presses().length, `after ${i + 1}`).to.equal(length + 1);
    }
    // The page around it is observed as before.
    page.find('#x').addEventListener('click', () => page.find('#here').append('Done'));
    await press(page.find('#x'));
    await until(() => page.answer());
    expect(page.answer()).to.equal('mutation');
    expect(page.problems).to.deep.equal([]);
    el.remove();
  });

  it('one that is at another origin does not keep it from stopping', async () => {
    const seen = watchPage();
    try {
      const { el, page } = await framed();
      // At once: the frame has not been looked at again.
      const loaded = new Promise<void>((done) =>
        el.addEventListener(
          'load',
          () => {
            page.stop();
            done();
          },
          { once: true },
        ),
      );
      el.src = ELSEWHERE;
      await loaded;
      expect(seen.listeners().filter((one) => one.startsWith('page'))).to.deep.equal([]);
      expect(seen.observed()).to.equal(0);
      expect(await isSilent(page, () => document.body.append(document.createElement('i')))).to.equal(true);
      document.body.lastElementChild!.remove();
      expect(page.problems).to.deep.equal([]);
      el.remove();
    } finally {
      seen.undo();
    }
  });
});
