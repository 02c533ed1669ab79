import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { asksFor, open } from './contact-shop.js';
import * as ui from './support.js';

const input = () => document.getElementById('f') as HTMLInputElement;
const field = () => ui.panel().shadowRoot?.querySelector('#search') as HTMLInputElement;
const results = () => ui.parts(ui.panel(), 'result').map(({ textContent }) => textContent.trim());
const status = () => ui.panel().shadowRoot?.querySelector('.said')?.textContent.trim();
const dialog = () => ui.panel().shadowRoot?.querySelector('dialog') as HTMLDialogElement;

const ownMatchMedia = window.matchMedia;
/** A narrow window, to who asks; not every engine can be given one. */
const onPhone = () => {
  window.matchMedia = (query) => ownMatchMedia.call(window, query.includes('max-width') ? 'all' : query);
};

describe('antes-panel', () => {
  beforeEach(() => {
    ui.page('<label for="f">Card</label><input id="f"><dialog id="d"><button>OK</button></dialog>');
    input().focus();
  });
  afterEach(() => {
    window.matchMedia = ownMatchMedia;
    (document.getElementById('d') as HTMLDialogElement).close();
    ui.stopAll();
    ui.clearPage();
  });

  it('opens with the focus on its heading, beside the page, and Escape leads back', async () => {
    const { run } = open();
    await run.show(asksFor(''));
    expect(ui.focused()).to.equal(ui.part(ui.panel(), 'title'));
    expect(dialog().matches(':modal')).to.equal(false);
    expect(run.answers).to.deep.equal(['shown panel']);
    await sendKeys({ press: 'Escape' });
    await ui.settled();
    expect(ui.panel()).to.equal(null);
    expect(document.activeElement).to.equal(input());
    expect(run.answers.at(-1)).to.equal('dismissed');
  });

  it('Escape in the part of the persons closes it too', async () => {
    const { run } = open();
    await run.show(asksFor('chat'));
    await sendKeys({ press: 'Escape' });
    expect(ui.panel()).to.equal(null);
    expect(document.activeElement).to.equal(input());
  });

  it('comes unasked without the focus, with what it has to say', async () => {
    const { run } = open();
    await run.show(ui.offer({ as: 'panel', title: 'Your bank said no' }));
    expect(document.activeElement).to.equal(input());
    expect(ui.text(ui.panel(), 'answer-title')).to.equal('Your bank said no');
    expect(ui.hasPart(ui.panel(), 'feedback')).to.equal(true);
    expect(run.answers).to.deep.equal(['shown panel']);
  });

  it('suggests what is meant for this step, and has the persons below', async () => {
    const { run } = open();
    await run.show(asksFor(''));
    expect(results()).to.deep.equal(['Your bank said no']);
    expect(ui.text(ui.contact(), 'contact-title')).to.equal('Talk to a person');
  });

  it('finds by words, whatever their accents, and says how many', async () => {
    const { run } = open();
    await run.show(asksFor(''));
    field().focus();
    await sendKeys({ type: 'direccion' });
    await ui.settled();
    expect(results()).to.deep.equal(['Dirección de entrega']);
    expect(status()).to.equal('1 answer found');
    await sendKeys({ type: ' xyz' });
    await ui.settled();
    expect(results()).to.deep.equal([]);
    expect(status()).to.contain('Nothing found');
    expect(ui.hasPart(ui.contact(), 'channels')).to.equal(true);
  });

  it('finds nothing with a gap in it, and nothing that is true only at its moment', async () => {
    const { run } = open();
    await run.show(asksFor(''));
    field().focus();
    for (const word of ['order', 'moment']) {
      field().value = '';
      await sendKeys({ type: word });
      await ui.settled();
      expect(results(), word).to.deep.equal([]);
    }
  });

  it('reads an answer, does what it offers, and goes back', async () => {
    const acted: string[] = [];
    const { run } = open({
      port: { act: (id, index) => (acted.push(`${id < 0} ${index}`), Promise.resolve(false)) },
    });
    await run.show(asksFor(''));
    ui.part(ui.panel(), 'result').focus();
    await sendKeys({ press: 'Enter' });
    await ui.settled();
    expect(ui.focused()).to.equal(ui.part(ui.panel(), 'answer-title'));
    expect(ui.text(ui.panel(), 'body')).to.equal('Nothing was charged.');
    ui.part(ui.panel(), 'action').focus();
    await sendKeys({ press: 'Enter' });
    await ui.settled();
    expect(acted).to.deep.equal(['true 0']);
    expect(ui.text(ui.panel(), 'error')).to.contain('That did not work.');
    ui.part(ui.panel(), 'back').focus();
    await sendKeys({ press: 'Enter' });
    await ui.settled();
    expect(ui.focused()).to.equal(field());
    expect(results()).to.deep.equal(['Your bank said no']);
  });

  it('there is one: what is asked for next takes its place', async () => {
    const { run } = open();
    await run.show(asksFor(''));
    run.stores.$offers.set([...run.stores.$offers.get(), asksFor('chat')]);
    await ui.settled();
    expect(document.querySelectorAll('antes-panel')).to.have.length(1);
    expect(ui.text(ui.contact(), 'contact-title')).to.equal('Chat');
    await sendKeys({ press: 'Escape' });
    await ui.settled();
    expect(document.activeElement).to.equal(input());
  });

  it('on a phone it is a modal sheet, and what it covers comes back', async () => {
    onPhone();
    const { run } = open();
    await run.show(asksFor(''));
    expect(dialog().matches(':modal')).to.equal(true);
    for (const animation of ui.panel().shadowRoot?.getAnimations() ?? []) animation.finish();
    const box = dialog().getBoundingClientRect();
    expect([box.left, box.right, Math.round(box.bottom)]).to.deep.equal([0, innerWidth, innerHeight]);
    expect(ui.focused()).to.equal(ui.part(ui.panel(), 'title'));
    await sendKeys({ press: 'Escape' });
    await ui.settled();
    expect(ui.panel()).to.equal(null);
    expect(document.activeElement).to.equal(input());
    expect(ui.layer().parentNode).to.equal(document.documentElement);
  });

  it('as a sheet it is not covered by the badge, which is there again afterwards', async () => {
    onPhone();
    const { run } = open({ port: { config: { version: 1, triggers: [], policy: { launcher: true } } } });
    await ui.until(() => ui.badge());
    const badge = ui.badge();
    await run.show(asksFor(''));
    expect(dialog().matches(':modal')).to.equal(true);
    expect(badge.checkVisibility()).to.equal(false);
    await sendKeys({ press: 'Escape' });
    await ui.settled();
    expect(badge.checkVisibility()).to.equal(true);
  });

  it('as a sheet it wears the font of the page, which is that of its body, unless a theme says otherwise', async () => {
    onPhone();
    document.body.style.fontFamily = 'cursive';
    const { run } = open();
    await run.show(asksFor(''));
    expect(getComputedStyle(dialog()).fontFamily).to.equal('cursive');
    await sendKeys({ press: 'Escape' });
    await ui.settled();
    document.documentElement.style.setProperty('--antes-font', 'fantasy');
    await run.show(asksFor('', { id: -2 }));
    expect(getComputedStyle(dialog()).fontFamily).to.equal('fantasy');
    document.documentElement.style.removeProperty('--antes-font');
    document.body.style.removeProperty('font-family');
  });

  describe('on a phone a chat of the page', () => {
    const button = () => document.querySelector<HTMLElement>('#chat') as HTMLElement;
    beforeEach(() => {
      onPhone();
      document.querySelector('.test-page')?.insertAdjacentHTML('beforeend', '<button id="chat">Hi</button>');
    });

    for (const nothing of [true, false])
      it(`is within reach and keeps the focus, ${nothing ? 'at once' : 'after the review'}`, async () => {
        let reached = false;
        const { run } = open({
          nothing,
          port: {
            contact() {
              expect(dialog().matches(':modal')).to.equal(false);
              expect(dialog().getBoundingClientRect().bottom).to.be.closeTo(innerHeight, 40);
              button().focus();
              reached = document.activeElement === button();
              return Promise.resolve(true);
            },
          },
        });
        await run.show(asksFor('chat'));
        if (!nothing) {
          expect(dialog().matches(':modal')).to.equal(true);
          ui.part(ui.contact(), 'go').focus();
          await sendKeys({ press: 'Enter' });
        }
        await ui.until(() => !ui.panel());
        await ui.settled();
        expect(reached).to.equal(true);
        expect(document.activeElement?.id).to.equal('chat');
      });

    it('that does not open leaves the sheet as it was, and says so', async () => {
      const { run } = open({ port: { contact: () => Promise.resolve(false) } });
      await run.show(asksFor('chat'));
      ui.part(ui.contact(), 'go').focus();
      await sendKeys({ press: 'Enter' });
      await ui.until(() => ui.contact().shadowRoot?.querySelector('[role=alert]'));
      expect(dialog().matches(':modal')).to.equal(true);
      expect(ui.panel().contains(document.activeElement)).to.equal(true);
      // Drawn anew, it is still a sheet.
      ui.panel().requestUpdate();
      await ui.settled();
      expect(dialog().matches(':modal')).to.equal(true);
      await sendKeys({ press: 'Escape' });
      await ui.settled();
      expect(ui.panel()).to.equal(null);
    });

    it('that takes no focus leaves it where the customer was', async () => {
      let at: Element | null = null;
      const { run } = open({
        port: {
          contact() {
            at = ui.focused();
            return Promise.resolve(true);
          },
        },
      });
      await run.show(asksFor('chat'));
      const go = ui.part(ui.contact(), 'go');
      go.focus();
      await sendKeys({ press: 'Enter' });
      await ui.until(() => !ui.panel());
      const said = (one: Element | null) => one?.outerHTML.slice(0, 200);
      expect(said(at)).to.equal(said(go));
      expect(document.activeElement?.id).to.equal('f');
    });
  });

  it('an answer that comes late does not take the place of what was asked for since', async () => {
    const { run } = open();
    await run.show(asksFor(''));
    ui.part(ui.panel(), 'result').click();
    field().value = 'direccion';
    field().dispatchEvent(new InputEvent('input'));
    await ui.settled();
    expect(ui.hasPart(ui.panel(), 'answer-title')).to.equal(false);
    expect(results()).to.deep.equal(['Dirección de entrega']);
  });

  it('on a phone with a dialog of the page open it is a part of that', async () => {
    onPhone();
    const page = document.getElementById('d') as HTMLDialogElement;
    page.showModal();
    const { run } = open();
    await run.show(asksFor(''));
    expect(dialog().matches(':modal')).to.equal(false);
    expect(page.contains(ui.panel())).to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(page.open).to.equal(true);
    expect(ui.panel()).to.equal(null);
  });

  it('the badge is there all the time where the page wants it, and opens the panel', async () => {
    let opened = 0;
    const { run } = open({
      port: { config: { version: 1, triggers: [], policy: { launcher: true } }, open: () => void opened++ },
    });
    await ui.until(() => ui.badge());
    await ui.settled();
    const button = ui.part(ui.badge(), 'badge');
    expect(button.getAttribute('aria-label')).to.equal('Help');
    expect(ui.parts(ui.badge(), 'count')).to.deep.equal([]);
    ui.badge().focus();
    await sendKeys({ press: 'Enter' });
    expect(opened).to.equal(1);
    await run.show(ui.offer({ as: 'badge' }));
    expect(button.getAttribute('aria-label')).to.equal('Help, 1 suggestion');
    // It was there before: without a number nobody would see that it holds something now.
    expect(ui.part(ui.badge(), 'count').dataset['count']).to.equal('1');
    await run.show();
    await ui.settled();
    expect(ui.parts(ui.badge(), 'count')).to.deep.equal([]);
    expect(ui.badge()).to.exist;
    run.stop();
    expect(ui.badge()).to.equal(null);
  });

  for (const scheme of ['light', 'dark'] as const)
    it(`nothing to object to: ${scheme}`, async () => {
      document.documentElement.style.cssText = `color-scheme:${scheme};background:Canvas`;
      const { run } = open();
      await run.show(asksFor(''));
      field().focus();
      await sendKeys({ type: 'bank' });
      for (const animation of ui.panel().shadowRoot?.getAnimations() ?? []) animation.finish();
      await ui.settled();
      await expect(ui.layer()).to.be.accessible();
      document.documentElement.removeAttribute('style');
    });

  it('fits into 320 pixels', async () => {
    const { run } = open();
    await run.show(asksFor('callback'));
    ui.panel().style.inlineSize = '320px';
    expect(dialog().scrollWidth).to.be.at.most(dialog().clientWidth);
    expect(dialog().getBoundingClientRect().width).to.be.at.most(320);
  });
});
