import { expect } from 'vitest';
import { describeFaults } from './support/describe-faults.js';
import { frames, visit } from './support/dom-events.js';
import { askForHelp, asNotice } from './support/top-layer-ui.js';
import { isRunning, ours, waitForHelp, type WithAntes } from './support/survive.js';
import type { Config } from '../../src/engine.js';
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
    'the state of an order that changes every tenth of a second: what is heard comes seldom, politely, and on change',
    (page) =>
      visit(
        page,
        {
          config: (config) => {
            const noticed = asNotice(config) as Config;
            return {
              ...noticed,
              facts: {
                'order.state': { type: 'string', values: ['placed', 'packed', 'shipped', 'delivered'] },
              },
              sources: { mine: { kind: 'order', host: true } },
              content: { ...noticed.content, hello: { title: 'Your order', source: 'mine' } },
            };
          },
        },
        async () => {
          const turn = (rounds: number) =>
            page.evaluate(async (count) => {
              const { antes } = globalThis as WithAntes;
              for (let i = 0; i < count; i++) {
                antes!.facts({ 'order.state': i % 2 ? 'packed' : 'shipped' });
                document.dispatchEvent(new CustomEvent('antes:emit', { detail: { event: 'needed' } }));
                await new Promise((done) => setTimeout(done, 100));
              }
            }, rounds);
          await turn(1);
          await askForHelp(page);
          // Cards have regions of their own, for what comes of what is done in them.
          const regions = await page.evaluate(() => {
            const said: string[] = [];
            Object.assign(globalThis, { said });
            const live = [...document.querySelectorAll('antes-layer, antes-layer *')].flatMap((one) => [
              ...(one.shadowRoot?.querySelectorAll('[role=status], [role=alert], [role=log], [aria-live]') ??
                []),
            ]);
            for (const region of live)
              new MutationObserver(() => {
                const text = region.textContent.trim();
                if (text) said.push(text);
              }).observe(region, { subtree: true, childList: true, characterData: true });
            return [...new Set(live.map((one) => one.getAttribute('aria-live') ?? one.getAttribute('role')))];
          });
          await turn(60);
          const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
          // The help itself, and once what has changed: the next time only half a minute later.
          expect(said.length).toBeGreaterThanOrEqual(1);
          expect(said.length, said.join(' | ')).toBeLessThanOrEqual(2);
          expect(said.filter((text) => /shipped|packed/i.test(text))).toHaveLength(1);
          expect(regions).toEqual(['status']);
        },
      ),
  );
});
