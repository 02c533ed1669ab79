import { expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import { click, pressKey } from '../../support/input.js';
import * as ui from './support.js';

const made = (rest = {}) => ui.offer({ feedback: 'effort', because: undefined, actions: [], ...rest });
const feedback = () => ui.inline().shadowRoot?.querySelector('antes-feedback') as HTMLElement;
const radios = () => [...(feedback().shadowRoot?.querySelectorAll('input') ?? [])];
const thanks = () => ui.text(feedback(), 'thanks');

describe('antes-feedback', () => {
  beforeEach(() => void ui.page('<main><label>Card <input id="f" data-antes-anchor="field"></label></main>'));
  afterEach(async () => {
    ui.stopAll();
    ui.clearPage();
    await resetMouse();
  });

  it('is in the card from the beginning, in place of Yes and No', async () => {
    const run = ui.start();
    await run.show(made());
    expect(radios().map(({ value }) => value)).to.deep.equal(['1', '2', '3', '4', '5', '6', '7']);
    expect(ui.hasPart(ui.inline(), 'feedback')).to.equal(false);
    expect(feedback().shadowRoot?.querySelector('legend')?.textContent.trim()).to.equal(
      'How hard was this for you?',
    );
  });

  it('is in no card that does not ask for it', async () => {
    const run = ui.start();
    await run.show(made({ feedback: 'none' }));
    expect(feedback()).to.equal(null);
  });

  it('is answered by keys: arrows choose, nothing is sent on the way', async () => {
    const run = ui.start();
    await run.show(made());
    radios()[0]?.focus();
    await pressKey('Space');
    await pressKey('ArrowRight');
    await pressKey('ArrowRight');
    expect(radios().findIndex(({ checked }) => checked)).to.equal(2);
    expect(run.answers).to.deep.equal(['shown inline']);
    await pressKey('Tab');
    await pressKey('Enter');
    expect(run.answers.at(-1)).to.equal('rated 3');
    await ui.until(() => thanks() === 'Thank you.');
    expect(ui.focused()).to.equal(ui.part(feedback(), 'thanks'));
  });

  it('is answered by clicks, once, and nothing moves', async () => {
    const run = ui.start();
    await run.show(made());
    const { height } = ui.inline().getBoundingClientRect();
    await click(radios()[5] as Element);
    await click(ui.part(feedback(), 'send'));
    await ui.until(() => thanks() === 'Thank you.');
    ui.part(feedback(), 'send').click();
    expect(run.answers.filter((answer) => answer.startsWith('rated'))).to.deep.equal(['rated 6']);
    expect(ui.inline().getBoundingClientRect().height).to.be.closeTo(height, 1);
  });

  it('sends nothing before something is chosen', async () => {
    const run = ui.start();
    await run.show(made());
    await click(ui.part(feedback(), 'send'));
    expect(ui.part(feedback(), 'send').getAttribute('aria-disabled')).to.equal('true');
    expect(run.answers).to.deep.equal(['shown inline']);
  });

  it('its keys are not the page’s shortcuts, and Escape closes the card', async () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', listen);
    const run = ui.start();
    await run.show(made());
    radios()[0]?.focus();
    await pressKey('7');
    await pressKey('Escape');
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal([]);
    expect(run.answers.at(-1)).to.equal('dismissed');
  });

  it('speaks the language of the page', async () => {
    const run = ui.start('es');
    await run.show(made());
    await ui.until(() => feedback().shadowRoot?.querySelector('legend')?.textContent.includes('esfuerzo'));
  });

  it('is accessible: asked, chosen and thanked; choices are at least 24 pixels', async () => {
    const run = ui.start();
    await run.show(made());
    const { width, height } = ui.part(feedback(), 'choice').getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
    await ui.arrived();
    await expect(ui.inline()).to.be.accessible();
    radios()[6]?.click();
    await ui.arrived();
    await expect(ui.inline()).to.be.accessible();
    ui.part(feedback(), 'send').click();
    await ui.arrived();
    await expect(ui.inline()).to.be.accessible();
  });
});
