import { expect } from '@open-wc/testing';
import { closePages, openPage, press } from './page.js';

afterEach(closePages);

describe('what a press says of its target', () => {
  it('looks like a control', async () => {
    const looks = [
      '<span style="cursor:pointer">x</span>',
      '<span style="text-decoration:underline">x</span>',
      '<u><b>x</b></u>',
      '<span style="color:#0000ee">x</span>',
      '<div class="cta-primary">x</div>',
      '<div class="Button_root"><i>x</i></div>',
    ];
    const plain = [
      '<span>x</span>',
      '<div class="btn-group">x</div>',
      '<h2 style="color:#0066cc">x</h2>',
      '<p class="linked-list">x</p>',
    ];
    const page = openPage(
      [...looks, ...plain].map((html) => `<div style="padding:4px">${html}</div>`).join('') +
        '<button>x</button>',
    );
    for (const box of page.host.children) {
      let inner = box;
      while (inner.firstElementChild) inner = inner.firstElementChild;
      await press(inner, 4);
    }
    expect(page.presses().map((one) => one.affords)).to.deep.equal([
      ...looks.map(() => true),
      ...plain.map(() => undefined),
      undefined,
    ]);
  });

  it('was in this state before', async () => {
    const page = openPage(
      `<input type="checkbox" id="box"><div><button id="mute" aria-pressed="false">Mute</button></div><details><summary id="more">More</summary>x</details>
       <div role="group"><button id="plus">+</button><input type="number" value="1"></div><p><button id="pay">Pay</button></p>`,
    );
    page.find('#mute').addEventListener('click', ({ target }) => {
      const el = target as Element;
      el.setAttribute('aria-pressed', String(el.getAttribute('aria-pressed') !== 'true'));
      // As frameworks do.
      el.replaceWith(el.cloneNode(true));
    });
    page.find('#plus').addEventListener('click', () => page.find<HTMLInputElement>('[type=number]').stepUp());
    const states = async (id: string) => {
      const from = page.presses().length;
      for (let i = 0; i < 3; i++) await press(page.find(id));
      return page
        .presses()
        .slice(from)
        .map(({ state }) => state);
    };
    expect(await states('#box')).to.deep.equal([0, 1, 0]);
    expect(await states('#more')).to.deep.equal([0, 1, 0]);
    expect(await states('#plus')).to.deep.equal([0, 1, 2]);
    expect(await states('#pay')).to.deep.equal([undefined, undefined, undefined]);
  });

  it('is in a state that goes on when its node is replaced', async () => {
    const page = openPage('<p><button id="mute" aria-pressed="false">Mute</button></p>');
    const render = (pressed: string) => {
      page.find('p').innerHTML = `<button id="mute" aria-pressed="${pressed}">Mute</button>`;
    };
    for (const next of ['true', 'false', 'true']) {
      await press(page.find('#mute'));
      render(next);
    }
    expect(page.presses().map(({ state }) => state)).to.deep.equal([0, 1, 0]);
  });

  it('leads to a person', async () => {
    const page = openPage(
      `<a href="tel:+34900">1</a><a href="mailto:a@example.com">2</a><a href="https://wa.me/34900">3</a><span data-antes-anchor="phone-number">4</span>
       <a href="https://chat.example/x">5</a><a href="/other">6</a>`,
      { contacts: [{ url: 'https://chat.example/x', leads: 'chat' }] },
    );
    page.host.addEventListener('click', (event) => event.preventDefault());
    for (const el of page.host.children) await press(el);
    expect(page.presses().map(({ leads }) => leads)).to.deep.equal([
      'phone',
      'mail',
      'chat',
      'phone',
      'chat',
      undefined,
    ]);
  });
});
