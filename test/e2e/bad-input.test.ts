import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { describeEngines, type Page } from '../support/engines/index.js';
import { type Answer, script, serve, type Site, WATCH } from './support/site.js';
import { explainFailure, helps, ours, told, waitForHelp, waitForProblem } from './support/told.js';

/** A page that works, with a button that tells Antes that somebody needs help. */
const page = (
  attributes: string,
  extra = '',
) => `<!doctype html><html lang="en"><head><title>Host</title>${WATCH}
<link rel="icon" href="data:,">${extra}${script(attributes)}</head><body>
<h1>Host</h1><p data-antes-anchor="here">Here</p>
<button id="count">0</button> <button id="help">Help</button>
<script>
  let count = 0;
  document.getElementById('count').onclick = (e) => { e.target.textContent = ++count; };
  document.getElementById('help').onclick = () =>
    document.dispatchEvent(new CustomEvent('antes:emit', { detail: { event: 'needed' } }));
</script></body></html>`;

const GOOD = {
  version: 1,
  contact: { order: ['phone'], channels: { phone: { number: '+34 900 123 456' } } },
  content: {
    hello: {
      title: 'Good help',
      body: 'It is **here**.',
      actions: [{ label: 'Call us', contact: 'phone' }],
    },
  },
  triggers: [
    {
      id: 'good',
      when: { event: 'needed' },
      timing: { at: 'now' },
      show: { content: 'hello', as: 'notice' },
    },
  ],
};
const changed = (change: object) => JSON.stringify({ ...GOOD, ...change });
const withShow = (show: object) =>
  changed({ triggers: [{ ...GOOD.triggers[0], show: { content: 'hello', ...show } }] });
const nested = (depth: number) => `${'{"all":['.repeat(depth)}{"event":"x"}${']}'.repeat(depth)}`;

interface Case {
  /** What the address of the config answers. */
  readonly config?: Answer;
  readonly attributes?: string;
  readonly extra?: string;
  readonly code: string;
  readonly path?: string;
  readonly says: RegExp;
  /** Help still comes. */
  readonly helps: boolean;
  /** In Chromium only: the other engines would do the same again. */
  readonly once?: true;
}

/** Everything that may be wrong, and what the page's developers are told. */
const CASES: Readonly<Record<string, Case>> = {
  'no data-config': { attributes: '', code: 'CONFIG_MISSING', says: /data-config/, helps: false },
  'an inline config that is not there': {
    attributes: 'data-config="#none"',
    code: 'CONFIG_MISSING',
    says: /#none/,
    helps: false,
    once: true,
  },
  'a config that is not found': {
    config: { status: 404, body: 'no' },
    code: 'CONFIG_UNREACHABLE',
    says: /404/,
    helps: false,
  },
  'a page instead of a config': {
    config: { body: '<!doctype html><p>Sign in', type: 'text/html' },
    code: 'CONFIG_NOT_JSON',
    says: /HTML/,
    helps: false,
  },
  'a config that is not JSON': {
    config: '{"version": 1,',
    code: 'CONFIG_NOT_JSON',
    says: /not valid JSON/,
    helps: false,
  },
  'a config of more than 256 KiB': {
    config: changed({ locale: 'x'.repeat(262_144) }),
    code: 'CONFIG_TOO_LARGE',
    says: /256 KiB/,
    helps: false,
  },
  'a condition nested 10,000 deep': {
    config: JSON.stringify(GOOD).replace(
      '"triggers":[',
      `"triggers":[{"id":"deep","when":${nested(10_000)},"show":{"content":"hello","as":"notice"}},`,
    ),
    code: 'CONFIG_TOO_DEEP',
    path: '/triggers/0',
    says: /deep/,
    helps: true,
  },
  'an unknown version': {
    config: changed({ version: 7 }),
    code: 'CONFIG_VERSION',
    path: '/version',
    says: /7/,
    helps: false,
  },
  'an unknown key': {
    config: changed({ tirggers: [] }),
    code: 'CONFIG_UNKNOWN_KEY',
    path: '/tirggers',
    says: /tirggers.*triggers/s,
    helps: true,
  },
  'an unknown key in an entry': {
    config: changed({ policy: { gapp: '1s' } }),
    code: 'CONFIG_UNKNOWN_KEY',
    path: '/policy/gapp',
    says: /gapp/,
    helps: true,
    once: true,
  },
  'a bad trigger among good ones': {
    config: changed({
      triggers: [
        { id: 'bad', when: { event: 'x', wihin: '1s' }, show: { content: 'hello', as: 'notice' } },
        ...GOOD.triggers,
      ],
    }),
    code: 'TRIGGER_INVALID',
    says: /wihin/,
    helps: true,
  },
  'a trigger without its content': {
    config: changed({
      triggers: [
        { id: 'bad', when: { event: 'x' }, show: { content: 'nothing', as: 'notice' } },
        ...GOOD.triggers,
      ],
    }),
    code: 'TRIGGER_INVALID',
    says: /nothing/,
    helps: true,
    once: true,
  },
  'a null among the triggers': {
    config: changed({ triggers: [null, ...GOOD.triggers] }),
    code: 'TRIGGER_INVALID',
    says: /trigger/i,
    helps: true,
    once: true,
  },
  'an anchor that is no selector': {
    config: withShow({ as: 'inline', anchor: '>>[', orElse: 'notice' }),
    code: 'ANCHOR_MISSING',
    says: />>\[/,
    helps: true,
  },
  'a commit that is no selector': {
    config: changed({ journeys: { buy: { steps: [{ id: 'pay', commit: '>>[' }] } } }),
    code: 'SELECTOR_INVALID',
    says: />>\[/,
    helps: true,
  },
  'a step that is no selector': {
    config: changed({ journeys: { buy: { steps: [{ id: 'pay', selector: '>>[' }] } } }),
    code: 'SELECTOR_INVALID',
    says: />>\[/,
    helps: true,
  },
  'an ignored part that is no selector': {
    config: changed({ policy: { ignore: { selectors: ['>>[', '.ok'] } } }),
    code: 'SELECTOR_INVALID',
    says: />>\[/,
    helps: true,
  },
  'a missing anchor, else a notice': {
    config: withShow({ as: 'inline', anchor: 'nowhere', orElse: 'notice' }),
    code: 'ANCHOR_MISSING',
    says: /nowhere.*notice/s,
    helps: true,
  },
  'a missing anchor, else a badge': {
    config: withShow({ as: 'inline', anchor: 'nowhere', orElse: 'badge' }),
    code: 'ANCHOR_MISSING',
    says: /nowhere.*badge/s,
    helps: true,
    once: true,
  },
  'a config server that hangs': {
    config: { hangs: true },
    code: 'CONFIG_UNREACHABLE',
    says: /5 s/,
    helps: false,
    once: true,
  },
};

describeEngines('bad input', (engine, engineName) => {
  let site: Site;
  let browser: Page;
  let one: Case;
  beforeAll(async () => {
    site = await serve((path) => {
      if (path === '/antes.json') return one.config ?? JSON.stringify(GOOD);
      if (path === '/')
        return page(one.attributes ?? 'data-config="/antes.json" data-consent="denied"', one.extra);
      return undefined;
    });
    browser = await engine().newPage();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  afterEach((context) => explainFailure(browser, context));

  async function open(next: Case): Promise<void> {
    one = next;
    await browser.goto(`${site.origin}/?fresh`);
  }
  /** The page itself still works, and has nothing to complain about. */
  async function isUnharmed(before: number): Promise<void> {
    await browser.click('#count');
    await browser.waitFor("document.getElementById('count').textContent === '1'");
    expect((await browser.problems()).slice(before)).toEqual([]);
  }

  const here = Object.entries(CASES).filter(([, { once }]) => !once || engineName === 'chromium');
  it.each(here)('%s', async (_, next) => {
    const before = (await browser.problems()).length;
    await open(next);
    if (next.code !== 'ANCHOR_MISSING') await waitForProblem(browser, next.code, 7_000);
    await isUnharmed(before);
    await browser.click('#help');
    if (next.helps) await waitForHelp(browser, 'good');
    const all = (await told(browser)).filter(({ type }) => type === 'problem').map(({ detail }) => detail);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      code: next.code,
      ...(next.path === undefined ? {} : { path: next.path }),
    });
    expect(all[0]!['message']).toMatch(next.says);
    if (!next.helps) expect(await ours(browser)).toEqual([]);
    expect((await browser.problems()).slice(before)).toEqual([]);
  });

  it('a missing anchor, else nothing', async () => {
    await open({
      config: withShow({ as: 'inline', anchor: 'nowhere', orElse: 'nothing' }),
      code: '',
      says: /./,
      helps: false,
    });
    await browser.waitFor('window.antes?.config?.triggers?.length > 0');
    await browser.click('#help');
    await waitForProblem(browser, 'ANCHOR_MISSING');
    await waitForHelp(browser, 'good', 'withheld');
    expect(await helps(browser)).not.toContain('good shown');
    expect(await ours(browser)).not.toContain('antes-notice');
  });
});

describeEngines('widgets that cannot be loaded', (engine) => {
  let site: Site;
  beforeAll(async () => {
    site = await serve((path) => {
      if (path === '/') return page('data-config="/antes.json"');
      if (path === '/antes.json') return JSON.stringify(GOOD);
      if (path === '/antes/antes.ui.js') return { status: 404, body: 'no' };
      return undefined;
    });
  });
  afterAll(() => site.close());

  it('leave the same words and the way to a person', async (context) => {
    const browser = await engine().newPage();
    try {
      await browser.goto(`${site.origin}/`);
      await browser.waitFor('window.antes?.config?.triggers?.length > 0');
      await browser.click('#help');
      await waitForHelp(browser, 'good');
      await waitForProblem(browser, 'UI_FAILED');
      const text = await browser.evaluate(() => document.querySelector('antes-plain')?.textContent);
      for (const part of ['Good help', 'It is here.', 'Call us']) expect(text).toContain(part);
      expect(
        await browser.evaluate(() => document.querySelector('antes-plain a')?.getAttribute('href')),
      ).toBe('tel:+34900123456');
      expect((await told(browser)).filter(({ type }) => type === 'problem')).toHaveLength(1);
      await browser.click('#count');
      await browser.waitFor("document.getElementById('count').textContent === '1'");
      expect(await browser.problems()).toEqual([]);
    } finally {
      await explainFailure(browser, context);
      await browser.close();
    }
  });
});
