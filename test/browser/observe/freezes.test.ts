import { expect } from '@open-wc/testing';
import { click, pressKey } from '../../support/input.js';
import { answerDialog, CAN_CONTROL } from '../../support/page-control.js';
import { closePages, frame, holdTime, openPage, type Page, press, until, wait } from './page.js';

afterEach(closePages);

const block = (ms: number) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
/**
 * Input is never late, however slow the machine is: for what looks at the time from here on, it is that of the last one.
 * Answers when that was.
 */
function holdInput(view: Window & typeof globalThis = window): () => number {
  let at = 0;
  view.addEventListener('pointerdown', ({ timeStamp }) => (at = timeStamp), { capture: true, once: true });
  const { performance } = view;
  put(view, 'performance', {
    now: () => at,
    getEntriesByType: (type: string) => performance.getEntriesByType(type),
  });
  return () => at;
}
const put = (view: Window, name: string, value: object) =>
  Object.defineProperty(view, name, { value, configurable: true, writable: true });
const freezes = (page: Page) => page.of('freeze');
/** Longer than a verdict takes. */
const VERDICT_MS = 500;

describe('freezes', () => {
  for (const [how, go] of [
    ['pointer', (button: Element) => press(button)],
    [
      'key',
      async (button: Element) => {
        (button as HTMLElement).focus();
        await pressKey('Enter');
      },
    ],
  ] as const)
    it(`work that a press starts (${how})`, async () => {
      const page = openPage('<button>Go</button>');
      page.find('button').addEventListener('click', () => block(400));
      const before = performance.now();
      await go(page.find('button'));
      await until(() => freezes(page).length);
      const all = performance.now() - before;
      await wait(VERDICT_MS);
      expect(freezes(page)).to.have.length(1);
      expect(freezes(page)[0]!.ms).to.be.within(390, all);
      expect(freezes(page)[0]!.ms % 10).to.equal(0);
      expect(freezes(page)[0]!.press).to.equal(page.presses()[0]!.id);
    });

  it('work that it puts off, where the engine tells of it', async function () {
    if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) this.skip();
    const page = openPage('<button>Go</button>');
    page.find('button').addEventListener('click', () => setTimeout(() => block(400), 30));
    await press(page.find('button'));
    await until(() => freezes(page).length);
    expect(freezes(page)).to.have.length(1);
  });

  it('a page that was busy before, where input is dated by when it was made', async function () {
    if (!navigator.userAgent.includes('Chrome')) this.skip();
    const page = openPage('<button>Go</button>');
    const pressed = click(page.find('button'));
    await wait(1);
    // Until the driver has made the press, and long enough after it.
    block(1_000);
    await pressed;
    await until(() => freezes(page).length);
    expect(freezes(page)).to.have.length(1);
  });

  it('nothing for a page that answers, nor for work without a press or long after it', async () => {
    const { performance: own } = window;
    holdInput();
    const page = openPage('<button>Go</button>');
    put(window, 'performance', own);
    page.find('button').addEventListener('click', () => page.find('button').append('!'));
    await press(page.find('button'));
    await wait(700);
    block(400);
    await wait(VERDICT_MS);
    expect(freezes(page)).to.deep.equal([]);
  });

  it('by what the engine tells: a task from 200 ms on, an interaction from 500 ms on', async () => {
    holdTime();
    let told: { type: string; tell(entry: object): void }[] = [];
    class Told {
      static supportedEntryTypes = ['event', 'longtask'];
      readonly heard: (list: object) => void;
      constructor(heard: (list: object) => void) {
        this.heard = heard;
      }
      observe({ type }: { type: string }) {
        told.push({ type, tell: (entry) => this.heard({ getEntries: () => [entry] }) });
      }
      disconnect() {}
    }
    for (const [type, duration, expected] of [
      ['event', 300, []],
      ['event', 520, [520]],
      ['longtask', 190, []],
      ['longtask', 300, [300]],
    ] as const) {
      told = [];
      // A window of its own: WebKit may go on with the observer that a window had when it was read before.
      const { el, view } = await frame();
      put(view, 'PerformanceObserver', Told);
      const downAt = holdInput(view);
      view.focus();
      const page = openPage('<button>Go</button>', {}, view);
      await press(page.find('button'));
      await until(() => page.presses().length);
      expect(page.presses(), 'pressed').to.have.length(1);
      const asked = told.filter((one) => one.type === type);
      expect(asked, type).to.have.length(1);
      for (const { tell } of asked) tell({ startTime: downAt(), duration });
      await wait(VERDICT_MS);
      expect(
        freezes(page).map(({ ms }) => ms),
        `${type} of ${duration} ms: ${JSON.stringify(page.records)}`,
      ).to.deep.equal(expected);
      page.stop();
      el.remove();
    }
  });

  it('nothing for a dialog of the browser, which stops the page', async function () {
    if (!CAN_CONTROL) this.skip();
    const page = openPage('<button>Delete</button>');
    page.find('button').addEventListener('click', () => confirm('Really?'));
    await answerDialog(700);
    await press(page.find('button'));
    await until(() => page.presses().length);
    await wait(VERDICT_MS);
    expect(freezes(page)).to.deep.equal([]);
  });
});
