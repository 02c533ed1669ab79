import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngines } from '../support/engines/index.js';
import { press, retype } from '../e2e/support/buy.js';
import { read, ROOT, samples } from '../support/samples.js';
import { cdn } from './support/site.js';

/** Bootstrap's checkout as somebody has it who saved the example, opened as a file. */
const plainCheckout = (): string =>
  read('test/hosts/bootstrap/checkout.html')
    .replace(/^.*data-config.*\n/m, '')
    .replace('<!--head-->', '')
    .replace(' pattern="[0-9]{5}"', '')
    .replaceAll(/(href|src)="\//g, '$1="');

describeEngines('get started, followed to the letter', (engine) => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'antes-start-'));
    const bootstrap = join(ROOT, 'node_modules/bootstrap/dist');
    copyFileSync(join(bootstrap, 'css/bootstrap.min.css'), join(folder, 'bootstrap.min.css'));
    copyFileSync(join(bootstrap, 'js/bootstrap.bundle.min.js'), join(folder, 'bootstrap.bundle.min.js'));
    copyFileSync(join(ROOT, 'test/hosts/bootstrap/checkout.js'), join(folder, 'checkout.js'));
    copyFileSync(cdn('antes.all.js'), join(folder, 'antes.all.js'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['docs/get-started.md', 'Bootstrap’s checkout', 'You can leave the email out'],
    ['docs/get-started.md', 'the form of the guide', 'You can leave the email out'],
    ['docs/es/get-started.md', 'Bootstrap’s checkout', 'Puedes dejar el correo en blanco'],
    ['docs/es/get-started.md', 'the form of the guide', 'Puedes dejar el correo en blanco'],
  ])('with what %s says, help comes in %s', async (guide, host, title) => {
    const [own, pasted] = samples('html').filter(({ page }) => page === guide);
    expect(pasted!.code).toContain('antes.all.js');
    const file = join(folder, 'page.html');
    const before = host === 'the form of the guide' ? own!.code : plainCheckout();
    writeFileSync(
      file,
      before.replace('</body>', () => `${pasted!.code}</body>`),
    );
    const page = await engine().newPage();
    try {
      await page.goto(pathToFileURL(file).href);
      await page.waitFor('window.antes?.why?.().length > 0');
      for (const [i, email] of ['ana', 'ana@'].entries()) {
        await retype(page, '#email', email);
        await press(
          page,
          host === 'the form of the guide' ? 'form button' : '.needs-validation [type=submit]',
        );
        // Nobody corrects what they have not read yet.
        await page.waitFor(
          `window.antes.journal().records.filter(({ type, field }) => type === 'field-error' && field === 'email').length > ${i}`,
        );
      }
      await page.waitFor(
        (wanted) =>
          document.querySelector('antes-inline')?.shadowRoot?.textContent?.includes(wanted) === true,
        { args: [title], message: 'help after the field' },
      );
      expect(await page.problems()).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
