import { expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import { click, pressKey } from '../../support/input.js';
import * as ui from './support.js';

const FORM = `<main><label>Postcode <input id="zip" required pattern="[0-9]{5}" data-antes-anchor="zip"></label>
  <label>Street <select id="street" required data-antes-anchor="street"><option value="">Choose</option>
  <option>Main Street</option></select></label><p data-antes-anchor="field">Address</p>
  <div style="height:1600px"></div><button id="by-hand" data-antes-anchor="by-hand">By hand</button></main>`;
const steps = [
  { text: 'Type your **postcode**', anchor: 'zip' },
  { text: 'Wait until we know it', done: { event: 'address-found', where: { source: 'list' } } },
  { text: 'Choose your street', anchor: 'street' },
];
const made = (rest = {}) => ui.offer({ guide: steps, feedback: 'none', actions: [], ...rest });
const guide = () => ui.inline().shadowRoot?.querySelector('antes-guide') as HTMLElement;
const list = () => [...(guide().shadowRoot?.querySelectorAll('[part=step]') ?? [])];
const states = () =>
  list().map((step) =>
    step.classList.contains('done') ? 'done' : (step.getAttribute('aria-current') ?? ''),
  );
const said = () => guide().shadowRoot?.querySelector('ol + [role=status]')?.textContent;
const zip = () => document.getElementById('zip') as HTMLInputElement;
const showMe = (index: number) => list()[index]?.querySelector('[part=show-me]') as HTMLElement;

describe('antes-guide', () => {
  beforeEach(() => void ui.page(FORM));
  afterEach(async () => {
    ui.stopAll();
    ui.clearPage();
    await resetMouse();
    scrollTo(0, 0);
  });

  it('is a list in the card from the beginning, the first step current', async () => {
    zip().focus();
    const run = ui.start();
    await run.show(made());
    expect(list().map((step) => step.querySelector('p')?.textContent.trim())).to.deep.equal([
      'Type your postcode',
      'Wait until we know it',
      'Choose your street',
    ]);
    expect(states()).to.deep.equal(['step', '', '']);
    expect(document.activeElement).to.equal(zip());
    expect(list().map((step) => step.querySelector('button') !== null)).to.deep.equal([true, false, true]);
  });

  it('knows what was filled in before', async () => {
    zip().value = '28001';
    const run = ui.start();
    await run.show(made());
    expect(states()).to.deep.equal(['done', 'step', '']);
    expect(said()).to.equal('');
  });

  it('ticks off a field that is left filled in and valid, and takes that back', async () => {
    const run = ui.start();
    await run.show(made());
    zip().focus();
    for (const key of '2800') await pressKey(key);
    await pressKey('Tab');
    await ui.settled();
    expect(states()).to.deep.equal(['step', '', '']);
    zip().focus();
    await pressKey('End');
    await pressKey('1');
    await ui.settled();
    expect(states(), 'not while typing').to.deep.equal(['step', '', '']);
    await pressKey('Tab');
    await ui.until(() => states()[0] === 'done');
    expect(states()).to.deep.equal(['done', 'step', '']);
    expect(said()).to.equal('1 of 3 steps done');
    zip().focus();
    zip().select();
    await pressKey('Backspace');
    await pressKey('Tab');
    await ui.until(() => states()[0] === 'step');
  });

  it('knows what was done on the page before, and tells what is done on this one', async () => {
    const told: (readonly number[])[] = [];
    const run = ui.start('en', { ticks: () => [1, 2], tick: (_id, done) => void told.push(done) });
    zip().value = '28001';
    await run.show(made());
    // Of a field what is seen counts: the street is on this page, and empty.
    expect(states()).to.deep.equal(['done', 'done', 'step']);
    expect(told).to.deep.equal([[0, 1]]);
  });

  it('a field that the page itself calls wrong is not done', async () => {
    zip().value = '28001';
    zip().setAttribute('aria-invalid', 'true');
    const run = ui.start();
    await run.show(made());
    expect(states()[0]).to.equal('step');
  });

  it('ticks off what happened, if it is what is waited for', async () => {
    const run = ui.start();
    await run.show(made());
    run.happen('address-found', { source: 'map' });
    run.happen('something-else', { source: 'list' });
    await ui.settled();
    expect(states()[1]).to.equal('');
    run.happen('address-found', { source: 'list' });
    await ui.until(() => states()[1] === 'done');
    expect(states()).to.deep.equal(['step', 'done', '']);
  });

  it('“Show me” brings there, and takes the focus along because that was asked for', async () => {
    const run = ui.start();
    await run.show(made({ guide: [{ text: 'Or type it', anchor: 'by-hand' }] }));
    showMe(0).focus();
    await pressKey('Enter');
    const target = document.getElementById('by-hand') as HTMLElement;
    expect(document.activeElement).to.equal(target);
    await ui.until(() => target.getBoundingClientRect().top < innerHeight);
  });

  it('says so where that is not on the page, and leaves the focus', async () => {
    const run = ui.start();
    await run.show(made({ guide: [{ text: 'Or type it', anchor: 'nowhere' }] }));
    showMe(0).focus();
    await pressKey('Enter');
    await ui.until(() => ui.hasPart(guide(), 'missing'));
    expect(ui.text(guide(), 'missing')).to.equal('That is not on this page right now.');
    expect(ui.focused()).to.equal(showMe(0));
  });

  it('keeps its ticks while the page is drawn anew, and finds the new fields', async () => {
    const run = ui.start();
    await run.show(made());
    run.happen('address-found', { source: 'list' });
    const main = document.querySelector('main') as HTMLElement;
    main.innerHTML = FORM.replace('<main>', '').replace('</main>', '');
    await ui.until(() => ui.inline()?.isConnected && list().length === 3);
    await ui.until(() => states()[1] === 'done');
    zip().focus();
    for (const key of '28001') await pressKey(key);
    await pressKey('Tab');
    await ui.until(() => states()[0] === 'done');
  });

  it('never looks at secrets', async () => {
    zip().type = 'password';
    zip().value = '28001';
    let looked = 0;
    for (const name of ['value', 'validity'] as const)
      Object.defineProperty(zip(), name, { get: () => void looked++, configurable: true });
    const run = ui.start();
    await run.show(made());
    expect(states()[0]).to.equal('step');
    expect(looked).to.equal(0);
  });

  it('reads no value of any field', async () => {
    zip().value = '28001';
    let read = 0;
    Object.defineProperty(zip(), 'value', { get: () => String(read++), configurable: true });
    const run = ui.start();
    await run.show(made());
    expect(states()[0]).to.equal('done');
    expect(read).to.equal(0);
  });

  it('listens to nothing any more once it is gone', async () => {
    const run = ui.start();
    await run.show(made());
    const old = guide();
    await run.show();
    run.happen('address-found', { source: 'list' });
    await ui.settled();
    expect(old.shadowRoot?.querySelectorAll('.done').length).to.equal(0);
  });

  it('speaks the language of the page, and is accessible in every state', async () => {
    zip().value = '28001';
    const run = ui.start('es');
    await run.show(made());
    await ui.until(() => showMe(2).textContent.trim() === 'Mostrar');
    await ui.arrived();
    await expect(ui.inline()).to.be.accessible();
    await click(showMe(2));
    await ui.arrived();
    await expect(ui.inline()).to.be.accessible();
    for (const button of guide().shadowRoot?.querySelectorAll('button') ?? [])
      expect(button.getBoundingClientRect().height).to.be.at.least(24);
  });
});
