import { expect } from '@open-wc/testing';
import { findAnchor } from '../../../src/ui/inline/anchor.js';
import { placeAfter } from '../../../src/ui/inline/in-flow.js';
import * as ui from './support.js';

const first = (selector: string) => document.querySelector(selector) as HTMLElement;
/** What the card stands behind. */
const before = () => ui.inline()?.previousElementSibling;
/** A page that has only just been loaded is given time to draw it. */
const DRAWN_MS = 5_000;

describe('anchor', () => {
  afterEach(() => {
    ui.stopAll();
    ui.clearPage();
  });

  it('is found by name, else by selector; a wrong selector finds nothing', () => {
    ui.page('<input data-antes-anchor="a b" id="one"><input id="two">');
    expect(findAnchor('a b')?.id).to.equal('one');
    expect(findAnchor('#two')?.id).to.equal('two');
    expect(findAnchor(':::')).to.equal(undefined);
  });

  it('is the visible one of several', () => {
    ui.page('<input data-antes-anchor="field" hidden id="one"><input data-antes-anchor="field" id="two">');
    expect(findAnchor('field')?.id).to.equal('two');
  });

  it('is found in open shadow roots, and the card goes there', async () => {
    const box = ui.page('<div></div>').firstElementChild as HTMLElement;
    const root = box.attachShadow({ mode: 'open' });
    root.innerHTML = '<label>Field <input></label><p></p>';
    (root.querySelector('input') as HTMLElement).dataset['antesAnchor'] = 'field';
    const run = ui.start();
    await run.show(ui.offer());
    expect(ui.inline(root).previousElementSibling?.localName).to.equal('label');
    expect(run.answers).to.deep.equal(['shown inline']);
  });

  const column = (row: string, style: string) =>
    `<section><div style="width: 600px; ${row}"><div id="column" style="${style}"><div><input data-antes-anchor="field" style="width: 100%"></div></div><div id="beside" style="width: 140px">Beside</div><div style="flex: 0 0 100%; grid-column: 1 / -1">Below</div></div></section>`;
  for (const [what, row, style, expected] of [
    [
      'in a narrow column goes to the end of its line, where boxes wrap',
      'display: flex; flex-wrap: wrap',
      'width: 140px',
      '#beside',
    ],
    ['and in a grid', 'display: grid; grid-template-columns: 140px 140px', '', '#beside'],
    ['where they do not, it goes after all of them', 'display: flex', 'width: 140px', 'section > div'],
    ['nor where columns are added', 'display: grid; grid-auto-flow: column', 'width: 140px', 'section > div'],
    ['in a wide column stays where it is', 'display: flex; flex-wrap: wrap', 'width: 300px', 'input'],
    ['in a side bar stays in it', 'display: flex; flex-wrap: wrap', 'width: 140px; height: 600px', 'input'],
    ['in what floats stays in it', '', 'width: 140px; float: left', 'input'],
    ['in what has no box of its own stays in it', '', 'display: contents', 'input'],
  ] as const)
    it(what, () => {
      ui.page(column(row, style));
      expect(placeAfter(first('input')).matches(expected)).to.equal(true);
    });

  it('in a narrow column at the top of a shadow root goes to the end of its line as well', () => {
    const host = ui.page(
      '<div style="display: flex; flex-wrap: wrap; width: 600px"></div>',
    ).firstElementChild!;
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<div style="width: 140px"><input></div><p id="beside" style="margin: 0">Beside</p>';
    expect(placeAfter(root.querySelector('input')!).id).to.equal('beside');
  });

  for (const [what, markup, expected] of [
    ['a label around it', '<label id="out"><input data-antes-anchor="field"></label>', 'out'],
    [
      'a table',
      '<table id="out"><tr><td>1</td></tr><tr data-antes-anchor="field"><td>2</td></tr></table>',
      'out',
    ],
    [
      'a row of a flex box',
      '<div id="out" class="row"><input data-antes-anchor="field"><button>Go</button></div>',
      'out',
    ],
    ['a list', '<ul id="out"><li data-antes-anchor="field">One</li><li>Two</li></ul>', 'out'],
    ['a paragraph', '<p id="out"><input data-antes-anchor="field"> text</p>', 'out'],
    [
      'nothing, in a table cell',
      '<table><tr><td><input id="out" data-antes-anchor="field"></td></tr></table>',
      'out',
    ],
  ] as const) {
    it(`is given a place behind ${what}`, () => {
      const box = ui.page(markup);
      for (const row of box.querySelectorAll<HTMLElement>('.row')) row.style.display = 'flex';
      expect(placeAfter(first('[data-antes-anchor]')).id).to.equal(expected);
    });
  }

  it('in a text that is being edited is given a place behind that: it would be saved with it', () => {
    ui.page(
      `<section><div id="text" contenteditable><ul><li><p data-antes-anchor="field">Text</p></li></ul>
      <div contenteditable="false"><p data-antes-anchor="read">Text</p></div></div></section>`,
    );
    for (const name of ['field', 'read'])
      expect(placeAfter(first(`[data-antes-anchor=${name}]`)).id).to.equal('text');
  });

  it('is given a place behind the message that describes it', () => {
    ui.page(
      '<input data-antes-anchor="field" aria-describedby="hint error"><div><span id="error">Wrong</span></div><p></p>',
    );
    expect(placeAfter(first('input')).localName).to.equal('div');
  });

  it('missing: the help takes the form that orElse names, and the problem is told', async () => {
    const run = ui.start();
    await run.show(ui.offer({ orElse: 'notice' }));
    await ui.until(() => run.answers.length, DRAWN_MS);
    expect(ui.notice()).to.exist;
    expect(run.answers).to.deep.equal(['shown notice']);
    expect(run.problems).to.deep.equal(['ANCHOR_MISSING']);
  });

  it('drawn anew where the card cannot be put there any more, because something throws: it takes its other form', async () => {
    const box = ui.page('<input data-antes-anchor="field">');
    const run = ui.start();
    await run.show(ui.offer({ orElse: 'notice' }));
    Object.assign(ui.inline(), {
      getClientRects() {
        throw new Error('on purpose');
      },
    });
    box.innerHTML = '<input data-antes-anchor="field">';
    await ui.until(() => ui.notice(), DRAWN_MS);
    expect(ui.notice()).to.exist;
    expect(ui.inline()).to.equal(null);
    expect([...run.problems].sort()).to.deep.equal(['ANCHOR_UNREACHABLE', 'UI_FAILED']);
  });

  it('missing, with a badge instead', async () => {
    const run = ui.start();
    await run.show(ui.offer({ orElse: 'badge' }));
    await ui.until(() => run.answers.length, DRAWN_MS);
    expect(ui.badge()).to.exist;
    expect(run.answers).to.deep.equal(['shown badge']);
  });

  it('missing, with nothing instead: withheld', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    await ui.until(() => run.answers.length, DRAWN_MS);
    expect(run.answers).to.deep.equal(['withheld anchor-missing']);
    expect(document.querySelector('antes-inline, antes-notice, antes-badge')).to.equal(null);
  });

  for (const [how, markup] of [
    ['hidden', '<div hidden><input data-antes-anchor="field"></div>'],
    ['inert', '<div inert><input data-antes-anchor="field"></div>'],
    ['in a closed details', '<details><summary>More</summary><input data-antes-anchor="field"></details>'],
  ] as const) {
    it(`${how}: cannot be reached`, async () => {
      ui.page(markup);
      const run = ui.start();
      await run.show(ui.offer());
      expect(run.answers).to.deep.equal(['withheld anchor-unreachable']);
      expect(run.problems).to.deep.equal(['ANCHOR_UNREACHABLE']);
    });
  }

  it('under a modal dialog: cannot be reached', async () => {
    ui.page('<input data-antes-anchor="field"><dialog><button>OK</button></dialog>');
    (first('dialog') as HTMLDialogElement).showModal();
    const run = ui.start();
    await run.show(ui.offer({ orElse: 'notice' }));
    expect(run.answers).to.deep.equal(['shown notice']);
    expect(ui.notice(first('dialog'))).to.exist;
  });

  it('re-rendered: the card moves to the new one, with its description', async () => {
    const box = ui.page('<form><input id="f" data-antes-anchor="field"></form>');
    const run = ui.start();
    await run.show(ui.offer());
    box.innerHTML = '<form><p></p><input id="f2" data-antes-anchor="field"></form>';
    await ui.settled();
    expect(before()?.id).to.equal('f2');
    expect(first('#f2').getAttribute('aria-describedby')).to.match(/^antes-help-/);
    expect(run.answers).to.deep.equal(['shown inline']);
  });

  it('away for a moment: the card waits and comes back', async () => {
    const box = ui.page('<form><input data-antes-anchor="field"></form>');
    const run = ui.start();
    await run.show(ui.offer());
    box.innerHTML = '';
    await ui.wait(300);
    expect(ui.inline()).to.equal(null);
    box.innerHTML = '<input id="f2" data-antes-anchor="field">';
    await ui.settled();
    expect(before()?.id).to.equal('f2');
  });

  it('gone for good: the help takes its other form', async () => {
    const box = ui.page('<form><input data-antes-anchor="field"></form>');
    const run = ui.start();
    await run.show(ui.offer({ orElse: 'badge' }));
    box.innerHTML = '';
    await ui.until(() => ui.badge());
    expect(run.answers).to.deep.equal(['shown inline']);
  });

  it('gone for good, with nothing instead: gone', async () => {
    const box = ui.page('<form><input data-antes-anchor="field"></form>');
    const run = ui.start();
    await run.show(ui.offer());
    box.innerHTML = '';
    await ui.until(() => run.answers.at(-1) === 'gone');
  });

  it('a page that keeps taking the card out wins after three times', async () => {
    const box = ui.page('<form><input data-antes-anchor="field"></form>');
    const run = ui.start();
    let taken = 0;
    const observer = new MutationObserver(() => {
      const card = box.querySelector('antes-inline');
      if (card) {
        taken++;
        card.remove();
      }
    });
    observer.observe(box, { childList: true, subtree: true });
    await run.show(ui.offer({ orElse: 'badge' }));
    await ui.until(() => ui.badge());
    observer.disconnect();
    expect(taken).to.equal(4);
    expect(ui.inline()).to.equal(null);
  });
});
