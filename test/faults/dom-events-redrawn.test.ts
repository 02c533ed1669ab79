import { expect } from 'vitest';
import { describeFaults } from './support/describe-faults.js';
import { bundle, FRAMEWORK_NAMES, frames, visit } from './support/dom-events.js';
import { ours, problemCodes, told, type WithAntes } from './support/survive.js';
import { asNotice, askForHelp, at } from './support/top-layer-ui.js';

describeFaults('dom-events', ({ fault }) => {
  for (const name of FRAMEWORK_NAMES)
    fault(
      'DOM-04',
      `${name} draws the anchor anew twenty times in two seconds while help is open`,
      async (page) => {
        const script = await bundle(name);
        await visit(
          page,
          {
            body: '<div id="app"></div><script src="/framework.js"></script><script>draw(0)</script>',
            routes: (path) => (path === '/framework.js' ? script : undefined),
            config: at('drawn'),
          },
          async () => {
            await askForHelp(page);
            await page.click('#card');
            const seen = await page.evaluate(async () => {
              const { draw } = globalThis as unknown as { draw: (key: number) => unknown };
              const frame = () => new Promise((done) => requestAnimationFrame(done));
              const lines: string[] = [];
              for (let i = 1; i <= 20; i++) {
                await draw(i);
                await frame();
                await frame();
                const anchors = document.querySelectorAll('[data-antes-anchor=drawn]');
                const cards = document.querySelectorAll('antes-inline');
                lines.push(
                  `${anchors.length} ${cards.length} ${anchors[0]?.nextElementSibling === cards[0]}`,
                );
                await new Promise((done) => setTimeout(done, 50));
              }
              return lines;
            });
            // It goes along three times; then the page has its way, and help is a notice.
            expect(seen.slice(0, 3)).toEqual(Array(3).fill('1 1 true'));
            expect(seen.at(-1)).toBe('1 0 false');
            await page.waitFor(() => document.querySelector('antes-notice') !== null, {
              message: 'the notice',
            });
            expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
            expect(await problemCodes(page)).toEqual(['ANCHOR_UNREACHABLE']);
          },
        );
      },
    );

  const removals = {
    'by body.innerHTML': () => void (document.body.innerHTML = '<p>New</p>'),
    'by another body, as Turbo does': () => {
      const body = document.createElement('body');
      body.innerHTML = '<p>New</p>';
      document.body.replaceWith(body);
    },
    'by replaceChildren() of the root': () =>
      document.documentElement.replaceChildren(document.head, document.body),
    'by taking out the notice itself': () => document.querySelector('antes-notice')?.remove(),
  };
  for (const [how, remove] of Object.entries(removals))
    fault(
      'DOM-05',
      `a page that keeps taking out what is not its own, ${how}: help is put back at most three times`,
      (page) =>
        visit(page, { config: asNotice }, async () => {
          await askForHelp(page);
          const seen: string[][] = [];
          for (let i = 0; i < 6; i++) {
            await page.evaluate(remove);
            await frames(page, 2);
            seen.push(await ours(page));
          }
          const there = ['antes-layer', 'antes-notice'];
          expect(seen.slice(0, 3)).toEqual([there, there, there]);
          if (how.includes('body')) {
            // It stands beside the body, which is the page's.
            expect(seen[5]).toEqual(there);
            expect(await problemCodes(page)).toEqual([]);
            return;
          }
          expect(seen[5]).not.toContain('antes-notice');
          await page.waitFor(
            () =>
              (globalThis as WithAntes).antes!.why().find((one) => one.trigger === 'asked')!.state !==
              'shown',
            { message: 'help not to count as shown' },
          );
          if (how.includes('root')) expect(await problemCodes(page)).toEqual(['HOST_REMOVED']);
        }),
    );
  fault('DOM-05', 'a root that the page has chosen is emptied again and again', (page) =>
    visit(
      page,
      { config: asNotice, body: '<div id="root"></div>', attributes: 'data-root="#root"' },
      async () => {
        await askForHelp(page);
        for (let i = 0; i < 5; i++) {
          await page.evaluate(() => document.getElementById('root')!.replaceChildren());
          await frames(page, 2);
        }
        expect(await ours(page)).toEqual([]);
        expect(await problemCodes(page)).toEqual(['HOST_REMOVED']);
        // The next help is tried again.
        await page.evaluate(() =>
          (globalThis as unknown as { antes: { open(id: string): void } }).antes.open('hello'),
        );
        await page.waitFor(() => document.querySelector('antes-notice') !== null, {
          message: 'the next help',
        });
      },
    ),
  );

  fault('DOM-07', 'a page that answers each change of Antes with changes of what is Antes’', (page) =>
    visit(
      page,
      {
        inject: () => {
          const state = globalThis as unknown as { writes: number; busy: boolean };
          state.writes = 0;
          let count = 0;
          const isOurs = (node: Node | null): node is Element =>
            node instanceof Element && node.localName.startsWith('antes-');
          const observer = new MutationObserver((records) => {
            for (const { target, addedNodes, attributeName } of records) {
              const mine = [target, ...addedNodes].filter(isOurs);
              if (mine.length === 0 && attributeName !== 'aria-describedby') continue;
              state.writes++;
              for (const one of mine) {
                one.setAttribute('data-seen', String(++count));
                one.removeAttribute('popover');
                one.toggleAttribute('start');
                one.setAttribute('style', 'left: 1px');
              }
              document.querySelector('#name')!.removeAttribute('aria-describedby');
            }
            // What it has done itself is no change of ours.
            observer.takeRecords();
          });
          observer.observe(document, { subtree: true, childList: true, attributes: true });
        },
        config: at('#name'),
      },
      async () => {
        await askForHelp(page);
        await page.type('#name', 'Ana');
        await page.evaluate(() => document.querySelector('antes-inline')?.remove());
        await frames(page, 30);
        const writes = await page.evaluate(() => (globalThis as unknown as { writes: number }).writes);
        await frames(page, 30);
        expect(writes).toBeGreaterThan(0);
        expect(writes).toBeLessThanOrEqual(50);
        expect(await page.evaluate(() => (globalThis as unknown as { writes: number }).writes)).toBe(writes);
        await page.click('#plus');
        expect(await page.evaluate(() => document.getElementById('count')!.textContent)).toBe('1');
      },
    ),
  );

  fault('DOM-15', 'an anchor and a dead button in an open shadow root', (page) =>
    visit(
      page,
      {
        body: `<div id="host"></div><script>{
          const root = document.getElementById('host').attachShadow({ mode: 'open' });
          root.innerHTML = '<p data-antes-anchor="inner"><input id="card"></p><button id="pay-now">Pay now</button>';
        }</script>`,
        config: at('inner'),
      },
      async () => {
        await askForHelp(page);
        expect(
          await page.evaluate(
            () => !!document.getElementById('host')!.shadowRoot!.querySelector('p + antes-inline'),
          ),
        ).toBe(true);
        await page.press('Tab');
        for (let i = 0; i < 4; i++) await page.click('#host >>> #pay-now');
        await page.waitFor(
          () =>
            globalThis.watch.told.some(
              ({ detail }) => detail['name'] === 'rage-click' && String(detail['target']).includes('pay-now'),
            ),
          { message: 'the rage-click' },
        );
      },
    ),
  );
  fault('DOM-15', 'a closed shadow root: its host is what was pressed, and help is a notice', (page) =>
    visit(
      page,
      {
        body: `<div id="host"></div><script>
          document.getElementById('host').attachShadow({ mode: 'closed' }).innerHTML =
            '<p data-antes-anchor="inner" style="height: 60px"><button style="width: 100%; height: 50px">Pay now</button></p>';
        </script>`,
        config: at('inner'),
      },
      async () => {
        await askForHelp(page);
        expect(await ours(page)).toContain('antes-notice');
        expect(await problemCodes(page)).toEqual(['ANCHOR_MISSING']);
        await page.click('#host');
        await page.waitFor(
          () =>
            (
              globalThis as unknown as {
                antes: { journal(): { records: { type: string; target?: string }[] } };
              }
            ).antes
              .journal()
              .records.some(({ type, target }) => type === 'press' && target === 'host'),
          { message: 'the press on the host' },
        );
      },
    ),
  );

  for (const what of ['antes-notice', 'antes-layer'])
    fault('DOM-17', `${what} is carried into the document of a frame: it comes back as it was`, (page) =>
      visit(page, { config: asNotice, body: '<iframe id="frame"></iframe>' }, async () => {
        await askForHelp(page);
        const look = () =>
          page.evaluate(() => {
            const notice = document.querySelector('antes-notice');
            const { position } = getComputedStyle(document.querySelector('antes-layer')!);
            const card = notice?.shadowRoot!.querySelector('.card');
            return {
              position,
              display: card && getComputedStyle(card).display,
              width: Math.round(notice?.getBoundingClientRect().width ?? 0),
            };
          });
        const before = await look();
        expect(before.display).toBe('grid');
        await page.evaluate((name) => {
          const { body } = document.querySelector<HTMLIFrameElement>('#frame')!.contentDocument!;
          body.append(document.querySelector(name)!);
        }, what);
        await frames(page, 2);
        expect(await look()).toEqual(before);
        expect(
          await page.evaluate(
            () =>
              document.querySelector<HTMLIFrameElement>('#frame')!.contentDocument!.body.childElementCount,
          ),
        ).toBe(0);
        expect((await told(page)).filter(({ detail }) => detail['phase'] === 'left')).toEqual([]);
      }),
    );
  fault(
    'DOM-17',
    'a card in the flow is carried away: it comes back to its anchor, with its styles',
    (page) =>
      visit(page, { body: '<iframe id="frame"></iframe>' }, async () => {
        await askForHelp(page);
        await page.evaluate(() => {
          document
            .querySelector<HTMLIFrameElement>('#frame')!
            .contentDocument!.body.append(document.querySelector('antes-inline')!);
        });
        await page.waitFor(
          () => {
            const card = document.querySelector('#here + antes-inline')?.shadowRoot!.querySelector('.card');
            return card && getComputedStyle(card).display === 'grid';
          },
          { message: 'the card to be back with its styles' },
        );
      }),
  );
});
