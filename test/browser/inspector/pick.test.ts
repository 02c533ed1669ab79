import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse, resetMouse } from '@web/test-runner-commands';
import type { AntesInspectorPick } from '../../../src/inspector/views/pick.js';
import { middle } from '../../support/pointer.js';
import { button, close, drawn, find, inspector, open, tab, textOf } from './open.js';

const picker = () => document.querySelector<HTMLElement>('antes-inspector-picker');
const begin = async (): Promise<AntesInspectorPick> => {
  const view = await tab<AntesInspectorPick>('pick');
  button(view, 'Choose').click();
  await waitUntil(() => picker()?.shadowRoot?.activeElement?.matches('.pane'));
  return view;
};

describe('choosing an element', () => {
  afterEach(async () => {
    await resetMouse();
    close();
    sessionStorage.removeItem('antes.inspect');
  });

  it('by pointer: the page hears nothing of it, and Antes neither', async () => {
    const antes = await open();
    const pay = document.getElementById('pay')!;
    const heard: string[] = [];
    for (const type of ['pointerdown', 'click', 'focusin'])
      pay.addEventListener(type, () => heard.push(type));
    const view = await begin();
    const before = antes.journal().records.length;
    await sendMouse({ type: 'click', position: [...middle(pay)] as [number, number] });
    await drawn(view);
    expect(picker()).to.equal(null);
    expect(textOf(view)).to.contain('button#pay');
    expect(heard).to.deep.equal([]);
    const since = antes.journal().records.slice(before);
    expect(since.filter(({ type }) => /press|effect/.test(type))).to.deep.equal([]);
    expect(getComputedStyle(inspector()!).visibility).to.equal('visible');
  });
  it('by keyboard, up and down the tree of the page', async () => {
    await open();
    const view = await begin();
    view.element = undefined;
    // From the body into the page, its heading, the form beside it, and the label in it.
    const main = document.getElementById('page')!;
    (picker() as unknown as { element: Element }).element = main;
    for (const press of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowRight']) await sendKeys({ press });
    expect(picker()!.shadowRoot!.querySelector('[role="status"]')!.textContent).to.contain('input');
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'Enter' });
    await drawn(view);
    expect((view.element as Element | undefined)?.id).to.equal('card');
    await waitUntil(() => view.shadowRoot!.activeElement?.textContent?.includes('Choose'));
  });
  it('ends with Antes', async () => {
    const antes = await open();
    await begin();
    antes.stop();
    expect(picker()).to.equal(null);
  });
  it('is not told to what the page has around it', async () => {
    await open();
    await begin();
    const heard: string[] = [];
    const hear = ({ type }: Event) => void heard.push(type);
    const types = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click'];
    for (const type of types) document.addEventListener(type, hear);
    await sendMouse({
      type: 'click',
      position: [...middle(document.getElementById('pay')!)] as [number, number],
    });
    for (const type of types) document.removeEventListener(type, hear);
    expect(heard).to.deep.equal([]);
  });
  it('Escape gives it up', async () => {
    await open();
    const view = await begin();
    await sendKeys({ press: 'Escape' });
    await drawn(view);
    expect(picker()).to.equal(null);
    expect(view.element).to.equal(undefined);
  });
  it('says how it can be named, and walks on from there', async () => {
    await open();
    const view = await begin();
    (picker() as unknown as { element: Element }).element = document.getElementById('pay')!;
    await sendKeys({ press: 'Enter' });
    await drawn(view);
    expect(find(view, '.proposal code').textContent).to.equal('pay');
    expect(find(view, 'pre').textContent).to.equal('"anchor": "pay"');
    expect(textOf(view)).to.contain('made for it');
    button(view, 'What is around it').click();
    await drawn(view);
    expect(textOf(view)).to.contain('form#card');
  });
  it('what Antes has put there is looked through', async () => {
    await open();
    const pay = document.getElementById('pay')!;
    const over = document.createElement('antes-plain');
    over.style.position = 'fixed';
    over.style.inset = '0';
    document.getElementById('page')!.append(over);
    const view = await begin();
    await sendMouse({ type: 'click', position: [...middle(pay)] as [number, number] });
    await drawn(view);
    expect(view.element).to.equal(pay);
  });
});
