import { expect } from 'vitest';
import { describeFaults } from './support/describe-faults.js';
import { buy, type WithAntes } from './support/survive.js';

describeFaults('dom-events', ({ survives, engineName }) => {
  survives(
    'DOM-18',
    'events at text, at the document, at the window, at the inside of a drawing, and at nothing',
    {
      body: `<svg width="60" height="60"><symbol id="shape" viewBox="0 0 60 60"><rect width="60" height="60"></rect></symbol>
        <use id="use" href="#shape"></use></svg><p id="words">Words</p>`,
      inject: () => {
        (globalThis as { odd?: () => number }).odd = () => {
          const text = document.getElementById('words')!.firstChild!;
          const targets = [
            window,
            document,
            text,
            document.createComment(''),
            new EventTarget(),
            document.getElementById('use')!,
          ];
          const types =
            'pointerdown pointerup pointermove click keydown keyup input change focus focusin focusout blur submit invalid toggle close scroll wheel touchmove copy paste load select selectionchange fullscreenchange visibilitychange popstate animationstart transitionend navigate antes:emit';
          let sent = 0;
          for (const type of types.split(' ')) {
            for (const target of targets) {
              target.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
              sent++;
            }
          }
          return sent;
        };
      },
    },
    {
      scenario: async (page) => {
        await page.click('#use');
        await page.click('#use');
        await page.evaluate(() => (globalThis as unknown as { odd: () => number }).odd());
        await buy(page);
      },
      // While help listens too.
      then: async (page) => {
        expect(
          await page.evaluate(() => (globalThis as unknown as { odd: () => number }).odd()),
        ).toBeGreaterThan(150);
        expect(
          await page.evaluate(() =>
            (globalThis as WithAntes)
              .antes!.journal()
              .records.filter((record) => record.type === 'press' && record.interactive)
              .map((record) => record.type === 'press' && record.target),
          ),
        ).not.toContain('use');
      },
      problems: ['BAD_CALL'],
    },
  );

  survives(
    'DOM-24',
    'a page that writes over what its events say, so that it throws',
    {
      inject: () => {
        const broken = (): never => {
          throw new Error('of the page');
        };
        for (const type of 'pointerdown pointerup pointermove click keydown keyup input change focus blur submit scroll'.split(
          ' ',
        ))
          window.addEventListener(
            type,
            (event) => {
              for (const name of 'isTrusted composedPath target currentTarget type key code detail button clientX clientY pointerType isPrimary relatedTarget timeStamp'.split(
                ' ',
              )) {
                try {
                  Object.defineProperty(event, name, { get: broken });
                } catch {
                  // `isTrusted` cannot be written over.
                }
              }
            },
            true,
          );
      },
    },
    {
      scenario: async (page) => {
        await buy(page);
        for (let i = 0; i < 5; i++) await page.click('#dead');
      },
      then: async (page) => {
        await page.press('Tab');
        await page.waitFor(
          () => globalThis.watch.told.some(({ detail }) => detail['name'] === 'rage-click'),
          { message: 'the rage-click' },
        );
      },
    },
  );

  survives(
    'DOM-23',
    'a page that keeps fingers, wheel and keys to itself: Antes neither delays nor prevents anything',
    {
      inject: () => {
        const page = globalThis as { heard?: string[]; prevented?: string[] };
        const heard: string[] = (page.heard = []);
        const prevented: string[] = (page.prevented = []);
        const isOurs = () => /\/antes\//.test(new Error('where').stack ?? '');
        const { addEventListener } = EventTarget.prototype;
        EventTarget.prototype.addEventListener = function (type, listener, options) {
          const own = this instanceof Node && (!this.isConnected || this.getRootNode() !== document);
          if (isOurs() && !own && !(this instanceof Element && this.localName.startsWith('antes-')))
            heard.push(`${type} ${typeof options === 'object' && options.passive ? 'passive' : 'active'}`);
          addEventListener.call(this, type, listener, options);
        };
        const { preventDefault } = Event.prototype;
        Event.prototype.preventDefault = function () {
          if (isOurs()) prevented.push(this.type);
          preventDefault.call(this);
        };
        for (const type of ['touchstart', 'touchmove', 'wheel'])
          window.addEventListener(type, (event) => event.preventDefault(), { passive: false });
      },
      body: '<p style="height: 3000px">Long</p>',
    },
    {
      scenario: async (page) => {
        await buy(page);
        await page.wheel([100, 200], 300);
        await page.touch?.([
          [
            [200, 400],
            [200, 300],
            [200, 100],
          ],
        ]);
      },
      then: async (page) => {
        await page.touch?.([
          [
            [200, 400],
            [200, 300],
            [200, 100],
          ],
        ]);
        await page.press('Tab');
        const { heard, prevented, top } = await page.evaluate(() => {
          const state = globalThis as unknown as { heard: string[]; prevented: string[] };
          return { heard: state.heard, prevented: state.prevented, top: scrollY };
        });
        expect(prevented).toEqual([]);
        expect(heard.length).toBeGreaterThan(10);
        expect(
          heard.filter((line) => /^(?:touch|wheel|mouse|pointer|key|scroll|click).* active/.test(line)),
        ).toEqual([]);
        if (engineName !== 'webkit') expect(top).toBe(0);
      },
    },
  );
});
