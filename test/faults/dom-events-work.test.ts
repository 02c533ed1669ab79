import { expect } from 'vitest';
import { describeFaults } from './support/describe-faults.js';
import { countWork, frames, visit } from './support/dom-events.js';
import { problemCodes, signalNames, type WithAntes } from './support/survive.js';
import type { Page } from '../support/engines/index.js';

/** Laid out flat: ten thousand boxes in each other are more than the browser itself can draw. */
const DEEP = '<style>#deep span { display: contents }</style><div id="deep"></div>';

/** How often our scripts have asked the page for something since the last time. */
const work = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => (globalThis as unknown as { takeWork: () => Record<string, number> }).takeWork());
const records = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as WithAntes).antes!.journal().records.length);

describeFaults('dom-events', ({ fault, engineName }) => {
  fault(
    'DOM-08',
    'a hundred thousand nodes in one task, then a thousand changed attributes a frame: a sample is looked at',
    (page) =>
      visit(page, { inject: countWork, body: '<div id="out"></div>' }, async () => {
        await page.click('#plus');
        await work(page);
        await page.evaluate(() => {
          const all = document.createDocumentFragment();
          for (let i = 0; i < 100_000; i++) all.append(document.createElement('i'));
          document.getElementById('out')!.append(all);
        });
        await frames(page, 3);
        const first = await work(page);
        await page.evaluate(async () => {
          const some = [...document.querySelectorAll('#out i')].slice(0, 1_000);
          for (let frame = 0; frame < 60; frame++) {
            for (const one of some) one.setAttribute('title', String(frame));
            await new Promise((done) => requestAnimationFrame(done));
          }
        });
        const then = await work(page);
        for (const seen of [first, then]) {
          expect(seen['querySelectorAll'] ?? 0).toBeLessThan(300);
          expect(seen['getBoundingClientRect'] ?? 0).toBeLessThan(60);
          expect(seen['getComputedStyle'] ?? 0).toBeLessThan(60);
        }
        // Sixty thousand records came; of each batch a sample is looked at.
        expect(then['matches'] ?? 0).toBeLessThan(60_000);
        expect(await problemCodes(page)).toEqual([]);
      }),
  );

  fault('DOM-09', 'a page of a hundred thousand nodes: a press does not look through them', (page) =>
    visit(page, { inject: countWork, body: '<div id="out"></div>' }, async () => {
      await page.evaluate(() => {
        document.getElementById('out')!.innerHTML = '<i></i>'.repeat(100_000);
      });
      await page.click('#plus');
      await frames(page, 5);
      await work(page);
      for (let i = 0; i < 5; i++) await page.click('#plus');
      const seen = await work(page);
      // At most the look for new shadow roots, which is limited in time and in number.
      expect(seen['querySelectorAll *'] ?? 0).toBeLessThanOrEqual(2);
      expect(seen['getBoundingClientRect'] ?? 0).toBeLessThan(100);
      expect(seen['getComputedStyle'] ?? 0).toBeLessThan(100);
    }),
  );

  // WebKit draws nothing that deep.
  if (engineName !== 'webkit')
    fault(
      'DOM-10',
      'ten thousand elements in each other: no way outwards is longer than 256, and none is recursive',
      (page) =>
        visit(page, { inject: countWork, body: DEEP }, async () => {
          await page.evaluate(() => {
            let inner: Element = document.getElementById('deep')!;
            for (let i = 0; i < 10_000; i++) inner = inner.appendChild(document.createElement('span'));
            inner.innerHTML = '<button id="innermost" type="button">Press</button>';
          });
          await work(page);
          await page.click('#innermost');
          await page.waitFor(
            () =>
              (globalThis as WithAntes)
                .antes!.journal()
                .records.some((one) => one.type === 'press' && one.target.includes('innermost')),
            { message: 'the press' },
          );
          const seen = await work(page);
          expect(seen['matches'] ?? 0).toBeLessThan(5_000);
          expect(await problemCodes(page)).toEqual([]);
        }),
    );

  fault(
    'DOM-11',
    'ten thousand events of scripts, and a hundred visits of a field in one task: the journal stays bounded, scripts’ events are none',
    (page) =>
      visit(page, { inject: countWork }, async () => {
        await page.click('#name');
        const before = await records(page);
        await page.evaluate(() => {
          const button = document.getElementById('dead')!;
          for (let i = 0; i < 10_000; i++) {
            button.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
            button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
          }
        });
        expect(await records(page)).toBe(before);
        await work(page);
        // Trusted ones, as fast as a page can make them.
        await page.evaluate(() => {
          const field = document.querySelector<HTMLInputElement>('#name')!;
          for (let i = 0; i < 100; i++) {
            field.select();
            document.execCommand('insertText', false, 'a');
          }
        });
        await frames(page, 3);
        expect(await records(page)).toBeLessThanOrEqual(600 + before);
        expect((await work(page))['getComputedStyle'] ?? 0).toBeLessThan(200);
        expect(await signalNames(page)).not.toContain('rage-click');
        expect(await problemCodes(page)).toEqual([]);
      }),
  );
});
