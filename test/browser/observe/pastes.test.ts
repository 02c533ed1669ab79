import { expect } from '@open-wc/testing';
import { pressKey } from '../../support/input.js';
import { closePages, openPage, type Page, until, wait, holdTime } from './page.js';

beforeEach(holdTime);
afterEach(closePages);

const refused = (page: Page) =>
  page
    .of('field')
    .filter(({ what }) => what === 'refuse')
    .map(({ field }) => field);
/** Longer than the page is given to put it in, or to take it out again. */
const VERDICT_MS = 500;

/** Copies a text that is in the page, and pastes it into `#to`. */
async function paste(page: Page, text = 'ES12 3456'): Promise<void> {
  const from = document.createElement('textarea');
  from.setAttribute('data-antes-ignore', '');
  from.defaultValue = text;
  page.host.append(from);
  from.focus();
  from.select();
  await pressKey('Control+c');
  page.find('#to').focus();
  from.remove();
  await pressKey('Control+v');
}

describe('refused pastes', () => {
  for (const [name, attrs] of [
    ['with a placeholder', 'placeholder="IBAN"'],
    ['required', 'required'],
    ['of which nothing is known', ''],
    ['for a password', 'type="password"'],
  ])
    it(`prevented, in a field ${name}`, async () => {
      const page = openPage(`<input id="to" name="iban" ${attrs}>`);
      page.find('#to').addEventListener('paste', (event) => event.preventDefault());
      await paste(page);
      await until(() => refused(page).length);
      expect(refused(page)).to.deep.equal(['iban']);
      const told = page.of('field').find(({ what }) => what === 'refuse')!;
      expect(told).to.include({ via: 'paste' });
      expect(told).not.to.have.any.keys('empty', 'valid', 'state');
    });

  it('reverted to empty', async () => {
    const page = openPage('<input id="to" name="iban" placeholder="IBAN">');
    const to = page.find<HTMLInputElement>('#to');
    to.addEventListener('input', () => setTimeout(() => (to.value = ''), 50));
    await paste(page);
    await until(() => refused(page).length);
    expect(refused(page)).to.deep.equal(['iban']);
  });

  it('reverted while it is left', async () => {
    const page = openPage('<input id="to" name="iban" required><input name="next">');
    const to = page.find<HTMLInputElement>('#to');
    to.addEventListener('blur', () => (to.value = ''));
    await paste(page);
    await pressKey('Tab');
    await until(() => refused(page).length);
    expect(refused(page)).to.deep.equal(['iban']);
  });

  it('once, not for every look', async () => {
    const page = openPage('<input id="to" name="iban" placeholder="IBAN">');
    const to = page.find<HTMLInputElement>('#to');
    to.addEventListener('input', () => (to.value = ''));
    await paste(page);
    await wait(1_200);
    expect(refused(page)).to.deep.equal(['iban']);
  });

  describe('are not', () => {
    const none = async (
      html: string,
      prepare: (to: HTMLInputElement, page: Page) => void,
      after?: () => Promise<void>,
    ) => {
      const page = openPage(html);
      prepare(page.find<HTMLInputElement>('#to'), page);
      await paste(page);
      await after?.();
      await wait(VERDICT_MS);
      expect(refused(page)).to.deep.equal([]);
      expect(page.of('field').length).to.be.greaterThan(0);
    };
    const FIELD = '<input id="to" name="iban" placeholder="IBAN">';

    it('a paste that is taken', () => none(FIELD, () => {}));

    it('one that the page tidies up', () =>
      none(FIELD, (to) => to.addEventListener('input', () => (to.value = 'ES12'))));

    it('one that the page puts in by itself', () =>
      none(FIELD, (to) =>
        to.addEventListener('paste', (event) => {
          event.preventDefault();
          to.value = 'ES12';
        }),
      ));

    it('one that it spreads over several boxes', () =>
      none('<input id="to" name="a" maxlength="1"><input name="b" id="last" maxlength="1">', (to, page) =>
        to.addEventListener('paste', (event) => {
          event.preventDefault();
          to.value = '1';
          page.find<HTMLInputElement>('#last').value = '2';
          page.find('#last').focus();
        }),
      ));

    it('an editor that builds what it takes', () =>
      none('<div id="to" contenteditable="true"></div>', (to) =>
        to.addEventListener('paste', (event) => {
          event.preventDefault();
          to.append('text');
        }),
      ));

    it('one that the customer deletes', () =>
      none(
        FIELD,
        () => {},
        async () => {
          await pressKey('Control+a');
          await pressKey('Delete');
        },
      ));

    it('a message that is sent with Enter, which empties the box', () =>
      none(
        FIELD,
        (to) => to.addEventListener('keydown', ({ key }) => key === 'Enter' && (to.value = '')),
        () => pressKey('Enter'),
      ));
  });

  it('where text is set without an event, as far as the engine shows it', async function () {
    // Only WebKit does not tell that the caret moved.
    if (!/Chrome|Firefox/.test(navigator.userAgent)) this.skip();
    const page = openPage('<input id="to" name="a">');
    const to = page.find<HTMLInputElement>('#to');
    to.addEventListener('paste', (event) => {
      event.preventDefault();
      to.value = 'ES12';
    });
    await paste(page);
    await wait(VERDICT_MS);
    expect(refused(page)).to.deep.equal([]);
  });

  it('listens for them only while a field has the focus', async () => {
    const names: string[] = [];
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (this: EventTarget, name: string, ...rest: never[]) {
      names.push(name);
      return addEventListener.call(this ?? window, name, ...(rest as [never, never]));
    };
    const page = openPage('<input name="a">');
    expect(names).not.to.include('paste');
    page.find('input').focus();
    EventTarget.prototype.addEventListener = addEventListener;
    expect(names).to.include('paste');
  });
});
