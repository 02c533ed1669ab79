import { expect } from '@open-wc/testing';
import { pressKey } from '../../support/input.js';
import { closePages, key, openPage, type Page, press, type, until, wait } from './page.js';

afterEach(closePages);

const changes = (page: Page) => page.of('field').filter(({ what }) => what === 'change');
const states = (page: Page) => changes(page).map(({ state }) => state);

/** The state that the button was in when it was pressed. */
async function pressed(page: Page): Promise<number | undefined> {
  const { length } = page.presses();
  await press(page.find('button'));
  await until(() => page.presses().length > length);
  return page.presses().at(-1)!.state;
}

describe('states of choices', () => {
  it('of a group of radios: which one, and the former one again', async () => {
    const page = openPage(
      '<form name="f"><input type="radio" name="size" checked><input type="radio" name="size" id="m"><input type="radio" name="size" id="l"></form>',
    );
    for (const id of ['#m', '#l', '#m', 'input']) await press(page.find(id));
    await until(() => changes(page).length === 4);
    expect(states(page)).to.deep.equal([1, 2, 1, 0]);
    expect([...new Set(changes(page).map(({ field, kind }) => `${field} ${kind}`))]).to.deep.equal([
      'size choice',
    ]);
  });

  it('of boxes, each and as a group', async () => {
    const page = openPage(
      '<input type="checkbox" name="gift"><input type="checkbox" name="with" id="a"><input type="checkbox" name="with" id="b">',
    );
    for (const id of ['input', 'input', '#a', '#b', '#a', '#b']) await press(page.find(id));
    await until(() => changes(page).length === 6);
    expect(states(page)).to.deep.equal([1, 0, 1, 2, 3, 0]);
  });

  it('of lists, sliders and numbers, by key', async () => {
    const page = openPage(
      '<select name="s"><option>1<option>2<option>3</select><input type="range" name="r" min="0" max="9" value="3"><input type="number" name="n" value="1">',
    );
    for (const el of page.host.querySelectorAll<HTMLElement>('select,input')) {
      const { length } = changes(page);
      const keys = el.matches('select') ? ['ArrowDown', 'ArrowUp'] : ['ArrowUp', 'ArrowDown'];
      el.focus();
      for (const [i, name] of keys.entries()) {
        await key(name);
        await until(() => changes(page).length > length + i);
      }
    }
    expect(changes(page).map(({ field, state }) => `${field} ${state}`)).to.deep.equal([
      's 1',
      's 0',
      'r 1',
      'r 0',
      'n 1',
      'n 0',
    ]);
  });

  it('never of numbers that were typed, nor of dates', async () => {
    const page = openPage(
      '<form name="f"><input type="number" name="age" value="1"><input type="date" name="born" value="1970-01-02"><button type="button">Next</button></form>',
    );
    page.find('input').focus();
    await type('7');
    await key('ArrowUp');
    await pressKey('Tab');
    await until(() => changes(page).length > 0);
    expect(states(page)).to.deep.equal(changes(page).map(() => undefined));
    const before = await pressed(page);
    page.find<HTMLInputElement>('[name=age]').valueAsNumber = 30;
    page.find<HTMLInputElement>('[name=born]').value = '1999-01-02';
    expect(await pressed(page)).to.equal(before);
  });

  it('of a number that the page steps itself, at a press', async () => {
    const page = openPage(
      '<form><input type="number" name="n" value="1"><button type="button">+</button></form>',
    );
    const input = page.find<HTMLInputElement>('input');
    page.find('button').addEventListener('click', () => input.stepUp());
    expect([await pressed(page), await pressed(page)]).to.deep.equal([0, 1]);
  });

  it('never of text or of secrets', async () => {
    const page = openPage(
      '<input name="city"><select name="year" autocomplete="cc-exp-year"><option>1<option>2</select><input type="number" name="code" autocomplete="one-time-code"><button>Next</button>',
    );
    page.find('[name=city]').focus();
    await type('a');
    await pressKey('Tab');
    await key('ArrowDown');
    await pressKey('Tab');
    await type('12');
    await pressKey('Tab');
    await until(() => changes(page).length === 3);
    expect(changes(page).map(({ field }) => field)).to.deep.equal(['city', 'year', 'code']);
    for (const record of changes(page)) expect(record).not.to.have.any.keys('state');
  });

  const pick = (page: Page, attribute: string, items = '[role]') => {
    page.host.addEventListener('click', ({ target }) => {
      const item = (target as Element).closest(items);
      for (const one of item?.parentElement!.querySelectorAll(items) ?? [])
        one.setAttribute(attribute, String(one === item));
    });
  };

  it('of choices that the page builds itself', async () => {
    const page = openPage(
      '<div role="radiogroup" id="plan"><button role="radio" aria-checked="true" id="a">A</button><button role="radio" aria-checked="false" id="b">B</button></div>',
    );
    pick(page, 'aria-checked', '[role=radio]');
    for (const id of ['#b', '#a', '#b']) {
      const { length } = changes(page);
      await press(page.find(id));
      await until(() => changes(page).length > length);
    }
    expect(changes(page).map(({ field, kind, state }) => `${field} ${kind} ${state}`)).to.deep.equal([
      'plan choice 1',
      'plan choice 0',
      'plan choice 1',
    ]);
  });

  it('of a list box and a switch of its own', async () => {
    const page = openPage(
      '<div role="listbox" id="seats"><p role="option" aria-selected="true">1</p><p role="option" id="two" aria-selected="false">2</p></div><button role="switch" id="wifi" aria-checked="false">Wifi</button>',
    );
    pick(page, 'aria-selected', '[role=option]');
    page
      .find('#wifi')
      .addEventListener('click', () => page.find('#wifi').setAttribute('aria-checked', 'true'));
    await press(page.find('#two'));
    await press(page.find('#wifi'));
    await until(() => changes(page).length === 2);
    expect(changes(page).map(({ field, state }) => `${field} ${state}`)).to.deep.equal(['seats 1', 'wifi 1']);
  });

  it('none while the page changes them by itself, nor for what is only suggested', async () => {
    const page = openPage(
      '<button>x</button><div role="radiogroup" id="a"><b role="radio" aria-checked="false"></b></div><input role="combobox" aria-controls="list"><div role="listbox" id="list"><p role="option" aria-selected="false">1</p></div>',
    );
    page.find('[role=radio]').setAttribute('aria-checked', 'true');
    await wait(50);
    page.find('input').focus();
    page
      .find('input')
      .addEventListener('keydown', () => page.find('p').setAttribute('aria-selected', 'true'));
    await key('ArrowDown');
    await wait(50);
    expect(changes(page)).to.deep.equal([]);
  });
});

describe('edits', () => {
  it('each deletion is told, other edits are thinned out', async () => {
    const page = openPage('<textarea name="note">abcdefghijklmnop</textarea>');
    page.find('textarea').focus();
    await pressKey('Control+a');
    await key('ArrowRight');
    for (let i = 0; i < 9; i++) await key('Backspace');
    await until(() => page.of('field').filter(({ via }) => via === 'delete').length >= 9);
    expect(page.of('field').filter(({ via }) => via === 'delete')).to.have.length(9);
    await type('typed by a machine, at once');
    expect(page.of('field').filter(({ via }) => via === 'type').length).to.be.below(20);
  });
});

describe('search boxes', () => {
  it('by type, role, place and name', async () => {
    const page = openPage(
      `<input type="search" name="a"><input role="searchbox" name="b"><div role="search"><input name="c"></div><search><input name="d"></search>
       <form><input name="q"><input type="checkbox" name="x"></form><form><input name="query"><input name="city" id="city"></form><form><input name="quantity"></form>`,
    );
    for (const el of page.host.querySelectorAll<HTMLElement>('input:not([type=checkbox])')) el.focus();
    await until(() => page.of('field').length >= 15);
    expect(
      page
        .of('field')
        .filter(({ what }) => what === 'focus')
        .map(({ field, kind }) => `${field} ${kind}`),
    ).to.deep.equal([
      'a search',
      'b search',
      'c search',
      'd search',
      'q search',
      'query text',
      'city text',
      'quantity text',
    ]);
  });
});
