import { expect } from '@open-wc/testing';
import type { Config } from '../../../src/config/types.js';
import type { SourceState } from '../../../src/state/sources.js';
import { createSpeech, QUIET_MS } from '../../../src/ui/status/speech.js';
import { NOW, STATES, incident, known, progress } from '../../../demo/stories/sources.js';
import type { AntesStatus } from '../../../src/ui/status/status.js';
import * as ui from './support.js';

const config: Config = {
  version: 1,
  triggers: [],
  sources: {
    mine: { kind: 'order', host: true },
    status: { kind: 'incidents', host: true, components: { payments: [] } },
  },
  facts: { 'order.state': { type: 'string', values: ['placed', 'packed', 'shipped', 'exception'] } },
};
const status = () => ui.inline().shadowRoot?.querySelector('antes-status') as AntesStatus;
const words = () => ui.part(status(), 'status').textContent.replace(/\s+/g, ' ').trim();
const steps = () => [...(status().shadowRoot?.querySelectorAll('li') ?? [])];
const time = (ms: number, lang = 'en') => new Intl.DateTimeFormat(lang, { timeStyle: 'short' }).format(ms);

/** A card with the status of a source, at a clock that stands still. */
async function show(
  state: SourceState | undefined,
  rest: Parameters<typeof ui.offer>[0] = {},
  locale = 'en',
) {
  const run = ui.start(locale, { config });
  const source = state?.kind === 'incidents' ? 'status' : 'mine';
  const tell = async (next: SourceState) => {
    run.stores.$sources.set({ [source]: next });
    await ui.settled();
  };
  if (state) run.stores.$sources.set({ [source]: state });
  await run.show(ui.offer({ as: 'status', body: '', actions: [], source, ...rest }));
  status().now = () => NOW;
  status().requestUpdate();
  await status().updateComplete;
  return Object.assign(run, { tell });
}

describe('antes-status', () => {
  beforeEach(() => void ui.page('<main><h1>Help</h1><p data-antes-anchor="field">Top</p></main>'));
  afterEach(() => {
    ui.stopAll();
    ui.clearPage();
    document.documentElement.style.removeProperty('color-scheme');
  });

  it('is a list of steps, of which one is the current', async () => {
    await show(known());
    const list = ui.part(status(), 'steps');
    expect(list.localName).to.equal('ol');
    expect(list.getAttribute('aria-label')).to.equal('Progress');
    expect(steps().map((step) => step.getAttribute('aria-current'))).to.deep.equal([
      null,
      null,
      'step',
      null,
      null,
    ]);
    expect(steps().map((step) => step.querySelector('.name')?.textContent)).to.deep.equal([
      'Order placed',
      'Packed',
      'On its way',
      'Out for delivery',
      'Delivered',
    ]);
    expect(ui.text(status(), 'expected')).to.equal('Expected Wednesday, December 2');
    expect(ui.text(status(), 'time')).to.equal(`Updated ${time(NOW)}`);
  });

  it('what more there is to say of a step is said when it is asked for', async () => {
    await show(known());
    const details = ui.part<HTMLDetailsElement>(status(), 'details');
    expect(details.open).to.equal(false);
    details.querySelector('summary')?.click();
    expect(details.open).to.equal(true);
    expect(details.textContent).to.contain('It left our workshop in Seville.');
  });

  it('waits with a skeleton of as many steps as there will be, and with words', async () => {
    await show(undefined);
    expect(words()).to.equal('Looking up the latest…');
    expect(ui.part(status(), 'status').getAttribute('aria-busy')).to.equal('true');
    expect(steps()).to.have.length(3);
    expect(steps()[0]?.closest('[aria-hidden=true]')).to.exist;
  });

  it('of an incident, it waits with words alone', async () => {
    const run = ui.start('en', { config });
    await run.show(ui.offer({ as: 'status', source: 'status' }));
    expect(words()).to.equal('Looking up the latest…');
    expect(steps()).to.have.length(0);
  });

  it('says since when nothing new was heard', async () => {
    await show(STATES['Stale']);
    expect(ui.text(status(), 'time')).to.equal(`As of ${time(NOW - 3_600_000)}. It may have changed since.`);
    expect(steps()).to.have.length(5);
  });

  it('an order that stopped says why, and what to do', async () => {
    await show(STATES['Exception']);
    expect(ui.part(status(), 'exception').textContent).to.match(
      /There is a problem\s+Nobody was at home, twice\./,
    );
    const next = ui.part<HTMLAnchorElement>(status(), 'next');
    expect(next.textContent).to.equal('Choose another day');
    expect(new URL(next.href).pathname).to.equal('/orders/current/delivery');
    expect(steps()[2]?.className).to.equal('stopped');
    expect(ui.hasPart(status(), 'expected')).to.equal(false);
  });

  it('never leads where help may not lead', async () => {
    const next = { label: 'Go', link: 'javascript:alert(1)' };
    await show(known({ progress: progress({ exception: '', next }) }));
    expect(ui.hasPart(status(), 'next')).to.equal(false);
  });

  it('what is done expects nothing, and is not looked up any more', async () => {
    await show(STATES['Done']);
    expect(steps().at(-1)?.className).to.equal('done');
    for (const name of ['expected', 'time']) expect(ui.hasPart(status(), name), name).to.equal(false);
  });

  it('says why there is nothing', async () => {
    for (const [name, sentence] of [
      ['Empty', 'There is nothing to show yet.'],
      ['Offline', 'This cannot be looked up right now.'],
      ['Unauthorised', 'Sign in to see this.'],
    ] as const) {
      const run = await show(STATES[name]);
      expect(words()).to.equal(sentence);
      run.stop();
    }
  });

  it('a state without steps is said by itself', async () => {
    await show(STATES['No steps']);
    expect(ui.text(status(), 'state')).to.equal('Being worked on');
  });

  it('an incident says since when, and what is known on demand', async () => {
    await show(STATES['Incident']);
    expect(ui.text(status(), 'period')).to.equal(`Since ${time(NOW - 1_800_000)}`);
    expect(ui.part(status(), 'details').textContent).to.contain('A bank takes its time.');
  });

  it('maintenance says from when until when', async () => {
    await show(STATES['Planned']);
    expect(ui.text(status(), 'period')).to.match(/^Planned for .*Dec 1.* – /);
  });

  it('incidents of what the config does not name are not shown', async () => {
    await show(known({ incidents: [incident({ components: ['website'] })] }));
    expect(ui.hasPart(status(), 'period')).to.equal(false);
  });

  it('names steps as the content does, before the feed and before us', async () => {
    const told = progress();
    const named = { ...told, steps: told.steps.map((step) => ({ ...step, label: `Feed ${step.id}` })) };
    await show(known({ progress: named }), { steps: { packed: 'Wrapped in straw' } });
    expect(steps().map((step) => step.querySelector('.name')?.textContent)).to.deep.equal([
      'Feed placed',
      'Wrapped in straw',
      'Feed shipped',
      'Feed out-for-delivery',
      'Feed delivered',
    ]);
  });

  it('a step nobody has a name for is called by its value', async () => {
    const step = { id: 'at-customs_office', label: undefined, text: undefined, at: null };
    await show(known({ progress: progress({ steps: [step], state: step.id, current: 0 }) }));
    expect(steps()[0]?.textContent.trim()).to.equal('At customs office');
  });

  it('speaks the language of the page; dates are those of the text', async () => {
    await show(known(), { lang: 'es' }, 'es');
    await ui.until(() => words().includes('En camino'));
    expect(ui.text(status(), 'expected')).to.equal('Previsto: miércoles, 2 de diciembre');
    expect(ui.part(status(), 'expected').lang).to.equal('es');
  });

  it('follows what is told, and tells who is listening only what has moved', async () => {
    const run = await show(known());
    await run.tell(known({ asOf: NOW + 60_000 }));
    expect(ui.text(status(), 'time')).to.equal(`Updated ${time(NOW + 60_000)}`);
    await run.tell(known({ progress: progress({ state: 'out-for-delivery', current: 3 }) }));
    expect(steps()[3]?.getAttribute('aria-current')).to.equal('step');
    const said = () => ui.layer().shadowRoot?.querySelector('[role=status]')?.textContent;
    await ui.until(() => said() === 'Out for delivery');
  });

  it('is looked at for as long as it is there', async () => {
    const run = await show(known());
    const { $followed } = run.stores;
    expect($followed.get()).to.deep.equal(['mine']);
    const card = ui.inline();
    // The page draws itself anew.
    card.parentElement?.append(card);
    await ui.settled();
    expect($followed.get()).to.deep.equal(['mine']);
    await run.show();
    expect($followed.get()).to.deep.equal([]);
  });

  for (const [name, state] of Object.entries(STATES)) {
    it(`nothing to object to: ${name}, light and dark`, async () => {
      for (const scheme of ['light', 'dark']) {
        document.documentElement.style.colorScheme = scheme;
        const run = await show(state, { title: 'Your order' });
        for (const animation of [
          ...(ui.inline().shadowRoot?.getAnimations() ?? []),
          ...(status().shadowRoot?.getAnimations() ?? []),
        ])
          animation.cancel();
        await expect(ui.inline()).to.be.accessible();
        run.stop();
      }
    });
  }

  it('fits into 280 pixels', async () => {
    document.querySelector<HTMLElement>('.test-page')!.style.width = '280px';
    for (const name of ['Fresh', 'Exception']) {
      const run = await show(STATES[name]);
      const box = ui.part(status(), 'status');
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
      run.stop();
    }
  });
});

describe('what is said of changes', () => {
  it('UI-15: is said at once, then at most every 30 s, and then the latest', () => {
    let due: (() => void) | undefined;
    const said: string[] = [];
    const clock = {
      now: () => 0,
      wall: () => 0,
      after: (ms: number, fn: () => void) => {
        expect(ms).to.equal(QUIET_MS);
        due = fn;
        return () => (due = undefined);
      },
    };
    const guard = Object.assign((_part: string, fn: never) => fn, {
      run: (_part: string, fn: () => never) => fn(),
    });
    const speech = createSpeech(clock, guard as never, (text) => said.push(text));
    for (const text of ['packed', 'shipped', 'delivered']) speech.say(text);
    expect(said).to.deep.equal(['packed']);
    due?.();
    expect(said).to.deep.equal(['packed', 'delivered']);
    due?.();
    due?.();
    expect(said).to.have.length(2);
    speech.say('x');
    speech.say('y');
    speech.stop();
    expect(due).to.equal(undefined);
  });
});
