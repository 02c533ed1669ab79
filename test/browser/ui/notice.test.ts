import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import * as ui from './support.js';

const input = (id: string) => document.getElementById(id) as HTMLInputElement;

describe('antes-notice and antes-badge', () => {
  beforeEach(() => void ui.page('<input id="f"><input id="low">'));
  afterEach(async () => {
    ui.stopAll();
    ui.clearPage();
    await resetMouse();
  });

  it('is a labelled dialog that is not modal and takes no focus', async () => {
    input('f').focus();
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    const card = ui.part(ui.notice(), 'card');
    expect(card.getAttribute('role')).to.equal('dialog');
    expect(card.hasAttribute('aria-modal')).to.equal(false);
    expect(card.getAttribute('aria-labelledby')).to.equal('title');
    expect(document.activeElement).to.equal(input('f'));
    expect(run.answers).to.deep.equal(['shown notice']);
  });

  it('lives under the root, in a layer that lets presses through beside it', async () => {
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    expect(ui.layer().parentNode).to.equal(document.documentElement);
    expect(ui.layer().matches(':popover-open')).to.equal(true);
    const box = ui.notice().getBoundingClientRect();
    expect(document.elementFromPoint(box.left - 4, box.top + 4)?.localName).not.to.match(/^antes/);
    // Firefox counts in sixtieths of a pixel.
    expect(Math.round(innerHeight - box.bottom)).to.be.at.most(16);
  });

  it('survives a page that replaces its body', async () => {
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    ui.clearPage();
    expect(ui.notice().getClientRects().length).to.be.greaterThan(0);
  });

  it('is put back when the page takes the layer out', async () => {
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    ui.layer().remove();
    await ui.settled();
    expect(ui.layer().matches(':popover-open')).to.equal(true);
  });

  it('closes by a press', async () => {
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    await sendMouse({ type: 'click', position: ui.centre(ui.part(ui.notice(), 'close')) });
    expect(run.answers).to.deep.equal(['shown notice', 'dismissed']);
    expect(ui.notice()).to.equal(null);
  });

  it('the badge names what it holds and opens the latest by a key, with the focus in it', async () => {
    const run = ui.start();
    await run.show(ui.offer({ as: 'badge', title: 'First' }), ui.offer({ as: 'badge', title: 'Second' }));
    const button = ui.part(ui.badge(), 'badge');
    expect(button.getAttribute('aria-label')).to.equal('Help, 2 suggestions');
    input('f').focus();
    ui.badge().focus();
    await sendKeys({ press: 'Enter' });
    await ui.settled();
    expect(run.answers.at(-1)).to.equal('opened notice');
    expect(ui.text(ui.notice(), 'title')).to.equal('Second');
    expect(ui.notice().focused).to.equal(true);
    expect(button.getAttribute('aria-label')).to.equal('Help, 1 suggestion');
    await sendKeys({ press: 'Escape' });
    expect(run.answers.at(-1)).to.equal('dismissed');
    expect(document.activeElement).to.equal(input('f'));
  });

  it('the badge goes with its last offer', async () => {
    const run = ui.start();
    await run.show(ui.offer({ as: 'badge' }));
    await run.show();
    expect(ui.badge()).to.equal(null);
  });

  it('moves to the other corner, above, then collapses, rather than cover what has the focus', async () => {
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    const field = input('low');
    field.style.cssText = `position:fixed;bottom:20px;right:20px;width:100px`;
    field.focus();
    await ui.settled();
    expect(ui.notice().getBoundingClientRect().left).to.be.closeTo(16, 1);
    field.blur();
    field.style.cssText = 'position:fixed;bottom:0;left:0;width:100%;height:40px';
    field.focus();
    await ui.settled();
    expect(ui.notice().getBoundingClientRect().bottom).to.be.at.most(innerHeight - 40);
    field.blur();
    field.style.cssText = 'position:fixed;inset:0;width:100%;height:100%';
    field.focus();
    await ui.settled();
    expect(ui.notice() === null).to.equal(true);
    expect(ui.badge()).to.exist;
    expect(run.answers).to.deep.equal(['shown notice']);
  });

  it('the badge steps aside too, and is back when the focus has gone on', async () => {
    const run = ui.start();
    await run.show(ui.offer({ as: 'badge' }));
    const field = input('low');
    field.style.cssText = 'position:fixed;inset:0;width:100%;height:100%';
    field.focus();
    await ui.settled();
    expect(ui.badge().checkVisibility({ visibilityProperty: true })).to.equal(false);
    input('f').focus();
    await ui.settled();
    expect(ui.badge().checkVisibility({ visibilityProperty: true })).to.equal(true);
  });
});

describe('the page’s own modal dialogs', () => {
  let dialog: HTMLDialogElement;
  beforeEach(() => {
    ui.page('<input id="f"><dialog id="d"><p>Are you sure?</p><button id="ok">OK</button></dialog>');
    dialog = document.getElementById('d') as HTMLDialogElement;
  });
  afterEach(async () => {
    dialog.close();
    ui.stopAll();
    ui.clearPage();
    await resetMouse();
  });

  /** A press at its close button reaches it. */
  const reaches = () => {
    const [x, y] = ui.centre(ui.part(ui.notice(), 'close'));
    return document.elementFromPoint(x, y) === ui.notice();
  };

  it('take the layer in when they open, and it comes back when they close', async () => {
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    dialog.showModal();
    await ui.settled();
    expect(ui.layer().parentNode).to.equal(dialog);
    expect(reaches()).to.equal(true);
    dialog.close();
    await ui.settled();
    expect(ui.layer().parentNode).to.equal(document.documentElement);
    expect(reaches()).to.equal(true);
  });

  it('that are open already take it in from the start, clickable', async () => {
    dialog.showModal();
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    expect(ui.layer().parentNode).to.equal(dialog);
    await sendMouse({ type: 'click', position: ui.centre(ui.part(ui.notice(), 'close')) });
    expect(run.answers).to.deep.equal(['shown notice', 'dismissed']);
  });

  it('stay open when Escape closes the help in them', async () => {
    dialog.showModal();
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    ui.part(ui.notice(), 'close').focus();
    await sendKeys({ press: 'Escape' });
    await ui.settled();
    expect(ui.notice()).to.equal(null);
    expect(dialog.open).to.equal(true);
  });

  it('one on top of the other: the topmost has it', async () => {
    const upper = document.createElement('dialog');
    upper.append(document.createElement('button'));
    dialog.before(upper);
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    dialog.showModal();
    upper.showModal();
    await ui.settled();
    expect(ui.layer().parentNode).to.equal(upper);
    upper.close();
    await ui.settled();
    expect(ui.layer().parentNode).to.equal(dialog);
  });

  it('taken out of the page with the layer in them: it comes back', async () => {
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    dialog.showModal();
    await ui.settled();
    dialog.remove();
    await ui.settled();
    expect(ui.layer().parentNode).to.equal(document.documentElement);
    expect(reaches()).to.equal(true);
  });

  it('in a shadow root tell nobody, but the focus does', async () => {
    const box = document.createElement('div');
    document.querySelector('.test-page')?.append(box);
    const root = box.attachShadow({ mode: 'open' });
    root.innerHTML = '<dialog><button>OK</button></dialog>';
    const hidden = root.querySelector('dialog') as HTMLDialogElement;
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    const layer = ui.layer();
    hidden.showModal();
    await ui.settled();
    expect(layer.parentNode).to.equal(hidden);
    const [x, y] = ui.centre(ui.part(ui.notice(hidden), 'close'));
    expect(root.elementFromPoint(x, y)).to.equal(ui.notice(hidden));
    hidden.close();
    await ui.settled();
    expect(ui.layer().parentNode).to.equal(document.documentElement);
  });

  it('in a shadow root that are open already are found by what is really under us', async () => {
    const box = document.createElement('div');
    document.querySelector('.test-page')?.append(box);
    const root = box.attachShadow({ mode: 'open' });
    root.innerHTML = '<dialog><button>OK</button></dialog>';
    const hidden = root.querySelector('dialog') as HTMLDialogElement;
    hidden.showModal();
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    expect(ui.notice(hidden)).to.exist;
    hidden.close();
    await ui.settled();
    expect(ui.layer().parentNode).to.equal(document.documentElement);
  });

  it('a popover of the page stays open', async () => {
    const menu = document.createElement('div');
    menu.popover = 'auto';
    document.querySelector('.test-page')?.append(menu);
    menu.showPopover();
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    expect(menu.matches(':popover-open')).to.equal(true);
  });

  for (const density of ['0.6', '0'])
    it(`with a density of ${density} it is smaller, and what is pressed is not too small (WCAG 2.5.8)`, async () => {
      const run = ui.start();
      const two = {
        actions: ['Enter by hand', 'Ask us'].map((label) => ({ label, style: 'link' as const })),
      };
      await run.show(ui.offer({ as: 'notice', ...two }));
      await ui.arrived();
      const height = () => ui.notice().getBoundingClientRect().height;
      const before = height();
      document.documentElement.style.setProperty('--antes-density', density);
      try {
        expect(before - height()).to.be.greaterThan(20);
        for (const target of ui.notice().shadowRoot?.querySelectorAll('a, button') ?? []) {
          const { width, height: high } = target.getBoundingClientRect();
          expect(Math.min(width, high), target.textContent).to.be.at.least(24);
        }
        await expect(ui.notice()).to.be.accessible();
      } finally {
        document.documentElement.style.removeProperty('--antes-density');
      }
    });
});
