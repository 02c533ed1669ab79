import { expect } from 'vitest';
import { describeFaults } from './support/describe-faults.js';
import { FORM_MEMBERS, DOCUMENT_MEMBERS } from './support/dom-events.js';
import { isRunning, signalNames, waitForHelp, type WithAntes } from './support/survive.js';
import type { Page } from '../support/engines/index.js';

const images = DOCUMENT_MEMBERS.map((name) => `<img name="${name}" alt="">`).join('');
const fields = FORM_MEMBERS.map((name) => `<input form="pay" type="hidden" name="${name}">`).join('');

/** As often as an angry customer. */
async function hammer(page: Page, selector: string, times = 5): Promise<void> {
  for (let i = 0; i < times; i++) await page.click(selector);
}

describeFaults('dom-events', ({ survives }) => {
  survives(
    'DOM-01',
    'a page that keeps every click from whoever listens after it: presses are told by the pointer, a dead button is found',
    {
      inject: () => window.addEventListener('click', (event) => event.stopImmediatePropagation(), true),
    },
    {
      help: 'none',
      scenario: async (page) => {
        await page.type('#name', 'Ana');
        await page.click('#agree');
        await page.click('#plus');
      },
      then: async (page) => {
        await isRunning(page);
        await hammer(page, '#dead');
        await waitForHelp(page, 'dead');
        expect(await signalNames(page)).toContain('rage-click');
        expect(
          await page.evaluate(() =>
            (globalThis as WithAntes)
              .antes!.journal()
              .records.filter((record) => record.type === 'press' && record.target.includes('dead')),
          ),
        ).toHaveLength(5);
      },
    },
  );

  survives(
    'DOM-02',
    'a form whose fields have the names of its members, with help in it and a press on its edge',
    { body: `${fields}<style>#pay { padding: 60px; cursor: pointer }</style>` },
    {
      then: async (page) => {
        const { x, y } = await page.evaluate(
          () =>
            Element.prototype.getBoundingClientRect.call(document.querySelector('#pay')!).toJSON() as DOMRect,
        );
        await page.clickAt(x + 20, y + 20);
        await page.waitFor(
          () =>
            (globalThis as WithAntes)
              .antes!.journal()
              .records.some((record) => record.type === 'press' && record.target === 'pay'),
          { message: 'the press on the form' },
        );
      },
    },
  );
  survives('DOM-02', 'help that stands at such a form itself', {
    body: fields,
    config: (config) => JSON.parse(JSON.stringify(config).replace('"here"', '"#pay"')),
  });

  survives('DOM-03', 'images that have the names of members of the document', { body: images });
  survives(
    'DOM-03',
    'such images, and the widgets cannot be had: help comes as text',
    {
      body: images,
      routes: (path) => (path.includes('antes.ui') ? { status: 404 } : undefined),
    },
    { help: 'text', problems: ['UI_FAILED'] },
  );
  survives('DOM-03', 'such images before the tag of Antes', { head: images });
});
