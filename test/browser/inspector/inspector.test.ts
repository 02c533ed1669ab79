import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AntesInspectorConfig } from '../../../src/inspector/views/config.js';
import type { AntesInspectorTimeline } from '../../../src/inspector/views/timeline.js';
import { start, type Config } from '../../../src/index.js';
import { button, close, CONFIG, drawn, find, inShell, inspector, open, tab, textOf } from './open.js';

const KEY = 'antes.inspect';
const input = () => document.getElementById('f') as HTMLInputElement;

describe('the inspector', () => {
  afterEach(() => {
    close();
    sessionStorage.removeItem(KEY);
  });

  it('opens once, without taking the focus', async () => {
    const antes = await open({ storage: sessionStorage });
    input().focus();
    await antes.inspect();
    expect(document.querySelectorAll('antes-inspector').length).to.equal(1);
    expect(document.activeElement).to.equal(input());
    expect(inspector()!.matches(':popover-open')).to.equal(true);
    expect(sessionStorage.getItem(KEY)).to.equal('{}');
  });
  it('leaves nothing behind when it is closed, and Antes goes on', async () => {
    const antes = await open();
    button(inspector()!, 'Close').click();
    expect(inspector()).to.equal(null);
    expect(sessionStorage.getItem(KEY)).to.equal(null);
    expect(antes.why('declined')).to.have.length(1);
    await antes.inspect();
    expect(inspector()).not.to.equal(null);
  });
  it('stores nothing without consent, and forgets what it has stored when consent is taken back', async () => {
    await open({ consent: 'pending', storage: sessionStorage });
    expect(sessionStorage.getItem(KEY)).to.equal(null);
    close();
    const antes = await open({ storage: sessionStorage });
    expect(sessionStorage.getItem(KEY)).to.equal('{}');
    antes.consent('denied');
    expect(sessionStorage.getItem(KEY)).to.equal(null);
  });
  it('can be asked for before the configuration is there, and is not after the end', async () => {
    const address = URL.createObjectURL(new Blob([JSON.stringify(CONFIG)], { type: 'application/json' }));
    const antes = start(address, { storage: null });
    await antes.inspect();
    expect(inspector()).not.to.equal(null);
    antes.stop();
    await antes.inspect();
    expect(inspector()).to.equal(null);
  });
  it('leaves nothing behind when Antes stops, also while it is on its way', async () => {
    const antes = await open();
    antes.stop();
    expect(inspector()).to.equal(null);
    expect(sessionStorage.getItem(KEY)).to.equal(null);
    close();
    const again = open();
    document.body.append(document.createElement('i'));
    close();
    await again.catch(() => undefined);
    expect(inspector()).to.equal(null);
    document.querySelector('body > i')?.remove();
  });

  it('its tabs are walked through with the arrow keys', async () => {
    await open();
    inShell('#tab-timeline').focus();
    for (const [key, id] of [
      ['ArrowRight', 'triggers'],
      ['End', 'config'],
      ['ArrowRight', 'timeline'],
      ['ArrowLeft', 'config'],
      ['Home', 'timeline'],
    ]) {
      await sendKeys({ press: key! });
      await inspector()!.updateComplete;
      await waitUntil(() => inspector()!.shadowRoot!.activeElement?.id === `tab-${id}`);
      expect(inShell('[aria-selected="true"]').id).to.equal(`tab-${id}`);
      expect(inspector()!.shadowRoot!.querySelectorAll('[role="tab"][tabindex="0"]').length).to.equal(1);
      expect(inShell('[role="tabpanel"]').getAttribute('aria-labelledby')).to.equal(`tab-${id}`);
    }
  });
  it('is moved and made larger by keys', async () => {
    await open();
    const before = inspector()!.getBoundingClientRect().height;
    const edge = inShell('[role="separator"]');
    edge.focus();
    await sendKeys({ press: 'ArrowUp' });
    await inspector()!.updateComplete;
    expect(edge.getAttribute('aria-valuenow')).to.equal('50');
    if (innerHeight > 420 && innerWidth > 600)
      expect(inspector()!.getBoundingClientRect().height).to.be.greaterThan(before);
    button(inspector()!, 'Move').focus();
    await sendKeys({ press: 'Enter' });
    await inspector()!.updateComplete;
    expect(inspector()!.side).to.equal('right');
    expect(edge.getAttribute('aria-orientation')).to.equal('vertical');
  });
  it('can be folded, and inspect() unfolds it', async () => {
    const antes = await open();
    button(inspector()!, 'Fold').click();
    await inspector()!.updateComplete;
    expect(getComputedStyle(inShell('[role="tabpanel"]')).display).to.equal('none');
    await antes.inspect();
    await inspector()!.updateComplete;
    expect(getComputedStyle(inShell('[role="tabpanel"]')).display).not.to.equal('none');
  });
  it('goes along into a modal dialog of the page, and comes back', async () => {
    await open();
    const dialog = document.getElementById('dialog') as HTMLDialogElement;
    dialog.showModal();
    await waitUntil(() => inspector()!.parentNode === dialog);
    inShell('#tab-triggers').focus();
    expect(inspector()!.shadowRoot!.activeElement?.id).to.equal('tab-triggers');
    dialog.close();
    await waitUntil(() => inspector()!.parentNode === document.documentElement);
    expect(inspector()!.matches(':popover-open')).to.equal(true);
  });

  it('what is pressed and typed in it is heard by nobody else', async () => {
    const antes = await open();
    const heard: string[] = [];
    const hear = ({ type }: Event) => void heard.push(type);
    for (const type of ['keydown', 'click', 'input']) document.addEventListener(type, hear);
    const before = antes.journal().records.length;
    const view = await tab('triggers');
    find(view, 'input').focus();
    await sendKeys({ type: 'decl' });
    await drawn(view);
    for (const type of ['keydown', 'click', 'input']) document.removeEventListener(type, hear);
    expect(textOf(view)).to.contain('1 of 2 triggers');
    expect(heard).to.deep.equal([]);
    const since = antes.journal().records.slice(before);
    expect(since.filter(({ type }) => /press|key|field|effect/.test(type))).to.deep.equal([]);
  });

  it('tells what happens, with its reason, and what the struggle is made of', async () => {
    const antes = await open();
    const view = await tab<AntesInspectorTimeline>('timeline');
    antes.emit('payment-failure', { code: 'card_declined' });
    await drawn(view);
    const entry = find(view, '.entry');
    expect(entry.textContent).to.contain('payment-failure');
    const [signal] = antes.journal().records.filter(({ type }) => type === 'host');
    expect(signal).not.to.equal(undefined);
    expect(textOf(view)).to.match(/Struggle of this page/);
    expect(find(view, 'tbody th').textContent).to.equal('payment-failure');
  });
  it('tells what happened before it was opened', async () => {
    const antes = await open();
    antes.emit('payment-failure', { code: 'card_declined' });
    button(inspector()!, 'Close').click();
    await antes.inspect();
    const view = await tab<AntesInspectorTimeline>('timeline');
    expect(find(view, '.entry').textContent).to.contain('payment-failure');
  });
  it('lists what is off, and why; a name that is nearly one of ours is said to be so', async () => {
    const [trigger] = CONFIG.triggers;
    await open({}, {
      ...CONFIG,
      triggers: [
        { ...trigger, id: 'never', when: { event: 'rage-clik' } },
        { ...trigger, id: 'off', when: { event: 'go', min: 2, within: '2 min' } },
      ],
    } as Config);
    const text = textOf(await tab('triggers'));
    expect(text).to.contain('1 of 1 triggers');
    expect(text).to.contain('did you mean “rage-click”?');
    expect(text).to.match(/Off: \/triggers\/1\/when\/within This trigger is off/);
  });

  it('the end of the page can be scrolled clear of it; closed, nothing of that is left', async () => {
    await open();
    const page = document.getElementById('page')!;
    page.style.minHeight = '200vh';
    scrollTo(0, document.documentElement.scrollHeight);
    const { top } = inspector()!.getBoundingClientRect();
    expect(page.getBoundingClientRect().bottom).to.be.at.most(top + 1);
    button(inspector()!, 'Close').click();
    expect(document.adoptedStyleSheets).to.have.length(0);
    expect(getComputedStyle(document.documentElement).paddingBlockEnd).to.equal('0px');
    scrollTo(0, 0);
  });

  it('says why a trigger is not shown, and shows it', async () => {
    const antes = await open();
    const view = await tab<AntesInspectorTimeline>('triggers');
    expect(textOf(view)).to.contain('its condition is not met: “payment-failure” happened 0 of 2 times');
    antes.emit('payment-failure', { code: 'card_declined' });
    await drawn(view);
    expect(textOf(view)).to.contain('happened 1 of 2 times');
    button(view, 'Show it now').click();
    await waitUntil(() =>
      document.querySelector('antes-notice')?.shadowRoot?.textContent?.includes('Your bank said no'),
    );
    // Nothing counts what was asked for.
    expect(antes.why('declined')[0]!.state).to.equal('idle');
  });

  it('raises signals, tells events and facts, and changes language and time', async () => {
    const antes = await open();
    const view = await tab<AntesInspectorTimeline>('simulate');
    const [signals, events] = [...view.shadowRoot!.querySelectorAll('form')] as [
      HTMLFormElement,
      HTMLFormElement,
    ];
    const names: string[] = [];
    antes.on('signal', ({ name, target }) => names.push(`${name} ${target}`));
    (signals.elements.namedItem('target') as HTMLInputElement).value = 'pay';
    signals.requestSubmit();
    expect(names).to.deep.equal(['dead-click pay']);

    (events.elements.namedItem('event') as HTMLInputElement).value = 'go';
    (events.elements.namedItem('data') as HTMLTextAreaElement).value = '{ "n": 1 }';
    events.requestSubmit();
    expect(antes.journal().records.at(-1)).to.deep.include({ type: 'host', event: 'go', data: { n: 1 } });

    const fact = find<HTMLSelectElement>(view, '.facts select');
    fact.value = 'shipped';
    fact.dispatchEvent(new Event('change'));
    expect(antes.journal().records.at(-1)).to.deep.include({ facts: { 'order.state': 'shipped' } });

    const schedule = () => antes.why('at-night')[0]!.gates.find(({ gate }) => gate === 'schedule')!.pass;
    const time = find<HTMLInputElement>(view, '[type="datetime-local"]');
    const set = (hour: number) => {
      const wall = Date.UTC(2026, 10, 27, hour, 30);
      time.value = new Date(wall - new Date(wall).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
      time.dispatchEvent(new Event('change'));
    };
    set(1);
    expect(schedule()).to.equal(true);
    set(12);
    expect(schedule()).to.equal(false);

    const language = find<HTMLSelectElement>(view, 'p select');
    language.value = 'es';
    language.dispatchEvent(new Event('change'));
    await drawn(view);
    const triggers = await tab('triggers');
    await drawn(triggers);
    button(triggers, 'Show it now (declined)').click();
    await waitUntil(() =>
      document.querySelector('antes-notice')?.shadowRoot?.textContent?.includes('Su banco'),
    );
  });

  it('tries another configuration in this tab, and goes back to the original', async () => {
    const antes = await open({ storage: sessionStorage });
    const told: string[] = [];
    antes.on('signal', ({ name }) => told.push(name));
    antes.step('payment');
    const view = await tab<AntesInspectorConfig>('config');
    await waitUntil(() => find(view, '.cm-content'), 'an editor', { timeout: 8_000 });
    const editor = view['_editor']!;
    editor.write(editor.text.replace('"min": 2', '"min": 1'));
    button(view, 'Try it').click();
    expect(antes.config.triggers[0]!.when).to.deep.include({ min: 1 });
    expect(JSON.parse(sessionStorage.getItem(KEY)!)).to.have.property('config', editor.text);
    // Whoever listens still does, and the step is the same.
    antes.emit('payment-failure', { code: 'card_declined' });
    expect(told).to.deep.equal(['payment-failure']);
    expect(antes.why('declined')[0]!.state).not.to.equal('idle');
    expect(antes.journal().records.some((one) => one.type === 'step' && one.step === 'payment')).to.equal(
      true,
    );
    button(view, 'Back').click();
    expect(antes.config.triggers[0]!.when).to.deep.include({ min: 2 });
    expect(JSON.parse(sessionStorage.getItem(KEY)!)).to.deep.equal({});
    expect(editor.text).to.contain('"min": 2');
  });
  it('goes on with what was tried on the page before, and forgets it when it is closed', async () => {
    sessionStorage.setItem(KEY, JSON.stringify({ config: '{ "version": 1, "triggers": [] }' }));
    const antes = await open({ storage: sessionStorage });
    expect(antes.config.triggers).to.deep.equal([]);
    button(inspector()!, 'Close').click();
    expect(antes.config.triggers).to.have.length(2);
  });
  it('tells what is wrong at its place', async () => {
    await open();
    const view = await tab<AntesInspectorConfig>('config');
    await waitUntil(() => find(view, '.cm-content'), 'an editor', { timeout: 8_000 });
    view['_editor']!.write(
      '{\n  "version": 1,\n  "triggers": [{ "id": "x", "when": { "event": "go" }, "show": { "content": "no", "as": "notice" } }]\n}',
    );
    await waitUntil(() => textOf(view).includes('1 error'));
    button(view, 'error 3:').click();
    const selection = find(view, '.cm-activeLine').textContent;
    expect(selection).to.contain('"content": "no"');
  });

  it('records a journal, and runs it again', async () => {
    const antes = await open();
    const view = await tab<AntesInspectorTimeline>('journal');
    button(view, 'Record').click();
    antes.emit('payment-failure', { code: 'card_declined' });
    antes.emit('payment-failure', { code: 'card_declined' });
    await drawn(view);
    button(view, 'Stop recording').click();
    await drawn(view);
    button(view, 'Run it again').click();
    await drawn(view);
    expect(textOf(view)).to.contain('armed by “payment-failure”');
  });
  it('checks colours and anchors', async () => {
    await open();
    document.documentElement.style.setProperty('--antes-text', '#ccc');
    document.documentElement.style.setProperty('--antes-surface', '#fff');
    const view = await tab<AntesInspectorTimeline>('checks');
    await drawn(view);
    document.documentElement.style.removeProperty('--antes-text');
    document.documentElement.style.removeProperty('--antes-surface');
    expect(textOf(view)).to.contain('Anchors: 1 of the 1');
    expect(textOf(view)).to.match(/texts, light: 1\.\d to 1/);
  });
});
