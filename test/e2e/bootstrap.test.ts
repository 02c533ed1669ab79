import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeEngines, type Page } from '../support/engines/index.js';
import { press, retype } from './support/buy.js';
import { serve, type Site, WATCH } from './support/site.js';
import { explainFailure, helps, problems, shown, textOf, waitForHelp } from './support/told.js';

const LONG_PAUSE_MS = 2_200;
const HOST = new URL('../hosts/bootstrap/', import.meta.url);
const PACKAGE = new URL('../../node_modules/bootstrap/dist/', import.meta.url);
const FILES: Readonly<Record<string, URL>> = {
  '/checkout': new URL('checkout.html', HOST),
  '/checkout.js': new URL('checkout.js', HOST),
  '/antes.json': new URL('antes.json', HOST),
  '/bootstrap.min.css': new URL('css/bootstrap.min.css', PACKAGE),
  '/bootstrap.bundle.min.js': new URL('js/bootstrap.bundle.min.js', PACKAGE),
};

describeEngines('a checkout in plain Bootstrap', (engine) => {
  let site: Site;
  let page: Page;
  beforeAll(async () => {
    const texts = new Map<string, string>();
    for (const [path, file] of Object.entries(FILES))
      texts.set(path, (await readFile(file, 'utf8')).replace('<!--head-->', WATCH));
    site = await serve((path) => {
      const body = texts.get(path);
      return body !== undefined && path.endsWith('.css') ? { body, type: 'text/css' } : body;
    });
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    page = await engine().newPage();
    await page.goto(`${site.origin}/checkout`);
    await page.waitFor('window.antes?.config?.triggers?.length > 0');
  });
  afterEach(async (context) => {
    await explainFailure(page, context);
    const complaints = await page.problems();
    const antes = await problems(page);
    await page.close();
    expect(complaints).toEqual([]);
    expect(antes).toEqual([]);
  });

  const send = () => press(page, '.needs-validation [type=submit]');
  /** In the same row of the form, behind the field. */
  const isBeside = (name: string) =>
    page.evaluate((id) => {
      const field = document.getElementById(id)!;
      const card = field.closest('.row')?.querySelector('antes-inline');
      return !!card && !!(field.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING);
    }, name);

  it('gives no help when the untouched form is sent', async () => {
    await send();
    await page.waitFor("!!document.querySelector('.was-validated')");
    await sleep(LONG_PAUSE_MS);
    expect(await helps(page)).toEqual([]);
  });

  it.each([
    ['zip', ['1234', 'ABCDE'], 'Five digits, please'],
    ['email', ['ana', 'ana@'], 'You can leave the email out'],
  ])('helps where %s is refused again after it was changed', async (field, values, title) => {
    await send();
    for (const value of values) {
      expect(await shown(page)).toEqual([]);
      await retype(page, `#${field}`, value);
      await page.press('Enter');
    }
    await waitForHelp(page, `${field}-refused`);
    expect(await shown(page)).toEqual([`${field}-refused`]);
    expect(await isBeside(field)).toBe(true);
    expect(await textOf(page, 'antes-inline')).toContain(title);
    // Bootstrap shows the page's own message by a sibling selector; our card between them must not break it.
    expect(
      await page.evaluate(
        (id) => document.querySelector(`#${id} ~ .invalid-feedback`)?.checkVisibility(),
        field,
      ),
    ).toBe(true);
  });

  it('helps at a button that does nothing', async () => {
    for (let i = 0; i < 3; i++) await page.click('.input-group .btn');
    await waitForHelp(page, 'button-dead');
    expect(await shown(page)).toEqual(['button-dead']);
    expect(await textOf(page, 'antes-notice')).toContain('not reacting');
  });
});
