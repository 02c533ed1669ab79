import { expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import { click, pressKey } from '../../support/input.js';
import * as ui from './support.js';
import '../../../src/ui/reasons/index.js';

const input = () => document.getElementById('f') as HTMLInputElement;
const WISHES = ['not-now', 'less', 'not-again', 'not-today'];

/** A card whose reasons are open. */
async function open(locale = 'en') {
  const run = ui.start(locale);
  await run.show(ui.offer({ feedback: 'none', actions: [] }));
  ui.part(ui.inline(), 'why').click();
  await ui.until(() => ui.hasPart(ui.inline(), 'not-now'));
  return run;
}

describe('what a customer can say about help', () => {
  beforeEach(() => void ui.page('<main><label>Card <input id="f" data-antes-anchor="field"></label></main>'));
  afterEach(async () => {
    ui.stopAll();
    ui.clearPage();
    await resetMouse();
  });

  it('is one sentence and four wishes, in the order of Tab', async () => {
    const run = await open();
    expect(ui.inline().shadowRoot?.querySelector('#because p')?.textContent).to.equal(
      'A payment did not work.',
    );
    ui.part(ui.inline(), 'why').focus();
    for (const wish of WISHES) {
      await pressKey('Tab');
      expect(ui.focused()).to.equal(ui.part(ui.inline(), wish));
    }
    await ui.arrived();
    await expect(ui.inline()).to.be.accessible();
    for (const wish of WISHES)
      expect(ui.part(ui.inline(), wish).getBoundingClientRect().height).to.be.at.least(24);
    run.stop();
  });

  it('not now', async () => {
    const run = await open();
    await click(ui.part(ui.inline(), 'not-now'));
    expect(run.answers.at(-1)).to.equal('snoozed');
    expect(ui.inline()).to.equal(null);
  });

  it('less of this', async () => {
    const run = await open();
    await click(ui.part(ui.inline(), 'less'));
    expect(run.answers.at(-1)).to.equal('snoozed alike');
    expect(ui.inline()).to.equal(null);
  });

  it('never again, by a key: the focus goes to what it was about', async () => {
    const run = await open();
    ui.part(ui.inline(), 'not-again').focus();
    await pressKey('Enter');
    expect(run.answers.at(-1)).to.equal('snoozed forever');
    expect(document.activeElement).to.equal(input());
  });

  it('not today: help goes, which is no refusal of this one, and a badge says so and takes it back', async () => {
    const run = await open();
    ui.part(ui.inline(), 'not-today').focus();
    await pressKey('Enter');
    expect(run.muted).to.deep.equal(['1d']);
    expect(run.answers.at(-1)).to.equal('gone');
    expect(ui.inline()).to.equal(null);
    expect(document.activeElement).to.equal(input());
    await ui.until(() => ui.badge());
    const button = ui.part(ui.badge(), 'badge');
    expect(button.getAttribute('aria-label')).to.equal('Help is off for today. Turn it on again');
    await ui.until(() => ui.layer().shadowRoot?.querySelector('[role=status]')?.textContent.includes('off'));
    await ui.arrived();
    await expect(ui.badge()).to.be.accessible();
    ui.badge().focus();
    await pressKey('Enter');
    expect(run.muted).to.deep.equal(['1d', null]);
    expect(ui.badge()).to.equal(null);
    expect(document.activeElement).to.equal(input());
  });

  it('in the language of the page', async () => {
    const run = await open('pt');
    await ui.until(() => ui.text(ui.inline(), 'not-today') === 'Hoje não neste site');
    ui.part(ui.inline(), 'not-today').click();
    await ui.until(() => ui.badge());
    expect(ui.part(ui.badge(), 'badge').getAttribute('aria-label')).to.contain('Voltar a ligar');
    run.stop();
    expect(document.querySelector('antes-badge')).to.equal(null);
  });
});
