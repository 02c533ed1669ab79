import { expect } from '@open-wc/testing';
import { closePages, frame, key, openPage, type Page, press, until, wait, holdTime } from './page.js';

const href = location.href;
afterEach(async () => {
  await closePages();
  history.replaceState(null, '', href);
});

/** Presses `#x`, on which `act` happens. */
async function pressed(html: string, act: (page: Page) => void, options = {}): Promise<Page> {
  const page = openPage(html, options);
  page.find('#x').addEventListener('click', () => act(page));
  await press(page.find('#x'));
  await until(() => page.answer());
  return page;
}

const BUTTON = '<button id="x">Go</button><p id="out">–</p>';

describe('answers to a press', () => {
  beforeEach(holdTime);

  const channels: [string, string, string, (page: Page) => void][] = [
    ['new nodes', 'mutation', BUTTON, (page) => page.find('#out').append('Done')],
    ['a changed text', 'mutation', BUTTON, (page) => void (page.find('#out').firstChild!.nodeValue = 'Done')],
    ['an attribute', 'mutation', BUTTON, (page) => page.find('#x').setAttribute('aria-expanded', 'true')],
    ['a class elsewhere', 'mutation', BUTTON, (page) => page.find('#out').classList.add('open')],
    [
      'a class of its own that stays',
      'mutation',
      BUTTON,
      (page) => page.find('#x').classList.add('is-favourite'),
    ],
    [
      'a late change',
      'mutation',
      BUTTON,
      (page) => void setTimeout(() => page.find('#out').append('Done'), 400),
    ],
    [
      'a number that is set',
      'control',
      '<div><input type="number" value="1"><button id="x">+</button></div>',
      (page) => page.find<HTMLInputElement>('input').stepUp(),
    ],
    [
      'a box that is ticked',
      'control',
      '<div><input type="checkbox"><button id="x">All</button></div>',
      (page) => void (page.find<HTMLInputElement>('input').checked = true),
    ],
    [
      'focus that moves',
      'focus',
      '<button id="x">Edit</button><input id="name">',
      (page) => page.find('#name').focus(),
    ],
    [
      'a scroll',
      'scroll',
      '<button id="x">Down</button><div style="height:3000px"></div><p id="end">end</p>',
      (page) => page.find('#end').scrollIntoView(),
    ],
    [
      'a scroll inside',
      'scroll',
      '<button id="x">Next</button><div id="box" style="overflow:auto;height:50px"><div style="height:500px"></div></div>',
      (page) => void (page.find('#box').scrollTop = 100),
    ],
    [
      'a selection',
      'selection',
      BUTTON,
      (page) => document.getSelection()!.selectAllChildren(page.find('#out')),
    ],
    ['a new address', 'route', BUTTON, () => history.pushState(null, '', '?pushed')],
    ['a replaced address', 'route', BUTTON, () => history.replaceState(null, '', '?replaced')],
    [
      'a dialog',
      'mutation',
      '<button id="x">Open</button><dialog>Hello</dialog>',
      (page) => page.find<HTMLDialogElement>('dialog').showModal(),
    ],
    [
      'a popover',
      'dialog',
      '<button id="x">Open</button><div popover>Hello</div>',
      (page) => page.find('[popover]').showPopover(),
    ],
  ];
  for (const [name, channel, html, act] of channels) {
    it(`${name}: ${channel}`, async () => {
      const page = await pressed(html, act);
      const answers = page.effects().map((effect) => effect.channel);
      expect(page.answer(), `${page.presses().length} presses, ${answers.join()}`).to.be.oneOf(
        name === 'a dialog'
          ? ['mutation', 'dialog', 'focus']
          : name === 'a popover'
            ? ['dialog', 'focus']
            : [channel],
      );
      expect(answers.length).to.equal(1);
    });
  }

  it('what comes and goes again before anybody can see it: none', async () => {
    const page = openPage(BUTTON);
    page.find('#x').addEventListener('click', () => {
      const tool = document.createElement('iframe');
      document.body.append(tool);
      tool.remove();
    });
    await press(page.find('#x'));
    await wait(300);
    expect(page.answer()).to.equal(undefined);
  });
  it('none for a link that the page keeps from working', async () => {
    const page = await pressedQuiet('<a id="x" href="/elsewhere" onclick="event.preventDefault()">Go</a>');
    expect(page.effects()).to.deep.equal([]);
  });

  it('a form that is sent by script', async () => {
    const page = openPage('<form name="order"><button id="x">Send</button></form>');
    page.find('form').addEventListener('submit', (event) => event.preventDefault());
    await press(page.find('#x'));
    await wait(50);
    expect(page.of('submit').map(({ form, handled }) => [form, handled])).to.deep.equal([['order', true]]);
    expect(page.effects()).to.deep.equal([]);
  });

  it('native controls: box, radio, details', async () => {
    const page = openPage(
      '<input type="checkbox" id="a"><input type="radio" name="r" id="b"><details id="d"><summary id="c">More</summary>Text</details>',
    );
    for (const [id, channels2] of [
      ['#a', ['control']],
      ['#b', ['control']],
      ['#c', ['mutation', 'dialog']],
    ] as const) {
      await press(page.find(id));
      await until(() => page.answer());
      expect(page.answer(), id).to.be.oneOf([...channels2]);
    }
  });

  async function pressedQuiet(html: string): Promise<Page> {
    const page = openPage(html);
    await press(page.find('#x'));
    await wait(900);
    return page;
  }

  it('none for a dead button', async () => {
    const page = await pressedQuiet('<button id="x">Dead</button>');
    expect(page.presses()).to.have.length(1);
    expect(page.effects()).to.deep.equal([]);
    expect(page.answer()).to.equal(undefined);
  });

  it('none for a link to # at the top of the page', async () => {
    const page = await pressedQuiet('<a id="x" href="#">Dead</a>');
    expect(page.answer()).to.equal(undefined);
    expect(page.presses()[0]).not.to.have.property('exempt');
  });

  it('none for the looks of a pressed button: ripple, pressed class, data-pressed', async () => {
    const page = openPage('<div id="wrap"><button id="x">Dead</button></div>');
    const x = page.find('#x');
    x.addEventListener('pointerdown', () => {
      x.classList.add('is-pressed');
      x.setAttribute('data-pressed', '');
      page.find('#wrap').classList.add('using-mouse');
    });
    x.addEventListener('pointerup', () => {
      x.classList.remove('is-pressed');
      x.removeAttribute('data-pressed');
    });
    x.addEventListener('click', () => {
      const ripple = document.createElement('span');
      x.append(ripple);
      setTimeout(() => ripple.remove(), 500);
    });
    await press(x);
    await wait(1_100);
    expect(page.effects()).to.deep.equal([]);
    expect(page.answer()).to.equal(undefined);
  });

  it('none for looks that stay: a class of the focus among others, and where the last ripple was', async () => {
    const page = openPage('<button id="x" class="MuiButton-root css-1" style="top: 0px">Dead</button>');
    const x = page.find('#x');
    x.addEventListener('pointerdown', () => {
      x.className = 'MuiButton-root Mui-focusVisible css-1';
      x.style.setProperty('--mdc-ripple-fg-translate-start', '12px, 4px');
    });
    await press(x);
    await wait(1_100);
    expect(page.effects()).to.deep.equal([]);
    expect(page.answer()).to.equal(undefined);
  });

  it('none by what the customer does next: focus, typing, another press', async () => {
    const page = openPage(
      '<button id="x">Dead</button><input id="name"><button id="live">Live</button><p id="out"></p>',
    );
    page.find('#name').addEventListener('input', () => page.find('#out').append('!'));
    page.find('#live').addEventListener('click', () => page.find('#out').append('?'));
    await press(page.find('#x'));
    await press(page.find('#name'));
    await key('a');
    await key('Tab');
    await press(page.find('#live'));
    await wait(200);
    const [dead, , live] = page.presses();
    expect(page.effects().filter((effect) => effect.press === dead!.id)).to.deep.equal([]);
    expect(live!.answer ?? page.effects().find((effect) => effect.press === live!.id)?.channel).to.equal(
      'mutation',
    );
  });

  it('a favourite that is toggled by its class, pressed fast', async () => {
    const page = openPage('<button id="x">★</button>');
    page.find('#x').addEventListener('click', () => page.find('#x').classList.toggle('on'));
    for (let i = 0; i < 3; i++) await press(page.find('#x'));
    await wait(600);
    expect(new Set(page.effects().map((effect) => effect.press)).size).to.equal(3);
  });
});

describe('answers that come in their own time', () => {
  it('a request: request, and not Antes’ own nor an ignored one', async () => {
    const page = openPage(BUTTON, { ignoreUrls: ['/ping'] });
    let url = '/antes-own/x';
    page.find('#x').addEventListener('click', () => void fetch(url).catch(() => {}));
    await press(page.find('#x'));
    await wait(300);
    url = '/ping';
    await press(page.find('#x'));
    await wait(300);
    expect(page.of('request')).to.have.length(0);
    url = '/missing';
    await press(page.find('#x'));
    await until(() => page.answer());
    const [request] = page.of('request');
    expect(request).to.deep.include({ own: true });
    expect(request!.status).to.be.oneOf([404, 0]);
    expect(page.answer()).to.equal('request');
  });

  const leaving: [string, string, (page: Page) => void][] = [
    ['a link', '<a id="x" href="empty.html?left">Go</a>', () => {}],
    ['a form', '<form action="empty.html"><button id="x">Send</button></form>', () => {}],
    [
      'a script',
      '<button id="x">Go</button>',
      (page) => page.host.ownerDocument.location.assign('empty.html?left'),
    ],
  ];
  for (const [name, html, act] of leaving) {
    it(`${name} that leads away: navigation, first under way`, async () => {
      const { el, view } = await frame();
      const page = openPage(html, {}, view);
      page.find('#x').addEventListener('click', () => act(page));
      await press(page.find('#x'));
      await until(() => page.answer());
      el.remove();
      expect(page.presses()).to.have.length(1);
      expect(page.effects().map(({ channel, busy }) => [channel, busy])).to.deep.equal([
        ['navigation', true],
        ['navigation', undefined],
      ]);
    });
  }
});

describe('progress', () => {
  beforeEach(holdTime);

  it('a spinner is no answer; its end is', async () => {
    const page = openPage('<button id="x">Pay</button><p id="out"></p>');
    page.find('#x').addEventListener('click', () => {
      page.find('#out').innerHTML = '<div class="overlay"><i class="btn-spinner"></i></div>';
      setTimeout(() => page.find('#out').replaceChildren('Paid'), 500);
    });
    await press(page.find('#x'));
    await until(() => page.effects().length);
    expect(page.effects()).to.have.length(1);
    expect(page.effects()[0]).to.include({ channel: 'mutation', busy: true });
    await until(() => page.answer());
    expect(page.effects()).to.have.length(2);
    expect(page.effects()[1]).not.to.have.property('busy');
  });

  it('a button that is switched off and says so', async () => {
    const page = openPage('<button id="x">Pay</button>');
    page.find('#x').addEventListener('click', () => {
      const x = page.find<HTMLButtonElement>('#x');
      x.disabled = true;
      x.textContent = 'One moment';
      x.classList.add('loading');
      setTimeout(() => {
        x.disabled = false;
        x.textContent = 'Pay';
        x.classList.remove('loading');
      }, 400);
    });
    await press(page.find('#x'));
    await until(() => page.effects().length);
    expect(page.effects().map(({ busy }) => busy)).to.deep.equal([true]);
    await until(() => page.answer());
    expect(page.effects().map(({ busy }) => busy)).to.deep.equal([true, undefined]);
  });

  it('an animation without end', async () => {
    const page = openPage(
      '<style>@keyframes turn{to{rotate:1turn}}.turn{animation:turn 1s infinite}</style><button id="x">Go</button><p id="out"><i>o</i></p>',
    );
    page
      .find('#x')
      .addEventListener('click', () => setTimeout(() => page.find('#x').classList.add('turn'), 20));
    await press(page.find('#x'));
    await until(() => page.effects().length, 400);
    expect(page.effects()[0]).to.include({ busy: true });
  });

  it('an endless spinner answers nothing', async () => {
    const page = openPage('<button id="x">Pay</button><p id="out"></p>');
    page.find('#x').addEventListener('click', () => page.find('#out').setAttribute('aria-busy', 'true'));
    await press(page.find('#x'));
    await wait(900);
    expect(page.effects().map(({ busy }) => busy)).to.deep.equal([true]);
  });
});

describe('what changes by itself', () => {
  beforeEach(holdTime);

  const ticking: [string, string, (page: Page, n: number) => void][] = [
    [
      'a clock that sets its text',
      '<span id="clock">0</span>',
      (page, n) => void (page.find('#clock').firstChild!.nodeValue = String(n)),
    ],
    [
      'a clock that replaces its node',
      '<div id="clock"><b>0</b></div>',
      (page, n) => void (page.find('#clock').innerHTML = `<b>${n}</b>`),
    ],
    [
      'a carousel that moves a class',
      '<ul id="slides"><li class="on">1</li><li>2</li><li>3</li></ul>',
      (page, n) => {
        const slides = page.host.querySelectorAll('li');
        slides.forEach((slide, i) => slide.classList.toggle('on', i === n % 3));
      },
    ],
    [
      'a bubble appended to the body',
      '<i></i>',
      (_page, n) => {
        document.querySelector('.bubble')?.remove();
        const bubble = document.createElement('div');
        bubble.className = 'bubble';
        bubble.textContent = String(n);
        document.body.append(bubble);
      },
    ],
  ];
  for (const [name, html, tick] of ticking) {
    it(`${name} answers nothing, and hides no answer`, async () => {
      const page = openPage(
        `${html}<button id="x">Dead</button><button id="live">Live</button><p id="out"></p>`,
      );
      page
        .find('#live')
        .addEventListener('click', () => setTimeout(() => page.find('#out').append('Done'), 150));
      let n = 0;
      const timer = setInterval(() => tick(page, ++n), 240);
      await wait(1_700);
      await press(page.find('#x'));
      await wait(1_000);
      expect(page.effects(), 'dead').to.deep.equal([]);
      await press(page.find('#live'));
      await until(() => page.answer(), 1_000);
      clearInterval(timer);
      document.querySelector('.bubble')?.remove();
      expect(page.answer()).to.equal('mutation');
    });
  }

  it('a carousel still answers its own button', async () => {
    const page = openPage('<div id="track"><b>0</b></div><button id="x">Next</button>');
    let n = 0;
    const turn = () => void (page.find('#track').innerHTML = `<b>${++n}</b>`);
    const timer = setInterval(turn, 240);
    page.find('#x').addEventListener('click', turn);
    await wait(1_500);
    await press(page.find('#x'));
    await until(() => page.answer(), 200);
    clearInterval(timer);
    expect(page.answer()).to.equal('mutation');
  });

  it('Antes’ own help is no answer', async () => {
    const page = openPage('<button id="x">Dead</button>');
    page.find('#x').addEventListener('click', () =>
      setTimeout(() => {
        const help = document.createElement('antes-hint');
        help.textContent = 'Help';
        page.host.append(help);
        help.setAttribute('open', '');
        // As the inline card does, so that it is heard with its field.
        page.find('#x').setAttribute('aria-describedby', 'antes-help-1');
      }, 50),
    );
    await press(page.find('#x'));
    await wait(500);
    expect(page.effects()).to.deep.equal([]);
  });
});
