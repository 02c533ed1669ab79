import { expect } from '@open-wc/testing';
import { closePages, frame, key, openPage, press, type, until, wait } from './page.js';

const href = location.href;
afterEach(async () => {
  await closePages();
  history.replaceState(null, '', href);
});

describe('views', () => {
  it('tells the page as it loads, with its steps', () => {
    const page = openPage('<div data-antes-step="pay"></div><form id="card"></form>', {
      steps: [
        { id: 'checkout/card', selector: '#card', path: '/journeys/checkout/steps/0/selector' },
        { id: 'checkout/none', selector: '#none', path: '/journeys/checkout/steps/1/selector' },
      ],
    });
    expect(page.of('view')).to.have.length(1);
    expect(page.of('view')[0]).to.deep.include({ how: 'load', steps: ['checkout/card', 'pay'] });
    expect(page.of('view')[0]!.path).not.to.contain('?');
  });

  it('says where in the config a selector stands that is none', () => {
    const page = openPage('<p></p>', {
      ignoreSelectors: [{ selector: '<', path: '/policy/ignore/selectors/0' }],
      steps: [{ id: 'j/s', selector: 'a[', path: '/journeys/j/steps/0/selector' }],
      commits: [{ selector: '..', path: '/journeys/j/steps/0/commit' }],
    });
    expect(page.problems.map((problem) => problem.split(' ').slice(0, 2))).to.have.deep.members([
      ['SELECTOR_INVALID', '/policy/ignore/selectors/0'],
      ['SELECTOR_INVALID', '/journeys/j/steps/0/selector'],
      ['SELECTOR_INVALID', '/journeys/j/steps/0/commit'],
    ]);
    expect(page.of('view')).to.have.length(1);
  });

  it('tells a route by its clean path, also when nothing else says so', async () => {
    const page = openPage('<p></p>');
    history.pushState({}, '', '/order/81723/pay?token=1#x');
    page.find('p').append('changed');
    await until(() => page.of('view').length > 1);
    expect(page.of('view')[1]).to.deep.include({ how: 'route', path: '/order/:id/pay' });
    history.replaceState({}, '', '/order/81723/pay?token=2');
    page.find('p').append('changed');
    await wait(150);
    expect(page.of('view')).to.have.length(2);
  });

  it('tells steps that come and go', async () => {
    const page = openPage('<div id="app"></div>');
    page.find('#app').innerHTML = '<section><form data-antes-step="pay"></form></section>';
    await until(() => page.of('view').length > 1);
    page.find('#app').innerHTML = '';
    await until(() => page.of('view').length > 2);
    expect(page.of('view').map(({ how, steps }) => [how, ...steps])).to.deep.equal([
      ['load'],
      ['dom', 'pay'],
      ['dom'],
    ]);
  });
});

describe('forms that are sent', () => {
  it('tells who handles it, and knows searches', async () => {
    const { el, view } = await frame();
    const page = openPage('<form name="a" action="empty.html"><button>1</button></form>', {}, view);
    const search = openPage(
      '<form role="search" name="s" onsubmit="event.preventDefault()"><input><button>2</button></form>',
    );
    await press(search.find('button'));
    await press(page.find('button'));
    await until(() => page.of('submit').length);
    el.remove();
    expect(search.of('submit').map(({ at: _at, ...rest }) => rest)).to.deep.equal([
      { type: 'submit', form: 's', search: true, handled: true },
    ]);
    expect(page.of('submit').map(({ at: _at, ...rest }) => rest)).to.deep.equal([
      { type: 'submit', form: 'a' },
    ]);
  });

  it('holds help back while a form is on its way', async () => {
    const page = openPage(
      '<form name="f" onsubmit="event.preventDefault()"><input name="a"><button>1</button></form>',
    );
    await press(page.find('button'));
    await until(() => page.of('hold').some(({ what }) => what === 'submit'));
    void fetch('/missing').catch(() => {});
    await until(() => page.of('hold').some(({ what, on }) => what === 'submit' && !on));
    expect(
      page
        .of('hold')
        .filter(({ what }) => what === 'submit')
        .map(({ on }) => on),
    ).to.deep.equal([true, false]);
  });
});

describe('exceptions', () => {
  it('tells own errors and rejections, and leaves noise', async () => {
    const { el, view } = await frame();
    const page = openPage('<p></p>', {}, view);
    const run = (code: string) => {
      const script = view.document.createElement('script');
      script.textContent = code;
      view.document.body.append(script);
    };
    view.addEventListener('error', (event) => event.preventDefault());
    view.addEventListener('unhandledrejection', (event) => event.preventDefault());
    run('setTimeout(() => { throw new Error("mine") })');
    run('Promise.reject(new Error("mine"))');
    run('Promise.reject(new DOMException("", "AbortError"))');
    run('window.dispatchEvent(new ErrorEvent("error", {message: "untrusted"}))');
    await wait(100);
    el.remove();
    expect(
      page
        .of('exception')
        .map(({ kind, own }) => [kind, own])
        .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
    ).to.deep.equal([
      ['error', true],
      ['rejection', true],
    ]);
  });
});

describe('holds and signs of life', () => {
  it('a pointer that is down', async () => {
    const page = openPage('<button>Go</button>');
    await press(page.find('button'));
    expect(page.of('hold').map(({ what, on }) => [what, on])).to.deep.equal([
      ['pointer', true],
      ['pointer', false],
    ]);
  });

  it('a modal of the page, and none of Antes', async () => {
    const page = openPage(
      '<dialog id="d"><button>x</button></dialog><antes-dialog><dialog id="own"></dialog></antes-dialog><div id="app"></div>',
    );
    const dialogs = () =>
      page
        .of('hold')
        .filter(({ what }) => what === 'dialog')
        .map(({ on }) => on);
    page.find<HTMLDialogElement>('#own').showModal();
    await wait(150);
    page.find<HTMLDialogElement>('#own').close();
    expect(dialogs()).to.deep.equal([]);
    page.find<HTMLDialogElement>('#d').showModal();
    // At once: whatever would come next would lie in its way.
    await Promise.resolve();
    expect(dialogs()).to.deep.equal([true]);
    page.find<HTMLDialogElement>('#d').close();
    await until(() => dialogs().length > 1);
    page.find('#app').innerHTML = '<div><div role="dialog" aria-modal="true">Sign in</div></div>';
    await until(() => dialogs().length > 2);
    page.find('#app').replaceChildren();
    await until(() => dialogs().length > 3);
    expect(dialogs()).to.deep.equal([true, false, true, false]);
  });

  it('keys, thinned out', async () => {
    const page = openPage('<input>');
    page.find('input').focus();
    await type('abcdefgh');
    expect(page.of('key').length).to.be.within(1, 8);
    for (const record of page.of('key')) expect(Object.keys(record)).to.have.members(['type', 'at']);
    await key('Escape');
  });

  it('tells at the start whether the page is seen', () => {
    const page = openPage('<p></p>');
    expect(page.of('page')[0]).to.include({ type: 'page', visible: true });
  });
});
