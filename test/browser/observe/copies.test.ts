import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { pressKey } from '../../support/input.js';
import { CAN_CONTROL, holdFinger } from '../../support/page-control.js';
import { closePages, openPage as open, type Page, press, until, wait, holdTime } from './page.js';

afterEach(closePages);

const KNOWN = { phones: ['+34 900 123 456'], references: () => ['ORD-7731-B'] };
const openPage = (html: string) => open(html, { known: KNOWN });
const told = (page: Page) => page.of('copy').map(({ what, how }) => `${what} ${how}`);
/** Longer than a selection is let rest. */
const REST_MS = 450;

/** Selects by dragging from one part of the first line of an element to another. */
async function mark(el: Element, from = 0, to = 1): Promise<void> {
  const range = document.createRange();
  range.selectNodeContents(el);
  const { left, top, width, height } = range.getBoundingClientRect();
  const at = (part: number): [number, number] => [
    Math.round(left + width * part + (part === 1 ? 4 : part === 0 ? -2 : 0)),
    Math.round(top + height / 2),
  ];
  // Two presses at one place would be a double click, which selects words.
  await sendMouse({ type: 'click', position: [1, 1] });
  await sendMouse({ type: 'move', position: at(from) });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: at((from + to) / 2) });
  await sendMouse({ type: 'move', position: at(to) });
  await sendMouse({ type: 'up' });
}
const copy = () => pressKey('Control+c');
function page1(html: string): Page {
  const page = openPage(`<style>#test-page{padding:20px;font:16px monospace}</style>${html}`);
  // Another program would be asked for, and the window would not get its focus back.
  page.host.addEventListener('click', (event) => event.preventDefault());
  return page;
}

describe('copies', () => {
  beforeEach(holdTime);

  for (const [name, html, expected] of [
    ['a declared number', '<p><span id="t">900 123 456</span></p>', 'phone'],
    ['a declared number, written otherwise, in parts', '<p id="t">0034 <b>900</b>-12-34-56</p>', 'phone'],
    ['a link to a telephone', '<p><a id="t" href="tel:+34111222333">111 222 333</a></p>', 'phone'],
    ['a sentence with the number', '<p id="t">Call 900 123 456 (9–18)</p>', 'phone'],
    ['a known reference', '<p>Order <b id="t">ORD 7731 B</b></p>', 'reference'],
    ['what is named an order number', '<dd class="order-number" id="t">4711-88</dd>', 'reference'],
    ['by a data attribute', '<b data-testid="orderNumber"><i id="t">4711-88</i></b>', 'reference'],
    ['a message of failure', '<p role="alert" id="t">The card was declined</p>', 'error'],
    ['by its class', '<div class="form-error"><p id="t">Payment failed</p></div>', 'error'],
    ['other text', '<p id="t">Blue shirt</p>', 'other'],
    ['another number', '<p id="t">900 123 457</p>', 'other'],
    ['a longer number', '<p id="t">1 900 123 4567</p>', 'other'],
    [
      'class names that only begin alike',
      '<p class="tracking-wide case-study order" id="t">Size 42</p>',
      'other',
    ],
    ['a success', '<p role="alert" class="alert-success" id="t">Thank you</p>', 'other'],
    ['a form that is wrong', '<div class="has-error"><p id="t">Name</p><input></div>', 'other'],
  ] as const)
    it(`${name}: ${expected}`, async () => {
      const page = page1(html);
      await mark(page.find('#t'));
      await copy();
      await until(() => page.of('copy').some(({ how }) => how === 'copy'));
      expect(told(page).filter((one) => one.endsWith('copy'))).to.deep.equal([`${expected} copy`]);
    });

  it('by keys alone: the whole page is no number', async () => {
    const page = page1(`<p>900 123 456</p><p>${'word '.repeat(80)}</p>`);
    await press(page.find('p'));
    await pressKey('Control+a');
    await copy();
    await until(() => page.of('copy').length);
    await wait(REST_MS);
    expect(told(page)).to.deep.equal(['other copy']);
  });

  it('inside a field: other, whatever it is', async () => {
    const page = page1('<input value="900 123 456">');
    await press(page.find('input'));
    await pressKey('Control+a');
    await copy();
    await until(() => page.of('copy').length);
    await wait(REST_MS);
    expect(told(page)).to.deep.equal(['other copy']);
  });

  for (const [name, html] of [
    ['an editor', '<div contenteditable="true"><p id="t">900 123 456</p></div>'],
    ['one that takes plain text', '<p id="t" contenteditable="plaintext-only">900 123 456</p>'],
    ['one that only begins like others', '<p id="t" contenteditable="TRUE">900 123 456</p>'],
    ['a box of the page', '<p id="t" role="textbox">900 123 456</p>'],
    ['a text around one', '<p id="t">No <b contenteditable="true">900 123 456</b></p>'],
  ] as const)
    it(`inside ${name}: other, whatever it is`, async () => {
      const page = page1(html);
      await mark(page.find('#t'));
      await copy();
      await until(() => page.of('copy').length);
      await wait(REST_MS);
      expect(told(page)).to.deep.equal(['other copy']);
    });

  it('keeps nothing of it', async () => {
    const page = page1('<p id="t">900 123 456</p>');
    await mark(page.find('#t'));
    await copy();
    await until(() => page.of('copy').some(({ how }) => how === 'copy'));
    expect(Object.keys(page.of('copy')[0]!)).to.have.members(['type', 'at', 'what', 'how']);
  });

  it('not what the page leaves out', async () => {
    const page = page1('<p id="t" data-antes-ignore>900 123 456</p>');
    await mark(page.find('#t'));
    await copy();
    await wait(REST_MS);
    expect(told(page)).to.deep.equal([]);
  });
});

describe('selections', () => {
  beforeEach(holdTime);

  const selects = async (html: string, from: number, to: number) => {
    const page = page1(html);
    await mark(page.find('#t'), from, to);
    await wait(REST_MS);
    return told(page);
  };

  it('of half a number and more', async () => {
    expect(await selects('<p><span id="t">900 123 456</span></p>', 0, 1)).to.deep.equal(['phone select']);
    expect(await selects('<p><span id="t">900 123 456</span></p>', 0, 0.7)).to.deep.equal(['phone select']);
  });

  it('not of less, nor of anything else', async () => {
    expect(await selects('<p><span id="t">900 123 456</span></p>', 0, 0.3)).to.deep.equal([]);
    expect(await selects('<p id="t">ORD-7731-B</p>', 0, 1)).to.deep.equal([]);
  });

  it('of a line by three clicks, up to the next', async () => {
    const page = page1('<p id="t">900 123 456</p><p>Next</p>');
    const { left, top, height } = page.find('#t').getBoundingClientRect();
    const position: [number, number] = [Math.round(left + 30), Math.round(top + height / 2)];
    for (let i = 0; i < 3; i++) await sendMouse({ type: 'click', position });
    // Drivers may not count clicks; then nothing is selected.
    const isSelected = getSelection()?.isCollapsed === false;
    await wait(REST_MS);
    expect(told(page)).to.deep.equal(isSelected ? ['phone select'] : []);
  });

  it('once, however it grows, by keys too', async () => {
    const page = page1('<p><span id="t">900 123 456</span></p>');
    await mark(page.find('#t'), 0, 0.3);
    for (let i = 0; i < 5; i++) await pressKey('Shift+ArrowRight');
    await until(() => page.of('copy').length, 1_000);
    await pressKey('Shift+ArrowRight');
    await wait(REST_MS);
    expect(told(page)).to.deep.equal(['phone select']);
  });

  it('not those that a script makes', async () => {
    const page = page1('<p id="t">900 123 456</p><button>Copy</button>');
    page.find('button').addEventListener('click', () => getSelection()!.selectAllChildren(page.find('#t')));
    await press(page.find('button'));
    await wait(REST_MS);
    expect(told(page)).to.deep.equal([]);
  });
});

describe('held with a finger', () => {
  const holds = async (html: string, ms = 700) => {
    // What is selected, or dragged away, keeps the driver waiting.
    const page = page1(`<style>#test-page{user-select:none}</style>${html}`);
    page.host.addEventListener('contextmenu', (event) => event.preventDefault());
    await holdFinger(page.find('#t'), ms);
    await wait(REST_MS);
    return told(page).filter((one) => one.endsWith('hold'));
  };

  it('a number, or a link to one', async function () {
    if (!CAN_CONTROL) this.skip();
    expect(await holds('<p>Call <b id="t">900 123 456</b></p>')).to.deep.equal(['phone hold']);
    // Chromium begins to drag a link that is held, and its driver gets no further.
    if (navigator.userAgent.includes('Firefox'))
      expect(await holds('<p><a id="t" draggable="false" href="tel:1">Call us</a></p>')).to.deep.equal([
        'phone hold',
      ]);
  });

  it('not a tap', async function () {
    if (!CAN_CONTROL) this.skip();
    expect(await holds('<p>Call <b id="t">900 123 456</b></p>', 50)).to.deep.equal([]);
  });

  it('nor anything else', async function () {
    if (!CAN_CONTROL) this.skip();
    expect(await holds('<p id="t">Blue shirt</p>')).to.deep.equal([]);
  });
});
