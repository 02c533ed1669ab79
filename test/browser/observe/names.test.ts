import { expect } from '@open-wc/testing';
import { isHandMade } from '../../../src/core/hand-made.js';
import * as names from '../../../src/observe/names.js';
import { sanitisePath } from '../../../src/core/path.js';

let host: HTMLElement;

function put(html: string): HTMLElement {
  host = document.createElement('div');
  host.innerHTML = html;
  document.body.append(host);
  return host;
}
afterEach(() => host?.remove());
const $ = (selector: string) => host.querySelector(selector) as Element;

describe('names', () => {
  it('takes hand-made names and leaves generated ones', () => {
    for (const name of [
      'pay',
      'card-form',
      'address_line2',
      'order[items][0][qty]',
      'postcode',
      'i18n-menu',
      'autoRenew',
    ]) {
      expect(isHandMade(name), name).to.equal(true);
    }
    for (const name of [
      ':r1:',
      '«r3»',
      'radix-:r1:',
      'radix-12',
      'headlessui-menu-button-3',
      'ember123',
      'mui-42',
      'react-aria-1234567890',
      'order-81723',
      'css-1x9y2z',
      'a8f3e2b1c',
      '',
      null,
      'user@example.com',
    ]) {
      expect(isHandMade(name), String(name)).to.equal(false);
    }
  });

  it('prefers what the author gave for it', () => {
    put(
      '<button data-antes-key="k" data-antes-anchor="a" id="i">1</button><button data-antes-anchor="a2" id="j">2</button>',
    );
    expect([...host.children].map((el) => names.key(el))).to.deep.equal(['k', 'a2']);
  });

  it('falls back to role and place below the nearest name, never to text', () => {
    put(
      '<form id="card-form"><button>Pay</button><button>Cancel</button><div><a href="#">Terms</a></div></form>',
    );
    expect(names.key($('button:nth-of-type(2)'))).to.equal('card-form/button2');
    expect(names.key($('a'))).to.equal('card-form/link1');
    expect(names.region($('a'))).to.equal('card-form');
  });

  it('is the same after a framework has replaced the node, its text and its generated id', () => {
    put(
      '<main><section aria-label="Basket"><button id=":r1:">One</button><button id=":r2:">Two</button></section></main>',
    );
    const key = names.key($('button:nth-of-type(2)'));
    $('section').innerHTML = '<button id=":r7:">Uno</button><button id=":r8:">Dos</button>';
    expect(names.key($('button:nth-of-type(2)'))).to.equal(key);
  });

  it('tells radios of a group apart as controls, and knows them as one field', () => {
    put(
      '<form name="f"><input type="radio" name="ship" value="a"><input type="radio" name="ship" value="b"></form>',
    );
    const radios = [...host.querySelectorAll('input')];
    expect(radios.map((el) => names.key(el))).to.deep.equal(['ship1', 'ship2']);
    expect(radios.map((el) => names.field(el))).to.deep.equal(['ship', 'ship']);
    expect(names.form(radios[0]!)).to.equal('f');
  });

  it('knows roles', () => {
    put('<a href="/">a</a><input><input type="range"><div role="switch">x</div><p>p</p><select></select>');
    expect([...host.children].map((el) => names.role(el))).to.deep.equal([
      'link',
      'textbox',
      'slider',
      'switch',
      'generic',
      'combobox',
    ]);
  });
});

describe('paths', () => {
  const cases: Record<string, string> = {
    '/': '/',
    '/checkout/payment': '/checkout/payment',
    '/order/81723/pay': '/order/:id/pay',
    '/order/ORD-2024-7731': '/order/:id',
    '/u/3f2504e0-4f89-11d3-9a0c-0305e82c3301': '/u/:id',
    '/u/jane%40example.com': '/u/:id',
    '/r/dGhpc0lzQVRva2Vu': '/r/:id',
    '/step2/v1/b2b': '/step2/v1/b2b',
    '/p/blue-running-shoes': '/p/blue-running-shoes',
    '/c/deadbeefcafe': '/c/:id',
    '/x/%E0%A4%A': '/x/:id',
    '/es/pagar/index.html': '/es/pagar/index.html',
  };
  for (const [path, clean] of Object.entries(cases))
    it(`${path} → ${clean}`, () => expect(sanitisePath(path, new Set())).to.equal(clean));
  it('leaves the words of the config', () =>
    expect(sanitisePath('/checkout/2/7731', new Set(['2']))).to.equal('/checkout/2/:id'));
});
