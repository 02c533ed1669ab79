import { expect } from 'vitest';
import { describeFaults } from './support/describe-faults.js';
import { frames, visit } from './support/dom-events.js';
import { askForHelp, asNotice } from './support/top-layer-ui.js';
import { isRunning, ours, waitForHelp } from './support/survive.js';
import type { Page } from '../support/engines/index.js';

const ask = (page: Page, times: number): Promise<void> =>
  page.evaluate((n) => {
    for (let i = 0; i < n; i++)
      document.dispatchEvent(new CustomEvent('antes:emit', { detail: { event: 'needed' } }));
  }, times);
const help = async (page: Page) =>
  (await ours(page)).filter((name) => name === 'antes-notice' || name === 'antes-badge');

describeFaults('top-layer-ui', ({ fault }) => {
  for (const consent of ['granted', 'denied'])
    fault(
      'UI-20',
      `help that was closed stays closed, however often its cause comes again (storage ${consent})`,
      (page) =>
        visit(
          page,
          {
            config: asNotice,
            tag: `<script async src="/antes/antes.js" data-config="/antes.json" data-consent="${consent}"></script>`,
          },
          async () => {
            await askForHelp(page);
            await page.click('antes-notice >>> .close');
            await waitForHelp(page, 'asked', 'dismissed');
            await ask(page, 20);
            await frames(page, 20);
            expect(await help(page)).toEqual([]);
            if (consent === 'denied') return;
            await page.reload();
            await isRunning(page);
            await ask(page, 20);
            await frames(page, 20);
            expect(await help(page)).toEqual([]);
            const second = await page.beside(await page.url());
            try {
              await isRunning(second);
              await ask(second, 20);
              await frames(second, 20);
              expect(await help(second)).toEqual([]);
            } finally {
              await second.close();
              await page.front();
            }
          },
        ),
    );

  fault(
    'UI-15',
    'a status that changes every second for a minute: what is heard comes seldom, politely, and once',
    (page) =>
      visit(page, { config: asNotice }, async () => {
        await askForHelp(page);
        const heard = await page.evaluate(async () => {
          const root = document.querySelector('antes-layer')!.shadowRoot!;
          const regions = [...root.querySelectorAll('[role=status], [aria-live], [role=alert]')];
          const said: string[] = [];
          const observer = new MutationObserver(() => {
            const text = regions[0]!.textContent ?? '';
            if (text && text !== said.at(-1)) said.push(text);
          });
          observer.observe(root, { subtree: true, childList: true, characterData: true });
          const { antes } = globalThis as unknown as { antes: { facts(facts: object): void } };
          for (let i = 0; i < 60; i++) {
            antes.facts({ step: i });
            document.dispatchEvent(new CustomEvent('antes:emit', { detail: { event: 'needed' } }));
            await new Promise((done) => setTimeout(done, 15));
          }
          observer.disconnect();
          return {
            said,
            regions: regions.map((one) => one.getAttribute('aria-live') ?? one.getAttribute('role')),
          };
        });
        expect(heard.regions).toEqual(['status']);
        expect(heard.said.length).toBeLessThanOrEqual(1);
      }),
  );
});
