import { expect } from '@open-wc/testing';
import { forgetHistory } from '../../support/page-control.js';
import { closePages, frame, openPage, type Page, until } from './page.js';

const href = location.href;
before(forgetHistory);
afterEach(async () => {
  await closePages();
  history.replaceState(null, '', href);
});

const last = (page: Page) => page.of('view').at(-1)!;
/** What navigates before `load` is over replaces the page in the history. */
const loaded = (el: HTMLIFrameElement) =>
  new Promise((done) => el.addEventListener('load', () => setTimeout(done), { once: true }));

describe('addresses', () => {
  it('the same for the same, without its fragment; another for another, and in another session', () => {
    const views = (salt: string) => {
      const page = openPage('<p></p>', { salt });
      const { address } = last(page);
      page.stop();
      return address;
    };
    history.replaceState(null, '', '/product/a?color=1#top');
    const first = views('one');
    expect(first).to.be.within(0, 0xffff);
    history.replaceState(null, '', '/product/a?color=1#reviews');
    expect(views('one')).to.equal(first);
    expect(views('two')).not.to.equal(first);
    history.replaceState(null, '', '/product/a?color=2');
    expect(views('one')).not.to.equal(first);
  });
});

describe('how a page was come to', () => {
  it('reloaded, and through the history, from one document to another', async () => {
    const { el, view } = await frame();
    const first = openPage('<p></p>', {}, view);
    expect(last(first)).not.to.have.any.keys('reload', 'history');
    first.stop();
    el.contentWindow!.location.reload();
    await loaded(el);
    const again = openPage('<p></p>', {}, el.contentWindow as never);
    expect(last(again)).to.include({ how: 'load', reload: true });
    again.stop();
    el.contentWindow!.location.href = '/test/browser/observe/empty.html?2';
    await loaded(el);
    const second = openPage('<p></p>', {}, el.contentWindow as never);
    expect(last(second)).not.to.have.any.keys('reload', 'history');
    second.stop();
    el.contentWindow!.history.back();
    await loaded(el);
    const back = openPage('<p></p>', {}, el.contentWindow as never);
    expect(last(back)).to.include({ how: 'load', history: true });
    back.stop();
    el.remove();
  });

  it('through the history of routes, and not by a link', async () => {
    const page = openPage('<p></p>');
    history.pushState(null, '', '/a');
    page.find('p').append('a');
    await until(() => page.of('view').length === 2);
    expect(last(page)).not.to.have.any.keys('history');
    history.pushState(null, '', '/b');
    page.find('p').append('b');
    await until(() => page.of('view').length === 3);
    history.back();
    await until(() => page.of('view').length === 4);
    expect(last(page)).to.include({ how: 'route', path: '/a', history: true });
    history.forward();
    await until(() => page.of('view').length === 5);
    expect(last(page)).to.include({ path: '/b', history: true });
    history.go(-2);
    await until(() => page.of('view').length === 6);
  });
});

describe('what a page asks', () => {
  const asks = (html: string) => {
    const page = openPage(html);
    const { asks: found } = last(page);
    page.stop();
    return found;
  };

  it('something to fill in', () => {
    expect(asks('<form><input name="city"></form>')).to.equal(true);
    expect(asks('<main><label>Size <select><option>1</select></label></main>')).to.equal(true);
    expect(asks('<div contenteditable="true">x</div>')).to.equal(true);
  });

  it('nothing: text, search, newsletter at the end, what cannot be seen or changed', () => {
    expect(asks('<p>Text</p><button>Next</button>')).to.equal(undefined);
    expect(asks('<input type="search"><form><input name="q"></form>')).to.equal(undefined);
    expect(
      asks('<footer><form><input type="email"></form></footer><header><select></select></header>'),
    ).to.equal(undefined);
    expect(
      asks(
        '<input hidden><div style="display:none"><input></div><div style="visibility:hidden"><input></div>',
      ),
    ).to.equal(undefined);
    expect(asks('<input disabled><fieldset disabled><input></fieldset><input readonly>')).to.equal(undefined);
    expect(asks('<div data-antes-ignore><input></div>')).to.equal(undefined);
  });

  it('and no longer, once that is taken away', async () => {
    const page = openPage('<div id="app"><form><input name="city"></form></div>');
    page.find('form').hidden = true;
    await until(() => page.of('view').length === 2);
    expect(last(page)).to.include({ how: 'dom' });
    expect(last(page)).not.to.have.any.keys('asks');
    page.find('form').hidden = false;
    await until(() => page.of('view').length === 3);
    expect(last(page)).to.include({ how: 'dom', asks: true });
    page.find('#app').innerHTML = '<form><input name="street"></form>';
    await until(() => page.of('view').length > 3, 300);
    expect(page.of('view')).to.have.length(3);
  });

  it('once it is there, where the page is built after the route has changed', async () => {
    const page = openPage('<div id="app"></div>');
    history.pushState(null, '', '/form');
    page.find('#app').innerHTML = '<p>wait</p>';
    await until(() => page.of('view').length === 2);
    expect(page.of('view')).to.have.length(2);
    expect(last(page)).not.to.have.any.keys('asks');
    page.find('#app').innerHTML = '<form><input name="city"></form>';
    await until(() => last(page).asks);
    expect(last(page)).to.include({ how: 'dom', path: '/form', asks: true });
    const { length } = page.of('view');
    page.find('form').append('more');
    await until(() => page.of('view').length > length, 300);
    expect(page.of('view')).to.have.length(length);
  });
});
