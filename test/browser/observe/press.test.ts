import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { closePages, drag, frame, key, openPage, press, until, wait, holdTime } from './page.js';

beforeEach(holdTime);
afterEach(closePages);

const FULL_DRIVER = /Chrome|Firefox/.test(navigator.userAgent);

describe('presses', () => {
  it('tells a click of the mouse once, with what was pressed', async () => {
    const page = openPage('<form name="card-form"><button type="button" name="pay">Pay</button></form>');
    await press(page.find('button'));
    expect(page.presses()).to.have.length(1);
    const [record] = page.presses();
    expect(record).to.deep.include({
      target: 'pay1',
      role: 'button',
      region: 'card-form',
      by: 'mouse',
      interactive: true,
    });
    expect(record!.x % 10).to.equal(0);
    expect(record).not.to.have.any.keys('exempt', 'disabled', 'commit');
  });

  it('tells Enter and Space on a button once each, as key', async () => {
    const page = openPage('<button id="pay">Pay</button>');
    page.find('button').focus();
    await key('Enter');
    await key(' ');
    await until(() => page.presses().length >= 2);
    expect(page.presses().map(({ by, target, x, y }) => [by, target, x, y])).to.deep.equal([
      ['key', 'pay', 0, 0],
      ['key', 'pay', 0, 0],
    ]);
  });

  it('tells keys on a control that only says it is a button', async () => {
    const page = openPage('<div role="button" tabindex="0" id="pay">Pay</div>');
    page.find('#pay').focus();
    await key('Enter');
    expect(page.presses().map(({ by, role }) => [by, role])).to.deep.equal([['key', 'button']]);
  });

  it('tells a radio that is chosen with the arrow keys as key', async () => {
    const page = openPage(
      '<input type="radio" name="r" id="one" checked><input type="radio" name="r" id="two">',
    );
    page.find('#one').focus();
    await key('ArrowDown');
    await until(() => page.presses().length, 500);
    expect(page.find<HTMLInputElement>('#two').checked).to.equal(true);
    // Chromium and WebKit click what the arrow chooses, Firefox too; where none comes there is nothing to tell.
    for (const { by, target, exempt } of page.presses())
      expect([by, target, exempt]).to.deep.equal(['key', 'two', undefined]);
  });

  it('takes a label of nothing as text', async () => {
    const page = openPage('<label id="x">Just words</label>');
    await press(page.find('#x'), 5);
    expect(page.presses()[0]).to.include({ interactive: false });
  });

  it('does not tell what scripts press', async () => {
    const page = openPage('<button id="pay">Pay</button>');
    page.find('#pay').click();
    page.find('#pay').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await wait(50);
    expect(page.presses()).to.have.length(0);
  });

  it('counts the click on a label and the one it causes as one', async () => {
    const page = openPage('<label id="text"><input type="checkbox" id="terms"> I accept the terms</label>');
    await press(page.find('label'), 60);
    await wait(80);
    expect(page.presses().map(({ target }) => target)).to.deep.equal(['terms']);
    expect(page.find<HTMLInputElement>('input').checked).to.equal(true);
    expect(page.answer()).to.equal('control');
  });

  it('follows a press through open shadow roots', async () => {
    const page = openPage('<div id="host"></div>');
    const root = page.find('#host').attachShadow({ mode: 'open' });
    root.innerHTML = '<button id="inner">Pay</button><p></p>';
    root.querySelector('button')!.addEventListener('click', () => root.querySelector('p')!.append('Paid'));
    await press(root.querySelector('button')!);
    await until(() => page.answer());
    expect(page.presses()[0]!.target).to.equal('inner');
    expect(page.answer()).to.equal('mutation');
  });

  it('leaves a closed shadow root to its host', async () => {
    const page = openPage('<div id="closed-host"></div>');
    const root = page.find('#closed-host').attachShadow({ mode: 'closed' });
    root.innerHTML = '<button>Pay</button>';
    await press(root.querySelector('button')!);
    expect(page.presses()[0]).to.deep.include({ target: 'closed-host', interactive: false });
  });

  it('takes a hand cursor as a promise, and plain text as none', async () => {
    const page = openPage(
      '<div id="card" style="cursor:pointer"><span id="word">Blue</span></div><p id="plain">Blue</p>',
    );
    await press(page.find('#word'));
    await press(page.find('#plain'));
    expect(page.presses().map(({ target, interactive }) => [target, interactive])).to.deep.equal([
      ['card', true],
      ['plain', false],
    ]);
  });

  it('marks the control that completes a step', async () => {
    const page = openPage(
      '<button id="a" data-antes-commit>A</button><button id="b" class="go">B</button><button id="c">C</button>',
      {
        commits: [
          { selector: '.go', path: '/journeys/j/steps/0/commit' },
          { selector: '::bad(', path: '/journeys/j/steps/1/commit' },
        ],
      },
    );
    for (const id of ['#a', '#b', '#c']) await press(page.find(id));
    expect(page.presses().map(({ commit }) => commit)).to.deep.equal([true, true, undefined]);
    expect(page.problems.join()).to.contain('SELECTOR_INVALID /journeys/j/steps/1/commit ');
  });

  it('says nothing about Antes itself, and about what is to be left alone', async () => {
    const page = openPage(
      '<antes-hint><button>1</button></antes-hint><div data-antes-ignore><button>2</button></div><div class="mine"><button>3</button></div>',
      { ignoreSelectors: [{ selector: '.mine', path: '/policy/ignore/selectors/0' }] },
    );
    for (const el of page.host.querySelectorAll('button')) await press(el);
    await key('Enter');
    expect(page.presses()).to.have.length(0);
  });

  it('survives a form whose controls have the names of its members', async () => {
    const names = [
      'id',
      'closest',
      'matches',
      'parentNode',
      'getAttribute',
      'nodeType',
      'isConnected',
      'getRootNode',
      'localName',
      'tagName',
      'className',
      'contains',
      'addEventListener',
      'querySelector',
    ];
    const page = openPage(
      `<form name="clobbered" style="padding:20px">${names.map((name) => `<input name="${name}">`).join('')}<button name="go" type="button">Go</button></form>`,
    );
    await press(page.find('form'), 5, 5);
    await press(page.find('button'));
    expect(page.presses().map(({ target, region }) => [target, region])).to.deep.equal([
      ['clobbered', 'page'],
      ['go1', 'clobbered'],
    ]);
    expect(page.problems).to.deep.equal([]);
  });
});

describe('presses on what is switched off', () => {
  const cases: [string, string, string][] = [
    ['a disabled button', '<button id="pay" disabled>Pay now</button>', '#pay'],
    ['a child of a disabled button', '<button id="pay" disabled><span>Pay now</span></button>', 'span'],
    ['aria-disabled', '<button id="pay" aria-disabled="true">Pay now</button>', '#pay'],
    [
      'pointer-events: none, in a wrapper',
      '<div id="wrap"><button id="pay" disabled style="pointer-events:none">Pay</button></div>',
      '#pay',
    ],
    [
      'a control of a disabled fieldset',
      '<fieldset disabled><button id="pay">Pay</button></fieldset>',
      '#pay',
    ],
  ];
  for (const [name, html, selector] of cases) {
    it(`counts ${name} once`, async () => {
      const page = openPage(html);
      await press(page.find(selector));
      await wait(60);
      expect(page.presses().map(({ target, disabled }) => [target, disabled])).to.deep.equal([['pay', true]]);
      await press(page.find(selector));
      await wait(60);
      expect(page.presses()).to.have.length(2);
    });
  }

  it('counts Enter on a control that says it is off, once', async () => {
    const page = openPage(
      '<button id="a" aria-disabled="true">A</button><div role="button" tabindex="0" id="b" aria-disabled="true">B</div>',
    );
    page.find('#a').focus();
    await key('Enter');
    page.find('#b').focus();
    await key('Enter');
    expect(page.presses().map(({ target, disabled, by }) => [target, disabled, by])).to.deep.equal([
      ['a', true, 'key'],
      ['b', true, 'key'],
    ]);
  });

  it('tells when it is switched on meanwhile', async () => {
    const page = openPage('<button id="pay" disabled>Pay</button>');
    await press(page.find('#pay'));
    setTimeout(() => page.find('#pay').removeAttribute('disabled'), 100);
    await until(() => page.answer());
    expect(page.answer()).to.equal('control');
  });
});

describe('presses that say nothing', () => {
  const exempt: [string, string, string][] = [
    ['text', '<input id="x">', 'text'],
    ['text', '<textarea id="x"></textarea>', 'text'],
    ['text', '<div id="x" contenteditable="true">text</div>', 'text'],
    ['a slider of the browser', '<input type="range" id="x">', 'unobservable'],
    ['a canvas', '<canvas id="x"></canvas>', 'unobservable'],
    [
      'a canvas under a layer',
      '<div style="position:relative"><canvas style="width:100%"></canvas><div id="x" style="position:absolute;inset:0"></div></div>',
      'unobservable',
    ],
    ['a list of options', '<select id="x"><option>1</option></select>', 'unobservable'],
    ['a colour', '<input type="color" id="x">', 'unobservable'],
    [
      'a link to write',
      '<a id="x" href="mailto:a@example.com" onclick="event.preventDefault()">Write</a>',
      'unobservable',
    ],
    ['a link to call', '<a id="x" href="tel:+341" onclick="event.preventDefault()">Call</a>', 'unobservable'],
    [
      'a download',
      '<a id="x" download href="/a.pdf" onclick="event.preventDefault()">PDF</a>',
      'unobservable',
    ],
    [
      'a new tab',
      '<a id="x" target="_blank" href="/b" onclick="event.preventDefault()">New</a>',
      'unobservable',
    ],
    ['a radio that is set', '<input type="radio" id="x" checked>', 'satisfied'],
    [
      'the current page',
      '<a id="x" href="/b" aria-current="page" onclick="event.preventDefault()">Here</a>',
      'satisfied',
    ],
    ['the current tab', '<div role="tab" id="x" aria-selected="true">Tab</div>', 'satisfied'],
  ];
  for (const [name, html, reason] of exempt) {
    it(`exempts ${name} (${html.slice(0, 24)})`, async () => {
      const page = openPage(html);
      await press(page.find('#x'));
      expect(page.presses().map((one) => one.exempt)).to.deep.equal([reason]);
      await key('Escape');
    });
  }

  // WebKit's driver cannot hold a key.
  if (FULL_DRIVER)
    it('exempts a press with a modifier key', async () => {
      const page = openPage('<button id="pay">Pay</button>');
      await sendKeys({ down: 'Shift' });
      await press(page.find('#pay'));
      await sendKeys({ up: 'Shift' });
      expect(page.presses()[0]?.exempt).to.equal('modified');
    });

  it('exempts text that is being selected, and a selection that is cleared', async () => {
    const page = openPage(
      '<p id="text" style="user-select:text">A sentence to select with the mouse</p><p id="other">Elsewhere</p>',
    );
    await drag(page.find('#text'), page.find('#text'));
    expect(String(document.getSelection())).to.have.length.greaterThan(3);
    expect(page.presses().at(-1)?.exempt).to.equal('selection');
    await press(page.find('#other'));
    expect(page.presses().at(-1)?.exempt).to.equal('selection');
  });

  it('exempts the press that gives a window its focus back', async () => {
    const { el, view } = await frame();
    const page = openPage('<button id="x">Pay</button>', {}, view);
    const here = openPage('<input name="here">');
    await press(page.find('#x'));
    await wait(350);
    await press(page.find('#x'));
    await press(here.find('input'));
    await wait(50);
    await press(page.find('#x'));
    await wait(50);
    el.remove();
    expect(
      page
        .presses()
        .slice(1)
        .map((one) => one.exempt),
    ).to.deep.equal([undefined, 'wake-up']);
  });

  // WebKit's driver makes it a left one, and loses the next pointer-down.
  if (FULL_DRIVER)
    it('tells nothing of a right click', async () => {
      const page = openPage('<button id="pay" oncontextmenu="event.preventDefault()">Pay</button>');
      const { left, top } = page.find('#pay').getBoundingClientRect();
      await sendMouse({
        type: 'click',
        position: [Math.round(left + 4), Math.round(top + 4)],
        button: 'right',
      });
      expect(page.presses()).to.have.length(0);
      await key('Escape');
    });
});
