import { expect } from '@open-wc/testing';
import * as ui from './support.js';

const root = document.documentElement;
const FORM =
  '<main><h1>Pay</h1><label for="f">Card number</label><input id="f" data-antes-anchor="field"></main>';
const actions = [
  { label: 'Use another card', style: 'primary' },
  { label: 'Pay with PayPal', style: 'secondary' },
  { label: 'Ask us', style: 'link', href: 'tel:+34900123456' },
] as const;
const rich = { actions, body: 'Try **another card**:\n- in the [app](https://example.com/)\n- at the bank' };

describe('accessibility', () => {
  beforeEach(() => void ui.page(FORM));
  afterEach(() => {
    ui.stopAll();
    ui.clearPage();
    root.removeAttribute('dir');
    root.style.removeProperty('color-scheme');
    root.style.removeProperty('background');
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const dir of ['ltr', 'rtl'] as const) {
      for (const tone of ['info', 'success', 'warning', 'problem'] as const) {
        it(`nothing to object to: ${tone}, ${scheme}, ${dir}`, async () => {
          root.dir = dir;
          root.style.colorScheme = scheme;
          root.style.background = 'Canvas';
          const run = ui.start();
          await run.show(
            ui.offer({ ...rich, tone, dir }),
            ui.offer({ ...rich, tone, dir, as: 'notice' }),
            ui.offer({ as: 'badge' }),
          );
          ui.part(ui.inline(), 'why').click();
          await ui.arrived();
          await expect(ui.inline()).to.be.accessible();
          await expect(ui.layer()).to.be.accessible();
        });
      }
    }
  }

  it('nothing to object to while working, failed, thanked and solved', async () => {
    const run = ui.start();
    const made = ui.offer(rich);
    run.outcome = new Promise(() => {});
    await run.show(made, ui.offer({ ...rich, as: 'notice' }));
    run.outcome = Promise.resolve(false);
    ui.part(ui.inline(), 'feedback').click();
    ui.part(ui.inline(), 'action').click();
    await ui.arrived();
    await expect(ui.inline()).to.be.accessible();
    await run.show({ ...made, leaving: 'solved' });
    await ui.arrived();
    await expect(ui.inline()).to.be.accessible();
  });

  it('UI-08: fits into 320 pixels, also with more space between letters, words and lines', async () => {
    const box = ui.page('<div class="narrow"><input data-antes-anchor="narrow"></div>')
      .firstElementChild as HTMLElement;
    box.style.cssText = 'width:280px;letter-spacing:.12em;word-spacing:.16em;line-height:1.5';
    const run = ui.start();
    await run.show(ui.offer({ ...rich, anchor: 'narrow' }));
    const card = ui.part(ui.inline(), 'card');
    // `all: initial` cuts what is inherited; the bookmarklets of the success criterion set it everywhere.
    ui.inline().style.setProperty('letter-spacing', '.12em');
    ui.inline().style.setProperty('word-spacing', '.16em');
    expect(getComputedStyle(card).letterSpacing).not.to.equal('normal');
    expect(card.scrollWidth).to.be.at.most(card.clientWidth);
    expect(card.getBoundingClientRect().width).to.be.at.most(280);
    await ui.arrived();
    await expect(ui.inline()).to.be.accessible();
  });

  it('targets are at least 24 pixels', async () => {
    const run = ui.start();
    await run.show(ui.offer(rich), ui.offer({ as: 'badge' }));
    for (const name of ['close', 'action', 'feedback', 'why']) {
      const { width, height } = ui.part(ui.inline(), name).getBoundingClientRect();
      expect(Math.min(width, height), name).to.be.at.least(24);
    }
  });

  it('texts carry their language and direction, our own words theirs', async () => {
    const run = ui.start('es');
    await run.show(ui.offer({ lang: 'ar', dir: 'rtl', title: 'عنوان' }));
    await ui.until(() => ui.part(ui.inline(), 'close').lang === 'es');
    expect(ui.inline().lang).to.equal('ar');
    expect(ui.inline().dir).to.equal('rtl');
  });

  it('takes its theme from the page', async () => {
    const run = ui.start();
    root.style.setProperty('--antes-accent', 'rgb(107, 47, 217)');
    await run.show(ui.offer(rich));
    expect(getComputedStyle(ui.part(ui.inline(), 'action-primary')).backgroundColor).to.equal(
      'rgb(107, 47, 217)',
    );
    root.style.removeProperty('--antes-accent');
  });
});
