import { expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import { click, pressKey } from '../../support/input.js';
import * as ui from './support.js';

/** A press at its close button reaches it. */
function reaches(notice: Element = ui.notice()): boolean {
  const [x, y] = ui.centre(ui.part(notice, 'close'));
  return (notice.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y) === notice;
}
/** Nobody can use what is in here: outside of the modal, or made inert by the page. */
const takesFocus = (): boolean => {
  ui.part(ui.notice(), 'close').focus();
  return ui.notice().matches(':focus-within');
};

describe('the top layer, row by row', () => {
  let dialog: HTMLDialogElement;
  beforeEach(() => {
    ui.page(
      '<input id="f"><dialog id="d" aria-label="Sure?"><p>Are you sure?</p><button id="ok">OK</button></dialog>',
    );
    dialog = document.getElementById('d') as HTMLDialogElement;
  });
  afterEach(async () => {
    dialog.close();
    document.body.inert = false;
    document.body.removeAttribute('aria-hidden');
    ui.stopAll();
    ui.clearPage();
    await resetMouse();
  });

  it('UI-01: a modal that opens over help takes it in: clickable, focusable, and its region with it', async () => {
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    dialog.showModal();
    await ui.settled();
    expect(ui.layer().parentNode).to.equal(dialog);
    expect(ui.layer().matches(':popover-open')).to.equal(true);
    expect(reaches()).to.equal(true);
    expect(takesFocus()).to.equal(true);
    expect(dialog.contains(ui.layer())).to.equal(true);
    expect(ui.layer().shadowRoot?.querySelector('[role=status]')).to.exist;
    await click(ui.part(ui.notice(), 'close'));
    expect(run.answers.at(-1)).to.equal('dismissed');
  });

  it('what is outside of a modal is inert even when it is painted above it, which is why', async () => {
    const other = document.createElement('button');
    other.popover = 'manual';
    document.documentElement.append(other);
    dialog.showModal();
    other.showPopover();
    other.focus();
    expect(document.activeElement).not.to.equal(other);
    other.remove();
  });

  it('UI-01: when the modal closes, help is back with its size', async () => {
    dialog.showModal();
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    dialog.close();
    await ui.settled();
    expect(ui.layer().parentNode).to.equal(document.documentElement);
    expect(ui.notice().getBoundingClientRect().height).to.be.greaterThan(0);
    expect(reaches()).to.equal(true);
  });

  it('UI-04: the page’s own popovers stay open, and opening one closes nothing of ours', async () => {
    const menu = document.createElement('div');
    menu.popover = 'auto';
    document.querySelector('.test-page')?.append(menu);
    menu.showPopover();
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    expect(menu.matches(':popover-open')).to.equal(true);
    menu.hidePopover();
    menu.showPopover();
    await ui.settled();
    expect(ui.layer().matches(':popover-open')).to.equal(true);
  });

  it('being shown moves no focus, in or out of a modal', async () => {
    document.getElementById('f')?.focus();
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    expect(document.activeElement?.id).to.equal('f');
    dialog.showModal();
    document.getElementById('ok')?.focus();
    await ui.settled();
    expect(document.activeElement?.id).to.equal('ok');
    dialog.close();
    await ui.settled();
    expect(ui.layer().contains(document.activeElement)).to.equal(false);
  });

  it('a body that is inert and hidden from assistive technology leaves help usable', async () => {
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    document.body.inert = true;
    document.body.setAttribute('aria-hidden', 'true');
    expect(ui.notice().closest('[inert], [aria-hidden]')).to.equal(null);
    expect(takesFocus()).to.equal(true);
    await click(ui.part(ui.notice(), 'close'));
    expect(run.answers.at(-1)).to.equal('dismissed');
  });

  it('a dialog that is transformed and cuts off does not move it', async () => {
    dialog.style.cssText = 'transform:translate(40px, 40px);overflow:hidden;width:200px;height:100px';
    dialog.showModal();
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    const { right, bottom } = ui.notice().getBoundingClientRect();
    expect(document.documentElement.clientWidth - right).to.be.closeTo(16, 16);
    expect(innerHeight - bottom).to.be.closeTo(16, 1);
    expect(reaches()).to.equal(true);
  });

  it('a modal in a shadow root is found by what is really under us', async () => {
    const box = document.createElement('div');
    document.querySelector('.test-page')?.append(box);
    const root = box.attachShadow({ mode: 'open' });
    root.innerHTML = '<dialog aria-label="Inside"><button>OK</button></dialog>';
    const hidden = root.querySelector('dialog') as HTMLDialogElement;
    hidden.showModal();
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    expect(reaches(ui.notice(hidden))).to.equal(true);
    hidden.close();
    await ui.settled();
    expect(ui.layer().parentNode).to.equal(document.documentElement);
  });

  it('a hint stands at its anchor inside of a modal, and not at one that is behind it', async () => {
    dialog.insertAdjacentHTML(
      'beforeend',
      '<input aria-label="Code" style="width:80px" data-antes-anchor="field">',
    );
    dialog.showModal();
    const run = ui.start();
    await run.show(ui.offer({ as: 'hint' }));
    expect(dialog.contains(ui.hint())).to.equal(true);
    await click(ui.part(ui.hint(), 'hint'));
    await ui.until(() => ui.hint().open);
    ui.hint().focus();
    await pressKey('Escape');
    await ui.until(() => !ui.hint().open);
    expect(dialog.open).to.equal(true);
    await run.show();
    document.getElementById('f')?.setAttribute('data-antes-anchor', 'behind');
    await run.show(ui.offer({ as: 'hint', anchor: 'behind' }));
    expect(run.answers.at(-1)).to.equal('withheld anchor-unreachable');
  });

  it('what describes a field is a node in the page’s own tree', async () => {
    document.getElementById('f')?.setAttribute('data-antes-anchor', 'field');
    const run = ui.start();
    await run.show(ui.offer());
    const id = document.getElementById('f')?.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(id)?.textContent).to.contain('postcode');
    run.stop();
  });

  it('Escape in help in the page’s dialog closes the help and not the dialog', async () => {
    dialog.showModal();
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    ui.part(ui.notice(), 'close').focus();
    await pressKey('Escape');
    await ui.settled();
    expect(ui.notice() === null).to.equal(true);
    expect(dialog.open).to.equal(true);
    await pressKey('Escape');
    await ui.until(() => !dialog.open);
  });

  it('UI-05: is in what fills the screen, which makes the rest inert in Chromium', async function () {
    const box = ui.page('<div id="full" style="background:#fff"><button id="go">Full</button></div>')
      .firstElementChild as HTMLElement;
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    const entered = new Promise<boolean>((resolve) => {
      document.getElementById('go')?.addEventListener('click', () => {
        const asked = box.requestFullscreen().then(
          () => true,
          () => false,
        );
        resolve(Promise.race([asked, ui.wait(2_000).then(() => false)]));
      });
    });
    await click(document.getElementById('go') as Element);
    // Where a browser without a screen has none to fill.
    if (!(await entered)) this.skip();
    try {
      await ui.settled();
      expect(document.fullscreenElement === box).to.equal(true);
      await ui.until(reaches);
    } finally {
      await document.exitFullscreen();
    }
    await ui.settled();
    expect(reaches()).to.equal(true);
  });
});
