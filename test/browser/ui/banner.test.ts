import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { Config } from '../../../src/config/types.js';
import type { Incident } from '../../../src/state/sources.js';
import type { AntesCard } from '../../../src/ui/card/card.js';
import { incident, known } from '../../../demo/stories/sources.js';
import * as ui from './support.js';

const config: Config = {
  version: 1,
  triggers: [],
  sources: {
    status: {
      kind: 'incidents',
      url: '/s.json',
      components: { payments: ['checkout/payment'], website: ['cart'] },
    },
  },
};
const PAGE = `<header id="header">Shop</header><main id="main"><h1>Pay</h1><label for="f">Card</label>
  <input id="f" data-antes-anchor="card-form"><div style="height:250px"></div><button id="low">Below</button></main>`;
const banner = () => document.querySelector('antes-banner') as unknown as AntesCard;
const said = (role = 'status') => {
  const layer = ui.layer();
  const region =
    role === 'alert' ? layer.querySelector('[role=alert]') : layer.shadowRoot?.querySelector('[role=status]');
  return region?.textContent ?? '';
};
const floats = () => banner().matches(':popover-open');
const top = (id: string) =>
  Math.round((document.getElementById(id) as HTMLElement).getBoundingClientRect().top);

/** The ui at a step, with a service that has these incidents. */
function start(step: string | null, ...incidents: Incident[]) {
  const situation = () => ({ step, journey: 'checkout', signals: [], failed: [], help: [] });
  const run = ui.start('en', { config, situation });
  run.stores.$sources.set({ status: known({ incidents }) });
  return run;
}
const offer = (rest = {}) =>
  ui.offer({
    as: 'banner',
    anchor: undefined,
    source: 'status',
    title: 'Card payments are slow right now',
    body: 'PayPal works as usual.',
    actions: [],
    tone: 'warning',
    because: undefined,
    feedback: 'none',
    ...rest,
  });

describe('antes-banner', () => {
  beforeEach(() => void ui.page(PAGE));
  afterEach(async () => {
    ui.stopAll();
    ui.clearPage();
    await resetMouse();
  });

  it('is a region with a heading, below the header, and said politely once', async () => {
    const run = start('cart', incident());
    await run.show(offer());
    expect(document.getElementById('header')?.nextElementSibling).to.equal(banner());
    const region = ui.part(banner(), 'card');
    expect(region.getAttribute('role')).to.equal('region');
    expect(region.getAttribute('aria-labelledby')).to.equal('title');
    expect(ui.part(banner(), 'title').localName).to.equal('h2');
    expect(run.answers).to.deep.equal(['shown banner']);
    await ui.until(() => said() === 'Help: Card payments are slow right now');
    expect(ui.layer().querySelector('[role=alert]')).to.equal(null);
  });

  it('moves nothing until the customer does something, and takes no focus', async () => {
    document.getElementById('f')?.focus();
    const before = ['header', 'main', 'f', 'low'].map(top);
    const shift = ui.measureShift();
    const run = start('cart', incident());
    await run.show(offer());
    expect(['header', 'main', 'f', 'low'].map(top)).to.deep.equal(before);
    expect(document.activeElement?.id).to.equal('f');
    // Not while somebody types.
    await sendKeys({ press: 'a' });
    expect(floats()).to.equal(true);
    await sendKeys({ press: 'Tab' });
    await ui.until(() => !floats());
    expect(top('main')).to.be.greaterThan(before[1] as number);
    expect(top('header')).to.equal(before[0]);
    expect(shift()).to.equal(0);
  });

  it('waits for the second press of two before it takes its place', async () => {
    const run = start('cart', incident());
    await run.show(offer());
    const low = document.getElementById('low') as HTMLElement;
    let pressed = 0;
    low.addEventListener('click', () => pressed++);
    const position = ui.centre(low);
    await sendMouse({ type: 'click', position });
    await sendMouse({ type: 'click', position });
    expect(pressed).to.equal(2);
    await ui.until(() => !floats());
  });

  it('stands at the very top of a page without a main part, and moves nothing there either', async () => {
    ui.clearPage();
    const box = document.createElement('div');
    box.className = 'test-page';
    box.id = 'all';
    box.textContent = 'A page';
    document.body.prepend(box);
    const before = top('all');
    const run = start('cart', incident());
    await run.show(offer());
    expect(document.body.firstElementChild).to.equal(banner());
    expect(top('all')).to.equal(before);
    const floated = banner().getBoundingClientRect();
    await sendKeys({ press: 'Shift' });
    await ui.settled();
    const landed = banner().getBoundingClientRect();
    expect(Math.abs(landed.top - floated.top)).to.be.at.most(1);
    expect(top('all')).to.be.at.least(Math.round(landed.bottom) - 1);
  });

  it('goes where the page wants it', async () => {
    ui.page('<div id="here" data-antes-anchor="banner"></div>');
    const run = start('cart', incident());
    await run.show(offer());
    expect(document.getElementById('here')?.nextElementSibling).to.equal(banner());
  });

  it('is told once more at the step that is affected, in the same words', async () => {
    const run = start('payment', incident());
    await run.show(offer({ anchor: 'card-form' }));
    expect(document.getElementById('f')?.nextElementSibling).to.equal(ui.inline());
    expect(ui.text(ui.inline(), 'title')).to.equal('Card payments are slow right now');
    expect(run.answers).to.deep.equal(['shown banner']);
    ui.part(ui.inline(), 'close').click();
    await ui.settled();
    expect(banner()).to.equal(null);
    expect(ui.inline()).to.equal(null);
    expect(run.answers.at(-1)).to.equal('dismissed');
  });

  it('no badge leads to the step while the banner can be seen', async () => {
    const space = document.createElement('div');
    space.style.height = '300vh';
    document.getElementById('f')?.before(space);
    const run = start('payment', incident());
    await run.show(offer({ anchor: 'card-form' }));
    expect(ui.inline().getBoundingClientRect().top).to.be.greaterThan(innerHeight);
    await ui.wait(200);
    expect(ui.badge()).to.equal(null);
  });

  it('but not at another step, and not before the anchor is there; its absence is no problem', async () => {
    const run = start('cart', incident());
    await run.show(offer({ anchor: 'card-form' }));
    expect(ui.inline()).to.equal(null);
    run.stop();
    const later = start('payment', incident());
    document.getElementById('f')!.dataset['antesAnchor'] = 'other';
    await later.show(offer({ anchor: 'card-form' }));
    expect(ui.inline()).to.equal(null);
    expect(later.problems).to.deep.equal([]);
    document.getElementById('f')!.dataset['antesAnchor'] = 'card-form';
    ui.page('<p>The page goes on</p>');
    await ui.until(() => ui.inline());
  });

  it('alarms only where nobody can go on', async () => {
    const run = start('payment', incident({ impact: 'critical' }));
    await run.show(offer());
    await ui.until(() => said('alert') === 'Help: Card payments are slow right now');
    expect(said()).to.equal('');
    run.stop();
    const elsewhere = start('cart', incident({ impact: 'critical' }));
    await elsewhere.show(offer());
    await ui.until(() => said() !== '');
    expect(ui.layer().querySelector('[role=alert]')).to.equal(null);
  });

  it('says that it works again, in its place, and then goes without moving anything', async () => {
    const run = start('cart', incident());
    const made = offer();
    await run.show(made);
    await sendKeys({ press: 'Shift' });
    await ui.settled();
    const before = top('main');
    run.stores.$sources.set({ status: known({ incidents: [] }) });
    await run.show({ ...made, leaving: 'withdrawn' });
    expect(ui.text(banner(), 'title')).to.equal('This works again.');
    expect(ui.part(banner(), 'card').className).to.contain('success');
    expect(top('main')).to.equal(before);
    await ui.until(() => said() === 'This works again.');
    expect(run.answers).to.deep.equal(['shown banner', 'gone']);
    await ui.until(() => banner()?.hasAttribute('reserved') ?? true, 9_500);
    expect(top('main')).to.equal(before);
    await sendKeys({ press: 'Shift' });
    await ui.until(() => banner() === null);
  }).timeout(15_000);

  it('taken back for another reason, it just goes', async () => {
    const run = start('cart', incident());
    const made = offer();
    await run.show(made);
    await run.show({ ...made, leaving: 'withdrawn' });
    expect(banner()).to.equal(null);
    expect(run.answers).to.deep.equal(['shown banner', 'gone']);
  });

  it('is put back when the page takes it out', async () => {
    const run = start('cart', incident());
    await run.show(offer());
    banner().remove();
    await ui.until(() => banner());
    expect(banner().isConnected).to.equal(true);
  });

  it('closes by a press, and leaves nothing', async () => {
    const run = start('payment', incident());
    await run.show(offer({ anchor: 'card-form' }));
    await sendMouse({ type: 'click', position: ui.centre(ui.part(banner(), 'close')) });
    await ui.settled();
    expect(document.querySelectorAll('antes-banner, antes-inline')).to.have.length(0);
    expect(run.answers).to.deep.equal(['shown banner', 'dismissed']);
  });

  it('leaves nothing after stop', async () => {
    const run = start('payment', incident({ impact: 'critical' }));
    await run.show(offer({ anchor: 'card-form' }));
    run.stop();
    await ui.settled();
    expect(document.querySelectorAll('antes-banner, antes-inline, antes-layer')).to.have.length(0);
    expect(run.stores.$followed.get()).to.deep.equal([]);
  });

  for (const scheme of ['light', 'dark']) {
    for (const tone of ['info', 'success', 'warning', 'problem'] as const) {
      it(`nothing to object to: ${tone}, ${scheme}`, async () => {
        const root = document.documentElement;
        root.style.colorScheme = scheme;
        root.style.background = 'Canvas';
        const run = start('cart', incident());
        await run.show(offer({ tone, because: 'other', feedback: 'helpful' }));
        for (const animation of banner().shadowRoot?.getAnimations() ?? []) animation.finish();
        await ui.settled();
        await expect(banner()).to.be.accessible();
        root.style.removeProperty('color-scheme');
        root.style.removeProperty('background');
      });
    }
  }
});
