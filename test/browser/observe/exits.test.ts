import { sendMouse } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { pressKey } from '../../support/input.js';
import { forgetHistory } from '../../support/page-control.js';
import { closePages, frame, openPage, type Page, press, type, until, wait } from './page.js';

const href = location.href;
before(forgetHistory);
afterEach(async () => {
  await closePages();
  history.replaceState(null, '', href);
});

const FORM =
  '<form name="f" onsubmit="event.preventDefault()"><input name="city" required placeholder="City"><input name="q" type="search"><button>Send</button></form><button id="x">x</button>';
const exits = (page: Page) => page.of('exit').map(({ how }) => how);
/** Of drivers, only Chromium's lets the mouse leave the page. */
const CAN_LEAVE = navigator.userAgent.includes('Chrome');
const leave = async (y: number) => {
  await sendMouse({ type: 'move', position: [300, 200] });
  await sendMouse({ type: 'move', position: [y < 0 ? 300 : -5, y] });
  await wait(50);
};
async function fill(page: Page, name = 'city'): Promise<void> {
  page.find(`[name=${name}]`).focus();
  await type('ab');
  await until(() => page.of('field').some(({ what }) => what === 'input'));
}
/** The address is changed, and the customer goes back. */
async function goBack(page: Page): Promise<void> {
  const { length } = page.of('view');
  history.back();
  await until(() => page.of('view').length > length);
}
const goTo = async (page: Page, path: string) => {
  const { length } = page.of('view');
  history.pushState(null, '', path);
  page.host.append('x');
  await until(() => page.of('view').length > length);
};

describe('exits', () => {
  it('through the top of the window, with something filled in', async function () {
    if (!CAN_LEAVE) this.skip();
    const page = openPage(FORM);
    await leave(-5);
    expect(exits(page), 'untouched').to.deep.equal([]);
    await fill(page, 'q');
    await leave(-5);
    expect(exits(page), 'only searched').to.deep.equal([]);
    await fill(page);
    await leave(100);
    expect(exits(page), 'to the side').to.deep.equal([]);
    await leave(-5);
    expect(exits(page)).to.deep.equal(['top']);
  });

  it('not once it was sent, unless it was refused', async function () {
    if (!CAN_LEAVE) this.skip();
    const page = openPage(FORM);
    await fill(page);
    await press(page.find('form button'));
    await until(() => page.of('submit').length);
    await leave(-5);
    expect(exits(page)).to.deep.equal([]);
    page.find('input').setAttribute('aria-invalid', 'true');
    await until(() => page.of('field-error').length);
    await leave(-5);
    expect(exits(page)).to.deep.equal(['top']);
  });

  it('back, before the page that is come back to', async () => {
    const page = openPage(FORM);
    await goTo(page, '/form');
    await fill(page);
    await goBack(page);
    expect(exits(page)).to.deep.equal(['back']);
    const order = page.records.map((record) => record.type).filter((one) => one === 'exit' || one === 'view');
    expect(order).to.deep.equal(['view', 'view', 'exit', 'view']);
    await goTo(page, '/other');
    await goBack(page);
    expect(exits(page)).to.deep.equal(['back']);
  });

  it('not by a way that the page offers', async () => {
    const page = openPage(FORM);
    page.find('#x').addEventListener('click', () => history.back());
    await goTo(page, '/form');
    await fill(page);
    const { length } = page.of('view');
    await press(page.find('#x'));
    await until(() => page.of('view').length > length);
    expect(exits(page)).to.deep.equal([]);
  });

  for (const [name, filled, expected] of [
    ['with something filled in', true, ['close']],
    ['untouched', false, []],
  ] as const)
    it(`the page is closed: ${name}`, async () => {
      const { el, view } = await frame();
      const page = openPage(FORM, {}, view);
      view.focus();
      if (filled) await fill(page);
      el.contentWindow!.location.href = 'about:blank';
      await until(() => page.of('exit').length, filled ? 2_000 : 400);
      expect(exits(page)).to.deep.equal(expected);
      el.remove();
    });

  it('a number that was stepped is something filled in', async () => {
    const { el, view } = await frame();
    const page = openPage('<form name="f"><input type="number" name="n" value="1"></form>', {}, view);
    view.focus();
    page.find('input').focus();
    await pressKey('ArrowUp');
    await until(() => page.of('field').some(({ what }) => what === 'input'));
    el.contentWindow!.location.href = 'about:blank';
    await until(() => page.of('exit').length);
    expect(exits(page)).to.deep.equal(['close']);
    el.remove();
  });

  it('listens only while there is something to lose', async () => {
    const heard = new Set<string>();
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const spy = (real: typeof addEventListener, note: (name: string) => void) =>
      function (this: EventTarget, name: string, ...rest: never[]) {
        note(name);
        return real.call(this ?? window, name, ...(rest as [never, never]));
      };
    EventTarget.prototype.addEventListener = spy(addEventListener, (name) => heard.add(name));
    EventTarget.prototype.removeEventListener = spy(removeEventListener, (name) => heard.delete(name));
    const page = openPage(FORM);
    expect([...heard]).not.to.include.members(['mouseout']);
    await fill(page);
    expect([...heard]).to.include.members(['mouseout', 'pagehide']);
    await pressKey('Enter');
    await until(() => page.of('submit').length);
    EventTarget.prototype.addEventListener = addEventListener;
    EventTarget.prototype.removeEventListener = removeEventListener;
    expect(heard.has('mouseout')).to.equal(false);
  });
});
