import { expect } from 'vitest';
import { describeFaults } from './support/describe-faults.js';
import { visit } from './support/dom-events.js';
import { signalNames, told } from './support/survive.js';
import type { Page } from '../support/engines/index.js';

/** A tenth of a second of nothing, eight bits a sample. */
const SILENCE = `data:audio/wav;base64,${Buffer.concat([
  Buffer.from('524946464403000057415645666d74201000000001000100401f0000401f00000100080064617461', 'hex'),
  Buffer.from('20030000', 'hex'),
  Buffer.alloc(800, 128),
]).toString('base64')}`;

async function pass(page: Page, ms: number): Promise<void> {
  const until = await page.evaluate((more) => performance.now() + more, ms);
  await page.waitFor((at) => performance.now() > at, { args: [until], message: 'time to pass' });
}

/** What would be wrong to say of a customer who is fine, also after the time in which an answer must come. */
async function calm(page: Page, waitMs = 2_700): Promise<void> {
  await pass(page, waitMs);
  const names = await signalNames(page);
  for (const name of ['rage-click', 'dead-click', 'field-churn', 'field-stall', 'false-affordance'])
    expect(names).not.toContain(name);
}

describeFaults('dom-events', ({ fault, engineName }) => {
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
    'working controls that change nothing on the page: a download, mail, a copy, printing, a sound, a new tab',
    (page) =>
      visit(
        page,
        {
          body: `<p><a id="file" download="a.txt" href="data:text/plain,a">File</a>
          <a id="mail" href="mailto:a@example.com" onclick="event.preventDefault()">Mail</a>
          <button type="button" id="copy">Copy</button>
          <a id="tab" target="_blank" href="/without">Another tab</a>
          ${engineName === 'chromium' ? '<button type="button" id="print" onclick="print()">Print</button>' : ''}
          <button type="button" id="play" onclick="sound.play()">Play</button><audio id="sound" muted src="${SILENCE}"></audio>
          <button type="button" id="nothing">Nothing</button></p>
          <script>copy.onclick = () => {
            getSelection().selectAllChildren(mail);
            document.execCommand('copy');
          };</script>`,
        },
        async () => {
          const dead = async () =>
            (await told(page)).flatMap(({ detail }) =>
              detail['name'] === 'dead-click' ? [detail['target']] : [],
            );
          // The other browsers ask whoever sits there what is to be printed, and wait.
          const printing = engineName === 'chromium' ? ['print'] : [];
          for (const id of ['file', 'copy', ...printing, 'play', 'mail']) {
            await page.click(`#${id}`);
            // What comes of it is not taken for the answer to the next.
            await pass(page, 300);
          }
          await page.click('#nothing');
          await page.waitFor(
            () =>
              globalThis.watch.told.some(
                ({ type, detail }) => type === 'signal' && detail['name'] === 'dead-click',
              ),
            { message: 'the control that does nothing to be told' },
          );
          // The last to be pressed was the last to be judged.
          expect(await dead()).toEqual(['nothing']);
          const other = await page.popup('#tab');
          await other.close();
          await page.front();
          await pass(page, 2_700);
          expect(await dead()).toEqual(['nothing']);
        },
      ),
  );
});
