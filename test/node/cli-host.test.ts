import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../src/boot/version.js';
import { build } from '../support/build-cli.mjs';

const root = mkdtempSync(join(tmpdir(), 'antes-host-'));
const QUEUE = '<script>window.antes = window.antes || [];</script>';
const CDN = resolve(import.meta.dirname, '../../dist/cdn');
let cli = '';
beforeAll(async () => {
  cli = await build(join(root, 'package/dist/cli.js'));
  cpSync(CDN, join(root, 'package/dist/cdn'), { recursive: true });
}, 60_000);
afterEach(() => rmSync(join(root, 'public'), { recursive: true, force: true }));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const antes = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, [cli, 'host', ...args], { cwd: root }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
/** By the browser's rule: of what is between the tags of a script without an address. */
const inlineHashes = (tags: string) =>
  [...tags.matchAll(/<script(?: type="importmap")?>([^]*?)<\/script>/g)].map(
    ([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`,
  );
const listed = () => {
  const { files } = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8')) as { files: object };
  return Object.keys(files).toSorted();
};
const filesIn = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
const folder = join(root, 'public', `antes@${version}`);
const hashOf = (name: string) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(folder, name)))
    .digest('base64')}`;

describe('antes host', () => {
  it('copies everything into a folder of its version, and prints tags with hashes that hold', async () => {
    const { code, out, err } = await antes('public');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }))).toEqual(
      new Set(readdirSync(CDN, { recursive: true, encoding: 'utf8' })),
    );
    const base = `/antes@${version}/`;
    expect(out).toContain(
      `<script async src="${base}antes.js" integrity="${hashOf('antes.js')}" data-config="/antes.json"></script>`,
    );
    const map = JSON.parse(/<script type="importmap">(.*)<\/script>/.exec(out)![1]!) as {
      integrity: Record<string, string>;
    };
    expect(map.integrity[`${base}antes.ui.js`]).toBe(hashOf('antes.ui.js'));
    expect(Object.keys(map.integrity).some((name) => name.startsWith(`${base}chunks/`))).toBe(true);
    expect(Object.keys(map.integrity).filter((name) => /\.map$|all/.test(name))).toEqual([]);
  });

  it('one hash for all, from another origin', async () => {
    const { out } = await antes(
      'public',
      '--all',
      '--base',
      'https://cdn.example/',
      '--config',
      '/a.json?b=1&c',
    );
    expect(out).toContain(
      `<script async src="https://cdn.example/antes@${version}/antes.all.js" integrity="${hashOf('antes.all.js')}" crossorigin data-config="/a.json?b=1&amp;c"></script>`,
    );
    expect(out).not.toContain('importmap');
    expect(out).toContain(`${QUEUE}\n<script async`);
  });

  it('a version never changes: the same again is fine, another one is told and left alone', async () => {
    await antes('public');
    expect((await antes('public')).out).toContain('There already: ');
    writeFileSync(join(folder, 'antes.ui.js'), 'changed');
    const { code, out, err } = await antes('public');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('antes.ui.js in it is not that of this package');
    expect(readFileSync(join(folder, 'antes.ui.js'), 'utf8')).toBe('changed');
  });

  it.each([[], ['--all']])('says what a policy needs for what is inline %s', async (...options) => {
    const { out } = await antes('public', ...options);
    const hashes = inlineHashes(out);
    expect(hashes).toHaveLength(options.length > 0 ? 1 : 2);
    expect(out).toContain(`in script-src, for what is inline: ${hashes.join(' ')}\n`);
    const docs = readFileSync(resolve(import.meta.dirname, '../../docs/security.md'), 'utf8');
    expect(docs).toContain(`That of the queue is \`${hashes.at(-1)}\``);
  });

  it('leaves out what only developers need, and promises no hash of it', async () => {
    const { code, out } = await antes('public', '--lean');
    expect(code).toBe(0);
    const there = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(there).toEqual(expect.arrayContaining(['antes.js', 'antes.ui.js', 'integrity.json']));
    expect(there.filter((name) => /\.map$|inspect/.test(name))).toEqual([]);
    expect(out).toContain('antes.ui.js');
    expect(out).not.toContain('inspect');
    expect(listed()).toEqual(
      filesIn()
        .filter((name) => name !== 'integrity.json')
        .toSorted(),
    );
    expect((await antes('public', '--lean')).out).toBe(out.replace('Written', 'There already'));
    // Whoever has taken them out by hand gets the same tags.
    expect((await antes('public')).out).toBe(
      out.replace('Written', 'There already, without what only developers need'),
    );
  });

  it('does not take a folder with everything for a lean one, and leaves it alone', async () => {
    await antes('public');
    const before = filesIn();
    const { code, out, err } = await antes('public', '--lean');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/is there, and not lean: \S+ is in it\. Nothing was changed/);
    expect(filesIn()).toEqual(before);
    expect(listed()).toEqual(
      filesIn()
        .filter((name) => name !== 'integrity.json')
        .toSorted(),
    );
  });

  it('tells programs, and what is wrong with a call', async () => {
    const said = JSON.parse((await antes('public', '--json')).out) as Record<string, unknown>;
    expect(said).toMatchObject({ version, folder: join('public', `antes@${version}`) });
    expect(said['tags']).toHaveLength(3);
    expect(said['scriptSrc']).toEqual(inlineHashes((said['tags'] as string[]).join('')));
    expect(await antes()).toMatchObject({ code: 2, err: expect.stringContaining('takes one folder') });
    writeFileSync(join(root, 'file'), '');
    expect(await antes('file')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Cannot write to file'),
    });
  });
});
