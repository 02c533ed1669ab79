import { expect } from '@open-wc/testing';
import { look, piecesOf } from '../../../src/inspector/model/picked.js';
import { propose } from '../../../src/inspector/model/selectors.js';

let page: HTMLElement;
const show = (html: string): void => void (page.innerHTML = html);
const at = (selector: string): Element => page.querySelector(selector)!;
const best = (selector: string) => propose(at(selector))[0]!;

describe('ways to find an element again', () => {
  beforeEach(() => {
    page = document.createElement('div');
    document.body.append(page);
  });
  afterEach(() => page.remove());

  it('a name made for it comes before all others', () => {
    show('<button id="pay" data-testid="pay" data-antes-anchor="pay-button">Pay</button>');
    expect(best('button')).to.include({
      anchor: 'pay-button',
      selector: '[data-antes-anchor="pay-button"]',
      stability: 'made for it',
      matches: 1,
    });
  });
  for (const [what, html, anchor, stability] of [
    ['an id that a person gave', '<button id="pay">Pay</button>', '#pay', 'stable'],
    ['a name for tests', '<b data-testid="total">1</b>', '[data-testid="total"]', 'stable'],
    ['the name of a field', '<input name="holder" class="x">', 'input[name="holder"]', 'stable'],
    [
      'what a browser fills in',
      '<input autocomplete="postal-code">',
      'input[autocomplete="postal-code"]',
      'likely',
    ],
    ['where a link leads', '<a href="/help/delivery">Help</a>', 'a[href="/help/delivery"]', 'likely'],
    ['where a form goes', '<form action="/pay"></form>', 'form[action="/pay"]', 'likely'],
    ['quotes in a name', "<b data-qa='a\"b'>1</b>", '[data-qa="a\\"b"]', 'stable'],
  ] as const)
    it(what, () => {
      show(html);
      const [first] = propose(page.firstElementChild!);
      expect(first).to.include({ anchor, stability, matches: 1 });
    });

  for (const id of ['radix-:r1:', 'css-1x9y2z', 'a8f3e2b1', 'order-20817', ':r3:'])
    it(`an id that a program made is fragile: ${id}`, () => {
      show(`<div id="box"><button id="${id}">Pay</button></div>`);
      const proposals = propose(at('button'));
      expect(proposals.find(({ selector }) => selector === `#${CSS.escape(id)}`)).to.include({
        stability: 'fragile',
      });
    });
  it('a label of the page is fragile: it is another one in another language', () => {
    show('<button aria-label="Pay now">€</button>');
    expect(best('button')).to.include({ selector: 'button[aria-label="Pay now"]', stability: 'fragile' });
  });
  it('what would lead to another element of the same name is not proposed', () => {
    show('<input id="email"><div></div>');
    const root = at('div').attachShadow({ mode: 'open' });
    root.innerHTML = '<input id="email" name="inner">';
    const inner = root.querySelector('input')!;
    expect(propose(inner).map(({ anchor }) => anchor)).not.to.include('#email');
    expect(propose(inner)[0]).to.include({ anchor: 'input[name="inner"]', matches: 1 });
    expect(propose(at('#email')).find(({ anchor }) => anchor === '#email')).to.include({ matches: 2 });
  });
  it('an address with a number in it is no name', () => {
    show('<a href="/order/81723">Order</a>');
    for (const { selector } of propose(at('a'))) expect(selector).not.to.contain('81723');
  });
  it('goes by what is around it where it is not the only one, and says how many there are where it is the first', () => {
    show('<form id="a"><input name="x"></form><form id="b"><input name="x"></form>');
    expect(best('#b input')).to.include({ selector: '#b input[name="x"]', stability: 'stable', matches: 1 });
    const both = (field: string) => propose(at(field)).find(({ selector }) => selector === 'input[name="x"]');
    expect(both('#a input')).to.include({ matches: 2, visible: 2 });
    // Help would stand at the other one.
    expect(both('#b input')).to.equal(undefined);
  });
  it('counts what is visible apart', () => {
    show('<b data-qa="one" hidden>1</b><b data-qa="one">2</b>');
    expect(propose(page.lastElementChild!).find(({ selector }) => selector === '[data-qa="one"]')).to.include(
      {
        matches: 2,
        visible: 1,
      },
    );
  });
  it('its place in the page is the last resort, from what has a name', () => {
    show('<section id="sum"><div><i>1</i><i>2</i></div></section>');
    const [first] = propose(at('i:last-child'));
    expect(first).to.include({ selector: '#sum > div > i:nth-of-type(2)', stability: 'fragile', matches: 1 });
  });
  it('finds in open shadow roots what is in them', () => {
    show('<div></div>');
    const root = at('div').attachShadow({ mode: 'open' });
    root.innerHTML = '<button id="pay">Pay</button>';
    expect(propose(root.querySelector('button')!)[0]).to.include({ selector: '#pay', matches: 1 });
  });
  it('whatever is proposed finds the element, in pages of chance', () => {
    const words = ['a', 'pay', 'x1', ':r1:', 'card-form', '1', 'ä'];
    let seed = 7;
    const draw = (n: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % n;
    for (let i = 0; i < 40; i++) {
      show('');
      const all: Element[] = [page];
      for (let n = 0; n < 25; n++) {
        const el = document.createElement(['div', 'button', 'input', 'form', 'a'][draw(5)]!);
        for (const name of ['id', 'name', 'class', 'data-qa', 'aria-label', 'role'])
          if (draw(3) === 0) el.setAttribute(name, words[draw(words.length)]!);
        all[draw(all.length)]!.append(el);
        all.push(el);
      }
      for (const el of all.slice(1)) {
        const proposals = propose(el);
        expect(proposals).not.to.have.length(0);
        for (const { selector } of proposals)
          expect([...document.querySelectorAll(selector)], selector).to.include(el);
      }
    }
  });

  it('makes pieces of a configuration of it', () => {
    show('<form id="card-form" data-antes-step="payment"><button name="pay">Pay</button></form>');
    const picked = look(at('button'));
    expect(picked).to.include({ step: 'payment', ignored: false });
    const pieces = piecesOf(picked, picked.proposals[0]!, '/order/81723/pay');
    expect(pieces.anchor).to.equal('"anchor": "button[name=\\"pay\\"]"');
    expect(JSON.parse(pieces.step)).to.deep.equal({ id: 'pay1', selector: 'button[name="pay"]' });
    expect(JSON.parse(pieces.page)).to.deep.equal({ id: 'pay', url: '/order/*/pay' });
    expect(JSON.parse(pieces.target).where.target).to.equal(picked.target);
  });
});
