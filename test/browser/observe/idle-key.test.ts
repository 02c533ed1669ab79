import { expect } from '@open-wc/testing';
import { closePages, key, openPage, until, wait, holdTime } from './page.js';

beforeEach(holdTime);
afterEach(async () => {
  await closePages();
  window.scrollTo(0, 0);
});

/** Longer than anything is waited for before a key is told. */
const settled = () => wait(500);

describe('keys that activate nothing', () => {
  it('are told with their answer', async () => {
    const page = openPage(
      '<div id="card" tabindex="0">Card</div><input type="checkbox" id="box"><p id="out"></p>',
    );
    page.find('#card').focus();
    await key('Enter');
    await until(() => page.presses().length);
    page.find('#box').focus();
    await key('Enter');
    await until(() => page.presses().length > 1);
    expect(page.presses().map(({ target, gesture, by }) => [target, gesture, by])).to.deep.equal([
      ['card', 'key', 'key'],
      ['box', 'key', 'key'],
    ]);
    expect(page.answer()).to.equal(undefined);
    page
      .find('#card')
      .addEventListener('keydown', () => setTimeout(() => page.find('#out').append('!'), 200));
    page.find('#card').focus();
    await key(' ');
    await until(() => page.presses().length > 2 && page.answer());
    expect(page.presses()[2]).to.include({ target: 'card', gesture: 'key' });
    expect(page.answer()).to.equal('mutation');
  });

  it('are told of Space on a link, unless the page scrolls by it', async () => {
    const page = openPage('<a href="#x" id="link">Link</a>');
    page.find('#link').focus();
    await key(' ');
    await until(() => page.presses().length);
    expect(page.presses().map(({ target, gesture }) => [target, gesture])).to.deep.equal([['link', 'key']]);
    const long = openPage('<a href="#x" id="long">Link</a><div style="height:4000px"></div>');
    long.find('#long').focus();
    await key(' ');
    await until(() => window.scrollY > 0);
    await settled();
    expect(long.presses()).to.deep.equal([]);
  });

  for (const html of [
    '<input id="x">',
    '<textarea id="x"></textarea>',
    '<input type="range" id="x">',
    '<input type="number" id="x">',
    '<select id="x"><option>1</option></select>',
    '<canvas id="x" tabindex="0"></canvas>',
    '<div role="application"><div id="x" tabindex="0">Game</div></div>',
  ])
    it(`are the own business of ${html}`, async () => {
      const page = openPage(html);
      page.find('#x').focus();
      await key('Enter');
      await settled();
      expect(page.presses().filter(({ gesture }) => gesture)).to.deep.equal([]);
      await key('Escape');
    });

  it('leave a button its one press', async () => {
    const page = openPage('<button id="pay">Pay</button>');
    page.find('#pay').focus();
    await key('Enter');
    await key(' ');
    await settled();
    expect(page.presses().map(({ gesture }) => gesture)).to.deep.equal([undefined, undefined]);
  });

  it('give the submit button its press when a form is sent with Enter in a checkbox or a field', async () => {
    const page = openPage(
      '<form name="f" onsubmit="event.preventDefault()"><input name="a"><button id="go">Go</button></form>',
    );
    page.find('input').focus();
    await key('Enter');
    await settled();
    expect(page.presses().map(({ target, gesture }) => [target, gesture])).to.deep.equal([['go', undefined]]);
  });
});
