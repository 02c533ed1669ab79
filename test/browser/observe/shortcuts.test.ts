import { expect } from '@open-wc/testing';
import { pressKey } from '../../support/input.js';
import { closePages, key, openPage, until } from './page.js';

afterEach(closePages);

describe('shortcuts', () => {
  it('of the browser, and the way out', async () => {
    const page = openPage('<input>');
    page.find('input').focus();
    // The browser is not to act on them.
    const stop = (event: Event) => event.preventDefault();
    window.addEventListener('keydown', stop);
    for (const chord of ['Control+f', 'Control+r', 'F5', 'Escape', 'f', 'r', 'Control+a', 'Enter'])
      await pressKey(chord);
    window.removeEventListener('keydown', stop);
    expect(page.of('shortcut').map(({ what }) => what)).to.deep.equal(['find', 'escape']);
  });
});

describe('the way of the focus', () => {
  it('is told with Tab: by name, in a modal, and nowhere', async () => {
    const page = openPage(
      '<button id="a">A</button><button id="b">B</button><dialog id="d"><button id="c">C</button><button id="e">E</button></dialog>',
    );
    page.find('#a').focus();
    await key('Tab');
    await until(() => page.of('tab').length > 0);
    page.find<HTMLDialogElement>('#d').showModal();
    page.find('#c').focus();
    await key('Tab');
    await until(() => page.of('tab').length > 1);
    expect(page.of('tab').map(({ at: _at, ...rest }) => rest)).to.deep.equal([
      { type: 'tab', to: 'b' },
      { type: 'tab', to: 'e', modal: true },
    ]);
  });

  it('says which way', async () => {
    const page = openPage('<button id="a">A</button><button id="b">B</button>');
    page.find('#b').focus();
    await pressKey('Shift+Tab');
    await until(() => page.of('tab').length > 0);
    expect(page.of('tab')[0]).to.include({ to: 'a', back: true });
  });

  it('begins nowhere when what had the focus has gone', async () => {
    const page = openPage('<button id="a">A</button><button id="b">B</button><button id="c">C</button>');
    page.find('#b').focus();
    page.find('#b').remove();
    await key('Tab');
    await until(() => page.of('tab').length > 0);
    expect(page.of('tab')[0]).to.include({ lost: true });
    expect(page.of('tab')[0]).not.to.have.property('back');
    page.find('#a').focus();
    page.find('#a').blur();
    await key('Tab');
    await until(() => page.of('tab').length > 1);
    expect(page.of('tab')[1]).not.to.have.property('lost');
  });
});
