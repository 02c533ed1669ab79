import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { replay } from '../../src/engine.js';
import type { Config, Journal, Output } from '../../src/engine.js';
import { describeEngines, type Page } from '../support/engines/index.js';
import { press, retype } from './support/buy.js';
import { serve, type Site, WATCH } from './support/site.js';
import {
  explainFailure,
  helps,
  ours,
  problems,
  textOf,
  told,
  waitForHelp,
  waitForProblem,
} from './support/told.js';

const CONFIG: Config = {
  version: 1,
  journeys: { pay: { steps: [{ id: 'pay', url: '/' }] } },
  content: {
    hello: { title: 'Hello', actions: [{ label: 'Do it', call: 'host.do' }] },
    dead: { title: 'Not reacting' },
  },
  translations: { es: { hello: { title: 'Hola', actions: ['Hazlo'] } } },
  policy: { gap: '1ms', limits: [{ times: 9, per: 'session' }] },
  triggers: [
    {
      id: 'asked',
      when: { event: 'needed' },
      timing: { at: 'now' },
      show: { content: 'hello', as: 'inline', anchor: 'here', orElse: 'notice' },
    },
    {
      id: 'queued',
      when: { event: 'queued' },
      timing: { at: 'now' },
      show: { content: 'hello', as: 'notice' },
    },
    {
      id: 'dead',
      when: { any: [{ event: 'rage-click' }, { event: 'dead-click' }] },
      show: { content: 'dead', as: 'notice' },
    },
  ],
};

/** A page that embeds Antes as told: what comes before its tag, the tag, and what comes after it. */
interface Embed {
  readonly before?: string;
  readonly tag: string;
  readonly after?: string;
}
const TAG = '<script async src="/antes/antes.js" data-config="/antes.json"></script>';
const EMIT = (event: string) =>
  `document.dispatchEvent(new CustomEvent('antes:emit', { detail: { event: '${event}', data: { why: 'test' } } }))`;
const html = ({
  before = '',
  tag,
  after = '',
}: Embed) => `<!doctype html><html lang="en"><head><title>Host</title>
<link rel="icon" href="data:,">${WATCH}${before}${tag}${after}</head><body>
<h1>Host</h1><form id="pay"><p><label for="name">Name</label> <input id="name" name="name" required></p></form>
<button id="needed">Help</button> <button id="dead">Dead</button> <button id="works">Works</button>
<p data-antes-anchor="here">Here</p>
<script>
  document.getElementById('needed').onclick = () => ${EMIT('needed')};
  document.getElementById('works').onclick = (e) => { e.target.textContent += '!'; };
</script></body></html>`;

describeEngines('embedding', (engine) => {
  let site: Site;
  let elsewhere: Site;
  let page: Page;
  let embed: Embed;
  beforeAll(async () => {
    site = await serve((path) =>
      path === '/' ? html(embed) : path === '/antes.json' ? JSON.stringify(CONFIG) : undefined,
    );
    elsewhere = await serve(() => undefined);
    page = await engine().newPage();
  });
  afterAll(async () => {
    await page.close();
    await site.close();
    await elsewhere.close();
  });
  let complaintsBefore: number;
  beforeEach(async () => {
    complaintsBefore = (await page.problems()).length;
  });
  afterEach(async (context) => {
    await explainFailure(page, context);
    expect((await page.problems()).slice(complaintsBefore)).toEqual([]);
  });

  /** Opens the page as a new visitor. */
  async function open(next: Embed): Promise<void> {
    await page.goto(`${site.origin}/antes.json`);
    await page.evaluate(() => {
      sessionStorage.clear();
      localStorage.clear();
    });
    embed = next;
    await page.goto(`${site.origin}/?fresh`);
    await page.waitFor('window.antes?.config?.triggers?.length > 0');
  }
  const stored = () =>
    page.evaluate(() =>
      [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key !== 'witness'),
    );

  it('takes the commands that were queued before it came, and then at once', async () => {
    await open({
      before: `<script>
        globalThis.order = [];
        (window.antes ||= []).push((antes) => { order.push('queued'); antes.emit('queued'); });
        window.antes.push((antes) => antes.register('host.do', () => void order.push('done')));
      </script>`,
      tag: TAG,
    });
    await waitForHelp(page, 'queued');
    await page.evaluate("window.antes.push(() => order.push('at once'))");
    await page.click('antes-notice >>> [part~=action]');
    await page.waitFor("order.includes('done')");
    expect(await page.evaluate('order')).toEqual(['queued', 'at once', 'done']);
    expect(await problems(page)).toEqual([]);
  });

  it('takes its configuration from the page, and the language from the tag', async () => {
    await open({
      tag: '<script async src="/antes/antes.js" data-config="#help-config" data-locale="es"></script>',
      before: `<script type="application/json" id="help-config">${JSON.stringify(CONFIG)}</script>`,
    });
    await page.click('#needed');
    await waitForHelp(page, 'asked');
    const text = await textOf(page, 'antes-inline');
    expect(text).toContain('Hola');
    expect(text).toContain('Hazlo');
    expect(await problems(page)).toEqual([]);
  });

  it('speaks the language of the place where help is shown', async () => {
    await open({ tag: TAG });
    await page.evaluate(() => {
      const place = document.querySelector('[data-antes-anchor="here"]')!;
      place.parentElement!.insertBefore(document.createElement('div'), place).append(place);
      place.parentElement!.lang = 'es';
    });
    await page.click('#needed');
    await waitForHelp(page, 'asked');
    expect(await textOf(page, 'antes-inline')).toContain('Hola');
    const words = `document.querySelector('antes-inline').shadowRoot.querySelector('[part=close]').textContent.trim()`;
    await page.waitFor(`${words} === 'Cerrar'`);
  });

  it('stores nothing where consent is denied, and helps all the same', async () => {
    await open({ tag: TAG.replace('async', 'async data-consent="denied"') });
    await page.click('#needed');
    await waitForHelp(page, 'asked');
    await page.reload();
    expect(await stored()).toEqual([]);
    expect(await page.evaluate('document.cookie')).toBe('');

    await open({ tag: TAG });
    await page.click('#needed');
    await waitForHelp(page, 'asked');
    expect((await stored()).length).toBeGreaterThan(0);
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  it('warns of a second copy, which does nothing else', async () => {
    await open({
      tag: TAG,
      after: '<script async src="/antes/antes.all.js" data-config="/antes.json"></script>',
    });
    await waitForProblem(page, 'DUPLICATE_LOAD');
    await page.click('#needed');
    await waitForHelp(page, 'asked');
    expect(await helps(page)).toEqual(['asked shown']);
    expect(await ours(page)).toContain('antes-inline');
    expect((await ours(page)).filter((name) => name === 'antes-inline')).toHaveLength(1);
    expect(await problems(page)).toEqual(['DUPLICATE_LOAD']);
  });

  it('is one file where a page wants one', async () => {
    site.asked.splice(0);
    await open({ tag: TAG.replace('antes.js', 'antes.all.js') });
    await page.click('#needed');
    await waitForHelp(page, 'asked');
    expect(site.asked.filter((path) => path.startsWith('/antes/'))).toEqual(['/antes/antes.all.js']);
    expect(await problems(page)).toEqual([]);
  });

  it('may come from another origin, its widgets too', async () => {
    elsewhere.asked.splice(0);
    await open({ tag: TAG.replace('src="', `src="${elsewhere.origin}`) });
    expect(elsewhere.asked).toEqual(['/antes/antes.js']);
    await page.click('#needed');
    await waitForHelp(page, 'asked');
    expect(await ours(page)).toContain('antes-inline');
    expect(elsewhere.asked).toContain('/antes/antes.ui.js');
    expect(await problems(page)).toEqual([]);
  });

  it('may come from another origin by an address that says everything', async () => {
    elsewhere.asked.splice(0);
    await open({
      tag: `<script async src="${elsewhere.origin}/antes/antes.load.js?config=/antes.json&locale=es"></script>`,
    });
    await page.click('#needed');
    await waitForHelp(page, 'asked');
    expect(await textOf(page, 'antes-inline')).toContain('Hola');
    expect(elsewhere.asked.slice(0, 2)).toEqual(['/antes/antes.load.js', '/antes/antes.js']);
    expect(await problems(page)).toEqual([]);
  });

  it('is gone after stop(), and can be started again', async () => {
    // The tag comes when the test asks for it, so that what the page itself holds can be counted first.
    embed = { before: '<script src="/test/ledger.js"></script>', tag: '' };
    await page.goto(`${site.origin}/?fresh`);
    await page.evaluate(() => {
      sessionStorage.clear();
      localStorage.clear();
    });
    const load = () =>
      page.evaluate(() => {
        const tag = document.createElement('script');
        tag.src = '/antes/antes.js';
        tag.dataset['config'] = '/antes.json';
        document.head.append(tag);
      });
    // What was stopped stands there until another takes its place.
    const running = () =>
      page.waitFor('window.antes !== window.over && window.antes?.config?.triggers?.length > 0');
    const before = {
      ledger: await page.evaluate('ledger()'),
      body: await page.evaluate('document.body.outerHTML'),
      html: await page.evaluate('[...document.documentElement.attributes].map((one) => one.name).join()'),
    };
    for (let round = 1; round <= 2; round++) {
      await load();
      await running();
      await retype(page, '#name', 'Ana');
      await page.click('#works');
      await page.evaluate(() => {
        document.getElementById('works')!.textContent = 'Works';
        (document.getElementById('name') as HTMLInputElement).value = '';
      });
      await page.click('#needed');
      await waitForHelp(page, 'asked', 'shown');
      await page.waitFor("!!document.querySelector('antes-inline')");
      expect(await page.evaluate('ledger()')).not.toEqual(before.ledger);
      await page.evaluate('window.antes.stop()');
      expect(await ours(page)).toEqual([]);
      expect(await page.evaluate('document.body.outerHTML')).toBe(before.body);
      expect(
        await page.evaluate('[...document.documentElement.attributes].map((one) => one.name).join()'),
      ).toBe(before.html);
      // Frames that were asked for may still come; nothing may ask for another.
      await page.waitFor((known) => JSON.stringify(ledger()) === known, {
        args: [JSON.stringify(before.ledger)],
        timeout: 1_000,
        message: `nothing to be left in ${JSON.stringify(await page.evaluate('ledger()'))}`,
      });
      const silent = (await told(page)).length;
      await page.click('#needed');
      for (let i = 0; i < 3; i++) await page.click('#dead');
      expect((await told(page)).length).toBe(silent);
      await page.evaluate(() => {
        Object.assign(globalThis, { over: (globalThis as { antes?: unknown }).antes });
        localStorage.clear();
        sessionStorage.clear();
        (globalThis as unknown as { witness: unknown[] }).witness.length = 0;
      });
    }
  });

  it('keeps a journal that leads to the same signals and decisions in Node, byte for byte', async () => {
    await open({
      before: `<script>
        globalThis.outputs = [];
        (window.antes ||= []).push((antes) => {
          for (const type of ['signal', 'level', 'help']) antes.on(type, (detail) => outputs.push([type, detail]));
        });
      </script>`,
      tag: TAG,
    });
    await page.type('#name', 'Ana');
    await page.press('Tab');
    await press(page, '#works');
    for (let i = 0; i < 3; i++) await page.click('#dead');
    await waitForHelp(page, 'dead');
    await page.click('antes-notice >>> [part~=close]');
    await waitForHelp(page, 'dead', 'dismissed');
    await page.click('#needed');
    await waitForHelp(page, 'asked');

    // As text: a driver may put the names of an object in another order. `why()` lets time pass first, so that
    // journal and outputs stand at the same moment.
    const taken = await page.evaluate<string, []>(
      '(antes.why(), JSON.stringify([antes.journal(), globalThis.outputs]))',
    );
    const [journal, outputs] = JSON.parse(taken) as [Journal, unknown[]];
    const again = replay(CONFIG, journal).outputs.flatMap(asTold);
    expect(outputs.length).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(again)).toBe(JSON.stringify(outputs));
    // Nothing that was typed is in it.
    expect(JSON.stringify(journal)).not.toContain('Ana');
  });
});

/** An output as `on()` and the DOM events tell it; all others are between the engine, the widgets and the reports. */
function asTold(output: Output): [string, object][] {
  if (output.kind === 'signal') {
    const { kind: _kind, ...signal } = output;
    return [['signal', signal]];
  }
  if (output.kind === 'level') {
    const { kind: _kind, at: _at, ...level } = output;
    return [['level', level]];
  }
  if (output.kind !== 'help') return [];
  const { kind: _kind, at: _at, offer: _offer, variant: _variant, ...help } = output;
  return [['help', help]];
}

declare global {
  var ledger: () => object;
}
