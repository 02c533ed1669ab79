import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import type { Config } from '../../src/engine.js';
import type { Page } from '../support/engines/index.js';
import { describeFaults } from './support/describe-faults.js';
import { serveHost, type Hostile, type HostSite } from './support/host.js';
import { leave } from './support/reported.js';
import { isRunning, told, type WithAntes } from './support/survive.js';

const CDN = resolve(import.meta.dirname, '../../dist/cdn');
/** All code that is sent to customers' browsers, by file: the inspector is not, and its editor asks what browser it is in. */
const shipped = (): readonly (readonly [string, string])[] =>
  readdirSync(CDN, { recursive: true, withFileTypes: true })
    .filter(({ name, parentPath }) => name.endsWith('.js') && !/inspect/.test(parentPath + name))
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]);
/** Which of the shipped files have one of these in them. */
const using = (pattern: RegExp) =>
  shipped().flatMap(([name, code]) => [...code.matchAll(pattern)].map(([found]) => `${name}: ${found}`));

const GRANTED =
  '<script async src="/antes/antes.js" data-config="/antes.json" data-consent="granted"></script>';
const reporting = (config: Config): Config => ({ ...config, report: { endpoint: '/collect' } });
const collect: NonNullable<Hostile['routes']> = (path) => (path === '/collect' ? { status: 204 } : undefined);

/** A page with Antes, for as long as the work takes. */
async function on(
  page: Page,
  hostile: Hostile,
  path: string,
  work: (site: HostSite) => Promise<void>,
): Promise<void> {
  const site = await serveHost({ tag: GRANTED, config: reporting, routes: collect, ...hostile });
  try {
    await page.goto(`${site.origin}${path}`);
    await isRunning(page);
    await work(site);
  } finally {
    await page.evaluate(() => {
      (globalThis as WithAntes).antes?.stop();
      localStorage.clear();
      sessionStorage.clear();
    });
    await site.close();
  }
}
/** All that is kept or told of the page: records, events, storage, and what a server has got. */
async function traces(page: Page, site: HostSite): Promise<string> {
  const here = await page.evaluate(() =>
    JSON.stringify([
      (globalThis as WithAntes).antes!.journal(),
      ...[localStorage, sessionStorage].map((store) =>
        Object.entries(store).filter(([key]) => key.startsWith('antes')),
      ),
    ]),
  );
  const sent = site.seen.filter(({ url }) => url === '/collect').map(({ body }) => body);
  return [here, JSON.stringify(await told(page)), ...sent].join('\n');
}

const canary = (place: string) => `zq${place}qz`;
const c = canary;

describeFaults('privacy', ({ fault }) => {
  fault(
    'PRIV-01',
    'a word in each of thirty places of a page: none is in a request, the storage, the console or an event',
    async (page) => {
      const body = `<form id="f1" title="${c('tip')}"><label for="x">${c('label')}</label>
      <input id="x" name="city" required placeholder="${c('placeholder')}" value="${c('value')}" class="${c('class')}" data-x="${c('data')}" aria-describedby="e">
      <input id="tel" type="tel" value="${c('tel')}"><input id="pw" type="password" value="${c('password')}"><input id="cc" autocomplete="cc-number" value="${c('card')}">
      <textarea id="note">${c('textarea')}</textarea><select id="s"><option value="${c('optionvalue')}">${c('option')}</option></select>
      <div id="rich" contenteditable="true">${c('editable')}</div><p id="e" class="error" role="alert">${c('error')}</p></form>
      <p id="story">${c('text')}</p><h2>${c('heading')}</h2><img alt="${c('alt')}" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
      <button type="button" id="stuck" aria-label="${c('aria')}" data-y="${c('datay')}">${c('button')}</button>
      <a id="link" href="#${c('href')}">${c('linktext')}</a><!-- ${c('comment')} -->`;
      const inject = `document.cookie='a=${c('cookie')}';localStorage.setItem('own','${c('local')}');sessionStorage.setItem('own','${c('session')}');
      document.title='${c('title')}';window.${c('global')}='${c('globalvalue')}';`;
      await on(page, { body, inject }, `/?q=${c('query')}#${c('hash')}`, async (site) => {
        for (const id of ['#x', '#tel', '#pw', '#note']) await page.type(id, c('typed'));
        for (let i = 0; i < 4; i++) await page.click('#stuck');
        await page.waitFor(() => globalThis.watch.told.some(({ type }) => type === 'signal'));
        await page.evaluate((word) => {
          getSelection()!.selectAllChildren(document.getElementById('story')!);
          document.execCommand('copy');
          void fetch(`/pay?fetch=${word}`);
          setTimeout(() => {
            throw new Error(`expected: ${word}`);
          });
        }, c('late'));
        await page.click('#link');
        await page.waitFor(() => globalThis.watch.told.some(({ type }) => type === 'help'));
        await leave(page);
        await expect.poll(() => site.seen.some(({ url }) => url === '/collect')).toBe(true);
        expect((await traces(page, site)).toLowerCase()).not.toContain('zq');
        const ours = site.seen.filter(({ url }) => /antes|collect/.test(url));
        for (const { url, headers } of ours.filter(({ url: one }) => one === '/collect'))
          expect(url + JSON.stringify({ ...headers, host: '' })).not.toContain('zq');
        const log = await page.evaluate<string[], []>(
          () => JSON.parse(globalThis.watch.take('log')) as string[],
        );
        expect(log.filter((line) => line.startsWith('console.') && line.includes('zq'))).toEqual([]);
      });
    },
  );

  fault(
    'PRIV-10',
    'fields for cards, passwords and codes: that they were used, and nothing of what is in them; nothing of a frame or of what is left alone',
    async (page) => {
      await inSecrets(page);
    },
  );
  fault(
    'PRIV-11',
    'codes of three and of six digits leave the same records: no length, and no count of characters',
    async (page) => {
      const short = await secretRecords(page, '123');
      const long = await secretRecords(page, '123456');
      expect(short.length).toBeGreaterThan(0);
      expect(long).toEqual(short);
    },
  );

  fault(
    'PRIV-13',
    'no request of ours tells another site which page it is from, and reports tell nobody',
    async (page) => {
      const other = await serveHost({
        routes: (path) =>
          path === '/collect' ? { status: 204, headers: { 'access-control-allow-origin': '*' } } : undefined,
      });
      const tag = `<meta name="referrer" content="unsafe-url"><script async referrerpolicy="no-referrer" src="/antes/antes.js" data-config="${other.origin}/antes.json" data-endpoint="${other.origin}/collect" data-consent="granted"></script>`;
      try {
        await on(page, { tag }, '/?secret=zqaddressqz', async (site) => {
          await page.click('#needed');
          await page.waitFor(() => !!document.querySelector('antes-inline'));
          await leave(page);
          await expect
            .poll(() => other.seen.filter(({ url }) => url === '/collect').length)
            .toBeGreaterThan(0);
          expect(other.seen.map(({ url }) => url)).toContain('/antes.json');
          for (const { headers } of other.seen) {
            expect(headers['referer']).toBe(undefined);
            expect(headers['cookie']).toBe(undefined);
          }
          // The parts are asked for by the script, not by the page.
          const parts = site.seen.filter(({ url }) => /antes\.(?:ui|report)|chunks/.test(url));
          expect(parts.length).toBeGreaterThan(1);
          for (const { headers } of parts) expect(String(headers['referer'])).not.toContain('zq');
        });
      } finally {
        await other.close();
      }
    },
  );

  fault(
    'PRIV-14',
    'somebody who only uses the keyboard: nothing that is sent or stored for later says so',
    async (page) => {
      // What a screen or a reader of it wants is asked of style sheets, never of scripts.
      expect(
        using(
          /forced-colors["'`:)]?\s*:\s*active["'`]\)?\.matches|speechSynthesis|getComputedAccessibleNode|screen-?reader/gi,
        ),
      ).toEqual([]);
      await on(page, {}, '/', async (site) => {
        for (let i = 0; i < 12; i++) await page.press('Tab');
        await page.press('Enter');
        await page.click('#needed');
        await page.waitFor(() => !!document.querySelector('antes-inline'));
        await leave(page);
        await expect.poll(() => site.seen.some(({ url }) => url === '/collect')).toBe(true);
        const sent = site.seen
          .filter(({ url }) => url === '/collect')
          .map(({ body }) => body)
          .join('');
        expect(sent).toContain('"visit"');
        expect(sent).not.toMatch(/keyboard|assistive|contrast|motion|forced|zoom|reader/i);
        const stored = await page.evaluate(() => String(localStorage.getItem('antes.visitor')));
        expect(stored).not.toMatch(/keyboard|assistive|contrast|motion|forced|reader/i);
      });
    },
  );

  fault('PRIV-15', 'nothing by which a browser could be known again is in the scripts', async () => {
    const found = using(
      /\b(?:getImageData|toDataURL|measureText|OffscreenCanvas|WebGLRenderingContext|AudioContext|getBattery|hardwareConcurrency|deviceMemory|getHighEntropyValues|enumerateDevices|queryLocalFonts|\.plugins\b|\.mimeTypes\b|RTCPeerConnection|colorDepth)\b/g,
    );
    expect(found).toEqual([]);
    expect(shipped().length).toBeGreaterThan(20);
    await Promise.resolve();
  });

  fault(
    'PRIV-18',
    'a configuration from somebody hostile has no word that asks for what is typed or read',
    async (page) => {
      const words = new Set<string>();
      (function look(value: unknown): void {
        if (typeof value !== 'object' || value === null) return;
        const { properties } = value as { properties?: object };
        for (const name of Object.keys(properties ?? {})) words.add(name);
        for (const one of Object.values(value)) look(one);
      })(JSON.parse(readFileSync(join(CDN, 'schema.json'), 'utf8')));
      expect(words.size).toBeGreaterThan(100);
      expect(
        [...words].filter((word) =>
          /^(?:capture|record|value|input|typed|cookie|innerText|textContent|html|clipboard|unmask|scrape|eval|script)$/i.test(
            word,
          ),
        ),
      ).toEqual([]);
      // Each place of the file where a selector or an address may stand, pointed at a password.
      const body =
        '<form id="f1"><input id="pw" type="password" name="secret" value="zqpasswordqz"><p id="story">zqtextqz</p></form>';
      const evil = (config: Config): Config => ({
        ...reporting(config),
        journeys: {
          pay: { steps: [{ id: 'pay', selector: '#pw', commit: '#pw', expected: '1s' }] },
        },
        facts: { secret: { type: 'string', show: true, handoff: true } },
        policy: { ...config.policy, ignore: { selectors: ['[value^=zq]'] } },
        content: {
          ...config.content,
          hello: {
            title: 'Help {#pw} {document.cookie}',
            body: '{secret} {value}',
            guide: [{ text: '{pw}', anchor: '#pw' }],
          },
        },
      });
      await on(page, { body, config: evil }, '/', async (site) => {
        await page.type('#pw', 'zqtypedqz');
        for (let i = 0; i < 4; i++) await page.click('#story');
        await page.click('#needed');
        await page.waitFor(() => globalThis.watch.told.some(({ detail }) => detail['phase'] === 'shown'));
        await leave(page);
        await expect.poll(() => site.seen.some(({ url }) => url === '/collect')).toBe(true);
        // What the file itself says is ours to say.
        expect((await traces(page, site)).replaceAll('[value^=zq]', '')).not.toContain('zq');
        expect(
          await page.evaluate(() =>
            [...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot?.textContent ?? '').join(),
          ),
        ).not.toContain('zq');
      });
    },
  );
});

const SECRETS = `<form id="f1"><input id="pw" type="password" name="pass"><input id="otp" autocomplete="one-time-code" name="otp" inputmode="numeric">
  <input id="cvv" autocomplete="cc-csc" name="cvv" inputmode="numeric"><input id="pan" autocomplete="cc-number" name="pan">
  <div data-antes-ignore><input id="mine" name="mine"></div></form><iframe id="psp" srcdoc="<input id=in><button>Pay</button>"></iframe>`;

/** Records of fields, without their times. */
async function secretRecords(page: Page, text: string): Promise<readonly unknown[]> {
  let fields: readonly unknown[] = [];
  await on(page, { body: SECRETS }, '/', async () => {
    for (const id of ['#otp', '#cvv']) {
      await page.type(id, text);
      // Slower than what is thought of as one edit.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
      await page.press('9');
      for (const _key of text) await page.press('Backspace');
    }
    await page.click('#needed');
    fields = await page.evaluate(() =>
      (globalThis as WithAntes)
        .antes!.journal()
        .records.filter(({ type }) => type === 'field')
        .map(({ at: _at, ...rest }) => rest),
    );
  });
  return fields;
}
async function inSecrets(page: Page): Promise<void> {
  await on(page, { body: SECRETS }, '/', async (site) => {
    for (const id of ['#pw', '#otp', '#cvv', '#pan', '#mine']) await page.type(id, '918273');
    await page.click('#needed');
    await page.waitFor(() => !!document.querySelector('antes-inline'));
    await leave(page);
    const all = await traces(page, site);
    expect(all).not.toMatch(/918273|91827|"mine"/);
    const fields = await page.evaluate(() =>
      (globalThis as WithAntes)
        .antes!.journal()
        .records.flatMap((one) => (one.type === 'field' ? [one] : [])),
    );
    expect(fields.length).toBeGreaterThan(3);
    for (const one of fields) expect(one).not.toHaveProperty('state');
  });
}
