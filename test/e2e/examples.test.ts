import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wantedEngines } from '../support/browsers.mjs';
import { type Engine, openEngine, type Page } from '../support/engines/index.js';
import { forPage, readTemplate } from '../support/gtm-template.js';
import { setup } from '../packages/support/pack.mjs';
import { command } from '../packages/support/command.js';
import { press } from './support/buy.js';
import { serve, type Answer, type Site } from './support/site.js';
import { textOf } from './support/told.js';

/** Each example as its reader has it: in a project with the packed package, built by its own tools, in Chromium. */
const ROOT = resolve(import.meta.dirname, '../..');
const EXAMPLES = join(ROOT, 'demo/examples');
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
};

/** Packing, and what comes from the registry. */
const SLOW_MS = 180_000;

describe.runIf(wantedEngines().includes('chromium'))('examples (chromium)', () => {
  let engine: Engine;
  let hosts: string;
  let clean: () => void;
  const open = new Set<() => unknown>();

  beforeAll(async () => {
    clean = setup();
    hosts = join(process.env['ANTES_PACKED']!, 'hosts');
    cpSync(EXAMPLES, hosts, { recursive: true });
    engine = await openEngine('chromium');
  }, SLOW_MS);
  afterEach(async () => {
    for (const close of open) await close();
    open.clear();
  });
  afterAll(async () => {
    await engine?.close();
    clean?.();
  });

  /** Serves folders, the first that has the file; below `/antes/` what the script tag needs. */
  async function serveFolders(...folders: string[]): Promise<string> {
    return serveFiles(folders);
  }
  /** The same, after something has been done to a file. */
  async function serveFiles(
    folders: readonly string[],
    change: (name: string, body: string) => string = (_name, body) => body,
  ): Promise<string> {
    const site: Site = await serve((path): Answer | undefined => {
      const name = path === '/' ? 'index.html' : path.slice(1);
      const file = folders.map((folder) => join(folder, name)).find((one) => existsSync(one));
      const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
      return file && type ? { body: change(name, readFileSync(file, 'utf8')), type } : undefined;
    });
    open.add(() => site.close());
    return `${site.origin}/`;
  }

  /** What every example does: after a second card that is declined, help below the form, and a way out that works. */
  async function buy(url: string): Promise<Page> {
    const page: Page = await engine.newPage();
    open.add(() => page.close());
    await page.goto(url);
    await page.waitFor("!!document.querySelector('#pay')");
    await page.type('#card', '4000000000000002');
    for (let card = 1; card <= 2; card++) {
      expect(await page.evaluate(() => document.querySelector('antes-inline') === null)).toBe(true);
      await press(page, '#pay [data-antes-commit]');
      await page.waitFor("document.querySelector('#status').textContent.includes('declined')");
    }
    await page.waitFor(
      "!!document.querySelector('antes-inline')?.shadowRoot?.querySelector('[part~=action]')",
      {
        timeout: 10_000,
        message: 'help to be shown',
      },
    );
    expect(await textOf(page, 'antes-inline')).toContain('Your bank said no, nothing was charged');
    const isBelow = await page.evaluate(
      () =>
        document.querySelector('#pay')!.getBoundingClientRect().bottom <=
        document.querySelector('antes-inline')!.getBoundingClientRect().top,
    );
    expect(isBelow).toBe(true);
    const [x, y] = await page.evaluate(() => {
      const button = document
        .querySelector('antes-inline')!
        .shadowRoot!.querySelector('[part~=action-primary]')!;
      const { left, top, width, height } = button.getBoundingClientRect();
      return [left + width / 2, top + height / 2] as [number, number];
    });
    await page.clickAt(x, y);
    await page.waitFor("document.querySelector('#status').textContent === 'Paid with PayPal.'");
    expect(await page.problems()).toEqual([]);
    return page;
  }

  /** As on a command line: what tests have in their environment would make another build of it. */
  async function vite(folder: string, args: readonly string[] = [], NODE_ENV = 'production'): Promise<void> {
    const { code, said } = await command(
      process.execPath,
      [join(hosts, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error', ...args],
      join(hosts, folder),
      { NODE_ENV },
    );
    expect(code, said).toBe(0);
  }

  it('plain HTML with Bootstrap', async () => {
    await buy(
      await serveFolders(
        join(hosts, 'html'),
        join(hosts, 'public'),
        join(ROOT, 'node_modules/bootstrap/dist/css'),
      ),
    );
  });

  it.each(['react', 'vue'])('%s and Vite', async (folder) => {
    await vite(folder);
    await buy(await serveFolders(join(hosts, folder, 'dist')));
  });

  it('Angular, compiled with strict templates', { timeout: SLOW_MS }, async () => {
    const folder = join(hosts, 'angular');
    const npm = await command(
      'npm',
      ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'],
      folder,
    );
    expect(npm.code, npm.said).toBe(0);
    const ngc = await command(
      process.execPath,
      ['node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js'],
      folder,
    );
    expect(ngc.code, ngc.said).toBe(0);
    await vite('angular');
    await buy(await serveFolders(join(folder, 'dist')));
  });

  it('drawn on a server, and taken over', async () => {
    const folder = join(hosts, 'ssr');
    // The development build of React complains where what the browser draws is not what the server drew.
    await vite('ssr', ['--outDir', 'dist/client'], 'development');
    await vite('ssr', ['--ssr', 'server.tsx', '--outDir', 'dist/server'], 'development');
    const server: ChildProcess = spawn(process.execPath, ['dist/server/server.js'], {
      cwd: folder,
      env: { ...process.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    open.add(() => server.kill());
    const origin = await new Promise<string>((done, failed) => {
      server.stdout!.on('data', (chunk: Buffer) => done(String(chunk).trim()));
      server.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
    });
    const drawn = await (await fetch(origin)).text();
    expect(drawn).toContain('<form id="pay" data-antes-anchor="payment">');
    expect(drawn).not.toContain('<antes-');
    await buy(origin);
  });

  describe('Google Tag Manager', () => {
    /** The page with the tests' tag manager in it, and the files of Antes on another server. */
    async function withContainer(container: object): Promise<string> {
      const elsewhere = await serve(() => undefined);
      open.add(() => elsewhere.close());
      const told = { servers: { 'https://cdn.example.com': elsewhere.origin }, ...container };
      const manager = readFileSync(join(import.meta.dirname, 'support/tag-manager.js'), 'utf8');
      const script = `<script>container = ${JSON.stringify(told).replaceAll('<', '\\u003c')};${manager}</script>`;
      return serveFiles([join(hosts, 'gtm'), join(hosts, 'public')], (name, body) =>
        name === 'index.html' ? body.replace('<!--container-->', () => script) : body,
      );
    }
    const template = () => forPage(readTemplate(join(hosts, 'gtm/template.tpl')));
    const START = { action: 'start', folder: 'https://cdn.example.com/antes', config: '/antes.json' };

    it('the template, in a sandbox with its permissions only', async () => {
      const values = [{ name: 'code', value: '{{DLV - code}}' }];
      const tags = [
        { on: 'gtm.init', data: { ...START, consent: 'analytics_storage' } },
        { on: 'payment_failure', data: { action: 'emit', event: 'payment-failure', values } },
      ];
      const page = await buy(await withContainer({ template: template(), tags }));
      expect(await page.evaluate('container.ended')).toEqual(['success', 'success', 'success']);
      const told = await page.evaluate(
        "antes.journal().records.filter(({ event }) => event === 'payment-failure').map(({ data }) => data)",
      );
      expect(told).toEqual([{ code: 'card_declined' }, { code: 'card_declined' }]);
    });

    it('the template waits for consent, and hears when it is given and taken away', async () => {
      const tags = [{ on: 'gtm.init', data: { ...START, consent: 'functionality_storage', locale: 'es' } }];
      const consent = { functionality_storage: false };
      const url = await withContainer({ template: template(), tags, consent });
      const page = await engine.newPage();
      open.add(() => page.close());
      await page.goto(url);
      await page.waitFor('window.antes?.config?.triggers?.length > 0');
      const kept = "localStorage.getItem('antes.visitor') !== null";
      expect(await page.evaluate(kept)).toBe(false);
      await page.evaluate("container.decide('functionality_storage', true)");
      await page.waitFor(kept);
      await page.evaluate("container.decide('functionality_storage', false)");
      await page.waitFor(`!(${kept})`);
      expect(await page.problems()).toEqual([]);
    });

    it('Custom HTML tags, put in as it puts them in', async () => {
      const scriptOf = (name: string) =>
        /<script>([^]*)<\/script>/.exec(readFileSync(join(hosts, 'gtm', name), 'utf8'))![1]!;
      const html = [
        { on: 'gtm.init', text: scriptOf('antes.html') },
        { on: 'payment_failure', text: scriptOf('payment-failure.html') },
      ];
      await buy(await withContainer({ html }));
    });
  });
});
