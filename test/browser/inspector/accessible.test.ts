import { expect, waitUntil } from '@open-wc/testing';
import { close, find, inspector, open, tab } from './open.js';

describe('accessibility of the inspector', () => {
  afterEach(() => {
    close();
    sessionStorage.removeItem('antes.inspect');
  });

  for (const scheme of ['light', 'dark'])
    for (const id of ['timeline', 'triggers', 'pick', 'simulate', 'checks', 'journal', 'config'])
      it(`nothing to object to: ${id}, ${scheme}`, async function () {
        this.timeout(30_000);
        const antes = await open();
        inspector()!.style.colorScheme = scheme;
        antes.emit('payment-failure', { code: 'card_declined' });
        const view = await tab(id);
        if (id === 'config')
          await waitUntil(() => find(view, '.cm-content'), 'an editor', { timeout: 20_000 });
        for (const one of view.shadowRoot!.querySelectorAll('details')) one.open = true;
        await expect(inspector()!).to.be.accessible();
      });
});
