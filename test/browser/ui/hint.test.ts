import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { click, pressKey } from '../../support/input.js';
import * as ui from './support.js';

const FORM = `<main><form><p><label for="a">Name</label> <input id="a"></p>
  <p><label for="f">Security code</label> <input id="f" style="width:120px" data-antes-anchor="field"></p>
  <p><label for="g">Postcode</label> <input id="g"></p><div style="height:900px"></div><input id="z" aria-label="Last"></form></main>`;
const made = (rest = {}) =>
  ui.offer({ as: 'hint', title: 'Where is it?', body: 'Three digits, **on the back**.', ...rest });
const input = (id: string) => document.getElementById(id) as HTMLInputElement;
const box = (element: Element) => element.getBoundingClientRect();
const covers = (a: Element, b: Element) => {
  const [x, y] = [box(a), box(b)];
  return x.left < y.right && y.left < x.right && x.top < y.bottom && y.top < x.bottom;
};
const button = () => ui.part(ui.hint(), 'hint');
const isOpen = () => button().getAttribute('aria-expanded') === 'true';
const said = () => ui.hint().shadowRoot?.querySelector('#tip [role=status]')?.textContent.trim() ?? '';

describe('antes-hint', () => {
  beforeEach(() => void ui.page(FORM));
  afterEach(async () => {
    ui.stopAll();
    ui.clearPage();
    await resetMouse();
    scrollTo(0, 0);
  });

  it('is a button right after its anchor, named after what it says, with the dot of an offer', async () => {
    input('f').focus();
    const run = ui.start();
    await run.show(made());
    expect(ui.hint().previousElementSibling).to.equal(input('f'));
    expect(button().getAttribute('aria-label')).to.equal('Help: Where is it?');
    expect(button().getAttribute('aria-expanded')).to.equal('false');
    expect(ui.hasPart(ui.hint(), 'dot')).to.equal(true);
    expect(document.activeElement).to.equal(input('f'));
    expect(run.answers).to.deep.equal(['shown hint']);
  });

  it('moves nothing, and covers neither its anchor nor the next field', async () => {
    const before = ['a', 'f', 'g', 'z'].map((id) => box(input(id)).top);
    const run = ui.start();
    await run.show(made());
    await click(button());
    await ui.until(isOpen);
    expect(['a', 'f', 'g', 'z'].map((id) => box(input(id)).top)).to.deep.equal(before);
    expect(covers(button(), input('f'))).to.equal(false);
    expect(covers(ui.part(ui.hint(), 'card'), input('f'))).to.equal(false);
  });

  it('opens by a click, says its text in a region that was there, and loses its dot for good', async () => {
    const run = ui.start();
    await run.show(made());
    const region = ui.hint().shadowRoot?.querySelector('#tip [role=status]');
    expect(region).to.exist;
    expect(said()).to.equal('');
    await click(button());
    await ui.until(isOpen);
    expect(ui.hint().shadowRoot?.querySelector('#tip [role=status]')).to.equal(region);
    expect(said()).to.contain('Three digits, on the back.');
    expect(button().getAttribute('aria-controls')).to.equal('tip');
    expect(run.answers).to.deep.equal(['shown hint', 'opened hint']);
    await click(button());
    await ui.until(() => !isOpen());
    expect(ui.hasPart(ui.hint(), 'dot')).to.equal(false);
    await click(button());
    expect(run.answers).to.deep.equal(['shown hint', 'opened hint']);
  });

  it('leaves the caret in the field when it is clicked', async () => {
    const run = ui.start();
    await run.show(made());
    input('f').focus();
    await click(button());
    await ui.until(isOpen);
    expect(document.activeElement).to.equal(input('f'));
  });

  it('does not open by hovering', async () => {
    const run = ui.start();
    await run.show(made());
    await sendMouse({ type: 'move', position: ui.centre(button()) });
    await ui.settled();
    expect(isOpen()).to.equal(false);
  });

  for (const key of ['Enter', 'Space']) {
    it(`opens and closes by ${key}; Escape closes it and keeps the focus`, async () => {
      const run = ui.start();
      await run.show(made());
      ui.hint().focus();
      await pressKey(key);
      await ui.until(isOpen);
      await pressKey(key);
      await ui.until(() => !isOpen());
      await pressKey(key);
      await ui.until(isOpen);
      await pressKey('Escape');
      await ui.until(() => !isOpen());
      expect(ui.focused()).to.equal(button());
    });
  }

  it('Escape from inside brings the focus to the button', async () => {
    const run = ui.start();
    await run.show(made());
    ui.hint().focus();
    await pressKey('Enter');
    await ui.until(isOpen);
    ui.part(ui.hint(), 'close').focus();
    await pressKey('Escape');
    await ui.until(() => !isOpen());
    expect(ui.focused()).to.equal(button());
  });

  it('while it is closed, Escape is the page’s', async () => {
    const seen: boolean[] = [];
    const listen = (event: KeyboardEvent) => seen.push(event.defaultPrevented);
    document.addEventListener('keydown', listen);
    const run = ui.start();
    await run.show(made());
    ui.hint().focus();
    await pressKey('Escape');
    document.removeEventListener('keydown', listen);
    expect(seen).to.deep.equal([false]);
    expect(ui.hint()).to.exist;
  });

  it('comes after its anchor in the order of Tab, and Tab goes on', async () => {
    const run = ui.start();
    await run.show(made());
    input('f').focus();
    await pressKey('Tab');
    expect(ui.focused()).to.equal(button());
    await pressKey('Tab');
    expect(document.activeElement).to.equal(input('g'));
    await pressKey('Shift+Tab');
    expect(ui.focused()).to.equal(button());
  });

  it('Close takes it away, and by a key brings the focus to the anchor', async () => {
    const run = ui.start();
    await run.show(made());
    ui.hint().focus();
    await pressKey('Enter');
    await ui.until(isOpen);
    ui.part(ui.hint(), 'close').focus();
    await pressKey('Enter');
    await ui.until(() => ui.hint() === null);
    expect(run.answers.at(-1)).to.equal('dismissed');
    expect(document.activeElement).to.equal(input('f'));
  });

  it('closes when the customer goes on to what it would cover and there is nowhere else', async () => {
    const run = ui.start();
    await run.show(made());
    await click(button());
    await ui.until(isOpen);
    const wide = input('g');
    wide.style.cssText = 'position:fixed;inset:0;width:100%;height:100%';
    wide.focus();
    await ui.until(() => !isOpen());
  });

  it('goes above where there is no room below', async () => {
    ui.clearPage();
    ui.page(
      '<div style="height:calc(100vh - 80px)"></div><input id="f" style="width:100px" data-antes-anchor="field">',
    );
    const run = ui.start();
    await run.show(made());
    await click(button());
    await ui.until(isOpen);
    await ui.settled();
    expect(box(ui.part(ui.hint(), 'card')).bottom).to.be.at.most(box(input('f')).top);
  });

  it('stands and opens on the side that is wanted, and on another where that has no room', async () => {
    ui.clearPage();
    ui.page('<input id="f" style="margin:250px 40px 0;width:150px" data-antes-anchor="field">');
    const run = ui.start();
    await run.show(made({ side: 'top' }));
    expect(box(ui.hint()).bottom).to.be.at.most(box(input('f')).top);
    await click(button());
    await ui.until(isOpen);
    await ui.settled();
    const card = () => box(ui.part(ui.hint(), 'card'));
    expect(card().bottom).to.be.at.most(box(ui.hint()).top);
    input('f').style.marginTop = '4px';
    await ui.until(() => card().top >= box(input('f')).bottom);
    expect(covers(button(), input('f'))).to.equal(false);
  });

  it('goes along with its anchor when a part of the page is scrolled, and hides when that hides it', async () => {
    ui.clearPage();
    ui.page(`<div id="s" style="height:160px;overflow:auto"><div style="height:60px"></div>
      <input id="f" style="width:100px" data-antes-anchor="field"><div style="height:600px"></div></div>`);
    const run = ui.start();
    await run.show(made());
    const offset = () => Math.round(box(ui.hint()).top - box(input('f')).top);
    const before = offset();
    const scroller = document.getElementById('s') as HTMLElement;
    scroller.scrollTop = 30;
    await ui.settled();
    expect(offset()).to.equal(before);
    scroller.scrollTop = 300;
    await ui.until(() => getComputedStyle(ui.hint()).visibility === 'hidden');
    scroller.scrollTop = 0;
    await ui.until(() => getComputedStyle(ui.hint()).visibility === 'visible');
    expect(offset()).to.equal(before);
  });

  it('goes along when the page moves the anchor without scrolling', async () => {
    const run = ui.start();
    await run.show(made());
    const offset = () => Math.round(box(ui.hint()).top - box(input('f')).top);
    const before = offset();
    document
      .querySelector('form')
      ?.prepend(Object.assign(document.createElement('p'), { textContent: 'New' }));
    await ui.until(() => offset() === before);
    input('f').style.marginInlineStart = '80px';
    await ui.until(() => Math.round(box(ui.hint()).left - box(input('f')).right) === 6);
  });

  it('hides while something of the page lies over its anchor', async () => {
    const run = ui.start();
    await run.show(made());
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;z-index:9;background:#fff';
    cover.innerHTML = '<button id="over">OK</button>';
    document.querySelector('.test-page')?.append(cover);
    document.getElementById('over')?.focus();
    await ui.until(() => getComputedStyle(ui.hint()).visibility === 'hidden');
    cover.remove();
    input('a').focus();
    await ui.until(() => getComputedStyle(ui.hint()).visibility === 'visible');
  });

  it('stands in an open shadow root, at its anchor', async () => {
    ui.clearPage();
    const host = document.createElement('div');
    ui.page('').append(host);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<input style="width:100px" data-antes-anchor="field">';
    const run = ui.start();
    await run.show(made());
    const hint = ui.hint(root);
    expect(hint.previousElementSibling?.localName).to.equal('input');
    expect(Math.round(box(hint).left - box(root.querySelector('input') as Element).right)).to.equal(6);
  });

  it('stays out of a label, or a press on it would be a press on the field', async () => {
    ui.clearPage();
    ui.page('<label>Code <input type="checkbox" data-antes-anchor="field"></label>');
    const run = ui.start();
    await run.show(made());
    expect(ui.hint().previousElementSibling?.localName).to.equal('label');
  });

  it('finds an anchor that is drawn anew, still open', async () => {
    const run = ui.start();
    await run.show(made());
    await click(button());
    await ui.until(isOpen);
    const fresh = input('f').cloneNode() as HTMLInputElement;
    input('f').replaceWith(fresh);
    const form = document.querySelector('form') as HTMLElement;
    ui.hint().remove();
    await ui.until(() => ui.hint()?.previousElementSibling === fresh);
    expect(isOpen()).to.equal(true);
    expect(form.contains(ui.hint())).to.equal(true);
  });

  it('hands over to what the trigger says when its anchor is gone', async () => {
    const run = ui.start();
    await run.show(made({ orElse: 'badge' }));
    input('f').remove();
    await ui.until(() => ui.badge());
    expect(ui.hint()).to.equal(null);
    expect(run.problems).to.deep.equal(['ANCHOR_MISSING']);
  });

  it('without an anchor on the page it is not shown at all', async () => {
    const run = ui.start();
    await run.show(made({ anchor: 'nowhere' }));
    await ui.until(() => run.answers.length, 5_000);
    expect(run.answers).to.deep.equal(['withheld anchor-missing']);
  });

  it('says that it is solved, and goes when that was read', async () => {
    const run = ui.start();
    const one = made();
    await run.show(one);
    await click(button());
    await ui.until(isOpen);
    await run.show({ ...one, leaving: 'solved' });
    expect(said()).to.equal('All sorted.');
  });

  it('is there in the direction of the page, before what runs from right to left', async () => {
    ui.clearPage();
    ui.page('<p dir="rtl" style="margin:40px 200px"><input id="f" data-antes-anchor="field"></p>');
    const run = ui.start();
    await run.show(made({ dir: 'rtl', lang: 'ar' }));
    expect(Math.round(box(input('f')).left - box(ui.hint()).right)).to.equal(6);
  });

  it('is accessible, closed and open, and a target of at least 24 pixels', async () => {
    const run = ui.start();
    await run.show(made({ actions: [{ label: 'Show me a picture', style: 'primary' }] }));
    const { width, height } = box(button());
    expect(Math.min(width, height)).to.be.at.least(24);
    await ui.arrived();
    await expect(ui.hint()).to.be.accessible();
    await click(button());
    await ui.until(isOpen);
    await ui.arrived();
    await expect(ui.hint()).to.be.accessible();
    await expect(document.querySelector('main') as Element).to.be.accessible();
  });

  it('types nothing into the page, and stops without a trace', async () => {
    const run = ui.start();
    await run.show(made());
    ui.hint().focus();
    await sendKeys({ type: 'x' });
    run.stop();
    expect(ui.hint()).to.equal(null);
    expect(input('f').attributes.length).to.equal(3);
  });
});
