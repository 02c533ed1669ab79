import { expect } from 'vitest';
import type { Config } from '../../src/engine.js';
import { pressIn } from '../e2e/support/widgets.js';
import { axeFinds } from '../support/axe.js';
import type { Page } from '../support/engines/index.js';
import { describeFaults } from './support/describe-faults.js';
import { visit, frames } from './support/dom-events.js';
import { asNotice, askForHelp, at } from './support/top-layer-ui.js';
import { ours, problemCodes, waitForHelp, type WithAntes } from './support/survive.js';

describeFaults('top-layer-ui', ({ fault, engineName }) => {
  const signIn = `<dialog id="modal"><p>Sign in</p><button type="button" onclick="document.dispatchEvent(new CustomEvent('antes:emit', { detail: { event: 'needed' } }))" id="ask">Ask</button></dialog>`;

  /** Opens the page's dialog and presses in it, long after Antes has seen that it is open. */
  async function pressInModal(page: Page) {
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('#modal')!.showModal());
    // Nobody presses what is not drawn yet.
    await frames(page, 3);
    await page.click('#ask');
  }

  fault('UI-01', 'help that comes while a modal dialog of the page is open waits until that closes', (page) =>
    visit(page, { config: asNotice, body: signIn }, async () => {
      await pressInModal(page);
      await page.waitFor(
        () =>
          (globalThis as WithAntes)
            .antes!.why('asked')
            .some(({ gates }) => gates.some(({ gate, pass }) => gate === 'interruption' && !pass)),
        { message: 'help to be held back' },
      );
      expect(await ours(page)).not.toContain('antes-notice');
      await page.evaluate(() => document.querySelector<HTMLDialogElement>('#modal')!.close());
      await waitForHelp(page, 'asked');
      await pressIn(page, 'antes-notice', 'Close');
      await waitForHelp(page, 'asked', 'dismissed');
    }),
  );

  fault(
    'UI-01',
    'where no dialog is waited for, help comes into the open one, can be pressed, and stays when that closes',
    (page) =>
      visit(
        page,
        {
          config: (config) => {
            const noticed = asNotice(config) as Config;
            return { ...noticed, policy: { ...noticed.policy, wait: ['typing', 'composing', 'paying'] } };
          },
          body: signIn,
        },
        async () => {
          await pressInModal(page);
          await waitForHelp(page, 'asked');
          const where = () =>
            page.evaluate(() => {
              const notice = document.querySelector('antes-notice')!;
              const { left, top, width, height } = notice.getBoundingClientRect();
              const hit = document.elementFromPoint(left + width / 2, top + height / 2);
              return `${notice.closest('dialog')?.id ?? 'page'} ${hit === notice}`;
            });
          expect(await where()).toBe('modal true');
          await page.evaluate(() => document.querySelector<HTMLDialogElement>('#modal')!.close());
          await frames(page, 3);
          expect(await where()).toBe('page true');
          // It may still be on its way to another corner.
          await pressIn(page, 'antes-notice', 'Close');
          await waitForHelp(page, 'asked', 'dismissed');
        },
      ),
  );

  fault('UI-02', 'an anchor in a part that is inert: nothing is put there before that is lifted', (page) =>
    visit(
      page,
      {
        config: (config) => ({
          ...config,
          triggers: config.triggers.map((one) =>
            one.id === 'asked'
              ? { ...one, show: { content: 'hello', as: 'inline', anchor: 'far', orElse: 'notice' } }
              : one,
          ),
        }),
        body: '<main id="part"><p data-antes-anchor="far">Far</p></main>',
      },
      async () => {
        await page.evaluate(() => (document.getElementById('part')!.inert = true));
        await askForHelp(page);
        expect(await page.evaluate(() => document.querySelector('#part antes-inline'))).toBe(null);
        expect(await ours(page)).toContain('antes-notice');
        expect(await problemCodes(page)).toEqual(['ANCHOR_UNREACHABLE']);
        await page.click('antes-notice >>> .close');
        await waitForHelp(page, 'asked', 'dismissed');
        await page.evaluate(() => (document.getElementById('part')!.inert = false));
        expect(await ours(page)).not.toContain('antes-notice');
      },
    ),
  );

  fault(
    'UI-04',
    'popovers of the page, automatic and manual: none is closed by help, Escape closes one at a time',
    (page) =>
      visit(
        page,
        {
          config: asNotice,
          body: '<div id="auto" popover="auto">A menu</div><div id="manual" popover="manual">A player</div>',
        },
        async () => {
          await page.evaluate(() => {
            document.getElementById('manual')!.showPopover();
            document.getElementById('auto')!.showPopover();
            document.dispatchEvent(new CustomEvent('antes:emit', { detail: { event: 'needed' } }));
          });
          await waitForHelp(page, 'asked');
          const open = () =>
            page.evaluate(() =>
              ['auto', 'manual']
                .filter((id) => document.getElementById(id)!.matches(':popover-open'))
                .join(' '),
            );
          expect(await open()).toBe('auto manual');
          await page.evaluate(() =>
            document.querySelector('antes-notice')!.shadowRoot!.querySelector<HTMLElement>('.close')!.focus(),
          );
          await page.press('Escape');
          await waitForHelp(page, 'asked', 'dismissed');
          expect(await open()).toBe('auto manual');
          await page.press('Escape');
          expect(await open()).toBe('manual');
        },
      ),
  );

  fault(
    'UI-07',
    'ancestors that cut off, transform, contain, or are not drawn: help stands right below its anchor',
    (page) =>
      visit(
        page,
        {
          config: at('boxed'),
          body: `<div id="box" style="width: 500px"><p data-antes-anchor="boxed" style="margin: 0">Boxed</p><p>After</p></div>`,
        },
        async () => {
          await askForHelp(page);
          for (const style of [
            'overflow: hidden',
            'overflow: auto; height: 300px',
            'transform: rotate(0deg) translateX(30px)',
            'contain: layout paint',
            'content-visibility: auto',
            'filter: blur(0px)',
            'perspective: 500px; will-change: transform',
          ]) {
            await page.evaluate((css) => {
              document.getElementById('box')!.setAttribute('style', `width: 500px; ${css}`);
              document.querySelector('antes-inline')?.remove();
              scrollTo(0, 10_000);
            }, style);
            await frames(page, 4);
            const seen = await page.evaluate(() => {
              const card = document.querySelector('antes-inline, antes-notice')!;
              const anchor = document.querySelector('[data-antes-anchor=boxed]')!.getBoundingClientRect();
              const box = card.getBoundingClientRect();
              return {
                name: card.localName,
                left: Math.abs(box.left - anchor.left),
                top: box.top - anchor.bottom,
                width: box.width,
              };
            });
            // Taken out more than three times, it is a notice, which needs no anchor.
            if (seen.name === 'antes-notice') continue;
            expect(seen.left, style).toBeLessThanOrEqual(1);
            expect(Math.abs(seen.top), style).toBeLessThanOrEqual(1);
            expect(seen.width, style).toBeGreaterThan(400);
          }
        },
      ),
  );

  // The driver's window is never that narrow there.
  if (engineName !== 'webkit')
    fault(
      'UI-08',
      'a window of 320 by 256 pixels with wide text: nothing is cut off, scrolled sideways, or covered',
      (page) =>
        visit(
          page,
          {
            head: `<style>* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
          p { margin-bottom: 2em !important } body { margin: 4px }</style>`,
            config: asNotice,
          },
          async () => {
            await page.setViewport(320, 256);
            try {
              await page.type('#name', 'A');
              await page.evaluate(() =>
                document.dispatchEvent(new CustomEvent('antes:emit', { detail: { event: 'needed' } })),
              );
              await page.waitFor(() => document.querySelector('antes-notice, antes-badge') !== null, {
                message: 'help',
              });
              await frames(page, 6);
              const seen = await page.evaluate(() => {
                const field = document.getElementById('name')!.getBoundingClientRect();
                const widgets = [...document.querySelectorAll('antes-notice, antes-badge')].map((one) =>
                  one.shadowRoot!.firstElementChild!.getBoundingClientRect(),
                );
                return {
                  sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
                  covered: widgets.some(
                    (box) =>
                      box.width > 0 &&
                      box.left < field.right &&
                      field.left < box.right &&
                      box.top < field.bottom &&
                      field.top < box.bottom,
                  ),
                  out: widgets.some(
                    (box) =>
                      box.width > 0 &&
                      (box.left < -1 ||
                        box.right > innerWidth + 1 ||
                        box.bottom > innerHeight + 1 ||
                        box.top < -1),
                  ),
                };
              });
              expect(seen).toEqual({ sideways: 0, covered: false, out: false });
            } finally {
              await page.setViewport(1280, 720);
            }
          },
        ),
    );

  for (const css of [
    '* { all: unset }',
    '* { transition: all 3s !important; animation: spin 3s infinite !important } @keyframes spin { to { opacity: .5 } }',
    '* { all: unset; color-scheme: dark } div, section, h2, button { display: inline; position: static }',
  ])
    fault('UI-13', `a page that says “${css.slice(0, 44)}”: help keeps its place and its contrast`, (page) =>
      visit(
        page,
        {
          head: `<style>${css} head, script, style { display: none } antes-none, :host { color: red }</style>`,
          config: asNotice,
        },
        async () => {
          await askForHelp(page);
          await frames(page, 3);
          const seen = await page.evaluate(() => {
            const notice = document.querySelector('antes-notice')!;
            const layer = getComputedStyle(document.querySelector('antes-layer')!);
            const box = notice.getBoundingClientRect();
            const card = notice.shadowRoot!.querySelector('.card')!;
            const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
            const light = (colour: string) => {
              canvas.fillStyle = colour;
              canvas.fillRect(0, 0, 1, 1);
              const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((one) => {
                const part = one / 255;
                return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
              });
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const { color, backgroundColor } = getComputedStyle(card);
            const [high = 0, low = 0] = [light(color), light(backgroundColor)].sort((a, b) => b - a);
            return {
              position: layer.position,
              wide: box.width > 100 && box.width <= innerWidth,
              inside: box.right <= innerWidth && box.bottom <= innerHeight && box.top > 0,
              display: getComputedStyle(card).display,
              readable: (high + 0.05) / (low + 0.05) >= 4.5,
              still: getComputedStyle(notice).transitionDuration,
            };
          });
          expect(seen).toEqual({
            position: 'fixed',
            wide: true,
            inside: true,
            display: 'grid',
            readable: true,
            still: '0s',
          });
        },
      ),
    );

  fault(
    'UI-16',
    'a checkout by keys alone with help in it: help is on the way, Escape closes it, nothing is a trap',
    (page) =>
      visit(page, {}, async () => {
        await page.type('#name', 'A');
        await page.evaluate(() =>
          document.dispatchEvent(new CustomEvent('antes:emit', { detail: { event: 'needed' } })),
        );
        await waitForHelp(page, 'asked');
        const where = () =>
          page.evaluate(() => {
            const focused = document.activeElement;
            const inner = focused?.shadowRoot?.activeElement;
            return inner
              ? `${focused?.localName} ${inner.part.value || inner.localName}`
              : (focused?.id ?? '');
          });
        const way: string[] = [];
        for (let i = 0; i < 20 && way.at(-1) !== 'send'; i++) {
          await page.press('Tab');
          way.push(await where());
        }
        expect(await axeFinds(page, 'antes-layer, antes-inline')).toEqual([]);
        expect(way.slice(0, 3)).toEqual(['minus', 'plus', 'agree']);
        expect(way.at(-1)).toBe('send');
        expect(way.filter((one) => one.startsWith('antes-inline')).length).toBeGreaterThanOrEqual(2);
        await page.press('Shift+Tab');
        expect(await where()).toContain('antes-inline');
        await page.press('Escape');
        await waitForHelp(page, 'asked', 'dismissed');
        // Back to where the customer came from.
        expect(await where()).toBe('send');
        await page.press('Enter');
        await page.waitFor(() => document.getElementById('state')!.textContent === 'Paid for 0', {
          message: 'the payment',
        });
      }),
  );

  fault(
    'UI-17',
    'help whose cause comes while the customer types waits, and moves neither focus nor field',
    (page) =>
      visit(
        page,
        {
          config: (config) => ({
            ...config,
            triggers: config.triggers.map((one) =>
              one.id === 'asked'
                ? {
                    ...one,
                    timing: { at: 'pause' },
                    show: { content: 'hello', as: 'inline', anchor: 'here', orElse: 'notice' },
                  }
                : one,
            ),
          }),
        },
        async () => {
          await page.click('#name');
          const field = () =>
            page.evaluate(() => {
              const { left, top } = document.getElementById('name')!.getBoundingClientRect();
              return `${document.activeElement?.id} ${left} ${top}`;
            });
          const before = await field();
          await page.type(null, 'A');
          await page.evaluate(() =>
            document.dispatchEvent(new CustomEvent('antes:emit', { detail: { event: 'needed' } })),
          );
          await page.type(null, 'na', { delay: 150 });
          expect(await ours(page)).not.toContain('antes-inline');
          await waitForHelp(page, 'asked');
          expect(await field()).toBe(before);
          const covered = await page.evaluate(() => {
            const { left, top, width, height } = document.getElementById('name')!.getBoundingClientRect();
            return document.elementFromPoint(left + width / 2, top + height / 2)?.id;
          });
          expect(covered).toBe('name');
        },
      ),
  );
});
