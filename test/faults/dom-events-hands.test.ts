import { expect } from 'vitest';
import { describeFaults } from './support/describe-faults.js';
import { visit } from './support/dom-events.js';
import { signalNames } from './support/survive.js';
import type { Page } from '../support/engines/index.js';

/** What would be wrong to say of a customer who is fine, also after the time in which an answer must come. */
async function calm(page: Page, waitMs = 2_700): Promise<void> {
  const until = await page.evaluate((ms) => performance.now() + ms, waitMs);
  await page.waitFor((at) => performance.now() > at, { args: [until], message: 'the time for an answer' });
  const told = await signalNames(page);
  for (const name of ['rage-click', 'dead-click', 'field-churn', 'field-stall', 'false-affordance'])
    expect(told).not.toContain(name);
}

describeFaults('dom-events', ({ fault }) => {
  fault(
    'DOM-14',
    'who clicks fast where that is meant: steppers, a calendar, a double click on text, dragging, a game',
    (page) =>
      visit(
        page,
        {
          body: `<p id="text">Some words to select</p><p><output id="month">1</output>
          <button type="button" id="next" onclick="month.textContent = +month.textContent + 1">Next month</button></p>
          <canvas id="game" width="100" height="60" style="background: silver"></canvas>`,
        },
        async () => {
          for (let i = 0; i < 10; i++) await page.click('#plus');
          for (let i = 0; i < 10; i++) await page.click('#minus');
          for (let i = 0; i < 12; i++) await page.click('#next');
          for (let i = 0; i < 8; i++) await page.click('#game');
          const { x, y } = await page.evaluate(() => {
            const { left, top } = document.getElementById('text')!.getBoundingClientRect();
            return { x: left + 20, y: top + 8 };
          });
          await page.clickAt(x, y);
          await page.clickAt(x, y, 2);
          await page.path([[x, y]]);
          await page.mouseDown();
          await page.path([
            [x + 30, y],
            [x + 60, y],
          ]);
          await page.mouseUp();
          await calm(page);
        },
      ),
  );

  fault('DOM-20', 'composition, pasting and filling in by the browser are no struggle', (page) =>
    visit(
      page,
      { body: '<div contenteditable id="rich" style="height: 40px">Rich</div><input id="city" name="city">' },
      async () => {
        await page.click('#name');
        await page.evaluate(() => {
          const field = document.querySelector<HTMLInputElement>('#name')!;
          for (let i = 0; i < 8; i++) {
            field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
            field.dispatchEvent(new CompositionEvent('compositionupdate', { bubbles: true, data: 'か' }));
            field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '家' }));
          }
          // Trusted, all at once, as a browser fills in.
          document.execCommand('insertText', false, 'Ana María');
          document.querySelector<HTMLInputElement>('#city')!.focus();
          document.execCommand('insertText', false, 'Sevilla');
        });
        await page.type('#rich', 'some text', { delay: 20 });
        for (let i = 0; i < 4; i++) await page.press('Backspace');
        await calm(page, 1_000);
      },
    ),
  );

  fault(
    'DOM-22',
    'working controls that change nothing on the page: a download, mail, a copy, a new tab, printing, a sound',
    (page) =>
      visit(
        page,
        {
          inject: () => {
            window.print = () => void window.dispatchEvent(new Event('beforeprint'));
          },
          body: `<p><a id="file" download="a.txt" href="data:text/plain,a">File</a>
          <a id="mail" href="mailto:a@example.com" onclick="event.preventDefault()">Mail</a>
          <button type="button" id="copy" data-clipboard-text="a" onclick="navigator.clipboard?.writeText('a').catch(() => {})">Copy</button>
          <button type="button" id="more" aria-label="Play" onclick="this.nextElementSibling.dispatchEvent(new Event('play'))">Play</button><audio></audio></p>`,
        },
        async () => {
          await page.click('#file');
          await page.click('#copy');
          const told = async () => (await signalNames(page)).filter((name) => name !== 'dead-click');
          expect(await told()).toEqual([]);
          await page.evaluate(() => document.getElementById('more')!.remove());
          await page.click('#mail');
          await calm(page);
        },
      ),
  );
});
