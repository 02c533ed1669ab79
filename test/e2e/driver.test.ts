import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeEngines, type Page } from '../support/engines/index.js';

const PAGE = `<!doctype html><title>Driver</title>
<button id="press">Press</button><button id="next">Next</button><input id="name"><input id="street">
<div style="height:3000px"></div><button id="far">Far</button><div id="host"></div><a id="link" href="/second">Second</a>
<script>
  const seen = (globalThis.seen = []);
  for (const type of ['click', 'keydown', 'mouseover', 'input'])
    addEventListener(type, (e) => seen.push({ type, id: e.target.id, key: e.key, trusted: e.isTrusted, at: performance.now(), shift: e.shiftKey }), true);
  document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '<button id="inner">Inner</button>';
</script>`;

interface Seen {
  type: string;
  id: string;
  key?: string;
  trusted: boolean;
  at: number;
  shift?: boolean;
}

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    if (request.url === '/strict') response.setHeader('content-security-policy', "connect-src 'none'");
    response.end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

describeEngines('page driver', (engine) => {
  let page: Page;
  const seen = (type: string) =>
    page.evaluate(
      (wanted) => (globalThis as unknown as { seen: Seen[] }).seen.filter((e) => e.type === wanted),
      type,
    );

  beforeEach(async () => {
    page = await engine().newPage();
    await page.goto(`${origin}/`);
  });
  afterEach(() => page.close());

  it('clicks with a trusted mouse, also what must be scrolled to and what is in a shadow root', async () => {
    await page.click('#press');
    await page.click('#far');
    await page.click('#host >>> #inner');
    expect((await seen('click')).map(({ id, trusted }) => [id, trusted])).toEqual([
      ['press', true],
      ['far', true],
      ['host', true],
    ]);
  });

  it('clicks at a point and rests on an element', async () => {
    await page.move('#next');
    expect((await seen('mouseover')).at(-1)).toMatchObject({ id: 'next', trusted: true });
    const [x, y] = await page.evaluate(() => {
      const box = document.getElementById('press')!.getBoundingClientRect();
      return [box.x + 3, box.y + 3] as const;
    });
    await page.clickAt(x, y);
    expect((await seen('click')).at(-1)).toMatchObject({ id: 'press', trusted: true });
  });

  it('types with trusted keys at the speed that is asked for', async () => {
    await page.type('#name', 'Ana ñ+1', { delay: 40 });
    expect(await page.evaluate(() => (document.getElementById('name') as HTMLInputElement).value)).toBe(
      'Ana ñ+1',
    );
    const keys = await seen('keydown');
    expect(keys.every(({ trusted }) => trusted)).toBe(true);
    expect(keys.at(-1)!.at - keys[0]!.at).toBeGreaterThan(5 * 40);
  });

  it('presses keys and chords by name', async () => {
    await page.click('#name');
    await page.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('street');
    await page.press('Shift+Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('name');
    for (const key of ['Escape', 'ArrowDown', 'ArrowLeft', 'Backspace', 'Enter', 'Space'])
      await page.press(key);
    // GTK has a key of its own for Shift+Tab, for which WebKit has no name.
    const named = (await seen('keydown')).map(({ key, shift }) =>
      key === 'Unidentified' && shift ? 'Tab' : key,
    );
    expect(named).toEqual([
      'Tab',
      'Shift',
      'Tab',
      'Escape',
      'ArrowDown',
      'ArrowLeft',
      'Backspace',
      'Enter',
      ' ',
    ]);
    await page.type(null, 'x');
    expect(await page.evaluate(() => (document.getElementById('name') as HTMLInputElement).value)).toBe(' x');
  });

  it('follows links, goes back and reloads', async () => {
    await page.click('#link');
    await page.waitFor("location.pathname === '/second'");
    expect(await page.url()).toBe(`${origin}/second`);
    await page.back();
    await page.waitFor("location.pathname === '/'");
    await page.evaluate('void (globalThis.before = 1)');
    await page.reload();
    await page.waitFor(() => document.readyState === 'complete' && !('before' in globalThis));
    await page.goto(`${origin}/third`);
    expect(await page.evaluate('location.pathname')).toBe('/third');
  });

  it('waits for answers, awaits promises and says what it waited for', async () => {
    expect(await page.evaluate(async (a, b) => (await Promise.resolve(a)) + b, 2, 3)).toBe(5);
    await page.evaluate(
      () => void setTimeout(() => document.body.append(document.createElement('aside')), 100),
    );
    await page.waitFor(() => document.querySelector('aside') !== null);
    await expect(page.waitFor('false', { timeout: 100, message: 'the moon' })).rejects.toThrow('the moon');
  });

  it('gives each page a visitor of its own', async () => {
    await page.evaluate(() => localStorage.setItem('who', 'me'));
    const other = await engine().newPage();
    await other.goto(`${origin}/`);
    expect(await other.evaluate(() => localStorage.getItem('who'))).toBe(null);
    await other.close();
  });

  it('does not do what it is asked after its page was closed', async () => {
    const other = await engine().newPage();
    await other.goto(`${origin}/`);
    await other.close();
    await expect(other.evaluate(() => 1)).rejects.toThrow(/closed|detached|discarded|no such/i);
  });

  it('sets the viewport and takes screenshots', async () => {
    await page.setViewport(800, 600);
    await page.waitFor(() => innerWidth === 800 && innerHeight === 600);
    const path = join(await mkdtemp(join(tmpdir(), 'driver-')), 'page.png');
    await page.screenshot(path);
    expect((await readFile(path)).subarray(1, 4).toString()).toBe('PNG');
  });

  it('collects what pages complain about', async () => {
    await page.goto(`${origin}/strict`);
    expect(await page.problems()).toEqual([]);
    // From the page's own tasks: what a driver evaluates has no script to report an error against.
    await page.evaluate(() => {
      setTimeout(() => console.error('first complaint'));
      setTimeout(() => void Promise.reject(new Error('second complaint')));
      setTimeout(() => {
        throw new Error('third complaint');
      });
      setTimeout(() => fetch('/fourth-complaint').catch(() => {}));
    });
    for (const expected of ['first', 'second', 'third', 'fourth']) {
      await expect
        .poll(() => page.problems(), { timeout: 3000 })
        .toContainEqual(expect.stringContaining(expected));
    }
  });
});
