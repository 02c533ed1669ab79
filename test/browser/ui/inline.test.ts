import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import * as ui from './support.js';

const FORM = `<form><label for="f">Postcode</label><input id="f" data-antes-anchor="field">
  <label for="g">Street</label><input id="g"></form>`;
const input = (id: string) => document.getElementById(id) as HTMLInputElement;

describe('antes-inline', () => {
  beforeEach(() => void ui.page(FORM));
  afterEach(async () => {
    ui.stopAll();
    ui.clearPage();
    await resetMouse();
  });

  it('appears right after its anchor, is told as shown and announced politely', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    expect(input('f').nextElementSibling).to.equal(ui.inline());
    expect(run.answers).to.deep.equal(['shown inline']);
    await ui.until(
      () =>
        ui.layer().shadowRoot?.querySelector('[role=status]')?.textContent ===
        'Help: Can’t find your address?',
    );
  });

  it('never takes the focus', async () => {
    input('f').focus();
    const run = ui.start();
    await run.show(ui.offer());
    expect(document.activeElement).to.equal(input('f'));
  });

  it('is a labelled group, described at the field only while shown', async () => {
    input('f').setAttribute('aria-describedby', 'hint');
    const run = ui.start();
    await run.show(ui.offer());
    const group = ui.part(ui.inline(), 'card');
    expect(group.getAttribute('role')).to.equal('group');
    const [before, ours] = (input('f').getAttribute('aria-describedby') ?? '').split(' ');
    expect(before).to.equal('hint');
    expect(document.getElementById(ours ?? '')?.textContent).to.equal(
      'Can’t find your address? Type the postcode first.',
    );
    run.stop();
    expect(input('f').getAttribute('aria-describedby')).to.equal('hint');
  });

  it('leaves no description where there was none', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    expect(input('f').hasAttribute('aria-describedby')).to.equal(true);
    await run.show();
    expect(input('f').hasAttribute('aria-describedby')).to.equal(false);
  });

  it('keeps what the page adds to the description meanwhile', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    input('f').setAttribute('aria-describedby', `${input('f').getAttribute('aria-describedby')} error`);
    await run.show();
    expect(input('f').getAttribute('aria-describedby')).to.equal('error');
  });

  it('comes after its anchor in Tab order: close, action, feedback, why', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    input('f').focus();
    const seen: string[] = [];
    for (let i = 0; i < 6; i++) {
      await sendKeys({ press: 'Tab' });
      seen.push(ui.focused()?.textContent?.trim() || (ui.focused()?.id ?? ''));
    }
    expect(seen).to.deep.equal(['Close', 'Enter by hand', 'Yes', 'No', 'Why am I seeing this?', 'g']);
  });

  it('closes with Escape from inside, which the page does not get, and gives the focus back', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    let heard = 0;
    const listen = () => heard++;
    document.addEventListener('keydown', listen);
    input('f').focus();
    await sendKeys({ press: 'Tab' });
    heard = 0;
    await sendKeys({ press: 'Escape' });
    document.removeEventListener('keydown', listen);
    expect(heard).to.equal(0);
    expect(run.answers).to.deep.equal(['shown inline', 'dismissed']);
    expect(ui.inline()).to.equal(null);
    expect(document.activeElement).to.equal(input('f'));
  });

  it('leaves Escape to the page while the focus is elsewhere', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    input('g').focus();
    await sendKeys({ press: 'Escape' });
    expect(ui.inline()).to.exist;
    expect(run.answers).to.deep.equal(['shown inline']);
  });

  it('closes by a press and leaves the caret where it was', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    input('g').focus();
    await sendMouse({ type: 'click', position: ui.centre(ui.part(ui.inline(), 'close')) });
    expect(run.answers.at(-1)).to.equal('dismissed');
    expect(ui.inline()).to.equal(null);
    expect(document.activeElement).to.equal(input('g'));
  });

  it('is not shown again while the closed offer is still made', async () => {
    const run = ui.start();
    run.keeps = true;
    const made = ui.offer();
    await run.show(made);
    ui.part(ui.inline(), 'close').click();
    await run.show({ ...made });
    expect(ui.inline()).to.equal(null);
  });

  it('does an action: working, then done; another press meanwhile does nothing', async () => {
    const run = ui.start();
    let finish = (_worked: boolean) => {};
    run.outcome = new Promise((resolve) => (finish = resolve));
    await run.show(ui.offer());
    const action = ui.part(ui.inline(), 'action');
    action.click();
    action.click();
    await ui.settled();
    expect(run.acted).to.deep.equal([0]);
    expect(ui.part(ui.inline(), 'card').getAttribute('aria-busy')).to.equal('true');
    expect(action.getAttribute('aria-disabled')).to.equal('true');
    finish(true);
    await ui.settled();
    expect(ui.part(ui.inline(), 'card').hasAttribute('aria-busy')).to.equal(false);
    expect(action.querySelector('svg')).to.exist;
  });

  it('says that an action failed and does it again, without changing its height', async () => {
    const run = ui.start();
    run.outcome = Promise.resolve(false);
    await run.show(ui.offer());
    const { height } = ui.inline().getBoundingClientRect();
    ui.part(ui.inline(), 'action').click();
    await ui.settled();
    expect(ui.part(ui.inline(), 'error').textContent).to.contain('That did not work.');
    expect(ui.inline().getBoundingClientRect().height).to.be.closeTo(height, 1);
    run.outcome = Promise.resolve(true);
    ui.part(ui.inline(), 'retry').click();
    await ui.settled();
    expect(ui.hasPart(ui.inline(), 'error')).to.equal(false);
    expect(run.acted).to.deep.equal([0, 0]);
  });

  it('draws a link as a link', async () => {
    const run = ui.start();
    await run.show(ui.offer({ actions: [{ label: 'Call us', style: 'link', href: '#called' }] }));
    const link = ui.part<HTMLAnchorElement>(ui.inline(), 'action');
    expect(link.tagName).to.equal('A');
    link.click();
    expect(run.acted).to.deep.equal([0]);
    await ui.until(() => location.hash);
    expect(location.hash).to.equal('#called');
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('asks once whether it helped', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    ui.part(ui.inline(), 'feedback').click();
    await ui.settled();
    expect(run.answers).to.deep.equal(['shown inline', 'solved']);
    expect(ui.hasPart(ui.inline(), 'feedback')).to.equal(false);
    expect(ui.part(ui.inline(), 'footer').textContent).to.contain('Thank you');
  });

  it('asks nothing where no feedback is wanted', async () => {
    const run = ui.start();
    await run.show(ui.offer({ feedback: 'none', because: undefined }));
    expect(ui.hasPart(ui.inline(), 'footer')).to.equal(false);
  });

  it('tells why it is there, and can be told not to come again', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    const why = ui.part(ui.inline(), 'why');
    expect(why.getAttribute('aria-expanded')).to.equal('false');
    why.click();
    await ui.settled();
    expect(why.getAttribute('aria-expanded')).to.equal('true');
    await ui.until(() => ui.inline().shadowRoot?.querySelector('[part="not-again"]'));
    expect(ui.inline().shadowRoot?.textContent).to.contain('A payment did not work.');
    ui.part(ui.inline(), 'not-again').click();
    expect(run.answers.at(-1)).to.equal('snoozed forever');
    expect(ui.inline()).to.equal(null);
  });

  it('goes at once when the offer is taken back', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    run.stores.$offers.set([]);
    expect(ui.inline()).to.equal(null);
  });

  it('is withdrawn only when neither focus nor pointer is in it', async () => {
    const run = ui.start();
    const made = ui.offer();
    await run.show(made);
    input('f').focus();
    await sendKeys({ press: 'Tab' });
    await run.show({ ...made, leaving: 'withdrawn' });
    await ui.wait(200);
    expect(run.answers).to.deep.equal(['shown inline']);
    input('f').focus();
    await ui.until(() => run.answers.at(-1) === 'gone');
    await sendKeys({ press: 'a' });
    await ui.until(() => !ui.inline());
  });

  it('says that it is solved before it goes', async () => {
    const run = ui.start();
    const made = ui.offer();
    await run.show(made);
    await sendKeys({ press: 'a' });
    const { height } = ui.inline().getBoundingClientRect();
    await run.show({ ...made, leaving: 'solved' });
    expect(ui.text(ui.inline(), 'title')).to.equal('All sorted.');
    expect(ui.inline().getBoundingClientRect().height).to.be.closeTo(height, 1);
    expect(run.answers).to.deep.equal(['shown inline']);
    await ui.until(() => run.answers.at(-1) === 'gone', 6_000);
  });

  it('leaves nothing behind', async () => {
    const before = document.documentElement.cloneNode(true) as HTMLElement;
    const run = ui.start();
    await run.show(ui.offer(), ui.offer({ as: 'notice' }), ui.offer({ as: 'badge' }));
    run.stop();
    await ui.settled();
    expect(document.body.outerHTML).to.equal(before.querySelector('body')?.outerHTML);
    expect(document.documentElement.children.length).to.equal(before.children.length);
  });

  it('that failed while it was put on the page does not come back after the end', async () => {
    const { observe } = IntersectionObserver.prototype;
    // Once: what is put back finds it working.
    IntersectionObserver.prototype.observe = () => {
      IntersectionObserver.prototype.observe = observe;
      throw new TypeError('broken');
    };
    const run = ui.start();
    await run.show(ui.offer());
    // Help in another form is tried when it is sure that the page is not being left.
    await ui.until(() => run.answers.length > 0);
    expect(run.answers).to.deep.equal(['withheld ui-failed']);
    run.stop();
    await ui.settled();
    expect(document.querySelectorAll('antes-inline').length).to.equal(0);
  });

  it('speaks the page’s language', async () => {
    const run = ui.start('es-MX');
    await run.show(ui.offer());
    await ui.until(() => ui.part(ui.inline(), 'close').textContent?.trim() === 'Cerrar');
    run.stores.$locale.set('xx');
    await ui.until(() => ui.part(ui.inline(), 'close').textContent?.trim() === 'Close');
  });
});
