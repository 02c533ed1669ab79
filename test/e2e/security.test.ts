import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Config } from '../../src/engine.js';
import { describeEngines, type Page } from '../support/engines/index.js';
import { retype } from './support/buy.js';
import { serve, type Site, WATCH } from './support/site.js';
import { ours, problems, waitForHelp, waitForProblem } from './support/told.js';

/** What docs/security.md promises to those who answer for a page: its own snippets are what is tried here. */
const ROOT = resolve(import.meta.dirname, '../..');
const CDN = join(ROOT, 'dist/cdn');
const DOCS = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const BASE = '/antes@0.1.0/';
const [, POLICY = ''] = /^Content-Security-Policy: (.+)$/m.exec(DOCS) ?? [];
const [, SNIPPET = ''] = /```js\n([^`]*integrity\.json[^]*?)\n```/.exec(DOCS) ?? [];
/** What the snippet prints: the map, the queue and the tag. */
const [MAP = '', QUEUE = '', TAG = ''] = execFileSync(
  process.execPath,
  ['--input-type=module', '--eval', SNIPPET],
  {
    cwd: CDN,
    encoding: 'utf8',
  },
).split('\n');
const { files } = JSON.parse(readFileSync(join(CDN, 'integrity.json'), 'utf8')) as {
  files: Record<string, { integrity: string }>;
};
const pinned = (integrity: string) =>
  `<script async src="${BASE}antes.all.js" integrity="${integrity}" data-config="/antes.json"></script>`;

const show = (as: 'inline' | 'notice' | 'hint') =>
  ({ content: 'hello', as, anchor: 'here', orElse: 'nothing' }) as const;
const CONFIG: Config = {
  version: 1,
  locale: 'es',
  content: { hello: { title: 'Hello', body: '**Calmly**', actions: [{ label: 'Do it', call: 'host.do' }] } },
  policy: { gap: '1ms', limits: [], holdout: { share: 0 } },
  report: { endpoint: '/collect' },
  triggers: (['inline', 'notice', 'hint'] as const).map((as) => ({
    id: as,
    when: { event: `ask-${as}` },
    timing: { at: 'now' as const },
    show: show(as),
  })),
};

/** First in a page: writes down listeners and keys of storage that come after it. */
const RECORDER = `<script>
  globalThis.seen = { events: [], keys: [] };
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    seen.events.push(type);
    return addEventListener.call(this, type, ...rest);
  };
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    seen.keys.push(key);
    return setItem.call(this, key, value);
  };
</script>`;

describeEngines('security', (engine) => {
  let site: Site;
  let page: Page;
  let head: string;
  let policy: string | undefined;
  let tampered: RegExp | undefined;
  beforeAll(async () => {
    site = await serve((path) => {
      if (path === '/') {
        const body = `<!doctype html><html lang="en"><head><title>Host</title>${WATCH}${head}</head><body>
          <p><label for="name">Name</label> <input id="name" data-antes-anchor="here"></p><p>Below</p></body></html>`;
        return { body, headers: policy ? { 'content-security-policy': policy } : {} };
      }
      if (path === '/antes.json') return JSON.stringify(CONFIG);
      if (path === '/collect') return { status: 204 };
      if (path === '/favicon.ico') return '';
      if (!path.startsWith(BASE)) return undefined;
      const code = readFileSync(join(CDN, path.slice(BASE.length)), 'utf8');
      return { body: tampered?.test(path) ? `${code}\n//` : code, type: 'text/javascript' };
    });
    page = await engine().newPage();
  });
  afterAll(async () => {
    await page.close();
    await site.close();
  });
  beforeEach(async () => {
    policy = undefined;
    tampered = undefined;
    await page.goto(`${site.origin}/antes.json`);
    await page.evaluate(() => {
      sessionStorage.clear();
      localStorage.clear();
    });
    site.asked.splice(0);
  });

  async function open(next: string): Promise<void> {
    head = next;
    await page.goto(`${site.origin}/?fresh`);
  }
  const running = () => page.waitFor('window.antes?.config?.triggers?.length > 0');
  const ask = async (as: string) => {
    await page.evaluate(`window.antes.emit('ask-${as}')`);
    await waitForHelp(page, as);
  };
  const close = async (as: string) => {
    await page.click(`antes-${as} >>> [part~=close]`);
    await waitForHelp(page, as, 'dismissed');
  };

  it('one file with one hash shows help, under the policy of the docs', async () => {
    policy = POLICY;
    expect(policy).toContain("trusted-types 'none'");
    const before = (await page.problems()).length;
    await open(pinned(files['antes.all.js']!.integrity));
    await running();
    await ask('inline');
    expect(await ours(page)).toContain('antes-inline');
    await close('inline');
    await ask('notice');
    expect(await ours(page)).toContain('antes-notice');
    expect(await problems(page)).toEqual([]);
    expect((await page.problems()).slice(before)).toEqual([]);
  });

  it('a file that is another one does not run, and the page does', async () => {
    tampered = /antes\.all\.js/;
    await open(pinned(files['antes.all.js']!.integrity));
    await page.waitFor("document.readyState === 'complete'");
    await retype(page, '#name', 'Ana');
    expect(await page.evaluate('typeof window.antes')).toBe('undefined');
    expect(site.asked).toContain(`${BASE}antes.all.js`);
  });

  it('an import map pins what is fetched later, from a folder with the version', async () => {
    const content = /<script type="importmap">(.*)<\/script>/.exec(MAP)![1]!;
    const hash = createHash('sha256').update(content).digest('base64');
    const [queueHash] = /'sha256-[^']+='/.exec(DOCS)!;
    policy = POLICY.replace("script-src 'self'", `script-src 'self' 'sha256-${hash}' ${queueHash}`);
    const before = (await page.problems()).length;
    await open(`${MAP}${QUEUE}${TAG}`);
    await running();
    await ask('inline');
    expect(await ours(page)).toContain('antes-inline');
    expect(await problems(page)).toEqual([]);
    expect((await page.problems()).slice(before)).toEqual([]);
  });

  it('a widget that is another one is refused: its help comes as plain text', async () => {
    tampered = /antes\.ui\.js/;
    await open(`${MAP}${TAG}`);
    await running();
    await page.evaluate("window.antes.emit('ask-notice')");
    await waitForProblem(page, 'UI_FAILED');
    await waitForHelp(page, 'notice');
    expect(await ours(page)).not.toContain('antes-notice');
  });

  it('listens, stores and asks as the inventory says, and no more', async () => {
    const inventory = JSON.parse(readFileSync(join(CDN, 'inventory.json'), 'utf8')) as {
      page: { events: { event: string }[] };
      storage: { keys: { key: string }[] };
      globals: { events: string[] };
    };
    await open(`${RECORDER}${TAG.replace('async', 'async data-consent="granted"')}`);
    await running();
    await retype(page, '#name', 'Ana');
    for (const as of ['inline', 'notice', 'hint']) {
      await ask(as);
      await page.waitFor((name) => !!document.querySelector(`antes-${name}`), { args: [as] });
      // The last one stays: a hint is closed while it is only a mark.
      if (as !== 'hint') await close(as);
    }
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitFor("Object.keys(localStorage).some((key) => key === 'antes.visitor')");
    const seen = await page.evaluate<{ events: string[]; keys: string[] }, []>('globalThis.seen');
    const events = new Set(seen.events);
    const known = [...inventory.page.events.map(({ event }) => event), ...inventory.globals.events];
    expect([...events].filter((event) => !known.includes(event))).toEqual([]);
    expect(events.size).toBeGreaterThan(30);
    const keys = inventory.storage.keys.map(({ key }) => key);
    // Each tab has an outbox of its own.
    const stored = new Set(
      seen.keys
        .map((key) => (key.startsWith('antes.outbox') ? 'antes.outbox' : key))
        .filter((key) => key !== 'witness'),
    );
    expect([...stored].filter((key) => !keys.includes(key))).toEqual([]);
    expect(stored.size).toBeGreaterThan(3);
    const strange = site.asked.filter(
      (path) => !/^\/(?:|antes\.json|favicon\.ico|collect|test\/.*|antes@0\.1\.0\/.*)$/.test(path),
    );
    expect(strange).toEqual([]);
    expect(await page.evaluate('document.cookie')).toBe('');
  });
});
