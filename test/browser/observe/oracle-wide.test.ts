import { expect } from '@open-wc/testing';
import { h, render } from 'preact';
import { closePages, frame, key, openPage, type Page, press, until, wait, holdTime } from './page.js';

afterEach(closePages);

const quiet = async (page: Page, ms = 700) => {
  await wait(ms);
  return page.answer();
};

describe('shadow roots', () => {
  beforeEach(holdTime);

  const component = (host: Element, html: string) => {
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = html;
    return root;
  };
  it('an answer in another root, nested, that was made after the start', async () => {
    const page = openPage('<div id="a"></div><div id="b"></div>');
    const a = component(page.find('#a'), '<div id="inner"></div>');
    const inner = component(a.querySelector('#inner')!, '<button id="x">Go</button>');
    const b = component(page.find('#b'), '<section><div id="deep"></div></section>');
    const deep = component(b.querySelector('#deep')!, '<p></p>');
    inner.querySelector('#x')!.addEventListener('click', () => deep.querySelector('p')!.append('Done'));
    await press(inner.querySelector('#x')!);
    await until(() => page.answer());
    expect(page.answer()).to.equal('mutation');
  });
  it('a button of a component that slots its words', async () => {
    const page = openPage('<div id="a"><span id="words">Pay</span></div><p id="out"></p>');
    const root = component(page.find('#a'), '<button id="pay"><slot></slot></button>');
    await press(page.find('#words'));
    expect(page.presses().at(-1)).to.include({ target: 'pay', interactive: true });
    expect(await quiet(page)).to.equal(undefined);
    root.querySelector('button')!.addEventListener('click', () => page.find('#out').append('Done'));
    await press(page.find('#words'));
    await until(() => page.answer());
    expect(page.answer()).to.equal('mutation');
  });
  it('a component with a closed root cannot be judged', async () => {
    // oxlint-disable-next-line wc/guard-define-call -- a page of its own for each run
    customElements.define(
      'closed-button',
      class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: 'closed' }).innerHTML = '<button>Pay</button>';
        }
      },
    );
    const page = openPage('<closed-button role="button" id="x"></closed-button>');
    await press(page.find('#x'));
    expect(page.presses()[0]).to.include({ target: 'x', exempt: 'unobservable' });
  });
});

describe('frames that the page counts to itself', () => {
  async function framed(opted = true) {
    const { el, view } = await frame();
    if (opted) el.setAttribute('data-antes-frame', '');
    el.id = 'pay-frame';
    view.document.body.innerHTML =
      '<button id="in">In</button><button>Second</button><p id="out">–</p><button disabled id="off" style="pointer-events:none">Off</button>';
    const page = openPage('<button id="x">Out</button><p id="here">–</p>');
    return { el, view, page, inside: (selector: string) => view.document.querySelector(selector)! };
  }
  it('presses in them give records, and what changes in them or around them answers', async () => {
    const { el, page, inside } = await framed();
    inside('#in').addEventListener('click', () => page.find('#here').append('Done'));
    await press(inside('#in'));
    await until(() => page.answer());
    expect([page.presses()[0]!.target, page.answer()]).to.deep.equal(['in', 'mutation']);
    expect(page.presses()[0]).not.to.have.property('exempt');
    expect(page.of('page').every(({ focused }) => focused)).to.equal(true);
    page.find('#x').addEventListener('click', () => inside('#out').append('Done'));
    await press(page.find('#x'));
    await until(() => page.answer());
    expect([page.presses()[1]!.target, page.answer()]).to.deep.equal(['x', 'mutation']);
    await press(inside('button:nth-of-type(2)'));
    expect(page.presses()[2]!.target).to.equal('pay-frame/button2');
    expect(page.presses()[2]!.region).to.equal('pay-frame');
    el.remove();
  });
  it('others are left alone', async () => {
    const { el, page, inside } = await framed(false);
    await press(inside('#in'));
    await wait(100);
    el.remove();
    expect(page.presses()).to.deep.equal([]);
  });
  it('one that moves on is followed, one that is removed leaves nothing behind', async () => {
    const { el, view, page } = await framed();
    const old = view.document;
    const loaded = new Promise((done) => el.addEventListener('load', done, { once: true }));
    view.location.search = '?next';
    await loaded;
    await until(() => el.contentDocument !== old && el.contentDocument?.readyState === 'complete');
    const next = el.contentDocument!;
    next.body.innerHTML = '<button id="again">Again</button>';
    await press(next.querySelector('#again')!);
    await until(() => page.presses().length);
    expect(page.presses().at(-1)!.target).to.equal('again');
    el.remove();
    await wait(250);
    const { length } = page.records;
    next.body.append(next.createElement('i'));
    await wait(150);
    expect(page.records.length).to.equal(length);
    expect(page.problems).to.deep.equal([]);
  });
  it('a frame that loads something is an answer', async () => {
    const { el, view } = await frame();
    const page = openPage('<button id="x">Show</button>');
    page
      .find('#x')
      .addEventListener('click', () => void setTimeout(() => view.location.replace('?shown'), 50));
    await press(page.find('#x'));
    await until(() => page.answer());
    el.remove();
    expect(page.answer()).to.equal('mutation');
  });
});

describe('a page that is drawn anew', () => {
  beforeEach(holdTime);

  const names = (page: Page) => new Set(page.presses().map(({ target }) => target));
  const unanswered = (page: Page) =>
    page
      .presses()
      .filter(({ id, answer }) => !answer && !page.effects().some((effect) => effect.press === id));

  it('by innerHTML, the same as before: three presses of one dead button', async () => {
    const page = openPage('<ul id="list"></ul>');
    const draw = () =>
      (page.find('#list').innerHTML =
        '<li><button>Buy</button> one</li><li><button id="x">Buy</button> two</li><li><button>Buy</button></li>');
    draw();
    page.find('#list').addEventListener('click', draw);
    for (let i = 0; i < 3; i++) await press(page.find('#x'));
    await wait(700);
    expect([...names(page)]).to.deep.equal(['x']);
    expect(unanswered(page)).to.have.length(3);
  });

  it('by Preact with new keys each time: three presses of one button', async () => {
    const page = openPage('<div id="app"></div>');
    let n = 0;
    const draw = () =>
      render(
        h(
          'ul',
          null,
          [1, 2, 3].map((i) => h('li', { key: `${n}-${i}` }, h('button', { onClick }, `Buy ${i}`))),
        ),
        page.find('#app'),
      );
    const onClick = () => {
      n++;
      draw();
    };
    draw();
    for (let i = 0; i < 3; i++) await press(page.find('li:nth-child(2) button'));
    await wait(700);
    expect(names(page).size).to.equal(1);
    expect(unanswered(page)).to.have.length(3);
    n = 100;
    render(h('p', null, 'Bought'), page.find('#app'));
  });

  it('by Preact with something new in it: an answer', async () => {
    const page = openPage('<div id="app"></div>');
    let n = 0;
    const draw = () =>
      render(
        h('div', { key: n }, h('button', { id: 'x', onClick }, 'Buy'), h('p', null, `${n} in the basket`)),
        page.find('#app'),
      );
    const onClick = () => {
      n++;
      draw();
    };
    draw();
    for (let i = 0; i < 3; i++) await press(page.find('#x'));
    await wait(200);
    expect(names(page).size).to.equal(1);
    expect(unanswered(page)).to.deep.equal([]);
  });

  it('in another order: the button that moved keeps its given name', async () => {
    const page = openPage(
      '<ul id="list"><li><button data-antes-key="buy-a">A</button></li><li><button data-antes-key="buy-b">B</button></li></ul>',
    );
    page
      .find('#list')
      .addEventListener('click', () => page.find('#list').append(page.find('#list').firstChild!));
    for (let i = 0; i < 3; i++) await press(page.find('[data-antes-key=buy-b]'));
    await wait(100);
    expect([...names(page)]).to.deep.equal(['buy-b']);
    expect(unanswered(page)).to.deep.equal([]);
  });

  it('between pointer-down and click: still a press of that button', async () => {
    const page = openPage('<div id="list" style="padding:20px"></div>');
    const draw = () => (page.find('#list').innerHTML = '<button id="x">Buy</button>');
    draw();
    page.find('#list').addEventListener('pointerdown', draw);
    for (let i = 0; i < 3; i++) {
      await press(page.find('#x'));
      await wait(80);
    }
    expect(page.presses().map(({ target, interactive }) => [target, interactive])).to.deep.equal([
      ['x', true],
      ['x', true],
      ['x', true],
    ]);
    expect(unanswered(page)).to.have.length(3);
  });
});

describe('more channels', () => {
  const cases: [string, string, string, (page: Page) => void][] = [
    [
      'a form that the page checks',
      'control',
      '<form><input required></form><button id="x">Go</button>',
      (page) => void page.find<HTMLFormElement>('form').checkValidity(),
    ],
    [
      'a form that is emptied',
      'control',
      '<form><input></form><button id="x">Go</button>',
      (page) => page.find<HTMLFormElement>('form').reset(),
    ],
    [
      'boxes that are ticked elsewhere',
      'control',
      '<div><button id="x">All</button></div><ul><li><input type="checkbox"></li></ul>',
      (page) => void (page.find<HTMLInputElement>('input').checked = true),
    ],
    [
      'a file dialog that the page opens',
      'window',
      '<button id="x">Add</button><input type="file" hidden>',
      (page) =>
        page.find('input').addEventListener('click', (event) => event.preventDefault(), { once: true }),
    ],
    [
      'a call that the page starts',
      'window',
      '<button id="x">Call</button><a hidden href="tel:+34900">c</a>',
      (page) => page.find('a').addEventListener('click', (event) => event.preventDefault(), { once: true }),
    ],
  ];
  for (const [name, channel, html, act] of cases) {
    it(`${name}: ${channel}`, async () => {
      const page = openPage(html);
      page.find('#x').addEventListener('click', () => {
        act(page);
        if (channel === 'window') page.find('input,a').click();
      });
      await press(page.find('#x'));
      await until(() => page.answer(), 900);
      expect(page.answer()).to.equal(channel);
    });
  }

  it('a window that the page opens: window', async () => {
    const page = openPage('<button id="x">Terms</button>');
    page.find('#x').addEventListener('click', () => {
      const opened = window.open('about:blank');
      setTimeout(() => opened?.close(), 400);
    });
    await press(page.find('#x'));
    await until(() => page.answer(), 1_500);
    await wait(500);
    window.focus();
    expect(page.answer()).to.equal('window');
  });

  it('a copy by script: clipboard, where the browser tells of it', async function () {
    if (!('onclipboardchange' in (navigator.clipboard ?? {}))) this.skip();
    const page = openPage('<button id="x">Copy</button>');
    page
      .find('#x')
      .addEventListener('click', () => void navigator.clipboard.writeText('code').catch(() => {}));
    await press(page.find('#x'));
    await until(() => page.answer(), 1_500);
    expect(page.answer()).to.equal('clipboard');
  });

  it('a sound without an element: media', async () => {
    const sound = (which: string) => `/test/browser/observe/silence.wav?${which}`;
    const isFetched = (which: string) =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith(sound(which)));
    // Held: what is not allowed to play, and is known to nobody, is forgotten by WebKit before it was fetched.
    const sounds: HTMLAudioElement[] = [];
    const play = (which: string, muted: boolean) => {
      const audio = new Audio(sound(which));
      audio.muted = muted;
      sounds.push(audio);
      void audio.play().catch(() => {});
    };
    // The first sound has WebKitGTK start its player. Nobody has pressed anything yet: muted, it may play.
    play('before', true);
    await until(() => isFetched('before'), 4_000);
    expect(isFetched('before')).to.equal(true);
    const page = openPage('<button id="x">Listen</button>');
    page.find('#x').addEventListener('click', () => play('now', false));
    await press(page.find('#x'));
    await until(() => page.answer(), 4_000);
    expect(page.answer()).to.equal('media');
  });

  it('a sound that ends by itself answers nobody', async () => {
    // Four tenths of a second of nothing, eight bits a sample, muted: not every machine has something to hear it with.
    const head =
      'RIFF\xA4\x0C\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1F\0\0\x40\x1F\0\0\x01\0\x08\0data\x80\x0C\0\0';
    const page = openPage(
      `<button id="x">Pay</button><audio muted src="data:audio/wav;base64,${btoa(head + '\x80'.repeat(3_200))}"></audio>`,
    );
    const sound = page.find<HTMLAudioElement>('audio');
    await sound.play();
    await press(page.find('#x'));
    expect(sound.ended).to.equal(false);
    await until(() => sound.ended);
    await wait(50);
    expect(page.answer()).to.equal(undefined);
  });

  it('smooth scrolling that goes on answers the press before it, not the next', async () => {
    const page = openPage(
      '<div style="position:fixed;top:0"><button id="x">Down</button><button id="y">Dead</button></div><div style="height:9000px"></div><p id="end">end</p>',
    );
    page.find('#x').addEventListener('click', () => page.find('#end').scrollIntoView({ behavior: 'smooth' }));
    await press(page.find('#x'));
    await until(() => page.answer());
    await press(page.find('#y'));
    await wait(900);
    scrollTo({ top: 0, behavior: 'instant' });
    const [down, dead] = page.presses();
    expect(page.effects().map((effect) => effect.press)).to.deep.equal([down!.id]);
    expect(dead!.target).to.equal('y');
  });

  it('an already chosen radio is satisfied, through its label too, and by Space', async () => {
    holdTime();
    const page = openPage('<label id="l"><input type="radio" name="r" id="x" checked> Card</label>');
    await press(page.find('#l'), 40);
    await wait(60);
    page.find('#x').focus();
    await key(' ');
    await wait(60);
    expect(page.presses().length).to.be.greaterThan(0);
    expect(new Set(page.presses().map(({ exempt }) => exempt))).to.deep.equal(new Set(['satisfied']));
  });

  it('a radio chosen next says nothing about the dead press before it', async () => {
    holdTime();
    const page = openPage(
      '<div><button id="x">Dead</button><input type="radio" name="r" id="a" checked><input type="radio" name="r" id="b"></div>',
    );
    await press(page.find('#x'));
    await press(page.find('#b'));
    await wait(900);
    const [dead] = page.presses();
    expect(page.effects().filter((effect) => effect.press === dead!.id)).to.deep.equal([]);
  });
});

describe('a carousel', () => {
  beforeEach(holdTime);

  it('answers each of many fast presses', async () => {
    const page = openPage(
      '<button id="next">›</button><div id="box" style="overflow:auto;width:200px"><div style="width:4000px">x</div></div>',
    );
    page.find('#next').addEventListener('click', () => page.find('#box').scrollBy(150, 0));
    for (let i = 0; i < 5; i++) {
      await press(page.find('#next'));
      await wait(90);
    }
    const answered = () => page.of('effect').filter(({ channel }) => channel === 'scroll').length;
    await until(() => answered() === 5);
    expect(answered()).to.equal(5);
  });
});
