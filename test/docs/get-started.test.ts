import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngines, type Page } from '../support/engines/index.js';
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
    ['docs/get-started.md', 'You can leave the email out'],
    ['docs/es/get-started.md', 'Puedes dejar el correo en blanco'],
  ])('with what %s says, help comes', async (guide, title) => {
    const [pasted] = samples('html').filter(({ page }) => page === guide);
    const file = join(folder, 'checkout.html');
    writeFileSync(
      file,
      plainCheckout().replace('</body>', () => `${pasted!.code}</body>`),
    );
    expect(readFileSync(file, 'utf8')).toContain('antes.all.js');
    const page: Page = await engine().newPage();
    try {
      await page.goto(pathToFileURL(file).href);
      for (const email of ['ana', 'ana@']) {
        await retype(page, '#email', email);
        await press(page, '.needs-validation [type=submit]');
        await page.waitFor("!!document.querySelector('#email:invalid')");
      }
      await page.waitFor(
        (wanted) =>
          document.querySelector('#email ~ antes-inline')?.shadowRoot?.textContent?.includes(wanted) === true,
        { args: [title], message: 'help after the field' },
      );
      expect(await page.problems()).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
