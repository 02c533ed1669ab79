import { start, type Antes, type Config, type StartOptions } from '../../../src/index.js';
import type { AntesInspector } from '../../../src/inspector/inspector.js';
import type { View } from '../../../src/inspector/view.js';

export const CONFIG: Config = {
  version: 1,
  facts: { 'order.state': { type: 'string', values: ['placed', 'shipped'] } },
  content: { help: { title: 'Your bank said no' }, other: { title: 'Another text' } },
  policy: { limits: [], gap: '1ms' },
  translations: { es: { help: { title: 'Su banco ha dicho que no' } } },
  triggers: [
    {
      id: 'declined',
      when: { event: 'payment-failure', min: 2 },
      show: { content: 'help', as: 'notice' },
    },
    {
      id: 'at-night',
      when: { event: 'go' },
      schedule: { hours: '01:00-02:00', zone: 'UTC' },
      show: { content: 'help', as: 'inline', anchor: 'pay' },
    },
  ],
};

let antes: Antes | undefined;

/** A page with a form, Antes on it, and the inspector open. */
export async function open(options: StartOptions = {}, config: Config = CONFIG): Promise<Antes> {
  document.body.insertAdjacentHTML(
    'beforeend',
    `<main id="page"><h1>Pay</h1><form id="card" action="/pay"><label for="f">Name</label><input id="f" name="holder">
    <button type="button" id="pay" data-antes-anchor="pay">Pay</button></form>
    <dialog id="dialog"><button>OK</button></dialog></main>`,
  );
  antes = start(config, { storage: null, seed: 'test', ...options });
  await antes.inspect();
  await inspector()!.updateComplete;
  return antes;
}
export function close(): void {
  antes?.stop();
  antes = undefined;
  document.getElementById('page')?.remove();
}

export const inspector = (): AntesInspector | null => document.querySelector('antes-inspector');
export const inShell = <E extends HTMLElement>(selector: string): E =>
  inspector()!.shadowRoot!.querySelector<E>(selector)!;

/** Opens a tab; its view, once it is drawn. */
export async function tab<V extends View>(id: string): Promise<V> {
  inShell(`#tab-${id}`).click();
  await inspector()!.updateComplete;
  const view = inShell<V>(`antes-inspector-${id}`);
  await view.updateComplete;
  return view;
}
export const find = <E extends HTMLElement>(view: HTMLElement, selector: string): E =>
  view.shadowRoot!.querySelector<E>(selector)!;
export const textOf = (view: HTMLElement): string => {
  const clone = view.shadowRoot!.textContent ?? '';
  return clone.replace(/\s+/g, ' ').trim();
};
/** A button by its first words. */
export const button = (view: HTMLElement, label: string): HTMLButtonElement =>
  [...view.shadowRoot!.querySelectorAll('button')].find((one) =>
    one.textContent.replace(/\s+/g, ' ').trim().startsWith(label),
  )!;
/** What changes is drawn once the task is over. */
export async function drawn(view: View): Promise<void> {
  await new Promise((done) => setTimeout(done));
  await view.updateComplete;
}
